import {expect, test} from 'vitest';
import {livingIn} from './support/living.ts';
import {type ServerProcess, startServer} from './support/server.ts';
import {openReader} from './support/ssh-reader.ts';

/** Under the ten seconds after which the server would let go of a connection that nothing runs in. */
const SOON = {timeout: 6000};

/** Asks for the inspector by a signal, at a free port. */
const inspectorOf = async (server: ServerProcess): Promise<string> => {
	server.kill('SIGUSR1');
	await server.waitForLog(/^Debugger listening on \S+/m);
	return /^Debugger listening on (\S+)/m.exec(server.log)?.[1] ?? '';
};

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
		await expect
			.poll(async () => {
				const {timers, sockets} = await livingIn(address);
				return {timers: timers <= before.timers, sockets: sockets <= before.sockets};
			}, SOON)
			.toEqual({timers: true, sockets: true});
	},
);
