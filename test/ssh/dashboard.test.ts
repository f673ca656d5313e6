import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {counted, openDashboard, pressAndSee} from '../e2e/support/dashboard.ts';
import {colourCodes, withoutSequences} from '../e2e/support/sequences.ts';
import {MODES_AT_REST} from '../support/screen.ts';
import {type Environment, openTerminal} from '../support/terminal.ts';
import {sshDashboard, sshTerminal} from './support/open-ssh.ts';
import {samePicture} from './support/same-picture.ts';
import {type ServerProcess, startServer} from './support/server.ts';
import {openReader} from './support/ssh-reader.ts';

let server: ServerProcess;
beforeAll(async () => {
	server = await startServer();
});
afterAll(async () => {
	await server[Symbol.asyncDispose]();
});

const setEnv = (variables: Environment): readonly string[] => [
	'-o',
	`SetEnv=${Object.entries(variables)
		.map(([name, value]) => `${name}=${value}`)
		.join(' ')}`,
];

describe('ssh -p PORT HOST is the dashboard as on the machine itself', () => {
	test.each([
		[120, 40],
		[80, 24],
		[40, 12],
		[200, 60],
	])('at %i×%i it shows the same, cell for cell, before and after keys', async (columns, rows) => {
		const size = {columns, rows};
		await using here = await openDashboard(size);
		await using there = await sshDashboard(server, size);
		await samePicture(there, here);
		for (const key of ['j', '3', 'pagedown', 'enter', '?']) {
			await pressAndSee(here, key);
			there.press(key);
			await samePicture(there, here);
		}
	});

	test.each<[string, Environment, readonly string[]]>([
		['a terminal of 256 colours', {TERM: 'xterm-256color'}, []],
		['a terminal of 16 colours', {TERM: 'xterm'}, []],
		['a terminal without colours', {TERM: 'vt100'}, ['LANG']],
		['tmux', {TERM: 'tmux-256color'}, []],
		['the console of Linux', {TERM: 'linux'}, []],
		['COLORTERM', {COLORTERM: 'truecolor'}, ['COLORTERM']],
		['NO_COLOR', {NO_COLOR: '1'}, ['NO_COLOR']],
		['LANG=C', {LANG: 'C'}, ['LANG']],
		['LC_ALL over LANG', {LC_ALL: 'C', LANG: 'C.UTF-8'}, ['LANG', 'LC_ALL']],
		['a theme', {LIBYA_TUI_THEME: 'high-contrast'}, ['LIBYA_TUI_THEME']],
		['ASCII', {LIBYA_TUI_ASCII: '1'}, ['LIBYA_TUI_ASCII']],
	])('%s: it is drawn as there', async (_, env, sent) => {
		await using here = await openDashboard({env});
		const options = sent.map(name => `SendEnv=${name}`).flatMap(option => ['-o', option]);
		await using there = await sshDashboard(server, {env, options});
		await samePicture(there, here);
		there.press('2', 'j');
		await pressAndSee(here, '2');
		await pressAndSee(here, 'j');
		await samePicture(there, here);
	});

	test.each([{}, {LIBYA_TUI_SCREEN_READER: '1'}])(
		'of a theme that there is not a reader is told as there, %j',
		async style => {
			const env = {LIBYA_TUI_THEME: 'neon', ...style};
			const note = 'LIBYA_TUI_THEME: there is no theme neon. Themes: terminal,';
			await using here = await openTerminal({env});
			await here.waitFor(note);
			await using there = await sshTerminal(server, {options: setEnv(env)});
			await there.waitFor(note);
			if (style.LIBYA_TUI_SCREEN_READER === undefined) {
				await samePicture(there, here);
			}
		},
	);

	test('what -o SetEnv asks for is what is drawn, whatever the terminal is', async () => {
		await using plain = await sshDashboard(server, {options: setEnv({NO_COLOR: '1', LANG: 'C'})});
		expect(colourCodes(plain.output())).toEqual([]);
		expect(withoutSequences(plain.output())).toMatch(/^[\b\v\r\n -~]*$/u);
		await using coloured = await sshDashboard(server);
		expect(colourCodes(coloured.output()).length).toBeGreaterThan(2);
	});

	test('a client that says nothing of its character set gets the signs of UTF-8', async () => {
		await using terminal = await sshDashboard(server);
		expect(terminal.text()).toContain('┍ 1 Actors');
	});

	test('it follows the window', async () => {
		await using there = await sshDashboard(server);
		there.press('3', 'j');
		await there.waitFor(() => counted(there).startsWith('2/'));
		for (const [columns, rows] of [
			[80, 24],
			[160, 48],
			[40, 12],
			[120, 40],
		] as const) {
			there.resize(columns, rows);
			await using here = await openDashboard({columns, rows});
			await pressAndSee(here, '3');
			await pressAndSee(here, 'j');
			await samePicture(there, here);
		}
	});

	test('of a window that is dragged ten sizes a second are drawn at the most, and the last of them', async () => {
		await using witness = await openReader(server);
		await using reader = await openReader(server);
		const before = reader.output().length;
		const began = performance.now();
		for (let columns = 119; columns >= 80; columns--) {
			reader.resize(columns, 30);
			// What was sent before this is answered has been read by then.
			await pressAndSee(witness, columns % 2 === 0 ? 'k' : 'j');
		}

		const tenths = Math.ceil((performance.now() - began) / 100);
		const frames = reader.output().slice(before).split('\u001B[?2026h').length - 1;
		expect(frames).toBeGreaterThan(0);
		expect(frames).toBeLessThanOrEqual(1 + tenths);
		await using here = await openDashboard({columns: 80, rows: 30});
		await samePicture(reader, here);
	});
});

describe('leaving', () => {
	test.each([
		['q', 0],
		['ctrl-c', 130],
	])('%s ends with %i, and the terminal is as it was', async (key, code) => {
		await using terminal = await sshDashboard(server, {columns: 80, rows: 24});
		expect(terminal.modes()).toMatchObject({alternateScreen: true, cursorVisible: false});
		terminal.press(key);
		expect(await terminal.waitForExit()).toEqual({code, signal: undefined});
		expect(terminal.modes()).toEqual(MODES_AT_REST);
		expect(terminal.text().trim()).toBe('');
	});

	test('the exit code comes with ssh2’s client too, and with keys that came all at once', async () => {
		await using reader = await openReader(server);
		reader.write('jjj?qq');
		expect((await reader.waitForExit()).code).toBe(0);
		expect(reader.modes()).toEqual(MODES_AT_REST);
	});

	test('keys that come before the dashboard is there are not lost', async () => {
		await using terminal = await sshTerminal(server);
		terminal.write('jj');
		await terminal.waitFor(() => counted(terminal).startsWith('3/'));
	});
});

describe('what there is nowhere to do', () => {
	test('ctrl-z says that there is no shell here', async () => {
		await using terminal = await sshDashboard(server);
		terminal.press('ctrl-z');
		await terminal.waitFor('There is no shell here to go back to; q leaves.');
		terminal.press('j');
		await terminal.waitFor(() => counted(terminal).startsWith('2/'));
	});

	test('a mark is there until the reader leaves, who is told so', async () => {
		await using terminal = await sshDashboard(server);
		const plain = terminal.picture().join('\n');
		terminal.press('m');
		terminal.type('who saw it?');
		terminal.press('enter');
		await terminal.waitFor('Marked, and kept until you leave.');
		expect(terminal.text()).toContain('›◆Moussa Koussa');
		terminal.press('q');
		await terminal.waitForExit();
		await using again = await sshDashboard(server);
		expect(again.picture().join('\n')).toBe(plain);
	});
});

describe('copying', () => {
	test('y gives the client’s terminal the text for its clipboard', async () => {
		await using terminal = await sshDashboard(server);
		terminal.press('3', 'y');
		await terminal.waitFor('Sent to the clipboard: ');
		await terminal.waitFor(() => terminal.clipboard() !== undefined);
		expect(terminal.clipboard()).toMatch(/^“.*”$/u);
	});
});

describe('TERM=dumb', () => {
	test('is the spoken lines, without a sequence, and q leaves', async () => {
		const env = {TERM: 'dumb'};
		await using here = await openDashboard({env});
		await using there = await sshDashboard(server, {env});
		await there.waitFor(() => there.text() === here.text());
		here.press('j');
		there.press('j');
		await here.waitFor('William Hague');
		await there.waitFor(() => there.text() === here.text());
		there.press('q');
		expect((await there.waitForExit()).code).toBe(0);
		expect(there.output()).not.toContain('\u001B');
		expect(there.output()).not.toMatch(/(?<!\r)\n/);
	});
});
