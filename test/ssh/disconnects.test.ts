import {once} from 'node:events';
import {expect, test} from 'vitest';
import {metricsOf} from './support/metrics.ts';
import {kexInit, MESSAGE, payloadOf, plainPacket} from './support/payload.ts';
import {connectRaw} from './support/raw-client.ts';
import {sendPayload} from './support/send-payload.ts';
import {type ServerProcess, startServer} from './support/server.ts';
import {logIn, openReader, openReaderOn} from './support/ssh-reader.ts';
import {openWitness} from './support/witness.ts';

const DISCONNECTS = 500;

const OPEN = payloadOf(MESSAGE.channelOpen, 'session', 1, 2 ** 21, 2 ** 15);
const PTY = payloadOf(MESSAGE.channelRequest, 0, 'pty-req', false, 'xterm', 80, 24, 0, 0, '');
const SHELL = payloadOf(MESSAGE.channelRequest, 0, 'shell', false);

/** Ways to go: in the middle of each thing that there is, by a word, by closing, or by being gone. */
const WAYS: readonly ((server: ServerProcess) => Promise<void>)[] = [
	async server => {
		await using _ = await connectRaw(server);
	},
	async server => {
		await using client = await connectRaw(server);
		client.write('SSH-2.0-ha');
		client.socket.resetAndDestroy();
	},
	async server => {
		await using client = await connectRaw(server);
		client.write('SSH-2.0-half\r\n');
		client.write(plainPacket(kexInit()).subarray(0, 100));
		client.socket.end();
		await client.ended;
	},
	async server => {
		const {client, socket} = await logIn(server);
		client.end();
		await once(socket, 'close');
	},
	async server => {
		const {client, socket} = await logIn(server);
		sendPayload(client, OPEN);
		socket.destroy();
	},
	async server => {
		const {client, socket} = await logIn(server);
		for (const payload of [OPEN, PTY, SHELL]) {
			sendPayload(client, payload);
		}

		socket.resetAndDestroy();
	},
	async server => {
		const connection = await logIn(server);
		const reader = await openReaderOn(connection, {columns: 80, rows: 24});
		reader.press('j', '?');
		reader.resize(100, 30);
		connection.socket.destroy();
	},
	async server => {
		const {client, socket} = await logIn(server);
		for (const payload of [OPEN, PTY, SHELL]) {
			sendPayload(client, payload);
		}

		sendPayload(client, payloadOf(MESSAGE.channelClose, 0));
		sendPayload(client, payloadOf(MESSAGE.channelEof, 0));
		client.end();
		await once(socket, 'close');
	},
	async server => {
		const {client, socket} = await logIn(server);
		sendPayload(client, OPEN);
		sendPayload(
			client,
			payloadOf(MESSAGE.channelRequest, 0, 'exec', false, 'export --format json'),
		);
		socket.destroy();
	},
	async server => {
		await using reader = await openReader(server, {columns: 80, rows: 24});
		reader.press('q');
		await reader.waitForExit();
	},
];

test(`${DISCONNECTS} readers who go in every way leave no session, connection, socket or timer`, async () => {
	await using server = await startServer({args: ['--metrics-port', '0']});
	await server.waitForLog(/metrics=/);
	await using witness = await openWitness(server);
	const goEachWay = async (times: number): Promise<void> => {
		const numbers = Array.from({length: times}, (_, number) => number).values();
		const go = async (): Promise<void> => {
			for (const number of numbers) {
				await WAYS[number % WAYS.length]?.(server);
			}
		};

		await Promise.all([go(), go(), go(), go()]);
	};

	/** But for the witness, and whoever asks for the figures. */
	const settled = async (): Promise<readonly number[]> => {
		const figure = await metricsOf(server.log);
		return [figure('libya_tui_connections'), figure('libya_tui_sessions')];
	};
	const resources = async (): Promise<number> =>
		(await metricsOf(server.log))('nodejs_active_resources_total');

	await witness.during(() => goEachWay(WAYS.length));
	await expect.poll(settled, {timeout: 10_000}).toEqual([1, 1]);
	const before = await resources();
	await witness.during(() => goEachWay(DISCONNECTS));
	await expect.poll(settled, {timeout: 10_000}).toEqual([1, 1]);
	await expect.poll(resources, {timeout: 10_000}).toBeLessThanOrEqual(before + 2);
	expect(server.log).not.toMatch(/ (?:session-)?fault |MaxListeners|Warning/);
});

test('many readers at once, behind one address where that is allowed, and none is told of the others', async () => {
	await using server = await startServer({args: ['--max-per-address', '40']});
	const address = server.nextAddress();
	const crowd = {...server, port: server.port, nextAddress: () => address};
	const readers = await Promise.all(Array.from({length: 25}, () => openReader(crowd)));
	for (const [number, reader] of readers.entries()) {
		if (number % 2 === 0) {
			reader.press('q');
			await reader.waitForExit();
		}
	}

	for (const [number, reader] of readers.entries()) {
		if (number % 2 === 1) {
			reader.press('j');
			await reader.waitFor('2/46');
			reader.press('q');
			expect((await reader.waitForExit()).code).toBe(0);
		}
	}

	expect(server.log).not.toMatch(/MaxListeners|Warning/);
});
