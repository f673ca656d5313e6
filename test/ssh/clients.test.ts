import {once} from 'node:events';
import {connect} from 'node:net';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {counted, FIRST_FRAME, openDashboard, pressAndSee} from '../e2e/support/dashboard.ts';
import {hasPython, isInstalled, PYTHON} from '../e2e/support/installed.ts';
import {temporaryFolder} from '../e2e/support/temporary-folder.ts';
import {freePort} from '../support/free-port.ts';
import {runPiped} from '../support/piped.ts';
import {MODES_AT_REST} from '../support/screen.ts';
import {openTerminal, type Terminal} from '../support/terminal.ts';
import {sshDashboard, sshPiped, sshTerminal} from './support/open-ssh.ts';
import {samePicture} from './support/same-picture.ts';
import {type ServerProcess, startServer} from './support/server.ts';

let server: ServerProcess;
beforeAll(async () => {
	server = await startServer({args: ['--max-per-address', '30']});
});
afterAll(async () => {
	await server[Symbol.asyncDispose]();
});

/** Opens the dashboard, goes through it, follows the window, and leaves. */
const readWith = async (terminal: Terminal): Promise<void> => {
	await using here = await openDashboard();
	await terminal.waitFor(FIRST_FRAME, {timeout: 30_000});
	await samePicture(terminal, here);
	for (const key of ['j', '3', 'pagedown', 'tab', '?', 'esc']) {
		await pressAndSee(here, key);
		terminal.press(key);
		await samePicture(terminal, here);
	}

	here.resize(80, 24);
	await here.waitFor('1 Actors 46  2 Front line 23');
	terminal.resize(80, 24);
	await samePicture(terminal, here);
	terminal.press('q');
	expect(await terminal.waitForExit()).toEqual({code: 0, signal: undefined});
	expect(terminal.modes()).toEqual(MODES_AT_REST);
};

describe('each of the clients opens the dashboard, uses it and leaves', () => {
	test('OpenSSH', async () => {
		await using terminal = await sshTerminal(server);
		await readWith(terminal);
	});

	test.skipIf(!isInstalled('dbclient'))('dropbear (dbclient)', async () => {
		await using terminal = await openTerminal({
			command: 'dbclient',
			args: ['-y', '-y', '-t', '-p', String(server.port), 'reader@127.0.0.1'],
		});
		await readWith(terminal);
	});

	test.skipIf(!isInstalled('plink'))('PuTTY (plink)', async () => {
		await using terminal = await openTerminal({
			command: 'plink',
			args: [
				...['-batch', '-hostkey', server.fingerprint, '-t'],
				...['-P', String(server.port), 'reader@127.0.0.1'],
			],
		});
		await readWith(terminal);
	});

	test.skipIf(!hasPython('paramiko')).each([['paramiko']])('%s', async name => {
		await using terminal = await openTerminal({
			command: PYTHON,
			args: [
				...['-W', 'ignore'],
				path.join(import.meta.dirname, `support/${name}-client.py`),
				String(server.port),
			],
		});
		await readWith(terminal);
	});

	test.skipIf(!hasPython('asyncssh')).each([['asyncssh']])('%s', async name => {
		await using terminal = await openTerminal({
			command: PYTHON,
			args: [
				...['-W', 'ignore'],
				path.join(import.meta.dirname, `support/${name}-client.py`),
				String(server.port),
			],
		});
		await readWith(terminal);
	});
});

describe('OpenSSH', () => {
	test('exchanges keys anew again and again while the dashboard is used', async () => {
		await using terminal = await sshTerminal(server, {options: ['-o', 'RekeyLimit=16K']});
		await readWith(terminal);
	});

	test.each(['16K', '64K'])(
		'exchanges keys anew each %s of an export, which is whole',
		async limit => {
			const line = 'export --format json';
			const there = await sshPiped(server, {line, options: ['-o', `RekeyLimit=${limit}`]});
			expect(there).toEqual(await runPiped({args: line.split(' ')}));
		},
	);

	test('has two sessions on one connection, each with its own place', async () => {
		await using folder = await temporaryFolder();
		const socket = path.join(folder.path, 'control');
		await using first = await sshDashboard(server, {
			options: ['-o', 'ControlMaster=yes', '-o', `ControlPath=${socket}`],
		});
		await using second = await sshDashboard(server, {
			options: ['-o', 'ControlMaster=no', '-o', `ControlPath=${socket}`],
			columns: 80,
			rows: 24,
		});
		first.press('j', 'j');
		await first.waitFor(() => counted(first).startsWith('3/'));
		second.press('j');
		await second.waitFor(() => counted(second).startsWith('2/'));
		expect(counted(first)).toMatch(/^3\//);
		second.press('q');
		expect((await second.waitForExit()).code).toBe(0);
		first.press('k');
		await first.waitFor(() => counted(first).startsWith('2/'));
		const {code, stdout} = await sshPiped(server, {
			line: 'list towns',
			options: ['-o', 'ControlMaster=no', '-o', `ControlPath=${socket}`],
		});
		expect({code, stdout}).toEqual({code: 0, stdout: expect.stringContaining('place:brega')});
		first.press('q');
		expect((await first.waitForExit()).code).toBe(0);
	});

	test.each<[string, readonly string[], RegExp | undefined]>([
		['-R', ['-R', '0:127.0.0.1:9'], /remote port forwarding failed|forwarding.*failed/],
		['-A', ['-A'], undefined],
		['-X', ['-X'], undefined],
	])('%s is refused, and the session works', async (_, options, said) => {
		await using terminal = await sshTerminal(server, {
			options: [...options, '-o', 'LogLevel=INFO'],
			env: {DISPLAY: '127.0.0.1:99'},
		});
		await terminal.waitFor(FIRST_FRAME);
		terminal.press('j');
		await terminal.waitFor(() => counted(terminal).startsWith('2/'));
		terminal.press('q');
		expect((await terminal.waitForExit()).code).toBe(0);
		if (said !== undefined) {
			expect(terminal.output()).toMatch(said);
		}
	});

	test('-R alone, with ExitOnForwardFailure, tells that it is refused', async () => {
		const {code, stderr} = await sshPiped(server, {
			options: ['-N', '-R', '0:127.0.0.1:9', '-o', 'ExitOnForwardFailure=yes'],
		});
		expect(code).toBe(255);
		expect(stderr).toMatch(/remote port forwarding failed/);
	});

	test('-W, as a jump host would, is refused', async () => {
		const {code, stdout, stderr} = await sshPiped(server, {
			options: ['-W', `127.0.0.1:${server.port}`],
		});
		expect({code, stdout}).toEqual({code: 255, stdout: ''});
		expect(stderr).toMatch(/open failed|administratively prohibited|forwarding failed/);
	});

	test('-s sftp is refused, and so are sftp and scp', async () => {
		const {code, stdout, stderr} = await sshPiped(server, {options: ['-s'], line: 'sftp'});
		expect({code, stdout}).toEqual({code: 255, stdout: ''});
		expect(stderr).toContain('subsystem request failed');
	});

	test('with a terminal and nothing to read keys from it ends, with 1', async () => {
		expect((await sshPiped(server, {options: ['-tt']})).code).toBe(1);
	});

	test('with a terminal obeys the keys of a pipe before that ends it', async () => {
		expect((await sshPiped(server, {options: ['-tt'], input: 'jjq'})).code).toBe(0);
		expect((await sshPiped(server, {options: ['-tt'], input: 'jj'})).code).toBe(1);
	});

	test('-L opens nothing there, and the session works', async () => {
		const port = await freePort();
		await using terminal = await sshDashboard(server, {
			options: ['-L', `127.0.0.1:${port}:127.0.0.1:${server.port}`],
		});
		const socket = connect(port, '127.0.0.1');
		socket.on('error', () => {});
		let came = 0;
		socket.on('data', ({length}) => {
			came += length;
		});
		await once(socket, 'close');
		expect(came).toBe(0);
		terminal.press('q');
		expect((await terminal.waitForExit()).code).toBe(0);
	});

	test('~. ends the session on the server too', async () => {
		await using terminal = await sshDashboard(server, {options: ['-o', 'EscapeChar=~']});
		const before = server.log.match(/reason=gone/g)?.length ?? 0;
		terminal.press('enter', '~', '.');
		await terminal.waitForExit();
		await server.waitForLog(/reason=gone/, before + 1);
	});
});

test.skipIf(!isInstalled('ssh-audit'))(
	'ssh-audit finds the algorithms of its policy, and no others',
	async () => {
		const policy = path.join(import.meta.dirname, 'ssh-audit-policy.txt');
		const {code, stdout} = await runPiped({
			command: 'ssh-audit',
			args: ['-n', '-P', policy, '-p', String(server.port), '127.0.0.1'],
		});
		expect(stdout).toMatch(/^Result:.*Passed/m);
		expect(code).toBe(0);
	},
);
