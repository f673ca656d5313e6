import {once} from 'node:events';
import type {ClientChannel} from 'ssh2';
import {expect, test} from 'vitest';
import type {RemoteProcess} from '../../source/ssh/service.ts';
import {counted} from '../e2e/support/dashboard.ts';
import {aService} from './support/a-service.ts';
import {setChannelWindow} from './support/channel-window.ts';
import {startOwnServer} from './support/own-server.ts';
import {logIn, openReader, type SshConnection} from './support/ssh-reader.ts';

/** A command that writes more than a client takes, and is at hand to be given up. */
const aLongCommand = () => {
	const begun = Promise.withResolvers<RemoteProcess>();
	const service = aService({
		perform(remote) {
			remote.stdout.write('much '.repeat(100_000));
			begun.resolve(remote);
			return new Promise(resolve => {
				remote.interrupted.addEventListener('abort', () => resolve(1));
			});
		},
	});
	return {service, begun: begun.promise};
};

const exec = ({client}: SshConnection): Promise<ClientChannel> =>
	new Promise((resolve, reject) => {
		client.exec('export', (error, channel) =>
			error === undefined ? resolve(channel) : reject(error),
		);
	});

test('a command given up as nobody takes what it writes ends alone, and what else is read on its connection goes on', async () => {
	const {service, begun} = aLongCommand();
	await using server = await startOwnServer({service});
	await using reader = await openReader(server);
	const {connection} = reader;
	setChannelWindow(connection.client, 1000);
	const channel = await exec(connection);
	channel.pause();
	const exited = once(channel, 'exit');
	const remote = await begun;
	remote.giveUp('stalled');
	expect(await exited).toContain(1);
	expect(remote.interrupted.aborted).toBe(true);
	reader.press('j');
	await reader.waitFor(() => counted(reader).startsWith('2/'));
	// Its place on the connection is free again.
	await exec(connection);
	expect(server.log.join('\n')).not.toContain('session-refused');
});

test('a command given up as it takes too much memory says so, and exits with 1', async () => {
	const {service, begun} = aLongCommand();
	await using server = await startOwnServer({service});
	await using connection = await logIn(server);
	const channel = await exec(connection);
	channel.resume();
	let said = '';
	channel.stderr.on('data', (text: Buffer) => {
		said += text.toString();
	});
	const exited = once(channel, 'exit');
	(await begun).giveUp('memory');
	expect(await exited).toContain(1);
	expect(said).toContain('more memory than a command may have here');
	expect(server.log.join('\n')).toMatch(/session-end .*"reason":"memory"/);
});
