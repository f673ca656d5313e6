import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {runPiped} from '../support/piped.ts';
import {MODES_AT_REST} from '../support/screen.ts';
import {builtCommandLine} from '../support/shell.ts';
import {openTerminal, type Terminal, type TerminalOptions} from '../support/terminal.ts';
import type {WatchedScreen} from '../support/watched-screen.ts';
import {builtIn, counted, FIRST_FRAME} from './support/dashboard.ts';
import {isRunning} from './support/processes.ts';
import {sequencesIn} from './support/sequences.ts';
import {openSlowLine} from './support/slow-line.ts';
import {HAS_OPENSSH, type SshServer, startSshServer} from './support/ssh-server.ts';

const actors = builtIn.actors.length;

const REMOTE = `exec ${builtCommandLine()}`;

/** Tells the process of the program before it becomes that. */
const REMOTE_WITH_PID = `echo pid $$; ${REMOTE}`;

const openRemote = async (
	args: readonly string[],
	options: TerminalOptions = {},
): Promise<Terminal> => {
	const terminal = await openTerminal({...options, command: 'ssh', args});
	await terminal.waitFor(FIRST_FRAME);
	return terminal;
};

const pidOf = (terminal: Terminal): number => {
	const pid = Number(/^pid (\d+)/m.exec(terminal.output())?.[1]);
	expect(isRunning(pid)).toBe(true);
	return pid;
};

const expectGone = (pid: number): Promise<void> =>
	expect.poll(() => isRunning(pid), {timeout: 2000}).toBe(false);

describe.skipIf(!HAS_OPENSSH)(`over OpenSSH${HAS_OPENSSH ? '' : ' (not installed)'}`, () => {
	let server: SshServer;
	beforeAll(async () => {
		server = await startSshServer();
	});
	afterAll(async () => {
		await server[Symbol.asyncDispose]();
	});

	test.each(['xterm-256color', 'screen-256color', 'tmux-256color', 'linux', 'vt100'])(
		'ssh -t from TERM=%s shows the dashboard, follows the window, and gives the terminal back',
		async term => {
			const env = {TERM: term};
			await using here = await openTerminal({env, columns: 80, rows: 24});
			await here.waitFor(FIRST_FRAME);
			await using terminal = await openRemote([...server.client(['-tt']), REMOTE], {env});
			expect(terminal.text()).toContain('┍ 1 Actors ━');
			terminal.press('j');
			await terminal.waitFor(() => counted(terminal) === `2/${actors}`);
			terminal.resize(20, 6);
			terminal.resize(80, 24);
			terminal.press('k');
			await terminal.waitFor(() => terminal.picture().join('\n') === here.picture().join('\n'), {
				label: 'the same screen as without ssh',
			});
			terminal.press('q');
			expect((await terminal.waitForExit()).code).toBe(0);
			expect(terminal.modes()).toEqual(MODES_AT_REST);
		},
	);

	test('ssh -t from TERM=dumb says in lines what each key did, and asks nothing of the terminal', async () => {
		await using terminal = await openRemote([...server.client(['-tt']), REMOTE], {
			env: {TERM: 'dumb'},
			columns: 200,
		});
		terminal.press('j');
		await terminal.waitFor(`2 of ${actors}: William Hague.`);
		terminal.press('q');
		expect((await terminal.waitForExit()).code).toBe(0);
		expect(sequencesIn(terminal.output())).toEqual([]);
	});

	test('ssh without -t prints the digest', async () => {
		const {code, stdout, stderr} = await runPiped({
			command: 'ssh',
			args: [...server.client(), REMOTE],
		});
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect(stdout).toBe((await runPiped()).stdout);
	});

	test.each(['ctrl-c', 'q'])('the exit code of %s comes through', async key => {
		await using terminal = await openRemote([...server.client(['-tt']), REMOTE]);
		terminal.press(key);
		expect((await terminal.waitForExit()).code).toBe(key === 'q' ? 0 : 130);
	});

	test('a client that was stopped goes on with the newest screen, and no key is lost', async () => {
		await using terminal = await openRemote([...server.client(['-tt']), REMOTE]);
		terminal.kill('SIGSTOP');
		terminal.press('j', 'j', 'j', 'j', 'k');
		terminal.resize(80, 24);
		terminal.kill('SIGCONT');
		await terminal.waitFor('1 Actors 46  2 Front line 23');
		await terminal.waitFor(/4\/46/);
		terminal.press('G');
		await terminal.waitFor(/46\/46/);
	});

	test('a line that held everything for a while goes on with the newest screen, and no key is lost', async () => {
		await using line = await openSlowLine(server.port);
		await using terminal = await openRemote([...server.client(['-tt'], line.port), REMOTE]);
		line.hold();
		for (let presses = 0; presses < 30; presses++) {
			terminal.press('j', 'j', 'k');
		}

		terminal.resize(110, 30);
		line.release();
		await terminal.waitFor(() => counted(terminal) === `31/${actors}`);
		terminal.press('2');
		await terminal.waitFor('┍ 2 Front line ━');
	});

	test.each<[string, (terminal: Terminal, line: {readonly cut: () => void}) => void]>([
		['a client that is killed', terminal => terminal.kill('SIGKILL')],
		['a client that is ended', terminal => terminal.kill('SIGTERM')],
		['a window that is closed', terminal => terminal.hangUp()],
		['a line that is cut', (_, line) => line.cut()],
	])('%s ends the program on the other side within two seconds', async (_, end) => {
		await using line = await openSlowLine(server.port);
		await using terminal = await openRemote([
			...server.client(['-tt'], line.port),
			REMOTE_WITH_PID,
		]);
		const pid = pidOf(terminal);
		terminal.press('j');
		await terminal.waitFor(() => counted(terminal) === `2/${actors}`);
		end(terminal, line);
		await expectGone(pid);
	});

	test('a client that dies while it is stopped and keys wait ends the program too', async () => {
		await using line = await openSlowLine(server.port);
		await using terminal = await openRemote([
			...server.client(['-tt'], line.port),
			REMOTE_WITH_PID,
		]);
		const pid = pidOf(terminal);
		line.hold();
		for (let presses = 0; presses < 200; presses++) {
			terminal.press(presses % 2 === 0 ? 'j' : 'k');
		}

		terminal.kill('SIGSTOP');
		terminal.kill('SIGKILL');
		line.cut();
		await expectGone(pid);
	});

	describe('in a shell there', () => {
		/** What a remote shell has before it: nothing of the readline library, which asks and sets much itself. */
		const SHELL = `env PS1='[$] ' bash --norc --noprofile --noediting -i`;

		const isAtPrompt = (terminal: WatchedScreen): boolean => {
			const {column, row} = terminal.cursor();
			return (
				!terminal.modes().alternateScreen &&
				column === 4 &&
				terminal.rows()[row]?.trimEnd() === '[$]'
			);
		};

		test.each(['q', 'ctrl-c', 'ctrl-z'])(
			'after %s no answer that was still on its way is left to the shell',
			async key => {
				await using line = await openSlowLine(server.port);
				await using terminal = await openTerminal({
					command: 'ssh',
					args: [...server.client(['-tt'], line.port), SHELL],
				});
				await terminal.waitFor(isAtPrompt);
				terminal.type(`${builtCommandLine()}\n`);
				await terminal.waitFor(FIRST_FRAME);
				terminal.press('j');
				await terminal.waitFor(() => counted(terminal) === `2/${actors}`);
				line.shape({delay: 300});
				const before = line.down;
				terminal.press('j');
				await expect.poll(() => line.down, {interval: 5}).toBeGreaterThan(before);
				// Under way to the terminal is a frame, whose answer has as far to go again.
				terminal.press(key);
				await terminal.waitFor(isAtPrompt);
				// Shows whatever comes, an answer too.
				terminal.type('cat -v\nsaid\n');
				await terminal.waitFor(/said\nsaid/);
				expect(terminal.text()).toMatch(/\[\$\] cat -v\nsaid\nsaid/);
				expect(terminal.output()).not.toContain('[0n');
				expect(terminal.modes()).toEqual(MODES_AT_REST);
			},
		);

		test('ctrl-z and fg: the shell is usable in between, then the same screen, and keys work', async () => {
			await using terminal = await openTerminal({
				command: 'ssh',
				args: [...server.client(['-tt']), SHELL],
			});
			await terminal.waitFor(isAtPrompt);
			terminal.type(`${builtCommandLine()}\n`);
			await terminal.waitFor(FIRST_FRAME);
			const before = terminal.picture();
			for (const round of [1, 2]) {
				terminal.press('ctrl-z');
				await terminal.waitFor(isAtPrompt);
				terminal.type(`echo round $((${round}))\n`);
				await terminal.waitFor(`\nround ${round}\n`);
				terminal.type('fg\n');
				await terminal.waitFor(() => terminal.picture().join() === before.join());
				terminal.press('j');
				await terminal.waitFor(() => counted(terminal) === `2/${actors}`);
				terminal.press('k');
				await terminal.waitFor(() => counted(terminal) === `1/${actors}`);
			}
		});
	});
});

describe.skipIf(!HAS_OPENSSH).each([
	[
		'ForceCommand',
		{config: [`ForceCommand ${builtCommandLine()}`, 'DisableForwarding yes', 'PermitUserRC no']},
	],
	[
		'restrict,pty,command=',
		{keyOptions: `restrict,pty,command="LANG=C.UTF-8 ${builtCommandLine()}"`},
	],
])('an account that has nothing but the dashboard, by %s', (_, options) => {
	let server: SshServer;
	beforeAll(async () => {
		server = await startSshServer(options);
	});
	afterAll(async () => {
		await server[Symbol.asyncDispose]();
	});

	test('is the dashboard on a terminal, whatever else is asked for', async () => {
		await using terminal = await openRemote([...server.client(['-tt']), 'sh -c "echo a shell"']);
		terminal.press('j');
		await terminal.waitFor(() => counted(terminal) === `2/${actors}`);
		// There is nobody there who could continue it.
		terminal.press('ctrl-z', 'j');
		await terminal.waitFor(() => counted(terminal) === `3/${actors}`);
		terminal.resize(80, 24);
		await terminal.waitFor('1 Actors 46  2 Front line 23');
		terminal.press('q');
		expect((await terminal.waitForExit()).code).toBe(0);
		expect(terminal.modes()).toEqual(MODES_AT_REST);
		expect(terminal.output()).not.toContain('a shell');
	});

	test('is the digest without a terminal, whatever else is asked for', async () => {
		const digest = (await runPiped()).stdout;
		const asked = [
			server.client(),
			[...server.client(), 'sh -c "echo a shell"'],
			[...server.client(['-s']), 'sftp'],
		];
		for (const args of asked) {
			const {code, stdout} = await runPiped({command: 'ssh', args});
			expect({code, stdout}).toEqual({code: 0, stdout: digest});
		}
	});

	test('forwards nothing', async () => {
		const {code, stderr} = await runPiped({
			command: 'ssh',
			args: server.client(['-N', '-o', 'ExitOnForwardFailure=yes', '-R', '0:127.0.0.1:1']),
		});
		expect(code).toBe(255);
		expect(stderr).toContain('remote port forwarding failed');
	});
});
