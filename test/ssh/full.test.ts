import {once} from 'node:events';
import {describe, expect, test} from 'vitest';
import {sshPiped} from './support/open-ssh.ts';
import {connectRaw} from './support/raw-client.ts';
import {type ServerProcess, startServer} from './support/server.ts';
import {logIn, openReader, openReaderOn} from './support/ssh-reader.ts';

/** What `ssh` says to whoever types it. */
const toldBy = async (server: ServerProcess): Promise<string> => {
	const options = ['-o', 'LogLevel=INFO'];
	const {stderr, code} = await sshPiped(server, {line: 'list towns', options});
	expect(code).not.toBe(0);
	return stderr;
};

describe('a client is told in words', () => {
	test('that there is no room for another session', async () => {
		await using server = await startServer({args: ['--max-sessions', '1']});
		await using _reader = await openReader(server);
		expect(await toldBy(server)).toContain(
			'open failed: resource shortage: the server has no room for another session; please try again in a while',
		);
	});

	test('that a connection has as many sessions as it may', async () => {
		await using server = await startServer();
		await using connection = await logIn(server);
		await openReaderOn(connection);
		await openReaderOn(connection);
		const refusal = await new Promise<Error | undefined>(resolve => {
			connection.client.exec('list towns', error => resolve(error));
		});
		expect(refusal).toMatchObject({
			reason: 4,
			message: expect.stringContaining('one connection has 2 sessions at the most; open another'),
		});
	});

	test('that its address has as many connections as it may', async () => {
		await using server = await startServer({args: ['--max-per-address', '2']});
		const address = server.nextAddress();
		server.nextAddress = () => address;
		await using _first = await logIn(server);
		await using _second = await logIn(server);
		expect(await toldBy(server)).toMatch(
			/too many connections from your address; please close one first/,
		);
	});

	test('that it came too often of late', async () => {
		await using server = await startServer({args: ['--max-per-address', '2']});
		const address = server.nextAddress();
		server.nextAddress = () => address;
		const connect = async (): Promise<void> => {
			await using connection = await logIn(server);
			connection.client.end();
			await once(connection.socket, 'close');
		};
		for (let count = 0; count < 3; count++) {
			await connect();
		}

		await server.waitForLog(/ disconnect /, 3);
		await expect(logIn(server)).rejects.toThrow(
			/your address connects too often; please try again in a few seconds/,
		);
	});
});

test('of many who are turned away at once, only some are told why, and none stays', async () => {
	await using server = await startServer({args: ['--max-per-address', '2']});
	const address = server.nextAddress();
	let ended = 0;
	const clients = await Promise.all(
		Array.from({length: 150}, async () => {
			const client = await connectRaw(server, address);
			void client.ended.then(() => {
				ended += 1;
			});
			return client;
		}),
	);
	// All but the two that it takes in.
	await expect.poll(() => ended, {timeout: 10_000}).toBe(148);
	const told = clients.filter(client => client.received().includes('too often'));
	expect(told.length).toBeGreaterThan(0);
	expect(told.length).toBeLessThanOrEqual(100);
	expect((await sshPiped(server, {line: 'list towns'})).code).toBe(0);
	for (const {socket} of clients) {
		socket.destroy();
	}
});
