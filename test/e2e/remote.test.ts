import {type ChildProcess, execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdirSync} from 'node:fs';
import {type AddressInfo, createServer} from 'node:net';
import {userInfo} from 'node:os';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {runPiped} from '../support/piped.ts';
import {MODES_AT_REST} from '../support/screen.ts';
import {builtCommandLine} from '../support/shell.ts';
import {openTerminal} from '../support/terminal.ts';
import {counted, FIRST_FRAME} from './support/dashboard.ts';
import {isRunning} from './support/processes.ts';
import {type TemporaryFolder, temporaryFolder} from './support/temporary-folder.ts';

/** The path of a program; `undefined` where it is not installed. */
const installed = (name: string): string | undefined =>
	[...(process.env.PATH ?? '').split(':'), '/usr/sbin']
		.map(folder => path.join(folder, name))
		.find(file => existsSync(file));

const TMUX = installed('tmux');
const SSHD = installed('sshd');
const SSH = installed('ssh');

describe.skipIf(TMUX === undefined)('inside tmux', () => {
	test('the dashboard is drawn, its keys work, and tmux ends with it', async () => {
		await using folder = await temporaryFolder();
		const tmux = ['-u', '-S', path.join(folder.path, 'socket'), '-f', '/dev/null'];
		const capture = (): string =>
			execFileSync(TMUX ?? '', [...tmux, 'capture-pane', '-p'], {encoding: 'utf8'});
		try {
			await using terminal = await openTerminal({
				command: TMUX ?? '',
				args: [...tmux, 'new-session', builtCommandLine()],
				columns: 120,
				rows: 41,
			});
			await terminal.waitFor(FIRST_FRAME);
			expect(capture()).toMatch(/┍ 1 Actors ━.*\n.*\n│› Moussa Koussa/u);
			terminal.press('down', '2');
			await terminal.waitFor('┍ 2 Front line ━');
			const trimmed = (rows: readonly string[]) => rows.slice(0, 40).map(row => row.trimEnd());
			// tmux shows a frame in pieces; what it holds itself is whole.
			const isWhole = (): boolean =>
				trimmed(terminal.rows()).join('\n') === trimmed(capture().split('\n')).join('\n');
			await terminal.waitFor(isWhole);
			terminal.press('q');
			expect((await terminal.waitForExit()).code).toBe(0);
			expect(terminal.modes()).toEqual(MODES_AT_REST);
		} finally {
			// It has ended with its last session, unless the test failed before.
			await runPiped({command: TMUX ?? '', args: [...tmux, 'kill-server']});
		}
	});
});

/** A port of this machine that nobody listens on. */
const freePort = async (): Promise<number> => {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
};

const keyPair = (file: string): void => {
	execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file]);
};

describe.skipIf(SSHD === undefined || SSH === undefined)('over OpenSSH', () => {
	let folder: TemporaryFolder;
	let server: ChildProcess;
	let client: readonly string[];

	beforeAll(async () => {
		folder = await temporaryFolder();
		const port = await freePort();
		const at = (name: string): string => path.join(folder.path, name);
		keyPair(at('host'));
		keyPair(at('client'));
		const config = await folder.write(
			'sshd_config',
			[
				`Port ${port}`,
				'ListenAddress 127.0.0.1',
				`HostKey ${at('host')}`,
				`AuthorizedKeysFile ${at('client.pub')}`,
				'PidFile none',
				'StrictModes no',
				'UsePAM no',
				'PermitRootLogin yes',
				'PasswordAuthentication no',
				'',
			].join('\n'),
		);
		if (process.getuid?.() === 0) {
			// Where sshd confines itself; a service would have made it.
			mkdirSync('/run/sshd', {recursive: true, mode: 0o755});
		}

		server = spawn(SSHD ?? '', ['-D', '-e', '-f', config], {stdio: ['ignore', 'ignore', 'pipe']});
		const log = createInterface({input: server.stderr as NonNullable<typeof server.stderr>});
		for await (const line of log) {
			if (line.startsWith('Server listening')) {
				break;
			}
		}

		server.stderr?.resume();
		client = [
			...['-F', 'none', '-p', String(port), '-i', at('client'), '-l', userInfo().username],
			...['-o', 'IdentitiesOnly=yes', '-o', 'BatchMode=yes', '-o', 'LogLevel=ERROR'],
			...['-o', 'StrictHostKeyChecking=no', '-o', `UserKnownHostsFile=${at('known')}`],
		];
	});
	afterAll(async () => {
		server.kill();
		await once(server, 'exit');
		await folder[Symbol.asyncDispose]();
	});

	const remote = `LANG=C.UTF-8 exec ${builtCommandLine()}`;

	test('ssh -t shows the dashboard, follows the window, and gives the terminal back', async () => {
		await using terminal = await openTerminal({
			command: SSH ?? '',
			args: [...client, '-tt', '127.0.0.1', remote],
		});
		await terminal.waitFor(FIRST_FRAME);
		terminal.press('j');
		await terminal.waitFor(() => counted(terminal).startsWith('2/'));
		terminal.resize(80, 24);
		await terminal.waitFor('1 Actors 46  2 Front line 23');
		terminal.press('q');
		expect((await terminal.waitForExit()).code).toBe(0);
		expect(terminal.modes()).toEqual(MODES_AT_REST);
	});

	test('ssh without -t prints the digest', async () => {
		const {code, stdout, stderr} = await runPiped({
			command: SSH ?? '',
			args: [...client, '127.0.0.1', remote],
		});
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect(stdout).toBe((await runPiped()).stdout);
	});

	test('a connection that breaks ends the program on the other side', async () => {
		await using terminal = await openTerminal({
			command: SSH ?? '',
			args: [...client, '-tt', '127.0.0.1', `echo pid $$; ${remote}`],
		});
		await terminal.waitFor(FIRST_FRAME);
		const pid = Number(/^pid (\d+)/m.exec(terminal.output())?.[1]);
		expect(isRunning(pid)).toBe(true);
		terminal.kill('SIGKILL');
		await expect.poll(() => isRunning(pid), {timeout: 2000}).toBe(false);
	});
});
