import {describe, expect, test} from 'vitest';
import type {Terminal} from '../support/terminal.ts';
import {builtIn, openDashboard, selectedRow, wordsOn} from './support/dashboard.ts';

const PANES = ['Actors', 'Front line', 'Quotes', 'Timeline'] as const;

type Counts = Readonly<Record<(typeof PANES)[number], number>>;

/** How many records each pane says that it holds: on its border, or in the row of panes. */
const counts = (terminal: Terminal): Counts =>
	Object.fromEntries(
		PANES.map(pane => {
			const [, count] =
				new RegExp(`\\d ${pane} [━─ ]*(?:•\\d+ +)?(?:\\d+/)?(\\d+)(?!/)`, 'u').exec(
					terminal.text(),
				) ?? [];
			return [pane, Number(count)];
		}),
	) as Counts;

const ALL: Counts = {
	Actors: builtIn.actors.length,
	'Front line': builtIn.places.length,
	Quotes: builtIn.quotes.length,
	Timeline: builtIn.events.length,
};

/** Searches the facets that lie open for a value, and takes the cursor to the first found. */
const search = async (terminal: Terminal, words: string): Promise<void> => {
	terminal.press('/', 'ctrl-u');
	terminal.type(words);
	await terminal.waitFor(`/${words}▏`);
	terminal.press('enter');
	await terminal.waitForAbsence('▏');
};

describe.each([
	[120, 40],
	[80, 24],
])('facets on %i×%i', (columns, rows) => {
	test('a side and a kind narrow every pane, stand over them, and go one by one at Esc', async () => {
		await using terminal = await openDashboard({columns, rows});
		expect(counts(terminal)).toEqual(ALL);
		terminal.press('f');
		await terminal.waitFor('Facets');
		await search(terminal, 'side opposition');
		terminal.press('enter');
		await terminal.waitFor('[side: opposition]');
		await search(terminal, 'movement');
		terminal.press('space');
		await terminal.waitFor('[kind: movement]');
		expect(wordsOn(terminal)).toMatch(/› \[x\] event: movement +4/u);
		terminal.press('q', 'q');
		await terminal.waitForAbsence('Facets');

		const both = counts(terminal);
		expect(both.Timeline).toBe(builtIn.events.filter(({kind}) => kind === 'movement').length);
		expect(wordsOn(terminal)).toContain(
			'only [side: opposition] [kind: movement] Esc takes the last away',
		);

		terminal.press('esc');
		await terminal.waitForAbsence('[kind:');
		const side = counts(terminal);
		for (const pane of PANES) {
			expect(side[pane]).toBeGreaterThan(0);
			expect(side[pane]).toBeLessThan(ALL[pane]);
		}

		// A kind of events says nothing of the other panes.
		expect({...both, Timeline: side.Timeline}).toEqual(side);
		expect(both.Timeline).toBeLessThan(side.Timeline);

		terminal.press('esc');
		await terminal.waitForAbsence('[side:');
		expect(counts(terminal)).toEqual(ALL);
	});

	test('! leaves out what the same choice would keep', async () => {
		await using terminal = await openDashboard({columns, rows});
		terminal.press('f');
		await search(terminal, 'person');
		terminal.press('enter');
		await terminal.waitFor('[kind: person]');
		terminal.press('!');
		await terminal.waitFor('[not kind: person]');
		expect(wordsOn(terminal)).toMatch(/› \[!\] actor: person/u);
		terminal.press('q', 'q');
		await terminal.waitForAbsence('Facets');
		const persons = builtIn.actors.filter(({kind}) => kind === 'person').length;
		expect(counts(terminal)).toEqual({...ALL, Actors: ALL.Actors - persons});
		terminal.press('f');
		await search(terminal, 'person');
		terminal.press('!', 'q', 'q');
		await terminal.waitForAbsence('[not kind');
		await terminal.waitForAbsence('Facets');
		expect(counts(terminal)).toEqual(ALL);
	});
});

test('on 40×12 too they are chosen, stand over the list, and go at Esc', async () => {
	await using terminal = await openDashboard({columns: 40, rows: 12});
	terminal.press('f');
	await search(terminal, 'side opposition');
	terminal.press('enter');
	await terminal.waitFor('[side: opposition]');
	terminal.press('q', 'q');
	await terminal.waitFor('› Ahmaed Omar Bani');
	expect(terminal.text()).not.toContain('Moussa Koussa');
	expect(terminal.rows()[1]).toContain('only [side: opposition]');
	terminal.press('esc');
	await terminal.waitFor('Moussa Koussa');
});

test('/ searches the values, and says when nothing goes by that name', async () => {
	await using terminal = await openDashboard();
	terminal.press('f');
	await search(terminal, 'brega');
	await terminal.waitFor('Facets /brega');
	expect(selectedRow(terminal)).toMatch(/^› \[ \] Brega +6/u);
	expect(terminal.text()).not.toContain('Benghazi  ');
	terminal.press('/', ...'xyz');
	await terminal.waitFor('Nothing matches /bregaxyz.');
	terminal.press('enter', 'space');
	await terminal.waitFor('Nothing goes by that name.');
	terminal.press('esc');
	await terminal.waitFor('[ ] government');
});

test('two of one facet widen the choice, and Backspace takes back the last', async () => {
	await using terminal = await openDashboard({columns: 80, rows: 24});
	const {places} = builtIn;
	const ofKind = (kind: string): number => places.filter(place => place.kind === kind).length;
	terminal.press('f');
	await search(terminal, 'kind town');
	terminal.press('enter');
	await terminal.waitFor('[kind: town]');
	expect(counts(terminal)['Front line']).toBe(ofKind('town'));
	await search(terminal, 'kind city');
	terminal.press('enter');
	await terminal.waitFor('[kind: city]');
	expect(counts(terminal)['Front line']).toBe(ofKind('town') + ofKind('city'));
	terminal.press('backspace');
	await terminal.waitForAbsence('[kind: city]');
	expect(counts(terminal)['Front line']).toBe(ofKind('town'));
});
