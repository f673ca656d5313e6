import {existsSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {describe, expect, test, vi} from 'vitest';
import {runPiped, runPipedToHead} from './piped.ts';
import {MODES_AT_REST, Screen} from './screen.ts';
import {openShell} from './shell.ts';
import {openTerminal} from './terminal.ts';

vi.setConfig({testTimeout: 60_000});

/** less at the top of a text of 200 numbered lines. */
const openLess = async () => {
	const args = ['-c', 'seq -f "line %g" 200 | less'];
	const less = await openTerminal({command: 'bash', args, columns: 60, rows: 10});
	await less.waitFor('line 9');
	return less;
};

/** A program in a terminal, given as JavaScript. */
const openScript = async (script: string) =>
	openTerminal({command: process.execPath, args: ['-e', script], columns: 60, rows: 10});

describe('terminal', () => {
	test('shows what a program shows, and moves with its keys', async () => {
		await using less = await openLess();
		expect(less.rows().slice(0, 2)).toEqual(['line 1', 'line 2']);
		expect(less.rows()).toHaveLength(10);

		less.press('space');
		await less.waitFor('line 18');
		expect(less.rows()[0]).toBe('line 10');

		less.press('up', 'up');
		await less.waitFor(screen => screen.rows()[0] === 'line 8');

		less.type('/line 77\n');
		await less.waitFor(/^line 77$/m);
		expect(less.rowsWithInverse()[0]).toBe('line 77');
		expect(less.styleOf('line 77')).toMatchObject({inverse: true, bold: false});
		expect(less.styleOf('line 78').inverse).toBe(false);
	});

	test('gives the window another size', async () => {
		// Not less: now and then it misses a change of size that comes while it draws.
		await using terminal = await openScript(`
			process.stdout.on('resize', () => console.log(process.stdout.getWindowSize().join('x')));
			console.log('ready');
			setInterval(String, 1e6);
		`);
		await terminal.waitFor('ready');
		terminal.resize(30, 20);
		await terminal.waitFor('30x20');
		expect(terminal.rows()).toHaveLength(20);
		expect(terminal.columns).toBe(30);
	});

	test('knows the modes a program sets, and that it put all of them back', async () => {
		await using less = await openLess();
		expect(less.modes()).toMatchObject({alternateScreen: true, applicationCursorKeys: true});
		less.press('q');
		expect(await less.waitForExit()).toEqual({code: 0, signal: undefined});
		expect(less.modes()).toEqual(MODES_AT_REST);
		expect(less.text()).not.toContain('line');
		expect(less.output()).toContain('\u001B[?1049l');
	});

	test('a wait that fails prints the screen', async () => {
		await using less = await openLess();
		const wait = less.waitFor('line 500', {timeout: 50});
		await expect(wait).rejects.toThrow(
			/waited 0.05 s for "line 500"; the program is running\nscreen 60×10, alternate, cursor at .*\n {2}0│line 1\n {2}1│line 2\n/,
		);
		await expect(less.waitFor('line 500', {timeout: 50})).rejects.toHaveProperty(
			'stack',
			expect.stringContaining('terminal.test.ts'),
		);
	});

	test('a wait does not outlast the program', async () => {
		await using terminal = await openScript('console.log("last words"); process.exitCode = 3');
		await expect(terminal.waitFor('more')).rejects.toThrow(
			/no use waiting for "more"; the program ended with code 3\n.*\n {2}0│last words/,
		);
		expect(() => terminal.press('q')).toThrow('nobody reads any more');
	});

	test('ends a program that takes no hint, and tells by what it was ended', async () => {
		const terminal = await openScript(
			'for (const s of ["SIGHUP", "SIGTERM"]) process.on(s, () => console.log(s)); setInterval(String, 1e6); console.log("ready")',
		);
		await terminal.waitFor('ready');
		terminal.kill('SIGTERM');
		await terminal.waitFor('SIGTERM');
		await terminal[Symbol.asyncDispose]();
		expect(await terminal.exited).toEqual({code: undefined, signal: 'SIGKILL'});
	});

	test('sends keys and pastes as the program asked for them', async () => {
		await using terminal = await openScript(`
			process.stdin.setRawMode(true);
			process.stdin.on('data', data => console.log(JSON.stringify(String(data))));
			console.log('\\u001B[?1h\\u001B[?2004hready');
		`);
		await terminal.waitFor('ready');
		terminal.press('up');
		await terminal.waitFor(String.raw`"\u001bOA"`);
		terminal.paste('one\ntwo');
		await terminal.waitFor(String.raw`"\u001b[200~one\rtwo\u001b[201~"`);
		terminal.press('ctrl-d');
		await terminal.waitFor(String.raw`"\u0004"`);
		expect(() => terminal.press('esc', 'j')).toThrow('esc must be the last');
		expect(() => terminal.press('upp')).toThrow('no such key');
	});

	test('shows a character that a program writes in two pieces', async () => {
		await using terminal = await openScript(`
			process.stdin.setRawMode(true);
			process.stdout.write(Buffer.from([0x61, 0xE2, 0x80]));
			process.stdin.once('data', () => process.stdout.write(Buffer.from([0x9C, 0x62])));
		`);
		await terminal.waitFor('a');
		terminal.press('enter');
		await terminal.waitFor('a“b');
	});

	test('answers what the program asks of it', async () => {
		await using terminal = await openScript(`
			process.stdin.setRawMode(true);
			process.stdin.on('data', data => console.log(JSON.stringify(String(data))));
			process.stdout.write('\\u001B[6n');
		`);
		await terminal.waitFor(String.raw`"\u001b[1;1R"`);
	});

	test('waits for the end of a frame in synchronized output', async () => {
		await using terminal = await openScript(`
			console.log('\\u001B[?2026hhalf');
			process.stdin.once('data', () => console.log(' whole\\u001B[?2026l'));
		`);
		const ended = vi.fn();
		const wait = terminal.waitFor('half').then(ended);
		await expect.poll(() => terminal.text(), {timeout: 10_000}).toContain('half');
		expect(ended).not.toHaveBeenCalled();
		terminal.press('enter');
		await wait;
		expect(terminal.text()).toContain('whole');
	});
});

describe('screen', () => {
	test('tells the style and the place of a text', async () => {
		const screen = new Screen(20, 3);
		await screen.feed('中\u001B[1;2;4;31mred\u001B[0;48;2;1;2;3mx\u001B[m\u001B[?25l');
		expect(screen.find('red')).toEqual({column: 2, row: 0});
		expect(screen.styleOf('red')).toMatchObject({
			bold: true,
			dim: true,
			underline: true,
			foreground: 1,
			background: undefined,
		});
		expect(screen.cell(5, 0).background).toBe('#010203');
		expect(screen.cell(0, 0)).toMatchObject({text: '中', width: 2});
		expect(screen.cell(1, 0)).toMatchObject({text: '', width: 0});
		expect(screen.cell(19, 2)).toMatchObject({text: ' ', width: 1});
		expect(screen.modes()).toEqual({...MODES_AT_REST, cursorVisible: false});
		expect(() => screen.cell(0, 3)).toThrow(RangeError);
	});

	test('a text inside a grapheme is found in its cell', async () => {
		const screen = new Screen(20, 3);
		await screen.feed('ab\u0301c');
		expect(screen.find('c')).toEqual({column: 2, row: 0});
	});

	test('gives a grapheme the columns it is drawn in', async () => {
		const screen = new Screen(20, 3);
		await screen.feed('👩‍👩‍👧|❤️|e\u0301|ليبيا|');
		expect(screen.cell(0, 0)).toMatchObject({text: '👩‍👩‍👧', width: 2});
		expect(screen.rows()[0]).toBe('👩‍👩‍👧|❤️|e\u0301|ليبيا|');
		expect(screen.cursor().column).toBe(14);
	});

	test('keeps what was copied', async () => {
		const screen = new Screen();
		await screen.feed(`\u001B]52;c;${Buffer.from('“Brega”').toString('base64')}\u0007`);
		expect(screen.clipboard()).toBe('“Brega”');
	});
});

/** A program on the other screen that ctrl-z stops whenever it comes (`less` now and then misses it). */
const PAGER = `
	const enter = () => console.log("\\u001B[?1049h\\u001B[Ha page");
	const leave = () => console.log("\\u001B[?1049l");
	process.on("SIGTSTP", () => { leave(); process.kill(process.pid, "SIGSTOP"); });
	process.on("SIGCONT", enter);
	process.stdin.once("data", () => { leave(); process.exit(); });
	enter();
`.replaceAll('\n', ' ');

describe('shell', () => {
	test('stops a program and goes on with it', async () => {
		await using shell = await openShell();
		const before = await shell.ttySettings();
		expect(before).toEqual(expect.arrayContaining(['icanon', 'echo', 'intr = ^C', 'rows 40']));

		shell.start(`${process.execPath} -e '${PAGER}'`);
		await shell.waitFor(() => shell.modes().alternateScreen);
		shell.press('ctrl-z');
		await shell.waitForPrompt();
		expect(shell.modes()).toEqual(MODES_AT_REST);
		expect(await shell.run('jobs')).toContain('Stopped');
		shell.start('fg');
		await shell.waitFor(() => shell.modes().alternateScreen);
		await shell.waitFor('a page');
		shell.press('enter');
		await shell.waitForPrompt();
		expect(await shell.exitCode()).toBe(0);
		expect(await shell.ttySettings()).toEqual(before);
	});

	test('tells when a program left the terminal otherwise than it found it', async () => {
		await using shell = await openShell();
		const before = await shell.ttySettings();
		await shell.run('stty -echo');
		expect(await shell.ttySettings()).not.toEqual(before);
	});

	test('takes a stopped program with it', async () => {
		const shell = await openShell();
		shell.start(
			`${process.execPath} -e 'console.log("pid", process.pid); setInterval(String, 1e6)'`,
		);
		await shell.waitFor(/^pid \d+$/m);
		const pid = Number(/^pid (\d+)$/m.exec(shell.text())?.[1]);
		shell.press('ctrl-z');
		await shell.waitForPrompt();
		expect(() => process.kill(pid, 0)).not.toThrow();
		await shell[Symbol.asyncDispose]();
		const {stdout} = await runPiped({command: 'ps', args: ['-o', 'stat=', '-p', String(pid)]});
		// Where nobody reaps orphans it stays as a zombie.
		expect(stdout).toMatch(/^(?:Z.*\n)?$/);
	});
});

describe('what a program keeps', () => {
	const args = ['-c', 'mkdir "$XDG_STATE_HOME" && echo "<$XDG_STATE_HOME>"'];
	const folderIn = (output: string): string => /<(.*)>/.exec(output)?.[1] ?? '';

	test('goes into a folder of its own, which is gone with the test', async () => {
		const terminal = await openTerminal({command: 'bash', args, columns: 200});
		await terminal.waitForExit();
		const folders = [folderIn(terminal.output())];
		expect(existsSync(folders[0] ?? '')).toBe(true);
		await terminal[Symbol.asyncDispose]();
		for (let run = 0; run < 2; run++) {
			folders.push(folderIn((await runPiped({command: 'bash', args})).stdout));
		}

		expect(new Set(folders)).toHaveProperty('size', 3);
		for (const folder of folders) {
			expect(folder).toContain(tmpdir());
			expect(existsSync(folder)).toBe(false);
		}
	});

	test('goes where the test says', async () => {
		const print = ['-c', 'echo "<$XDG_STATE_HOME>"'];
		const env = {XDG_STATE_HOME: '/nowhere/else'};
		const {stdout} = await runPiped({command: 'bash', args: print, env});
		expect(stdout).toBe('</nowhere/else>\n');
	});
});

describe('pipes', () => {
	const script = 'process.stdin.pipe(process.stdout); console.error("noted"); process.exitCode = 2';

	test('a program without a terminal', async () => {
		expect(
			await runPiped({command: process.execPath, args: ['-e', script], input: 'through'}),
		).toEqual({code: 2, signal: undefined, stdout: 'through', stderr: 'noted\n'});
	});

	test('a program that hangs is ended', async () => {
		const args = ['-c', 'echo begun; sleep 1000'];
		const run = runPiped({command: 'bash', args, timeout: 1000});
		await expect(run).rejects.toThrow(/still running after 1 s: .*begun/s);
	});

	test('a reader that goes away after the first byte', async () => {
		expect(await runPipedToHead({command: 'seq', args: ['1000000']})).toMatchObject({
			stdout: '1',
			code: 141,
		});
	});
});
