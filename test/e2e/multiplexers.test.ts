import {chmod} from 'node:fs/promises';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {runPiped} from '../support/piped.ts';
import {MODES_AT_REST} from '../support/screen.ts';
import {builtCommandLine} from '../support/shell.ts';
import {openTerminal, type Terminal, type TerminalOptions} from '../support/terminal.ts';
import type {Expectation} from '../support/watched-screen.ts';
import {builtIn, counted, FIRST_FRAME} from './support/dashboard.ts';
import {isInstalled} from './support/installed.ts';
import {HAS_OPENSSH, type SshServer, startSshServer} from './support/ssh-server.ts';
import {type TemporaryFolder, temporaryFolder} from './support/temporary-folder.ts';

const actors = builtIn.actors.length;

/** The command lines by which a program for many terminals in one is used. */
interface Multiplexer {
	readonly program: string;
	readonly config: readonly string[];
	/** Starts it with a command line in its one window. */
	readonly start: (command: string) => string;
	/** Comes back to that. */
	readonly attach: string;
	readonly end: string;
}

const tmux = (term: string): Multiplexer => {
	const words = 'exec tmux -u -S socket -f config';
	return {
		program: 'tmux',
		config: ['set -g status off', `set -g default-terminal ${term}`],
		start: command => `${words} new-session ${command}`,
		attach: `${words} attach`,
		end: `${words} kill-server`,
	};
};

const screen = (term: string): Multiplexer => {
	const words = 'SCREENDIR=$PWD exec screen -U -c config';
	return {
		program: 'screen',
		// Without the second a full screen stays behind in its window.
		config: ['startup_message off', 'altscreen on'],
		start: command => `${words} -T ${term} ${command}`,
		attach: `${words} -d -r`,
		end: `${words} -X quit`,
	};
};

const KINDS: readonly (readonly [string, Multiplexer])[] = [
	['tmux with TERM=tmux-256color', tmux('tmux-256color')],
	['tmux with TERM=screen-256color', tmux('screen-256color')],
	['tmux with TERM=screen', tmux('screen')],
	['screen with TERM=screen-256color', screen('screen-256color')],
	['screen with TERM=screen', screen('screen')],
];

describe.each(KINDS)('inside %s', (_, {program, config, start, attach, end}) => {
	const isThere = isInstalled(program) && HAS_OPENSSH;
	let server: SshServer;
	let folder: TemporaryFolder;
	beforeAll(async () => {
		if (isThere) {
			server = await startSshServer();
		}
	});
	afterAll(async () => {
		await server?.[Symbol.asyncDispose]();
	});
	beforeEach(async () => {
		folder = await temporaryFolder();
		await folder.write('config', `${config.join('\n')}\n`);
		// Screen wants its folder to be nobody else's.
		await chmod(folder.path, 0o700);
	});
	afterEach(async () => {
		// It has ended with its last window, unless the test failed before.
		await runPiped({command: 'sh', args: ['-c', end], cwd: folder.path});
		await folder[Symbol.asyncDispose]();
	});

	const open = async (
		isRemote: boolean,
		what: string,
		options: TerminalOptions = {},
		awaited: Expectation = FIRST_FRAME,
	): Promise<Terminal> => {
		const script = `cd ${folder.path} && ${what}`;
		const terminal = await openTerminal({
			...options,
			...(isRemote
				? {command: 'ssh', args: [...server.client(['-tt']), script]}
				: {command: 'sh', args: ['-c', script]}),
		});
		await terminal.waitFor(awaited);
		return terminal;
	};

	const waitForPicture = (terminal: Terminal, here: Terminal): Promise<void> =>
		terminal.waitFor(() => terminal.picture().join('\n') === here.picture().join('\n'), {
			label: 'the same screen as without it',
		});

	describe.each([
		['here', false],
		['at the other end of ssh', true],
	])('%s', (__, isRemote) => {
		test.skipIf(!isThere)(
			'the screen is that of the terminal itself, through keys and sizes, and the terminal is given back',
			async () => {
				await using here = await openTerminal({columns: 120, rows: 40});
				await here.waitFor(FIRST_FRAME);
				await using terminal = await open(isRemote, start(builtCommandLine()), {
					columns: 120,
					rows: 40,
				});
				await waitForPicture(terminal, here);
				for (const [keys, columns, rows] of [
					['j j', 120, 40],
					['2 j', 80, 24],
					['x', 80, 24],
					['q 3 G', 110, 30],
				] as const) {
					for (const each of [here, terminal]) {
						each.press(...keys.split(' '));
						if (columns !== each.columns) {
							each.resize(columns, rows);
						}
					}

					await waitForPicture(terminal, here);
				}

				terminal.press('q');
				expect((await terminal.waitForExit()).code).toBe(0);
				expect(terminal.modes()).toEqual(MODES_AT_REST);
				expect(terminal.text()).not.toContain('Actors');
			},
		);

		test.skipIf(!isThere)('a broken connection leaves it running, to come back to', async () => {
			{
				await using terminal = await open(isRemote, start(builtCommandLine()));
				terminal.press('j', 'j');
				await terminal.waitFor(() => counted(terminal) === `3/${actors}`);
				terminal.kill('SIGKILL');
				await terminal.waitForExit();
			}

			await using terminal = await open(isRemote, attach, {columns: 100, rows: 30});
			await terminal.waitFor(() => counted(terminal) === `3/${actors}`);
			terminal.press('j');
			await terminal.waitFor(() => counted(terminal) === `4/${actors}`);
			terminal.press('q');
			await terminal.waitForExit();
			expect(terminal.modes()).toEqual(MODES_AT_REST);
		});

		test.skipIf(!isThere)(
			'after q in a window with a shell there is what was there before',
			async () => {
				const shell = `env PS1='[$] ' bash --norc --noprofile --noediting -i`;
				await using terminal = await open(isRemote, start(shell), {}, '[$]');
				terminal.type(`echo what was there; ${builtCommandLine()}\n`);
				await terminal.waitFor(FIRST_FRAME);
				terminal.press('j', 'q');
				await terminal.waitFor(/^what was there\n\[\$\] *$/m);
				terminal.type('echo and works\n');
				await terminal.waitFor(/^and works\n\[\$\] *$/m);
				expect(terminal.text()).not.toContain('Actors');
				terminal.type('exit\n');
				await terminal.waitForExit();
			},
		);
	});
});

test.skipIf(!isInstalled('screen'))(
	'in GNU screen without altscreen the prompt after q stands under the last frame',
	async () => {
		await using folder = await temporaryFolder();
		await chmod(folder.path, 0o700);
		const env = {SCREENDIR: folder.path, PS1: '[$] '};
		await using terminal = await openTerminal({
			command: 'screen',
			args: ['-U', '-c', '/dev/null', 'bash', '--norc', '--noprofile', '--noediting', '-i'],
			env,
			columns: 80,
			rows: 24,
		});
		try {
			await terminal.waitFor('[$]');
			terminal.type(`${builtCommandLine()}\n`);
			await terminal.waitFor(FIRST_FRAME);
			terminal.press('q');
			await terminal.waitFor(/q quit.*\n\[\$\] *$/);
			terminal.type('exit\n');
			await terminal.waitForExit();
		} finally {
			await runPiped({command: 'screen', args: ['-X', 'quit'], env});
		}
	},
);
