import {once} from 'node:events';
import {type AddressInfo, connect, createServer, type Socket} from 'node:net';
import {Duplex} from 'node:stream';
import {setImmediate} from 'node:timers/promises';
import ssh2 from 'ssh2';
import {describe, expect, test} from 'vitest';
import {holdFirstLine} from '../../source/ssh/first-line.ts';
import {keepInboundBudget} from '../../source/ssh/inbound-budget.ts';
import {newPrivateKey} from '../../source/ssh/openssh-key.ts';

const HOST_KEY = newPrivateKey('');

/** A server of ssh2 that lets everybody in, and the sockets that came to it. */
const openServer = async () => {
	const ssh = new ssh2.Server({hostKeys: [HOST_KEY]}, client => {
		client.on('error', () => {});
		client.on('authentication', context => context.accept());
	});
	const sockets: Socket[] = [];
	const server = createServer({noDelay: true}, socket => {
		sockets.push(socket);
		socket.on('error', () => {});
		// As in the server: this one listens before ssh2 does.
		keepInboundBudget(socket, () => {});
		holdFirstLine(socket);
		ssh.injectSocket(socket);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;

	return {
		/** @returns Both ends of a new connection. */
		connect: async () => {
			const client = connect({port, host: '127.0.0.1', noDelay: true});
			client.on('error', () => {});
			const [socket] = await Promise.all([
				once(server, 'connection') as Promise<[Socket]>,
				once(client, 'connect'),
			]);
			return {client, socket: socket[0]};
		},
		async [Symbol.asyncDispose]() {
			for (const socket of sockets) {
				socket.destroy();
			}

			server.close();
			await once(server, 'close');
		},
	};
};

type Connection = Awaited<ReturnType<Awaited<ReturnType<typeof openServer>>['connect']>>;

/** Sends pieces one after another, each when the one before was read, so that none are joined. */
const sendPieces = async (
	{client, socket}: Connection,
	pieces: readonly Uint8Array[],
): Promise<void> => {
	let sent = socket.bytesRead;
	for (const piece of pieces) {
		if (socket.destroyed || client.destroyed) {
			return;
		}

		client.write(piece);
		sent += piece.length;
		while (socket.bytesRead < sent && !socket.destroyed && !client.destroyed) {
			await setImmediate();
		}
	}
};

/** What a client of ssh2 is given for a socket: its first line goes out in these pieces. */
const cutting = (connection: Connection, cut: (line: Buffer) => readonly Uint8Array[]): Duplex => {
	const {client} = connection;
	let isFirst = true;
	const duplex = new Duplex({
		read() {
			client.resume();
		},
		write(chunk: Buffer, _, done) {
			const pieces = isFirst ? cut(chunk) : [chunk];
			isFirst = false;
			sendPieces(connection, pieces).then(() => done(), done);
		},
		destroy(error, done) {
			client.destroy();
			done(error);
		},
	});
	client.on('data', chunk => duplex.push(chunk));
	client.on('close', () => duplex.push(null));
	return duplex;
};

const login = async (
	connection: Connection,
	cut: (line: Buffer) => readonly Uint8Array[],
): Promise<void> => {
	const client = new ssh2.Client();
	const ended = Promise.race([
		once(client, 'ready'),
		once(client, 'close').then(() => {
			throw new Error('The connection was closed.');
		}),
	]);
	client.connect({sock: cutting(connection, cut), username: 'ada', ident: 'x', readyTimeout: 5000});
	await ended;
	client.destroy();
};

const LENGTH = 'SSH-2.0-x\r\n'.length;

describe('a client gets through', () => {
	test('however its first line is cut in three, or in two, or not at all', async () => {
		await using server = await openServer();
		let ways = 0;
		for (let first = 1; first <= LENGTH; first++) {
			for (let second = first; second <= LENGTH; second++) {
				await login(await server.connect(), line => {
					expect(line).toHaveLength(LENGTH);
					return [
						line.subarray(0, first),
						line.subarray(first, second),
						line.subarray(second),
					].filter(piece => piece.length > 0);
				});
				ways++;
			}
		}

		expect(ways).toBe(66);
	});

	test('when every byte of its first line comes by itself', async () => {
		await using server = await openServer();
		await login(await server.connect(), line => Array.from(line, byte => Uint8Array.of(byte)));
	});

	test('with a first line of 255 bytes', async () => {
		await using server = await openServer();
		const connection = await server.connect();
		let heard = '';
		const answered = new Promise<void>(resolve => {
			connection.client.on('data', (chunk: Buffer) => {
				heard += chunk.toString('latin1');
				if (heard.includes('kex-strict-s')) {
					resolve();
				}
			});
		});
		const line = Buffer.from(`${'SSH-2.0-x '.padEnd(253, 'y')}\r\n`);
		await sendPieces(connection, [
			line.subarray(0, 100),
			line.subarray(100, 200),
			line.subarray(200),
		]);
		await answered;
		connection.client.destroy();
	});

	test('is told who the server is before it says anything', async () => {
		await using server = await openServer();
		const {client} = await server.connect();
		const [greeting] = (await once(client, 'data')) as [Buffer];
		expect(greeting.toString()).toMatch(/^SSH-2\.0-/);
		client.destroy();
	});
});

describe('is shut out at once who', () => {
	const OTHERS: readonly (readonly [string, readonly string[]])[] = [
		['speaks another protocol', ['GET / HTTP/1.1\r\n']],
		['begins like a client and goes on otherwise', ['SS', 'L-2.0\r\n']],
		['says something before', ['hello\r\nSSH-2.0-x\r\n']],
		['sends an empty line before', ['\r\nSSH-2.0-x\r\n']],
		['sends nothing but zeros', ['\0\0\0\0']],
		['has a first line of 256 bytes', [`${'SSH-2.0-x '.padEnd(254, 'y')}\r\n`]],
		['never ends its first line', ['SSH-2.0-', 'x'.repeat(100), 'x'.repeat(100), 'x'.repeat(100)]],
		['never ends it in one packet', [`SSH-2.0-${'x'.repeat(60_000)}`]],
	];

	test.each(OTHERS)('%s', async (_, pieces) => {
		await using server = await openServer();
		const connection = await server.connect();
		const closed = once(connection.socket, 'close');
		await sendPieces(
			connection,
			pieces.map(piece => Buffer.from(piece)),
		);
		await closed;
		expect(connection.socket.destroyed).toBe(true);
		connection.client.destroy();
	});
});
