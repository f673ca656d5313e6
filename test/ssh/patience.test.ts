import {once} from 'node:events';
import {expect, test} from 'vitest';
import {ALGORITHMS} from '../../source/ssh/algorithms.ts';
import {counted} from '../e2e/support/dashboard.ts';
import {aService} from './support/a-service.ts';
import {startOwnServer} from './support/own-server.ts';
import {MESSAGE, payloadOf} from './support/payload.ts';
import {sendPayload} from './support/send-payload.ts';
import {logIn, openReader} from './support/ssh-reader.ts';

test('a connection in which nothing runs is ended, with a session in it and without', async () => {
	await using server = await startOwnServer({times: {unused: 300}});
	await using idle = await logIn(server);
	await using opened = await logIn(server);
	sendPayload(opened.client, payloadOf(MESSAGE.channelOpen, 'session', 1, 2 ** 21, 2 ** 15));
	const closed = [idle, opened].map(({socket}) => once(socket, 'close'));
	await using reader = await openReader(server);
	await Promise.all(closed);
	reader.press('j');
	await reader.waitFor(() => counted(reader).startsWith('2/'));
});

test('keys are exchanged anew now and then, and the reader reads on', async () => {
	await using server = await startOwnServer({times: {rekey: 150}});
	await using reader = await openReader(server);
	let exchanges = 0;
	reader.connection.client.on('handshake', () => {
		exchanges += 1;
	});
	await expect.poll(() => exchanges, {timeout: 10_000}).toBeGreaterThan(3);
	reader.press('j');
	await reader.waitFor(() => counted(reader).startsWith('2/'));
});

test('a connection that the server has ended is cut, whether or not the client closes it', async () => {
	await using server = await startOwnServer({times: {linger: 100}});
	await using reader = await openReader(server);
	const {client, socket} = reader.connection;
	reader.stall();
	// Nobody logs in twice.
	sendPayload(client, payloadOf(MESSAGE.userauthRequest, 'reader', 'ssh-connection', 'none'));
	await expect.poll(() => server.sockets.every(({destroyed}) => destroyed)).toBe(true);
	expect(socket.destroyed).toBe(false);
	await expect.poll(() => server.log.join('\n')).toMatch(/session-end .*"reason":"gone"/);
});

test('a command hears of it when the client goes, in the middle of a piece and after it', async () => {
	const ends: (string | undefined)[] = [];
	const service = aService({
		async perform({stdout}) {
			const write = (text: string): Promise<void> =>
				new Promise(resolve => {
					stdout.write(text, error => {
						ends.push((error as NodeJS.ErrnoException | undefined)?.code);
						resolve();
					});
				});
			await write('much '.repeat(1_000_000));
			await write('and more');
			return 0;
		},
	});
	await using server = await startOwnServer({service});
	await using connection = await logIn(server);
	const {client, socket} = connection;
	sendPayload(client, payloadOf(MESSAGE.channelOpen, 'session', 1, 1024, 2 ** 15));
	sendPayload(client, payloadOf(MESSAGE.channelRequest, 0, 'exec', false, 'export'));
	await expect.poll(() => server.log.join('\n')).toContain('session-start');
	socket.destroy();
	await expect.poll(() => ends).toHaveLength(2);
	expect(ends[0]).toBe('EPIPE');
	expect(ends[1]).toBeDefined();
	await expect.poll(() => server.log.join('\n')).toMatch(/session-end .*"reason":"gone"/);
});

test('sessions that come and go leave the console as it is', async () => {
	const {log} = console;
	await using server = await startOwnServer();
	for (let count = 0; count < 3; count++) {
		await using reader = await openReader(server);
		await using other = await openReader(server);
		reader.press('q');
		await reader.waitForExit();
		other.press('q');
		await other.waitForExit();
	}

	expect(console.log).toBe(log);
});

test('the name of the exchange that all clients know stands first, and nothing is compressed', () => {
	expect(ALGORITHMS.kex).toEqual(['curve25519-sha256@libssh.org', 'curve25519-sha256']);
	expect(ALGORITHMS.compress).toEqual(['none']);
});
