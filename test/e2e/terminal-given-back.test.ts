import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {describe, expect, test} from 'vitest';
import {MODES_AT_REST} from '../support/screen.ts';
import {openShell, type Shell} from '../support/shell.ts';
import {builtCommand, openTerminal} from '../support/terminal.ts';
import {builtIn, counted, FIRST_FRAME, openDashboard, selectedRow} from './support/dashboard.ts';
import {isRunning} from './support/processes.ts';
import {startDashboard} from './support/shell-dashboard.ts';

const actors = builtIn.actors.length;

const FAULTS = pathToFileURL(path.join(import.meta.dirname, 'support/plant-fault.mjs')).href;

const plantedFault = (name: string) => ({
	NODE_OPTIONS: `--import=${FAULTS}`,
	PLANTED_FAULT: name,
});

/** The terminal is as it was, and the shell works. */
const expectGivenBack = async (shell: Shell, settings: readonly string[]): Promise<void> => {
	expect(shell.modes()).toEqual(MODES_AT_REST);
	expect(shell.text()).not.toContain('Actors');
	expect(await shell.ttySettings()).toEqual(settings);
};

describe('in a shell', () => {
	const kill = (signal: NodeJS.Signals) => (pid: number) => {
		process.kill(pid, signal);
	};

	test.each<[string, number, (pid: number, shell: Shell) => void]>([
		['q', 0, (_, shell) => shell.press('q')],
		['ctrl-c', 130, (_, shell) => shell.press('ctrl-c')],
		['SIGTERM', 143, kill('SIGTERM')],
		['SIGHUP', 129, kill('SIGHUP')],
		['SIGINT', 130, kill('SIGINT')],
		['SIGQUIT', 131, kill('SIGQUIT')],
	])('after %s the terminal is as it was, and the exit code is %i', async (_, code, end) => {
		await using shell = await openShell();
		await shell.run('echo what was there before');
		const settings = await shell.ttySettings();
		const pid = await startDashboard(shell);
		expect(shell.modes()).toMatchObject({
			alternateScreen: true,
			cursorVisible: false,
			bracketedPaste: true,
			lineWrap: false,
		});
		end(pid, shell);
		await shell.waitForPrompt({timeout: 2000});
		expect(await shell.exitCode()).toBe(code);
		expect(shell.text()).toContain('what was there before');
		await expectGivenBack(shell, settings);
	});

	test('ctrl-z and fg: the shell is usable in between, then the same screen, and keys work', async () => {
		await using shell = await openShell();
		await shell.run('echo what was there before');
		const settings = await shell.ttySettings();
		await startDashboard(shell);
		shell.press('j', 'j');
		await shell.waitFor(() => counted(shell) === `3/${actors}`);
		const before = shell.picture();

		for (const round of [1, 2]) {
			shell.press('ctrl-z');
			await shell.waitForPrompt();
			await expectGivenBack(shell, settings);
			expect(await shell.run(`echo round $((${round}))`)).toBe(`round ${round}\n`);
			expect(await shell.run('jobs')).toContain('Stopped');

			shell.start('fg');
			await shell.waitFor(() => shell.picture().join() === before.join(), {label: 'the screen'});
			expect(shell.modes().bracketedPaste).toBe(true);
			shell.press('j');
			await shell.waitFor(() => counted(shell) === `4/${actors}`);
			shell.press('k');
			await shell.waitFor(() => counted(shell) === `3/${actors}`);
		}

		shell.press('q');
		await shell.waitForPrompt();
		await expectGivenBack(shell, settings);
	});

	test('kill -TSTP from elsewhere and fg do the same', async () => {
		await using shell = await openShell();
		await shell.run('echo what was there before');
		const settings = await shell.ttySettings();
		const pid = await startDashboard(shell);
		const before = shell.picture();
		process.kill(pid, 'SIGTSTP');
		await shell.waitForPrompt();
		await expectGivenBack(shell, settings);
		shell.start('fg');
		await shell.waitFor(() => shell.picture().join() === before.join(), {label: 'the screen'});
		shell.press('G');
		await shell.waitFor(() => counted(shell) === `${actors}/${actors}`);
	});

	test('after a stop that no program sees coming fg brings the screen and the keys back', async () => {
		await using shell = await openShell();
		const pid = await startDashboard(shell);
		const before = shell.picture();
		process.kill(pid, 'SIGSTOP');
		await shell.waitForPrompt();
		shell.start('fg');
		await shell.waitFor(() => shell.picture().join() === before.join(), {label: 'the screen'});
		shell.press('G');
		await shell.waitFor(() => counted(shell) === `${actors}/${actors}`);
	});

	test('a window that changed its size while the program was stopped is drawn once, at the new size', async () => {
		await using shell = await openShell({columns: 120, rows: 40});
		await startDashboard(shell);
		shell.press('ctrl-z');
		await shell.waitForPrompt();
		shell.resize(80, 24);
		await shell.run('echo');
		const from = shell.output().length;
		shell.start('fg');
		await shell.waitFor('1 Actors 46  2 Front line 23');
		expect(shell.rows().at(-1)).toContain('q quit');
		expect(shell.output().slice(from).split('as of')).toHaveLength(2);
	});

	test('bg leaves the shell its terminal, and fg brings the screen back', async () => {
		await using shell = await openShell();
		await shell.run('echo what was there before');
		const settings = await shell.ttySettings();
		await startDashboard(shell);
		shell.press('ctrl-z');
		await shell.waitForPrompt();
		await shell.run('bg');
		// Taking the terminal over from behind stops it again, of which the shell then tells.
		await shell.run('wait %1');
		expect(await shell.run('jobs')).toContain('Stopped');
		await expectGivenBack(shell, settings);
		shell.start('fg');
		await shell.waitFor(FIRST_FRAME);
		shell.press('j');
		await shell.waitFor(() => counted(shell) === `2/${actors}`);
	});

	test('a signal that ends it while it is stopped ends it when it goes on', async () => {
		await using shell = await openShell();
		await shell.run('echo what was there before');
		const settings = await shell.ttySettings();
		const pid = await startDashboard(shell);
		shell.press('ctrl-z');
		await shell.waitForPrompt();
		process.kill(pid, 'SIGTERM');
		shell.start('fg');
		await shell.waitForPrompt();
		expect(await shell.exitCode()).toBe(143);
		await expectGivenBack(shell, settings);
	});
});

describe('after a fault', () => {
	test.each(['drawing', 'drawing-first', 'timer', 'rejection'])(
		'of the kind %s there is one message, a report, and the terminal as it was',
		async fault => {
			const state = await mkdtemp(path.join(tmpdir(), 'libya-tui-'));
			try {
				await using shell = await openShell({
					// Without a frame that was kept, so that the first is drawn.
					env: {
						XDG_STATE_HOME: state,
						XDG_CACHE_HOME: path.join(state, 'cache'),
						...plantedFault(fault),
					},
				});
				await shell.run('echo what was there before');
				const settings = await shell.ttySettings();
				if (fault === 'drawing-first') {
					shell.start(builtCommand([]).join(' '));
				} else {
					process.kill(await startDashboard(shell), 'SIGURG');
				}

				await shell.waitForPrompt();
				expect(shell.modes()).toEqual(MODES_AT_REST);
				const [reportName = ''] = await readdir(path.join(state, 'libya-tui'));
				const screen = shell.rows().join('').replaceAll(/ +/g, ' ');
				expect(screen).toContain('libya-tui had to stop because of a fault of its own');
				expect(screen).toContain('TypeError: planted fault');
				expect(screen).toContain(path.join(state, 'libya-tui', reportName));
				expect(screen).not.toContain('second line');
				expect(screen).not.toMatch(/\.js:\d+|at .*\(/);
				expect(await shell.exitCode()).toBe(1);
				await expectGivenBack(shell, settings);

				const report = await readFile(path.join(state, 'libya-tui', reportName), 'utf8');
				expect(report).toMatch(/Node v\d+.* TERM=xterm-256color/);
				expect(report).toContain('120×40');
				expect(report).toContain('TypeError: planted fault\nwith a second line\n    at ');
			} finally {
				await rm(state, {recursive: true});
			}
		},
	);

	test('where no report can be written the message says so', async () => {
		await using terminal = await openDashboard({
			env: {XDG_STATE_HOME: '/dev/null', TMPDIR: '/dev/null', ...plantedFault('timer')},
		});
		terminal.kill('SIGURG');
		expect((await terminal.waitForExit()).code).toBe(1);
		expect(terminal.text()).toContain('No report of it could be written.');
	});
});

describe('without a shell', () => {
	test.each([
		'SIGTERM',
		'SIGHUP',
		'SIGINT',
		'SIGQUIT',
		'SIGALRM',
		'SIGUSR2',
		'SIGVTALRM',
		'SIGXCPU',
	] as const)(
		'%s ends it within two seconds, and whoever waits for it sees that signal',
		async signal => {
			await using terminal = await openDashboard();
			terminal.kill(signal);
			expect(await terminal.waitForExit({timeout: 2000})).toEqual({code: undefined, signal});
			expect(terminal.modes()).toEqual(MODES_AT_REST);
		},
	);

	test('ctrl-z, where nobody could bring it back, leaves it running', async () => {
		await using terminal = await openDashboard();
		terminal.press('ctrl-z', 'j', 'j');
		await terminal.waitFor(() => selectedRow(terminal).startsWith('› Muammar'));
		expect(terminal.modes().alternateScreen).toBe(true);
	});

	test('it ends when its window is closed', async () => {
		const terminal = await openDashboard();
		const {pid} = terminal;
		terminal.hangUp();
		await expect.poll(() => isRunning(pid), {timeout: 2000}).toBe(false);
	});

	test('it ends when its terminal goes away without a signal', async () => {
		const terminal = await openTerminal({
			command: 'sh',
			args: ['-c', 'setsid sh -c \'echo pid $$; exec "$@"\' sh "$@"; :', 'sh', ...builtCommand([])],
		});
		await terminal.waitFor(FIRST_FRAME);
		const pid = Number(/^pid (\d+)/m.exec(terminal.output())?.[1]);
		expect(isRunning(pid)).toBe(true);
		terminal.hangUp();
		await expect.poll(() => isRunning(pid), {timeout: 2000}).toBe(false);
	});
});
