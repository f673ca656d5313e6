import {expect, test} from 'vitest';
import {type Living, livingIn} from './support/living.ts';
import {type ServerProcess, startServer} from './support/server.ts';
import {logIn, openReader} from './support/ssh-reader.ts';

/** Under the ten seconds after which the server would let go of a connection that nothing runs in. */
const SOON = {timeout: 6000};

/** Asks for the inspector by a signal, at a free port. */
const inspectorOf = async (server: ServerProcess): Promise<string> => {
	server.kill('SIGUSR1');
	await server.waitForLog(/^Debugger listening on \S+/m);
	return /^Debugger listening on (\S+)/m.exec(server.log)?.[1] ?? '';
};

/** Whether no more of anything is alive than was. */
const isNoMore = (now: Living, before: Living) => ({
	timers: now.timers <= before.timers,
	sockets: now.sockets <= before.sockets,
});

const NO_MORE = {timers: true, sockets: true};

/** Goes in the middle of a command, of which the first piece has come. */
const leaveCommand = async (server: ServerProcess): Promise<void> => {
	const {client, socket} = await logIn(server);
	await new Promise<void>((resolve, reject) => {
		client.exec('export --format html', (error, channel) => {
			if (error === undefined) {
				channel.once('data', () => resolve());
			} else {
				reject(error);
			}
		});
	});
	socket.destroy();
};

test('readers who go in the middle of their commands leave no socket and no timer behind', async () => {
	await using server = await startServer({env: {NODE_OPTIONS: '--inspect-port=127.0.0.1:0'}});
	const address = await inspectorOf(server);
	const leave = (count: number): Promise<unknown> =>
		Promise.all(Array.from({length: count}, () => leaveCommand(server)));
	await leave(4);
	await server.waitForLog(/ disconnect /, 4);
	const before = await livingIn(address);
	for (let round = 1; round <= 5; round++) {
		await leave(4);
		await server.waitForLog(/ disconnect /, 4 + 4 * round);
	}

	await expect.poll(async () => isNoMore(await livingIn(address), before), SOON).toEqual(NO_MORE);
});

test.each([
	['cut', (reader: Awaited<ReturnType<typeof openReader>>) => reader.connection.socket.destroy()],
	['reset', reader => reader.connection.socket.resetAndDestroy()],
	['ended', reader => reader.connection.client.end()],
] satisfies [string, (reader: Awaited<ReturnType<typeof openReader>>) => void][])(
	'a reader whose line is %s leaves no socket and no timer behind',
	async (_, leave) => {
		await using server = await startServer({env: {NODE_OPTIONS: '--inspect-port=127.0.0.1:0'}});
		const address = await inspectorOf(server);
		leave(await openReader(server));
		await server.waitForLog(/ disconnect /);
		// The first may leave what is loaded for all who come after.
		const before = await livingIn(address);
		for (let count = 0; count < 3; count += 1) {
			leave(await openReader(server));
		}

		await server.waitForLog(/ disconnect /, 4);
		await expect.poll(async () => isNoMore(await livingIn(address), before), SOON).toEqual(NO_MORE);
	},
);
