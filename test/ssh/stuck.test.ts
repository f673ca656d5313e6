import {once} from 'node:events';
import type {Client} from 'ssh2';
import {describe, expect, test} from 'vitest';
import {FIRST_FRAME, pressAndSee} from '../e2e/support/dashboard.ts';
import {aService} from './support/a-service.ts';
import {atTheDoor} from './support/knock.ts';
import {type OwnServer, startOwnServer} from './support/own-server.ts';
import {MESSAGE, payloadOf} from './support/payload.ts';
import {connectRaw} from './support/raw-client.ts';
import {rekey} from './support/rekey.ts';
import {sendPayload} from './support/send-payload.ts';
import {logIn, openReader, openReaderOn} from './support/ssh-reader.ts';

/** Bytes that a server may hold for a session: a frame, and 64 KiB. */
const MOST_HELD = 96 * 1024;

/** Opens a session by hand, so that what is sent to it can be broken. @returns What to press keys with. */
const openByHand = (
	client: Client,
	{window = 2 ** 21, term = 'xterm-256color'}: {readonly window?: number; readonly term?: string},
): ((keys: string) => void) => {
	sendPayload(client, payloadOf(MESSAGE.channelOpen, 'session', 0, window, 2 ** 15));
	sendPayload(
		client,
		payloadOf(MESSAGE.channelRequest, 0, 'pty-req', false, term, 120, 40, 0, 0, ''),
	);
	sendPayload(client, payloadOf(MESSAGE.channelRequest, 0, 'shell', false));
	return keys => sendPayload(client, payloadOf(MESSAGE.channelData, 0, keys));
};

/** Not `once` of events, to which what is still sent to a server that has gone would be a failure. */
const closeOf = (client: Client): Promise<void> =>
	new Promise(resolve => {
		client.once('close', () => resolve());
	});

const logged = async (server: OwnServer, pattern: RegExp): Promise<string> => {
	await expect.poll(() => server.log.join('\n'), {timeout: 20_000}).toMatch(pattern);
	return pattern.exec(server.log.join('\n'))?.[0] ?? '';
};

describe('a client that is slow to log in is gone by the end of the grace', () => {
	const times = {grace: 300};

	test.each<[string, (server: OwnServer) => Promise<{readonly ended: Promise<unknown>}>]>([
		['that says nothing', server => connectRaw(server)],
		[
			'that says its name letter by letter',
			async server => {
				const client = await connectRaw(server);
				const typing = setInterval(() => client.write('a'), 20);
				client.write('SSH-2.0-');
				void client.ended.then(() => clearInterval(typing));
				return client;
			},
		],
		[
			'that says its name and no more',
			async server => {
				const client = await connectRaw(server);
				client.write('SSH-2.0-slow\r\n');
				return client;
			},
		],
		[
			'that exchanges keys and no more',
			async server => {
				const client = await atTheDoor(server);
				return {ended: closeOf(client)};
			},
		],
		[
			'that sends what says nothing, again and again',
			async server => {
				const client = await atTheDoor(server);
				const sending = setInterval(() => {
					sendPayload(client, payloadOf(MESSAGE.ignore, 'x'));
				}, 20);
				return {ended: closeOf(client).then(() => clearInterval(sending))};
			},
		],
	])('one %s', async (_, arrive) => {
		await using server = await startOwnServer({times});
		const began = performance.now();
		const {ended} = await arrive(server);
		await ended;
		expect(performance.now() - began).toBeLessThan(times.grace + 3000);
		expect(server.log.join('\n')).toContain('refused {"address":"127.0.0.1","why":"grace"}');
		await expect.poll(() => server.sockets.every(socket => socket.destroyed)).toBe(true);
	});
});

describe('a reader that takes nothing', () => {
	const heldFor = ({sockets}: OwnServer): number =>
		sockets.reduce((sum, {writableLength}) => sum + writableLength, 0);

	test.each([
		['whose window is full, and who goes on pressing keys', 'xterm-256color', 'Gg'],
		['whose window is full, and who copies again and again', 'xterm-256color', 'yyyyyyyyyy'],
		['whose window is full, and who has lines in place of a screen', 'dumb', 'Gg'],
	])('%s', async (_, term, keys) => {
		await using server = await startOwnServer({times: {stall: 1500}});
		await using connection = await logIn(server);
		const press = openByHand(connection.client, {window: 0, term});
		for (let count = 0; count < 400; count++) {
			for (const key of keys) {
				press(key);
				// Each in a turn of its own, so that each is drawn.
				await new Promise(setImmediate);
				await new Promise(setImmediate);
			}
		}

		// Gone after a while, since it took nothing.
		const end = await logged(server, /session-end .*"reason":"stalled".*/);
		const {bytes, frames} = JSON.parse(end.slice(end.indexOf('{')));
		// The screen taken over, the frame that waits, the screen given back, and why.
		expect(frames).toBeLessThanOrEqual(4);
		expect(bytes).toBeLessThan(MOST_HELD);
		await expect.poll(() => server.sockets.every(socket => socket.destroyed)).toBe(true);
	});

	test('who has stopped reading the socket, and goes on pressing keys', async () => {
		await using server = await startOwnServer({times: {stall: 1500}});
		await using reader = await openReader(server);
		reader.stall();
		let most = 0;
		const look = setInterval(() => {
			most = Math.max(most, heldFor(server));
		}, 10);
		for (let count = 0; count < 200; count++) {
			// Each of them draws the whole screen again.
			reader.write('j\u000C');
		}

		const end = await logged(server, /session-end .*"reason":"stalled".*/);
		clearInterval(look);
		expect(most).toBeLessThan(MOST_HELD);
		// Until it was clear that nobody takes them.
		expect(JSON.parse(end.slice(end.indexOf('{'))).bytes).toBeLessThan(2 * MOST_HELD);
		await expect.poll(() => server.sockets.every(socket => socket.destroyed)).toBe(true);
	});

	test('and copies something meanwhile has it in the clipboard once they read on', async () => {
		await using server = await startOwnServer();
		await using reader = await openReader(server);
		await using witness = await openReader(server);
		reader.press('3');
		reader.stall();
		await expect
			.poll(
				async () => {
					// Each of them is a whole screen.
					reader.press('z');
					return (await server.meters.dropped.get()).values[0]?.value;
				},
				{timeout: 20_000},
			)
			.toBeGreaterThan(0);
		reader.press('y');
		// What was sent before this is answered has been read by then.
		await pressAndSee(witness, 'j');
		reader.resume();
		await reader.waitFor('Sent to the clipboard: ');
		await reader.waitFor(() => reader.clipboard() !== undefined);
		expect(reader.clipboard()).toMatch(/^Actor of number \d+$/);
	});

	test('who begins to exchange keys anew and never ends', async () => {
		await using server = await startOwnServer({times: {stall: 1500}});
		await using connection = await logIn(server);
		await using reader = await openReaderOn(connection);
		await reader.waitFor(FIRST_FRAME);
		// The last that the server hears of it but keys, which it goes on to draw.
		reader.write('j'.repeat(3000));
		rekey(connection.client);
		connection.socket.removeAllListeners('data');
		connection.socket.resume();
		const end = await logged(server, /session-end .*"reason":"stalled".*/);
		expect(JSON.parse(end.slice(end.indexOf('{'))).bytes).toBeLessThan(MOST_HELD);
		await expect.poll(() => server.sockets.every(socket => socket.destroyed)).toBe(true);
	});

	test('a command waits with its data until they are taken', async () => {
		const much = 'x'.repeat(1024 * 1024);
		let written = 0;
		const service = aService({
			async perform({stdout}) {
				for (let count = 0; count < 40; count++) {
					if (!stdout.write(much)) {
						await Promise.race([
							once(stdout, 'drain'),
							once(stdout, 'error'),
							once(stdout, 'close'),
						]);
					}

					written += 1;
				}

				return 0;
			},
		});
		await using server = await startOwnServer({service});
		await using connection = await logIn(server);
		const {client, socket} = connection;
		sendPayload(client, payloadOf(MESSAGE.channelOpen, 'session', 0, 2 ** 31 - 1, 2 ** 15));
		sendPayload(client, payloadOf(MESSAGE.channelRequest, 0, 'exec', false, 'export'));
		socket.pause();
		const held = (): number => heldFor(server);
		await expect.poll(held).toBeGreaterThan(64 * 1024);
		expect(held()).toBeLessThan(3 * 64 * 1024);
		expect(written).toBeLessThan(40);
	});
});
