import {describe, expect, test} from 'vitest';
import type {Terminal} from '../support/terminal.ts';
import {openDashboard, SIZES, selectedRow} from './support/dashboard.ts';

/** Where the line of time is, by its marks. */
const axisAt = (terminal: Terminal): number =>
	terminal.rows().findIndex(row => /^[│| ]*[○o2-9][┄./].*[+2-9●*] *[│|]?$/u.test(row));

const dates = (terminal: Terminal): string => terminal.rows()[axisAt(terminal) - 1] ?? '';

const axis = (terminal: Terminal): string => terminal.rows()[axisAt(terminal)] ?? '';

/** The column of the cursor on the line. */
const cursor = (terminal: Terminal): number => dates(terminal).indexOf('▾');

describe.each(SIZES)('the line of time on %i×%i', (columns, rows) => {
	test('goes from 1969 to 31 March 2011, its gaps squeezed, as many events as there are told in it', async () => {
		await using terminal = await openDashboard({columns, rows, args: ['--pane', 'timeline']});
		expect(dates(terminal)).toMatch(/^[│ ]*1969 /u);
		expect(dates(terminal)).toMatch(/30 Mar/u);
		expect(axis(terminal)).toMatch(columns < 80 ? /\/\// : /┄11 y┄|\/\/11 y\/\//u);
		expect(axis(terminal)).toMatch(/\+─+9/u);
	});

	test('has one cursor with the list: moving in the list moves it', async () => {
		await using terminal = await openDashboard({columns, rows, args: ['--pane', 'timeline']});
		terminal.press('g');
		await terminal.waitFor(() => selectedRow(terminal).includes('Revolution in Libya'));
		const first = cursor(terminal);
		expect(first).toBe(axis(terminal).indexOf('○'));

		terminal.press('G');
		await terminal.waitFor(() => selectedRow(terminal).includes('31 Mar'));
		expect(cursor(terminal)).toBe(axis(terminal).lastIndexOf('9'));
	});
});

test('an event that is chosen elsewhere moves the cursor, and the cursor chooses what all panes show', async () => {
	await using terminal = await openDashboard();
	terminal.press('4', 'g');
	await terminal.waitFor(/5 Detail[\s\S]*Revolution in Libya/u);
	const first = cursor(terminal);
	terminal.press(':');
	await terminal.waitFor('Go to');
	terminal.press(...'farnborough');
	await terminal.waitFor('Koussa flies to Farnborough');
	terminal.press('down');
	await terminal.waitFor(() => selectedRow(terminal).includes('Koussa flies'));
	terminal.press('enter');
	await terminal.waitFor(/5 Detail[\s\S]*Event · defection/u);
	expect(cursor(terminal)).toBeGreaterThan(first);
	expect(cursor(terminal)).toBe(axis(terminal).indexOf('+'));
});

test('--ascii draws it with printable ASCII alone', async () => {
	await using terminal = await openDashboard({args: ['--ascii', '--pane', 'timeline']});
	expect(axis(terminal)).toMatch(/o\.+\/\/11 y\/\/\.+2.*\+-+9/);
	terminal.press('g');
	await terminal.waitFor(/v 1969/);
	expect(terminal.text()).toMatch(/^[\n -~]*$/);
});

test('--screen-reader reads the events with their dates as they are known', async () => {
	await using terminal = await openDashboard({
		args: ['--screen-reader', '--pane', 'timeline'],
		columns: 200,
	});
	terminal.press('g');
	await terminal.waitFor(/\n1 of 35: Revolution in Libya\. .*1969\n/);
	terminal.press('j');
	await terminal.waitFor(/\n2 of 35: .*1980s/);
	expect(terminal.text()).not.toMatch(/[┄─○●▾├┤]/u);
});
