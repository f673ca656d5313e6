import {describe, expect, test} from 'vitest';
import {openTerminal, type Terminal} from '../support/terminal.ts';
import {openDashboard, SIZES, selectedRow, statusLine} from './support/dashboard.ts';

/** From the first town's sign on, which may have a pane to its left. */
const ROAD = /■[Gg].*/u;

/** The road of the strip: who holds each town, by the letter after its sign, and what moved between them. */
const road = (terminal: Terminal): string =>
	(ROAD.exec(terminal.text())?.[0] ?? '').replaceAll(/[^GgOoCc←→]/gu, '');

/** The names over it, as far as each is written out. */
const names = (terminal: Terminal): string => {
	const rows = terminal.rows();
	return rows[rows.findIndex(row => ROAD.test(row)) - 1] ?? '';
};

const IN_ROAD_ORDER = /Bin J\w*.* Ras L\w*.*[ ⇢]Brega.* Ajdab\w*.* Bengh\w*/u;

describe.each(SIZES)('the day on %i×%i', (columns, rows) => {
	test('[ and ] move the front on the strip, and show what was moved by whom', async () => {
		await using terminal = await openDashboard({columns, rows, args: ['--pane', 'front']});
		expect(names(terminal)).toMatch(IN_ROAD_ORDER);
		expect(names(terminal)).toContain('⇢Brega');
		expect(road(terminal)).toBe('ggC←Oo');

		terminal.press('[');
		await terminal.waitFor(() => road(terminal) === 'GGG→O→O', {label: 'the flight to the east'});
		expect(names(terminal)).toMatch(IN_ROAD_ORDER);
		expect(names(terminal)).not.toContain('⇢');
		expect(terminal.rows()[0]).toContain('30 Mar');

		terminal.press(']');
		await terminal.waitFor(() => road(terminal) === 'ggC←Oo', {label: 'the way back'});
		expect(terminal.rows()[0]).toContain('31 Mar');
	});

	test('a day that nothing is told of is not gone to, and the last row says so', async () => {
		await using terminal = await openDashboard({columns, rows});
		terminal.press(']');
		await terminal.waitFor('Only 30 Mar to 31 Mar 2011 is told of');
		expect(terminal.rows()[0]).toContain('31 Mar');
		terminal.press('[', '[');
		await terminal.waitFor(
			() =>
				/30 Mar/.test(terminal.rows()[0] ?? '') && statusLine(terminal).startsWith('Only 30 Mar'),
		);
	});
});

test('all panes go to the day: the towns, the sides, and the details of what is selected', async () => {
	await using terminal = await openDashboard({
		args: ['--select', 'place:brega', '--pane', 'front'],
	});
	expect(selectedRow(terminal)).toMatch(/Brega +◨ contested ⇢ +31 Mar +inferred/u);
	expect(terminal.text()).toContain('on 31 Mar: contested (inferred) · government the day before');
	expect(terminal.text()).toMatch(/Benghazi +\(□ opposition\) +30 Mar/u);

	terminal.press('[');
	await terminal.waitFor('on 30 Mar: government (inferred)');
	expect(selectedRow(terminal)).toMatch(/Brega +■ government +30 Mar +inferred/u);
	expect(terminal.text()).toMatch(/Benghazi +□ opposition +30 Mar/u);
	expect(terminal.text()).toMatch(/Moussa Koussa +⇢ left government/u);
});

test('--as-of begins on its day, and refuses one that nothing is told of', async () => {
	await using terminal = await openDashboard({args: ['--as-of', '2011-03-30', '--pane', 'front']});
	expect(terminal.rows()[0]).toContain('Wed 30 Mar 2011');
	expect(road(terminal)).toBe('GGG→O→O');

	await using refused = await openTerminal({args: ['--as-of', '2011-04-01']});
	expect((await refused.waitForExit()).code).toBe(2);
	expect(refused.text()).toContain('2011-04-01 is outside of this dossier');
});

test('without colour and in ASCII the strip says the same', async () => {
	await using terminal = await openDashboard({
		args: ['--ascii', '--no-color', '--pane', 'front'],
	});
	expect(terminal.text()).toMatch(/#g=+#g\.+%C\.+<\.+oO-+oo/);
	expect(terminal.text()).toContain('~Brega');
	terminal.press('[');
	await terminal.waitFor(/#G=+#G=+#G\.+>\.+oO-+>-+oO/);
});

test.each([
	['--screen-reader', {args: ['--screen-reader']}],
	['TERM=dumb', {env: {TERM: 'dumb'}}],
])('%s: another day is said with what is new on it and what moved', async (_, options) => {
	await using terminal = await openDashboard({...options, columns: 200});
	terminal.press('[');
	await terminal.waitFor(
		/as of Wed 30 Mar 2011\.\nNew on 30 Mar: Moussa Koussa no side, left government\.\nMoved on 30 Mar: Rebels flee towards Ajdabiya, from Brega to Ajdabiya; /,
	);
	terminal.press('[');
	await terminal.waitFor('\nOnly 30 Mar to 31 Mar 2011 is told of.');
});
