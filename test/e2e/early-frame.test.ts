import {cpSync, existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {MODES_AT_REST} from '../support/screen.ts';
import {openShell} from '../support/shell.ts';
import {
	BUILT_BINARY,
	openTerminal,
	type Terminal,
	type TerminalOptions,
} from '../support/terminal.ts';
import {counted, FIRST_FRAME, selectedRow} from './support/dashboard.ts';
import {type TemporaryFolder, temporaryFolder} from './support/temporary-folder.ts';

const DIST = path.dirname(BUILT_BINARY);

/** What is built without changes of dependencies keeps nothing between starts. */
const isLean = existsSync(path.join(DIST, 'dashboard.cjs'));

let folder: TemporaryFolder;
/** A copy of the built program, which a test may break. */
let program: string;
let cache: string;
beforeEach(async () => {
	folder = await temporaryFolder();
	program = path.join(folder.path, 'dist');
	cache = path.join(folder.path, 'cache');
	cpSync(DIST, program, {recursive: true});
});
afterEach(async () => {
	await folder[Symbol.asyncDispose]();
});

const open = ({env, ...options}: TerminalOptions = {}): Promise<Terminal> =>
	openTerminal({
		columns: 80,
		rows: 24,
		...options,
		command: process.execPath,
		args: [path.join(program, 'libya-tui.cjs'), ...(options.args ?? [])],
		env: {XDG_CACHE_HOME: cache, XDG_STATE_HOME: path.join(folder.path, 'state'), ...env},
	});

const kept = (): string => path.join(cache, 'libya-tui/first-frame');

/** Starts once, until the frame is kept. @returns The screen. */
const keepFrame = async (options: TerminalOptions = {}): Promise<readonly string[]> => {
	await using terminal = await open(options);
	await terminal.waitFor(FIRST_FRAME);
	await expect.poll(() => existsSync(kept()), {timeout: 10_000}).toBe(true);
	const screen = terminal.picture();
	terminal.press('q');
	await terminal.waitForExit();
	return screen;
};

/** Leaves nothing of the program but what paints the frame that was kept. */
const breakProgram = (): void => {
	writeFileSync(
		path.join(program, 'dashboard.cjs'),
		"(function(){throw new Error('the program is broken')})",
	);
};

/** What a start shows that has no program to draw it with. */
const shownEarly = async (options: TerminalOptions = {}): Promise<string> => {
	breakProgram();
	await using terminal = await open(options);
	await terminal.waitForExit();
	return terminal.output();
};

describe.runIf(isLean)('the second start', () => {
	test('shows the same screen as the first, and sends it once', async () => {
		const first = await keepFrame();
		await using terminal = await open();
		await terminal.waitFor(FIRST_FRAME);
		terminal.press('j');
		await terminal.waitFor(() => counted(terminal) === '2/46');
		terminal.press('k');
		await terminal.waitFor(() => counted(terminal) === '1/46');
		expect(terminal.picture()).toEqual(first);
		expect(terminal.output().split('as of')).toHaveLength(2);
	});

	test('shows it before the program is there', async () => {
		await keepFrame();
		expect(await shownEarly()).toContain('Moussa Koussa');
	});

	test('obeys keys that were pressed before the program was there', async () => {
		await keepFrame();
		await using terminal = await open();
		terminal.press('j', 'j');
		await terminal.waitFor(() => selectedRow(terminal).startsWith('› Muammar el-Qaddafi'));
	});

	test('gives the terminal back when the program cannot be loaded, and says why', async () => {
		await keepFrame();
		breakProgram();
		await using terminal = await open();
		const {code} = await terminal.waitForExit();
		expect(code).toBe(1);
		expect(terminal.modes()).toEqual(MODES_AT_REST);
		expect(terminal.text()).toContain('the program is broken');
		expect(terminal.text()).not.toContain('Actors');
	});

	test('gives the terminal back when the program fails before it draws, and says so', async () => {
		await keepFrame();
		writeFileSync(path.join(program, 'parts/brega-2011-03-31.json'), '{}');
		await using terminal = await open();
		const {code} = await terminal.waitForExit();
		expect(code).toBe(1);
		expect(terminal.modes()).toEqual(MODES_AT_REST);
		expect(terminal.output()).toContain('Moussa Koussa');
		expect(terminal.text()).toContain('libya-tui had to stop because of a fault of its own');
		expect(terminal.text()).not.toContain('Actors');
	});

	test.each([
		['of another size', {columns: 81}],
		['without colour', {env: {NO_COLOR: '1'}}],
		['in another character set', {env: {LANG: 'C'}}],
		['of another kind', {env: {TERM: 'xterm-kitty'}}],
		['with something on the command line', {args: ['--pane', 'quotes']}],
	])('on a terminal %s shows nothing that was kept', async (_, options: TerminalOptions) => {
		await keepFrame();
		expect(await shownEarly(options)).not.toContain('Koussa');
	});

	test('shows a mark that was made since', async () => {
		await keepFrame();
		{
			await using terminal = await open();
			await terminal.waitFor(FIRST_FRAME);
			terminal.press('m', 'enter');
			await terminal.waitFor(/[›>]◆Moussa Koussa/u);
			terminal.press('q');
			await terminal.waitForExit();
		}

		const before = readFileSync(kept(), 'utf8');
		{
			await using terminal = await open();
			await terminal.waitFor(/[›>]◆Moussa Koussa/u);
			await expect.poll(() => readFileSync(kept(), 'utf8'), {timeout: 10_000}).not.toBe(before);
		}

		expect(await shownEarly()).toMatch(/◆.{0,8}Moussa Koussa/u);
	});

	test.each(['SIGTSTP', 'SIGSTOP'] as const)(
		'stopped by %s before the program is there and continued, it works, and is left as it was',
		async signal => {
			await keepFrame();
			await using shell = await openShell({
				columns: 80,
				rows: 24,
				env: {XDG_CACHE_HOME: cache, XDG_STATE_HOME: path.join(folder.path, 'state')},
			});
			const settings = await shell.ttySettings();
			shell.start(
				`sh -c 'echo pid $$; exec "$@"' sh ${process.execPath} ${path.join(program, 'libya-tui.cjs')}`,
			);
			await shell.waitFor(() => shell.modes().alternateScreen);
			const pid = Number(/^pid (\d+)/m.exec(shell.output())?.[1]);
			process.kill(pid, signal);
			await shell.waitForPrompt();
			shell.start('fg');
			await shell.waitFor(FIRST_FRAME);
			shell.press('j');
			await shell.waitFor(() => counted(shell) === '2/46');
			shell.press('q');
			await shell.waitForPrompt();
			expect(shell.modes()).toEqual(MODES_AT_REST);
			expect(await shell.ttySettings()).toEqual(settings);
		},
	);

	test('takes a window that became another size meanwhile', async () => {
		await keepFrame();
		await using terminal = await open();
		terminal.resize(120, 40);
		await terminal.waitFor(/4 Timeline ─/u);
		await terminal.waitFor(() => terminal.rows()[0]?.endsWith('31 Mar 2011') === true);
		expect(terminal.rows().at(-1)).toContain('q quit');
	});
});
