import type {ClientChannel} from 'ssh2';
import {expect, test} from 'vitest';
import {setChannelWindow} from './support/channel-window.ts';
import {sshPiped} from './support/open-ssh.ts';
import {type ServerProcess, startServer} from './support/server.ts';
import {logIn, type SshConnection} from './support/ssh-reader.ts';

const LINE = 'list towns --json';

const exec = (connection: SshConnection, line: string): Promise<ClientChannel> =>
	new Promise((resolve, reject) => {
		connection.client.exec(line, (error, channel) =>
			error === undefined ? resolve(channel) : reject(error),
		);
	});

/** A client that begins two exports, and takes no more of them than the first thousand bytes. */
const beginStalled = async (
	server: Pick<ServerProcess, 'port' | 'nextAddress'>,
): Promise<SshConnection> => {
	const connection = await logIn(server);
	setChannelWindow(connection.client, 1000);
	for (const line of ['export --format json', 'export --format html']) {
		const channel = await exec(connection, line);
		// Its window is never opened again.
		channel.pause();
	}

	return connection;
};

test('commands whose reader takes nothing leave room for those of others', async () => {
	await using server = await startServer();
	await using _one = await beginStalled(server);
	await using _two = await beginStalled(server);
	await server.waitForLog(/ session-start .*kind=command/, 4);
	for (const line of [LINE, 'export --format geojson', 'search benghazi']) {
		const {code, stdout} = await sshPiped(server, {line});
		expect([code, stdout.length > 100]).toEqual([0, true]);
	}
});

test('one address has a few threads at the most, and what needs none waits for nothing', async () => {
	await using server = await startServer({args: ['--max-per-address', '400']});
	const address = server.nextAddress();
	const all = await Promise.all(
		Array.from({length: 4}, () => beginStalled({port: server.port, nextAddress: () => address})),
	);
	await server.waitForLog(/ session-start .*kind=command/, 8);
	expect(await sshPiped(server, {line: LINE})).toMatchObject({code: 0});
	expect(await sshPiped(server, {line: 'help'})).toMatchObject({code: 0});
	expect(await sshPiped(server, {line: 'rm -r x'})).toMatchObject({code: 127});
	// Both of its streams are on the way at once.
	expect(await sshPiped(server, {line: 'search zzzz --json'})).toMatchObject({
		code: 1,
		stdout: '[]\n',
	});
	for (const connection of all) {
		connection.socket.destroy();
	}
});

test('a command that waits is forgotten with its reader, and nobody is sent away for it', async () => {
	await using server = await startServer({args: ['--max-per-address', '400']});
	for (let count = 0; count < 12; count++) {
		const connections = await Promise.all(Array.from({length: 8}, () => logIn(server)));
		await Promise.all(connections.map(connection => exec(connection, 'export --format html')));
		for (const connection of connections) {
			connection.socket.destroy();
		}
	}

	const {code, stdout} = await sshPiped(server, {line: LINE});
	expect([code, stdout.length > 100]).toEqual([0, true]);
	expect(server.log).not.toContain('session-fault');
});

test('of one address no more wait than a few, and the rest end with 75', async () => {
	await using server = await startServer({
		args: ['--max-per-address', '400', '--max-commands', '2'],
	});
	const address = server.nextAddress();
	const connections = await Promise.all(
		Array.from({length: 20}, () => logIn({port: server.port, nextAddress: () => address})),
	);
	const codes = await Promise.all(
		connections.map(async connection => {
			const channel = await exec(connection, 'export --format html');
			channel.resume();
			channel.stderr.resume();
			return new Promise<number>(resolve => channel.once('exit', resolve));
		}),
	);
	expect(codes).toContain(0);
	expect(codes).toContain(75);
	expect(new Set(codes)).toEqual(new Set([0, 75]));
	await server.waitForLog(/ session-end .*reason=busy .*code=75/);
	for (const connection of connections) {
		connection.socket.destroy();
	}
});
