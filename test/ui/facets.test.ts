import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {facetChoices} from '../../source/state/chosen.ts';
import {facetLines} from '../../source/ui/facet-lines.ts';
import {spansWidth} from '../../source/ui/line.tsx';
import {anyText} from '../support/any-text.ts';
import {openApp} from '../support/app.tsx';
import {aDisplay} from '../support/display.ts';
import {aDossier, anActor, aQuote, aTown, held} from '../support/dossier.ts';
import {feud} from '../support/feud.ts';

describe('the list of facets', () => {
	test('has a box and a count for every value, each dimension under its name', async () => {
		using app = await openApp(feud, {columns: 80, rows: 48});
		app.press('f');
		await expect.poll(app.frame).toMatch(/Side on 2 May +│\n│ {2}› \[ \] government +5 /);
		for (const heading of ['Side on 2 May', 'On whose word', 'Day', 'Kind', 'Place']) {
			expect(app.frame()).toMatch(new RegExp(`│ {4}${heading} +│`));
		}

		expect(app.frame()).toMatch(/\[ \] event: movement +1 /);
		expect(app.frame()).toMatch(/\[ \] 1 May +\d/);
	});

	test('stands in three columns on a wide screen, and the cursor goes from one to the next', async () => {
		using app = await openApp(feud, {columns: 120, rows: 40});
		app.press('f');
		await expect.poll(app.frame).toMatch(/Side on 2 May +Kind +Place/);
		const values = facetChoices({facets: [], asOf: '2020-05-02'}, '', catalogOf(feud)).length;
		expect(app.frame()).toContain(` 1/${values} ┑`);
		app.press('G');
		await expect.poll(app.frame).toMatch(/› \[ \] Nowhere/);
		expect(app.frame()).toContain(` ${values}/${values} ┑`);
	});

	test('says in its title what is counted, in as many words as there is room for', async () => {
		using app = await openApp(feud, {columns: 120, rows: 40});
		app.press('f');
		await expect.poll(app.frame).toContain('quotes and events; claims and ties have no list ━');
		app.resize(80, 24);
		await expect.poll(app.frame).toContain(' · of actors, places, quotes and events ━');
		app.resize(40, 12);
		await expect.poll(app.frame).toContain(' Facets · of all four lists');
	});

	test('shows which values are wanted and which are left out', async () => {
		using app = await openApp(feud, {columns: 120, rows: 40});
		app.press('f', 'enter', 'j', '!');
		await expect.poll(app.frame).toContain('[!] opposition');
		expect(app.frame()).toContain('[x] government');
	});

	test('marks what was searched for, and says so where nothing is found', async () => {
		using app = await openApp(feud, {columns: 80, rows: 30});
		app.press('f', '/');
		app.type('bay');
		await expect.poll(app.underlined).toEqual(['bay']);
		expect(app.frame()).toMatch(/› \[ \] Westbay .*\n.* \[ \] Eastbay /);
		expect(app.frame()).not.toContain('] Cape');
		expect(app.status()).toContain('/bay');
		app.type('zzz');
		await expect.poll(app.frame).toContain('Nothing matches /bayzzz.');
	});
});

describe('the row over the panes', () => {
	test('says what they are narrowed to, as long as they are', async () => {
		using app = await openApp(feud, {columns: 80, rows: 24});
		expect(app.frame()).not.toContain('only [');
		app.press('f', 'enter', 'f');
		await expect.poll(app.frame).toContain(' only [side: government]  Esc takes the last away');
		expect(app.lines()[2]).toMatch(/^ only \[/);
		for (const keys of [['5'], ['2', 'z'], ['x'], ['?']]) {
			app.press(...keys);
			await expect.poll(app.frame).toContain('only [side: government]');
		}
	});

	test('is gone with the last of them', async () => {
		using app = await openApp(feud, {columns: 80, rows: 24});
		app.press('f', 'enter', 'j', '!', 'f');
		await expect.poll(app.frame).toContain('[side: government] [not side: opposition]');
		app.press('esc');
		await expect.poll(app.frame).not.toContain('opposition]');
		expect(app.frame()).toContain('[side: government]');
		app.press('esc');
		await expect.poll(app.frame).not.toContain('only');
		expect(app.frame()).not.toContain('[side');
	});

	test('shortens what it has no room for, then keeps the newest and says how many more there are', async () => {
		using app = await openApp(feud, {columns: 40, rows: 12});
		app.press('f', 'enter', 'j', 'enter');
		await expect.poll(app.frame).toContain(' only [government] [opposition]');
		app.press('j', 'enter');
		await expect.poll(app.frame).toContain(' only [governme…] [oppositi…] [civilian]');
		app.press('j', '!', 'tab', '!');
		await expect.poll(app.frame).toContain(' 3 more, [not unknown] [not author]');
	});

	test('names a day that is not stated in full, or it would read as if something were left out', async () => {
		using app = await openApp(aDossier([anActor(), aQuote({speaker: 'actor:vera-moss'})]), {
			columns: 30,
			rows: 12,
		});
		app.press('f', '/');
		app.type('day');
		app.press('enter', 'enter');
		await expect.poll(app.frame).toContain('[x] not stated');
		app.press('/', 'ctrl-u');
		app.type('sentences');
		app.press('enter', 'enter');
		await expect.poll(app.frame).toContain(' only [day: not…] [whole se…]');
	});

	test('cuts a long name within its brackets', async () => {
		const name = 'Harbour of the lower town behind the second lighthouse';
		using app = await openApp(aDossier([anActor(), aTown({name})]), {columns: 50, rows: 24});
		app.press('f', 'G', 'enter', 'f');
		await expect
			.poll(app.frame)
			.toMatch(/^ only \[place: Harbour of the lower town behind t…\]$/mu);
		app.resize(80, 24);
		await expect.poll(app.frame).toContain(` only [place: ${name}]`);
	});

	test('names the filters of the other panes too, since they hide records as well', async () => {
		using app = await openApp(feud, {columns: 100, rows: 24});
		app.press('3', '/');
		app.type('tide');
		app.press('enter', '1', 'f', 'enter', 'f');
		await expect.poll(app.frame).toContain('only [Quotes /tide] [side: government]');
	});

	test('counts in the panes what is left', async () => {
		using app = await openApp(feud, {columns: 100, rows: 24});
		expect(app.lines()[1]).toContain('1 Actors 5  2 Front line 6  3 Quotes 2  4 Timeline 5');
		app.press('f', 'enter', 'f');
		await expect
			.poll(() => app.lines()[1])
			.toContain('1 Actors 1  2 Front line 2  3 Quotes 0  4 Timeline 2');
	});

	test('is written in ASCII where nothing else can be', async () => {
		using app = await openApp(
			aDossier([anActor(), aTown({name: 'Ästbäy'}), aTown({id: 'place:westbay'})]),
			{columns: 80, rows: 24, charset: 'ascii'},
		);
		app.press('f', 'G', 'k', 'enter', 'f');
		await expect.poll(app.frame).toContain(' only [place: Astbay]');
	});
});

test('every value stands on a line of its own list, whatever the names, the width and the query', () => {
	fc.assert(
		fc.property(
			fc.array(anyText({minLength: 1, maxLength: 50}), {minLength: 1, maxLength: 12}),
			anyText({maxLength: 3}),
			fc.integer({min: 1, max: 200}),
			fc.nat(30),
			(names, query, columns, chosen) => {
				const dossier = aDossier([
					anActor(),
					...names.map((name, at) => aTown({id: `place:n${at}`, name})),
				]);
				const display = aDisplay(dossier);
				const state = {facets: [], asOf: dossier.span.last};
				const {lines, items} = facetLines(state, query, chosen, {columns, rows: 1000}, display);
				expect(items).toHaveLength(facetChoices(state, query, display.catalog).length);
				for (const {start, end} of items) {
					expect(start).toBeGreaterThanOrEqual(0);
					expect(end).toBeGreaterThan(start);
					expect(end).toBeLessThanOrEqual(lines.length);
				}

				if (columns >= 24 && items.length > 0) {
					for (const line of lines) {
						expect(spansWidth(line)).toBeLessThanOrEqual(columns);
					}
				}
			},
		),
		{numRuns: 150},
	);
});

test('→ leads to the value beside it in the next column, and as far as the last', async () => {
	using app = await openApp(feud, {columns: 120, rows: 40});
	app.press('f', 'j', 'j', 'right');
	await expect.poll(app.frame).toMatch(/\] civilian .*› \[ \] actor: unnamed source .*\] Cape /);
	app.press('l');
	await expect.poll(app.frame).toMatch(/\] civilian .*› \[ \] Cape /);
	app.press('right');
	await expect.poll(app.status).toContain('That is the last column.');
	app.press('h', 'left');
	await expect.poll(app.frame).toMatch(/› \[ \] civilian /);
	app.press('h');
	await expect.poll(app.status).toContain('That is the first column.');
});

test('→ leads into a column of one value too', async () => {
	const places = ['government', 'opposition', 'government', 'opposition'] as const;
	using app = await openApp(
		aDossier([], {
			places: places.map((state, at) =>
				aTown({id: `place:n${at}`, name: `Town ${at}`, control: [held('2020-05-01', state)]}),
			),
		}),
		{columns: 120, rows: 40},
	);
	app.press('f', 'tab', 'right');
	await expect.poll(app.frame).toMatch(/› \[ \] place: town /);
	app.press('right');
	await expect.poll(app.frame).toMatch(/› \[ \] Town 0 /);
});

test('a long value is whole where the others need little, and cut where all are long', async () => {
	const name = 'Highway between the harbour and the lower town';
	using app = await openApp(aDossier([anActor(), aTown({name})]), {columns: 120, rows: 40});
	app.press('f');
	await expect.poll(app.frame).toContain(`[ ] ${name}    1 `);
	app.resize(96, 40);
	await expect.poll(app.frame).toMatch(/\[ \] Highway between [^│]*… {4}1 /u);
	app.resize(80, 24);
	await expect.poll(app.frame).toContain(`[ ] ${name}    1 `);
});

test('→ leads to the lowest value of a shorter column, and on a narrow screen to the next list', async () => {
	using app = await openApp(feud, {columns: 120, rows: 40});
	app.press('f', 'tab', 'tab', 'tab', 'tab', 'left');
	await expect.poll(app.frame).toMatch(/› \[ \] actor: person/);
	for (let press = 0; press < 12; press++) {
		app.press('j');
	}

	app.press('right');
	await expect.poll(app.frame).toMatch(/› \[ \] Nowhere/);
	app.resize(80, 24);
	app.press('g', 'right');
	await expect.poll(app.frame).toMatch(/› \[ \] author/);
	app.press('left');
	await expect.poll(app.frame).toMatch(/› \[ \] government/);
});

test('a pane that the facets leave empty says so on as many lines as it takes, and with a filter that both do', async () => {
	using small = await openApp(feud, {columns: 40, rows: 12});
	small.press('3', 'f', 'enter', 'f');
	await expect
		.poll(small.frame)
		.toMatch(/^ {2}Nothing here passes the facets; f *\n {2}changes them\. *$/mu);
	using app = await openApp(feud, {columns: 80, rows: 24});
	app.press('f', 'enter', 'f', '/');
	app.type('zzz');
	await expect
		.poll(app.frame)
		.toContain('Nothing that passes the facets matches /zzz; Esc clears it.');
});

test('on the smallest screen with a story and a chip the evidence still has a row', async () => {
	using app = await openApp(feud, {columns: 20, rows: 6});
	app.press('f', 'enter', 'f', 's', 'e');
	await expect.poll(app.frame).toContain('Evidence');
});
