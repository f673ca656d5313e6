import {execFileSync} from 'node:child_process';
import {once} from 'node:events';
import {closeSync, constants, openSync, writeSync} from 'node:fs';
import {connect, createServer, type Socket} from 'node:net';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {FIRST_FRAME} from '../e2e/support/dashboard.ts';
import {temporaryFolder} from '../e2e/support/temporary-folder.ts';
import {MODES_AT_REST} from '../support/screen.ts';
import {openTerminal} from '../support/terminal.ts';
import {setChannelWindow} from './support/channel-window.ts';
import {sshDashboard} from './support/open-ssh.ts';
import {connectRaw} from './support/raw-client.ts';
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

/** Both ends of a pipe; that of the reader waits for nothing. */
const openPipe = (folder: string): {readonly reader: number; readonly writer: number} => {
	const fifo = path.join(folder, 'log');
	execFileSync('mkfifo', [fifo]);
	const reader = openSync(fifo, constants.O_RDWR | constants.O_NONBLOCK);
	return {reader, writer: openSync(fifo, 'w')};
};

const fill = (pipe: number): void => {
	try {
		while (writeSync(pipe, Buffer.alloc(4096)) > 0) {
			// Until there is no room.
		}
	} catch {
		// There is none.
	}
};

/** An end of a socket whose other end is never read, and what closes both. */
const openSocket = async (folder: string) => {
	const place = path.join(folder, 'socket');
	const peers: Socket[] = [];
	const listener = createServer({pauseOnConnect: true}, peer => peers.push(peer)).listen(place);
	await once(listener, 'listening');
	const socket = connect(place);
	await once(socket, 'connect');
	return {
		// No interface of Node tells it.
		writer: (socket as unknown as {readonly _handle: {readonly fd: number}})._handle.fd,
		close() {
			listener.close();
			for (const end of [socket, ...peers]) {
				end.destroy();
			}
		},
	};
};

describe.each([1, 2])('a server of %i process that cannot log', workers => {
	const args = ['--workers', String(workers), '--log-format', workers === 1 ? 'text' : 'json'];

	test('for want of room on the disk ends when it is told to', async () => {
		const full = openSync('/dev/full', 'w');
		await using server = await startServer({args, logTo: full});
		await using reader = await openReader(server);
		server.kill('SIGTERM');
		expect(await server.exited).toEqual({code: 0, signal: undefined});
		expect(reader.text()).toContain(GOING_DOWN);
		closeSync(full);
	});

	test('as nobody reads its log any more ends when it is told to', async () => {
		await using folder = await temporaryFolder();
		const {reader, writer} = openPipe(folder.path);
		await using server = await startServer({args, logTo: writer});
		closeSync(writer);
		closeSync(reader);
		server.kill('SIGTERM');
		expect(await server.exited).toEqual({code: 0, signal: undefined});
	});

	test('as whoever reads its log stands still ends when it is told to', async () => {
		await using folder = await temporaryFolder();
		const {reader, writer} = openPipe(folder.path);
		fill(reader);
		await using server = await startServer({args, logTo: writer});
		closeSync(writer);
		await using _reader = await openReader(server);
		server.kill('SIGTERM');
		expect(await server.exited).toEqual({code: 0, signal: undefined});
		closeSync(reader);
	});

	test('as whoever has the other end of its socket stands still serves, and ends when it is told to', async () => {
		await using folder = await temporaryFolder();
		const {writer, close} = await openSocket(folder.path);
		fill(writer);
		await using server = await startServer({args, logTo: writer});
		await using reader = await openReader(server);
		reader.press('2');
		await reader.waitFor('┍ 2 Front line ━');
		server.kill('SIGTERM');
		expect(await server.exited).toEqual({code: 0, signal: undefined});
		expect(reader.text()).toContain(GOING_DOWN);
		close();
	});

	test('as its terminal has been told to stop ends when it is told to', async () => {
		await using terminal = await openTerminal({args: ['serve', '--port', '0', ...args]});
		await terminal.waitFor(/listening.*port|"listening"/);
		const port = Number(/ port (\d+): ssh -p /.exec(terminal.text())?.[1]);
		terminal.press('ctrl-s');
		await using client = await connectRaw({port, nextAddress: () => '127.0.0.1'});
		client.write('GET / HTTP/1.0\r\n\r\n');
		await client.ended;
		terminal.kill('SIGTERM');
		expect(await terminal.waitForExit()).toEqual({code: 0, signal: undefined});
	});
});
