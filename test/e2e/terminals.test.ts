import {describe, expect, test} from 'vitest';
import {MODES_AT_REST} from '../support/screen.ts';
import {builtCommandLine, openShell} from '../support/shell.ts';
import type {Terminal} from '../support/terminal.ts';
import {builtIn, counted, openDashboard, selectedRow} from './support/dashboard.ts';
import {colourCodes, sequencesIn, styleCodes, withoutSequences} from './support/sequences.ts';
import {startDashboard} from './support/shell-dashboard.ts';

const actors = builtIn.actors.length;

/** Opens one thing after the other, and waits for each. */
const lookAround = async (terminal: Terminal, steps: readonly (readonly [string, string])[]) => {
	for (const [keys, wanted] of steps) {
		terminal.press(...keys.split(' '));
		await terminal.waitFor(wanted, {label: `${wanted} after ${keys}`});
	}
};

describe('colour', () => {
	test.each([
		['NO_COLOR', {env: {NO_COLOR: '1'}}],
		['--no-color', {args: ['--no-color']}],
		['--no-color against FORCE_COLOR', {args: ['--no-color'], env: {FORCE_COLOR: '1'}}],
		['FORCE_COLOR=0', {env: {FORCE_COLOR: '0'}}],
		['a terminal that has none', {env: {TERM: 'vt100'}}],
	])(
		'%s: no colour, and the selection, headings and matches are seen all the same',
		async (_, options) => {
			await using terminal = await openDashboard(options);
			terminal.press('j', '3', '/', ...'truth', 'enter');
			await terminal.waitFor(() => /^› .*truth/i.test(selectedRow(terminal)));
			await lookAround(terminal, [
				['5', '┍ 5 Detail'],
				['e', 'Evidence'],
				['q i', 'About'],
				['q ?', 'Keys'],
			]);
			expect(colourCodes(terminal.output())).toEqual([]);
			expect(styleCodes(terminal.output())).toEqual(expect.arrayContaining([1, 4, 7]));
		},
	);

	test.each([
		['a terminal that has them', {}],
		['FORCE_COLOR on one that has none', {env: {TERM: 'vt100', FORCE_COLOR: '1'}}],
		['FORCE_COLOR against NO_COLOR', {env: {NO_COLOR: '1', FORCE_COLOR: '1'}}],
		['an empty NO_COLOR', {env: {NO_COLOR: ''}}],
	])('%s: the sixteen colours of the terminal’s palette and no others', async (_, options) => {
		await using terminal = await openDashboard(options);
		const colours = colourCodes(terminal.output());
		expect(colours.length).toBeGreaterThan(2);
		expect(colours).not.toContain(38);
		expect(colours).not.toContain(48);
		expect(terminal.styleOf('■ government').foreground).not.toBe(
			terminal.styleOf('□ opposition').foreground,
		);
	});
});

describe('ASCII', () => {
	test.each([
		['--ascii', {args: ['--ascii']}],
		['LANG=C', {env: {LANG: 'C'}}],
		['LC_ALL=C against LANG', {env: {LC_ALL: 'C', LANG: 'en_US.UTF-8'}}],
		['no locale', {env: {LANG: undefined}}],
	])('%s: every byte is printable ASCII, in whatever is opened or typed', async (_, options) => {
		await using terminal = await openDashboard(options);
		expect(terminal.text()).toMatch(/Bin Jawwad +\(# government\)/);
		expect(terminal.text()).toMatch(/Brega +% contested/);
		expect(terminal.text()).toMatch(/Ajdabiya +o opposition/);
		expect(selectedRow(terminal)).toMatch(/^> Moussa Koussa/);
		await lookAround(terminal, [
			['2', '+ 2 Front line ='],
			['3', '+ 3 Quotes ='],
			['4', '+ 4 Timeline ='],
			['5 G', '+ 5 Detail ='],
			['e', 'Evidence'],
			['q i', 'About'],
			['q ?', 'Keys'],
			['q :', 'Go to'],
			['é س 👩 x', 'x_'],
			['ctrl-u enter / é س 👩 x', 'x_'],
		]);
		expect(withoutSequences(terminal.output())).toMatch(/^[\b\v\r\n -~]*$/u);
	});

	test('what a reader types in another script still finds what it names', async () => {
		await using terminal = await openDashboard({args: ['--ascii']});
		terminal.press('2', '/');
		terminal.type('“É');
		await terminal.waitFor(/\/"?E_/);
		expect(terminal.ending).toBeUndefined();
	});

	test('on a dashboard of 80×24 too the right edge is straight', async () => {
		await using terminal = await openDashboard({args: ['--ascii'], columns: 80, rows: 24});
		const rows = terminal.rows();
		for (const at of [2, 12, 13, 22]) {
			expect(rows[at]).toMatch(/^\+.{78}\+$/);
		}

		expect(rows[2]).toContain('====');
		for (const row of [...rows.slice(3, 12), ...rows.slice(14, 22)]) {
			expect(row).toMatch(/^\|.{78}\|$/);
		}
	});
});

describe.each([
	['TERM=dumb', {env: {TERM: 'dumb'}}, []],
	['no TERM', {env: {TERM: undefined}}, []],
	// The one that it obeys unseen: to send pasted text in brackets.
	['--screen-reader', {args: ['--screen-reader']}, ['\u001B[?2004h']],
])('%s', (_, options, sequences) => {
	test('each key says in lines of text what it did, without boxes or moving the cursor', async () => {
		await using terminal = await openDashboard({...options, columns: 200});
		expect(terminal.rows().slice(0, 6)).toEqual([
			'The front line at Brega, as of Thu 31 Mar 2011.',
			'Press ? for the keys, q to quit.',
			'New on 31 Mar: Brega contested, government the day before.',
			'Moved on 31 Mar: Rebels edge towards Brega under fire, from Ajdabiya to Brega.',
			`Actors, ${actors} in all.`,
			expect.stringMatching(new RegExp(`^1 of ${actors}: Moussa Koussa\\. Person`)),
		]);
		await lookAround(terminal, [
			['j', `2 of ${actors}: William Hague.`],
			['G', `${actors} of ${actors}: `],
			['2', 'Front line, 23 in all.'],
			['j j', '3 of 23: Brega. Town, on 31 Mar: contested'],
			['enter', 'Detail, '],
			['e', 'Where   paragraph '],
			['q ?', 'every key; / searches it'],
			['q :', 'Go to: type a name.'],
			['h a g u e', 'William Hague, actor'],
			['enter', ': William Hague. Person'],
			['1 / r e b e l', 'filtered by rebel'],
		]);
		expect(sequencesIn(terminal.output())).toEqual(sequences);
		expect(withoutSequences(terminal.output())).not.toContain('\u001B');
		expect(terminal.text()).not.toMatch(/[─━││╭╮╰╯┍┑╰╯■□◨]/u);

		terminal.press('enter', 'q');
		expect((await terminal.waitForExit()).code).toBe(0);
		expect(terminal.modes()).toEqual(MODES_AT_REST);
	});
});

test('what is pasted for a screen reader is no row of keys', async () => {
	await using terminal = await openDashboard({args: ['--screen-reader'], columns: 200});
	terminal.paste('q');
	await terminal.waitFor('Pasted text was ignored');
	terminal.press('j');
	await terminal.waitFor(`2 of ${actors}: `);
});

test('for a screen reader nothing is said twice in a row, and only what is new is said', async () => {
	await using terminal = await openDashboard({args: ['--screen-reader'], columns: 200});
	const first = terminal.output();
	terminal.press('j');
	await terminal.waitFor('2 of ');
	expect(terminal.output().slice(first.length)).toMatch(/^2 of \d+: William Hague\.[^\n]*\r\n$/);
});

test('lines of text too give the terminal back, at ctrl-z and at ctrl-c', async () => {
	await using shell = await openShell({env: {TERM: 'dumb'}, columns: 200});
	const settings = await shell.ttySettings();
	shell.start(builtCommandLine());
	await shell.waitFor('1 of ');
	shell.press('ctrl-z');
	await shell.waitForPrompt();
	expect(await shell.ttySettings()).toEqual(settings);
	shell.start('fg');
	await shell.waitFor(() => shell.output().split('Moussa Koussa.').length > 2);
	shell.press('j');
	await shell.waitFor('2 of ');
	shell.press('ctrl-c');
	await shell.waitForPrompt();
	expect(await shell.exitCode()).toBe(130);
	expect(await shell.ttySettings()).toEqual(settings);
});

describe('kinds of terminal', () => {
	test.each(['linux', 'vt100', 'screen-256color', 'tmux-256color', 'xterm', 'never-heard-of'])(
		'TERM=%s: the dashboard, its keys, and the terminal given back',
		async term => {
			await using terminal = await openDashboard({env: {TERM: term}});
			expect(terminal.text()).toContain('┍ 1 Actors ━');
			terminal.press('down', '2');
			await terminal.waitFor('┍ 2 Front line ━');
			terminal.press('q');
			expect((await terminal.waitForExit()).code).toBe(0);
			expect(terminal.modes()).toEqual(MODES_AT_REST);
		},
	);

	test('a terminal that answers nothing is not waited for', async () => {
		await using terminal = await openDashboard({answersQueries: false});
		terminal.press('j');
		await terminal.waitFor(() => counted(terminal) === `2/${actors}`);
		// Nothing is asked, so no late answer can be taken for keys by the next program.
		expect(sequencesIn(terminal.output()).filter(sequence => /[nc]$/.test(sequence))).toEqual([]);
		expect(sequencesIn(terminal.output()).filter(sequence => sequence.endsWith('?u'))).toEqual([]);
	});

	test('CI in the environment changes nothing for who sits at a terminal', async () => {
		await using shell = await openShell({env: {CI: 'true'}});
		await startDashboard(shell);
		shell.press('j');
		await shell.waitFor(() => counted(shell) === `2/${actors}`);
	});
});
