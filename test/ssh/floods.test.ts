import {once} from 'node:events';
import ssh2 from 'ssh2';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {metricsOf} from './support/metrics.ts';
import {kexInit, MESSAGE, payloadOf, plainPacket} from './support/payload.ts';
import {connectRaw} from './support/raw-client.ts';
import {rekey} from './support/rekey.ts';
import {repliesOf} from './support/replies.ts';
import {sendPayload} from './support/send-payload.ts';
import {type ServerProcess, startServer} from './support/server.ts';
import {logIn, openReader, openReaderOn, type SshConnection} from './support/ssh-reader.ts';
import {openWitness, type Witness} from './support/witness.ts';

const OPEN = payloadOf(MESSAGE.channelOpen, 'session', 1, 2 ** 21, 2 ** 15);

let server: ServerProcess;
let witness: Witness;
beforeAll(async () => {
	server = await startServer({args: ['--metrics-port', '0']});
	await server.waitForLog(/metrics=/);
	witness = await openWitness(server);
});
afterAll(async () => {
	await witness[Symbol.asyncDispose]();
	await server[Symbol.asyncDispose]();
});

/** Attacks over a connection that is logged in, while the witness reads. */
const attack = (work: (attacker: SshConnection) => Promise<void>): Promise<void> =>
	witness.during(async () => {
		await using attacker = await logIn(server);
		await work(attacker);
	});

/** When the server has ended a connection. */
const ended = async ({socket}: SshConnection): Promise<void> => {
	if (!socket.closed) {
		await once(socket, 'close');
	}
};

const send = ({client}: SshConnection, times: number, ...payloads: readonly Buffer[]): void => {
	for (let count = 0; count < times; count++) {
		for (const payload of payloads) {
			sendPayload(client, payload);
		}
	}
};

/** While the witness presses so many keys. */
const moreAnswers = async (count: number): Promise<void> => {
	const enough = witness.answers + count;
	await expect.poll(() => witness.answers, {timeout: 20_000}).toBeGreaterThan(enough);
};

const residentMegabytes = async (): Promise<number> =>
	(await metricsOf(server.log))('process_resident_memory_bytes') / 1e6;

describe('before login', () => {
	test('of a flood from one address no more than its burst is let in, and others get in as before', async () => {
		await witness.during(async () => {
			const address = server.nextAddress();
			const clients = await Promise.all(
				Array.from({length: 40}, () => connectRaw(server, address)),
			);
			await Promise.all(clients.map(client => client.waitFor('SSH-2.0')));
			// Those who are not let in are told why with the first line, in one piece.
			const answered = clients.filter(client => !client.received().includes('your address'));
			// Ten connections at a time is what one address may have.
			expect(answered).toHaveLength(10);
			await using other = await logIn(server);
			expect(other.socket.closed).toBe(false);
			await Promise.all(clients.map(client => client[Symbol.asyncDispose]()));
		});
		expect(server.log).toMatch(/ warn refused address=\S+ why=(?:rate|per-address)/);
	});

	test('whoever tries to log in again and again is let go after six tries', async () => {
		await witness.during(async () => {
			let tries = 0;
			const client = new ssh2.Client();
			client.on('error', () => {});
			client.connect({
				port: server.port,
				host: '127.0.0.1',
				localAddress: server.nextAddress(),
				username: 'guesser',
				authHandler: (_left, _partial, next) => {
					tries += 1;
					next({type: 'password', username: 'guesser', password: `guess ${tries}`});
				},
			} as ssh2.ConnectConfig);
			await once(client, 'close');
			expect(tries).toBe(7);
		});
		expect(server.log).toMatch(/ warn login-refused address=\S+ why=tries/);
	});

	test('exchanges of keys that lead nowhere end with the first wrong packet', async () => {
		await witness.during(async () => {
			const points = [0, 1, 31, 33, 200].map(length => Buffer.alloc(length));
			for (const point of [...points, Buffer.alloc(32, 0xff)]) {
				await using client = await connectRaw(server);
				client.write('SSH-2.0-kex\r\n');
				client.write(plainPacket(kexInit()));
				client.write(plainPacket(payloadOf(MESSAGE.kexReply, point)));
				// What follows makes no sense without the keys of the exchange.
				client.write(plainPacket(payloadOf(MESSAGE.serviceRequest, 'ssh-userauth')));
				await client.ended;
			}
		});
	});

	test('a second offer in the middle of an exchange ends it', async () => {
		await witness.during(async () => {
			await using client = await connectRaw(server);
			client.write('SSH-2.0-kex\r\n');
			for (let count = 0; count < 100; count++) {
				client.write(plainPacket(kexInit()));
			}

			await client.ended;
		});
	});

	test('hundreds of exchanges from as many addresses leave the witness answered', async () => {
		await witness.during(async () => {
			for (let round = 0; round < 10; round++) {
				await Promise.all(
					Array.from({length: 20}, async () => {
						await using client = await connectRaw(server);
						client.write('SSH-2.0-kex\r\n');
						client.write(plainPacket(kexInit()));
						client.write(plainPacket(payloadOf(MESSAGE.kexReply, Buffer.alloc(32, 9))));
						await client.waitFor('ssh-ed25519\u0000');
					}),
				);
			}
		});
	});
});

describe('after login', () => {
	test('keys exchanged anew a hundred times leave a session working', async () => {
		await witness.during(async () => {
			await using reader = await openReader(server);
			const {client} = reader.connection;
			for (let count = 0; count < 100; count++) {
				const done = once(client, 'handshake');
				rekey(client);
				await done;
			}

			reader.press('?');
			await reader.waitFor('┍ Keys ━');
		});
	});

	test('a client that wants packets of no bytes, or of few, gets no session', async () => {
		await attack(async attacker => {
			const replies = repliesOf(attacker.client);
			for (const size of [0, 1, 255]) {
				sendPayload(attacker.client, payloadOf(MESSAGE.channelOpen, 'session', 1, 2 ** 21, size));
			}

			await expect
				.poll(() => replies.filter(message => message === MESSAGE.channelOpenFailure))
				.toHaveLength(3);
		});
	});

	test('of three hundred sessions on a connection two are opened, and the log has one line of the rest', async () => {
		const address = await witness.during(async () => {
			await using attacker = await logIn(server);
			const replies = repliesOf(attacker.client);
			send(attacker, 300, OPEN);
			await expect.poll(() => replies.length).toBe(300);
			expect(replies.filter(message => message === MESSAGE.channelOpenConfirmation)).toHaveLength(
				2,
			);
			return attacker.socket.localAddress;
		});
		await server.waitForLog(new RegExp(` disconnect address=${address} `));
		expect(
			server.log.match(new RegExp(` session-refused address=${address} why=channels`, 'g')),
		).toHaveLength(1);
	});

	test('a session that is closed again and again counts once', async () => {
		await attack(async attacker => {
			const replies = repliesOf(attacker.client);
			send(attacker, 2, OPEN);
			send(attacker, 8, payloadOf(MESSAGE.channelClose, 0));
			send(attacker, 8, OPEN);
			await expect.poll(() => replies.length).toBe(10);
			expect(replies.filter(message => message === MESSAGE.channelOpenConfirmation)).toHaveLength(
				3,
			);
		});
	});

	test('whoever opens and closes sessions without end, and runs nothing in them, is let go', async () => {
		await attack(async attacker => {
			for (let id = 0; id < 20; id++) {
				send(attacker, 1, OPEN, payloadOf(MESSAGE.channelClose, id));
			}

			await ended(attacker);
		});
		expect(server.log).toMatch(/ session-refused address=\S+ why=empty/);
	});

	test('a session that is opened, and left without anything in it when the connection breaks, is nobody’s end', async () => {
		await attack(async attacker => {
			const replies = repliesOf(attacker.client);
			send(attacker, 2, OPEN);
			await expect.poll(() => replies.length).toBe(2);
			attacker.socket.destroy();
			await server.waitForLog(
				new RegExp(` disconnect address=${attacker.socket.localAddress ?? ''}`),
			);
		});
	});

	test('a thousand variables and requests are refused, and the session opens after them', async () => {
		await witness.during(async () => {
			await using attacker = await logIn(server);
			const replies = repliesOf(attacker.client);
			sendPayload(attacker.client, payloadOf(MESSAGE.globalRequest, 'flood@example.com', true));
			for (let count = 0; count < 1000; count++) {
				sendPayload(
					attacker.client,
					payloadOf(MESSAGE.globalRequest, `flood-${count}@example.com`, true),
				);
			}

			await expect
				.poll(() => replies.filter(message => message === MESSAGE.requestFailure).length)
				.toBe(1001);
			send(attacker, 1, OPEN);
			for (let count = 0; count < 1000; count++) {
				sendPayload(
					attacker.client,
					payloadOf(MESSAGE.channelRequest, 0, 'env', true, `LC_${count}`, 'x'),
				);
			}

			const answers = (): readonly number[] =>
				replies.filter(
					message => message === MESSAGE.channelSuccess || message === MESSAGE.channelFailure,
				);
			await expect.poll(() => answers().length, {timeout: 20_000}).toBe(1000);
			expect(answers()).not.toContain(MESSAGE.channelSuccess);
			sendPayload(
				attacker.client,
				payloadOf(MESSAGE.channelRequest, 0, 'pty-req', true, 'xterm', 80, 24, 0, 0, ''),
			);
			sendPayload(attacker.client, payloadOf(MESSAGE.channelRequest, 0, 'shell', true));
			await expect
				.poll(() => answers().filter(message => message === MESSAGE.channelSuccess))
				.toHaveLength(2);
		});
	});

	test('what comes faster than anybody types is not taken: eight megabytes stay where they are', async () => {
		const before = await residentMegabytes();
		await attack(async attacker => {
			send(attacker, 256, payloadOf(MESSAGE.ignore, Buffer.alloc(32_000)));
			await moreAnswers(20);
			expect(attacker.socket.writableLength).toBeGreaterThan(1_000_000);
			expect((await residentMegabytes()) - before).toBeLessThan(30);
		});
	});

	test('of a paste of 32 MB without an end nothing stays, and the witness is answered all along', async () => {
		const before = await residentMegabytes();
		await witness.during(async () => {
			await using reader = await openReader(server);
			const {socket} = reader.connection;
			reader.press('/');
			reader.write('\u001B[200~');
			// Past the window, which a client of good will would wait for.
			const piece = payloadOf(MESSAGE.channelData, 0, Buffer.alloc(32 * 1024, 'a'));
			send(reader.connection, 1024, piece);
			await moreAnswers(20);
			expect(socket.writableLength).toBeGreaterThan(10_000_000);
			expect((await residentMegabytes()) - before).toBeLessThan(40);
		});
	});

	test('of five hundred sizes in a row a few are drawn, the last among them, none beyond its bounds', async () => {
		await witness.during(async () => {
			const connection = await logIn(server);
			await using reader = await openReaderOn(connection);
			await reader.waitFor('q quit');
			const sizes = [
				[0, 0],
				[20_000, 2000],
				[2 ** 32 - 1, 2 ** 32 - 1],
				[1, 1],
				[4_000_000, 0],
			] as const;
			for (let count = 0; count < 500; count++) {
				const [columns, rows] = sizes[count % sizes.length] ?? [80, 24];
				sendPayload(
					connection.client,
					payloadOf(MESSAGE.channelRequest, 0, 'window-change', false, columns, rows, 0, 0),
				);
			}

			reader.resize(100, 30);
			await reader.waitFor(() => (reader.rows()[29] ?? '').includes('q quit'));
			reader.press('q');
			await reader.waitForExit();
		});
		const [, frames = ''] = /.* session-end .* reason=quit .*frames=(\d+)/s.exec(server.log) ?? [];
		expect(Number(frames)).toBeLessThan(60);
	});
});
