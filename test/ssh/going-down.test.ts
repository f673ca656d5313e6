import {once} from 'node:events';
import {connect} from 'node:net';
import {describe, expect, test} from 'vitest';
import {FIRST_FRAME} from '../e2e/support/dashboard.ts';
import {MODES_AT_REST} from '../support/screen.ts';
import {setChannelWindow} from './support/channel-window.ts';
import {sshDashboard} from './support/open-ssh.ts';
import {type ServerProcess, startServer} from './support/server.ts';
import {logIn, openReader} from './support/ssh-reader.ts';

const GOING_DOWN = 'libya-tui: the server is going down; please log in again in a while.';

const openReaders = (server: ServerProcess, count: number) =>
	Promise.all(Array.from({length: count}, () => openReader(server, {columns: 80, rows: 24})));

/** What comes of a connection to the server. */
const knock = async ({port}: ServerProcess): Promise<string> => {
	const socket = connect(port, '127.0.0.1');
	try {
		await once(socket, 'connect');
		return 'open';
	} catch (error) {
		return (error as NodeJS.ErrnoException).code ?? '';
	} finally {
		socket.destroy();
	}
};

describe.each(['SIGTERM', 'SIGINT'] as const)('%s', signal => {
	test('gives twenty terminals back, says why, lets nobody in any more, and ends with 0', async () => {
		await using server = await startServer({args: ['--max-per-address', '30']});
		const terminals = await Promise.all([sshDashboard(server), sshDashboard(server)]);
		const readers = await openReaders(server, 18);
		await server.waitForLog(/session-start/, 20);
		server.kill(signal);
		await server.waitForLog(/reason=shutdown/);
		expect(await knock(server)).toBe('ECONNREFUSED');
		for (const screen of [...terminals, ...readers]) {
			await screen.waitForExit();
			expect(screen.modes()).toEqual(MODES_AT_REST);
			expect(screen.text()).toContain(GOING_DOWN);
			expect(screen.text()).not.toMatch(FIRST_FRAME);
		}

		expect(terminals.map(({ending}) => ending?.code)).toEqual([0, 0]);
		expect(await server.exited).toEqual({code: 0, signal: undefined});
		expect(server.log.match(/session-end .* reason=shutdown /g)).toHaveLength(20);
		await Promise.all(terminals.map(terminal => terminal[Symbol.asyncDispose]()));
	});
});

describe('SIGTERM', () => {
	test('waits for nobody who is not there any more, or never logged in', async () => {
		await using server = await startServer();
		await using reader = await openReader(server);
		reader.stall();
		await using _idle = await logIn(server);
		await using full = await logIn(server);
		setChannelWindow(full.client, 1000);
		full.client.exec('export --format json', () => {});
		await server.waitForLog(/session-start .*command=export/);
		const silent = connect({port: server.port, host: '127.0.0.1', localAddress: '127.0.99.1'});
		silent.on('error', () => {});
		await once(silent, 'connect');
		server.kill('SIGTERM');
		expect(await server.exited).toEqual({code: 0, signal: undefined});
		silent.destroy();
	});

	test('a second time ends it at once, whoever is still there', async () => {
		await using server = await startServer();
		await using reader = await openReader(server);
		// It keeps its side open, so that the server would wait for it.
		reader.stall();
		server.kill('SIGTERM');
		await server.waitForLog(/ shutdown/);
		server.kill('SIGTERM');
		expect(await server.exited).toEqual({code: 0, signal: undefined});
		expect(server.log).not.toContain(' disconnect ');
	});

	test('once does wait, and tells of everybody who was there', async () => {
		await using server = await startServer();
		await using reader = await openReader(server);
		reader.stall();
		server.kill('SIGTERM');
		expect(await server.exited).toEqual({code: 0, signal: undefined});
		expect(server.log).toContain(' disconnect ');
	});
});
