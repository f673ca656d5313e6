import {afterAll, beforeAll, expect, test} from 'vitest';
import {MESSAGE, payloadOf, plainPacket} from './support/payload.ts';
import {connectRaw} from './support/raw-client.ts';
import {Seeded} from './support/seeded.ts';
import {sendPayload} from './support/send-payload.ts';
import {type ServerProcess, startServer} from './support/server.ts';
import {logIn, openReader, openReaderOn} from './support/ssh-reader.ts';
import {openWitness, type Witness} from './support/witness.ts';

const PACKETS = 3000;

let server: ServerProcess;
let witness: Witness;
beforeAll(async () => {
	server = await startServer();
	witness = await openWitness(server);
});
afterAll(async () => {
	await witness[Symbol.asyncDispose]();
	await server[Symbol.asyncDispose]();
});

/** Attacks so often, several at a time. */
const inParallel = async (
	times: number,
	attack: (number: number) => Promise<void>,
	width = 8,
): Promise<void> => {
	const numbers = Array.from({length: times}, (_, number) => number).values();
	const work = async (): Promise<void> => {
		for (const number of numbers) {
			await attack(number);
		}
	};

	await Promise.all(Array.from({length: width}, work));
};

/** Milliseconds from connecting to being logged in, the best of a few: the machine may be busy. */
const quickestLogin = async (): Promise<number> => {
	const times: number[] = [];
	for (let count = 0; count < 5; count++) {
		const began = performance.now();
		const {client, socket} = await logIn(server);
		times.push(performance.now() - began);
		client.end();
		socket.destroy();
	}

	return Math.min(...times);
};

/** Bytes that are a packet before there are keys: whole, broken, too long, or none at all. */
const anyPlainPacket = (any: Seeded): Buffer => {
	const content = any.bytes(1 + any.below(200));
	switch (any.below(5)) {
		case 0:
			return content;
		case 1:
			return plainPacket(content);
		case 2: {
			const packet = plainPacket(content);
			packet[any.below(packet.length)] = any.below(256);
			return packet;
		}
		case 3: {
			const packet = plainPacket(content);
			packet.writeUInt32BE(any.of([0, 1, 4, 35_000, 35_001, 2 ** 31, 2 ** 32 - 1]));
			return packet;
		}
		default:
			return plainPacket(
				payloadOf(any.of(Object.values(MESSAGE) as [number, ...number[]]), content),
			);
	}
};

const TEMPLATES = [
	payloadOf(MESSAGE.ignore, 'nothing'),
	payloadOf(MESSAGE.debug, true, 'text', ''),
	payloadOf(MESSAGE.disconnect, 2, 'text', ''),
	payloadOf(MESSAGE.unimplemented, 3),
	payloadOf(MESSAGE.serviceRequest, 'ssh-userauth'),
	payloadOf(MESSAGE.userauthRequest, 'reader', 'ssh-connection', 'none'),
	payloadOf(MESSAGE.globalRequest, 'tcpip-forward', true, '127.0.0.1', 0),
	payloadOf(MESSAGE.requestSuccess),
	payloadOf(MESSAGE.channelOpen, 'session', 1, 2 ** 21, 2 ** 15),
	payloadOf(MESSAGE.channelOpen, 'direct-tcpip', 1, 1024, 1024, 'a', 1, 'b', 2),
	payloadOf(MESSAGE.channelOpenConfirmation, 0, 1, 1024, 1024),
	payloadOf(MESSAGE.channelOpenFailure, 0, 1, 'text', ''),
	payloadOf(MESSAGE.channelWindowAdjust, 0, 2 ** 32 - 1),
	payloadOf(MESSAGE.channelData, 0, 'jk?/\u001B[200~'),
	payloadOf(MESSAGE.channelExtendedData, 0, 1, 'text'),
	payloadOf(MESSAGE.channelEof, 1),
	payloadOf(MESSAGE.channelClose, 1),
	payloadOf(MESSAGE.channelSuccess, 0),
	payloadOf(MESSAGE.channelFailure, 0),
	...[
		'pty-req',
		'window-change',
		'shell',
		'exec',
		'env',
		'signal',
		'subsystem',
		'x11-req',
		'break',
	].map(kind => payloadOf(MESSAGE.channelRequest, 0, kind, true, 'xterm', 80, 24, 0, 0, '\u0000')),
] as [Buffer, ...Buffer[]];

/** A message that is nearly right. */
const anyMessage = (any: Seeded): Buffer => {
	const message = Buffer.from(any.of(TEMPLATES));
	switch (any.below(4)) {
		case 0:
			return message;
		case 1:
			return message.subarray(0, 1 + any.below(message.length));
		case 2:
			message[any.below(message.length)] = any.below(256);
			return message;
		default:
			return any.bytes(1 + any.below(64));
	}
};

test('a client whose first line comes byte by byte is answered', async () => {
	await using client = await connectRaw(server);
	for (const byte of 'SSH-2.0-slow\r\n') {
		client.write(byte);
		await new Promise(setImmediate);
	}

	await client.waitFor('curve25519-sha256@libssh.org');
	expect(client.received()).toContain('curve25519-sha256@libssh.org');
});

test.each([
	['nothing that is SSH', 'GET / HTTP/1.1\r\n\r\n'],
	['a line without end', `SSH-2.0-${'a'.repeat(70_000)}`],
	['a line of nothing else', '\r\n\r\n\r\n'],
	['another version', 'SSH-1.5-old\r\n'],
	['zero bytes', Buffer.alloc(4096)],
])('whoever sends %s is let go, and the witness is answered', async (_, bytes) => {
	await witness.during(async () => {
		await using client = await connectRaw(server);
		client.write(bytes);
		client.socket.end();
		await client.ended;
		expect(client.received()).not.toContain('curve25519');
	});
});

test('a bad packet right after the first line ends that connection alone', async () => {
	await witness.during(async () => {
		await using client = await connectRaw(server);
		client.write('SSH-2.0-bad\r\n');
		await client.waitFor('curve25519');
		client.write(Buffer.alloc(64, 0xff));
		await client.ended;
	});
});

test(`${PACKETS} packets of garbage before any login leave the server and its readers as they were`, async () => {
	const any = new Seeded(20_110_331);
	const perConnection = 10;
	await witness.during(() =>
		inParallel(PACKETS / perConnection, async number => {
			await using client = await connectRaw(server);
			if (number % 5 > 0) {
				client.write(`SSH-2.0-fuzz${number}\r\n`);
			}

			for (let count = 0; count < perConnection; count++) {
				client.write(anyPlainPacket(any));
			}

			client.socket.end();
			await client.ended;
		}),
	);
	expect(await quickestLogin()).toBeLessThan(150);
});

test(`${PACKETS} broken messages after login leave the server and its readers as they were`, async () => {
	const any = new Seeded(31_032_011);
	const perConnection = 30;
	await witness.during(() =>
		inParallel(
			PACKETS / perConnection,
			async number => {
				const connection = await logIn(server);
				const {client, socket} = connection;
				const closed = new Promise(resolve => {
					socket.once('close', resolve);
				});
				// In some of them somebody reads.
				if (number % 3 === 0) {
					await openReaderOn(connection);
				}

				for (let count = 0; count < perConnection; count++) {
					sendPayload(client, anyMessage(any));
				}

				socket.end();
				await closed;
			},
			4,
		),
	);
	expect(await quickestLogin()).toBeLessThan(150);
});

test('after all that nothing is left of any session but those that go on', async () => {
	await using reader = await openReader(server);
	reader.press('q');
	await reader.waitForExit();
	const starts = server.log.match(/ session-start /g)?.length ?? 0;
	await server.waitForLog(/ session-end /, starts - 1);
	expect(server.log).not.toMatch(/ (?:session-)?fault /);
});
