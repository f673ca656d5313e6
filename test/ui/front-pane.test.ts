import {describe, expect, test} from 'vitest';
import type {Place} from '../../source/dossier/schema.ts';
import {type OpenApp, openApp} from '../support/app.tsx';
import {
	aDossier,
	anActor,
	anEvent,
	aPlace,
	aQuote,
	aRoad,
	aTown,
	at,
	held,
} from '../support/dossier.ts';
import {OTHER_REPORTS} from '../support/other-reports.ts';

describe('the names of towns', () => {
	test('have the room that the paragraphs do not need', async () => {
		const name = 'Bishop’s Wharf End';
		using app = await openApp(
			aDossier([
				anActor(),
				aTown({name, control: [held('2020-05-02', 'contested', {evidence: [at(7)]})]}),
			]),
			{columns: 120, rows: 40},
		);
		expect(app.frame()).toMatch(new RegExp(`${name} +◨ contested +2 May +reported +7 `));

		const longer = `${name} by the Sea`;
		using wide = await openApp(aDossier([anActor(), aTown({name: longer})]), {
			columns: 160,
			rows: 40,
		});
		expect(wide.frame()).toMatch(new RegExp(`${longer} +not stated`));
	});
});

describe('the columns of the towns', () => {
	const dossier = aDossier([anActor(), aTown({control: [held('2020-05-02', 'contested')]})]);

	test.each([46, 47, 48, 56, 57, 60, 61, 72, 73, 74, 75, 76, 123, 124])(
		'have the room that there is, and no more, on %i columns',
		async columns => {
			using app = await openApp(dossier, {columns, rows: 30, beginning: {pane: 'front'}});
			expect(app.frame()).toMatch(/Town +Control[^…]* ¶ *│?$/m);
		},
	);
});

describe('the days of a dossier of several years', () => {
	const town = aTown({
		name: 'Dunmore',
		control: [held('2018-05-02', 'government'), held('2020-05-01', 'contested')],
	});
	const dossier = aDossier(
		[
			anActor(),
			town,
			aQuote({speaker: 'actor:vera-moss', text: 'We never left.', day: '2019-05-02'}),
		],
		{span: {first: '2018-05-02', last: '2020-05-02'}},
	);

	test('have their years with them, wherever they stand', async () => {
		using app = await openApp(dossier, {columns: 120, rows: 40, beginning: {asOf: '2019-12-31'}});
		const frame = app.frame();
		expect(frame).toMatch(/Dunmore +\(■ government\) +2 May 2018 +reported +2/);
		expect(frame).toMatch(/ · 2 May 2019/);
		app.press('2');
		await expect.poll(app.frame).toContain('on 31 Dec 2019: government');
		expect(app.frame()).toMatch(/last told for 2 May .*\n.* 2018/);
	});

	test.each([40, 44, 46, 55, 59, 60, 64, 70, 76, 80, 110, 160])(
		'have room for them or are left out, on %i columns',
		async columns => {
			using app = await openApp(dossier, {columns, rows: 24, beginning: {pane: 'front'}});
			expect(app.lines()[0]).toContain(' 2 May 2020 ');
			const row = app.lines().find(line => line.includes('› Dunmore'));
			expect(row).toMatch(/contested\)? *(?:1 May 2020|2|│|$)/);
		},
	);
});

describe('the rows of the list', () => {
	const towns = Array.from({length: 9}, (_, at) => aTown({id: `place:t${at}`, name: `Town ${at}`}));
	const others = Array.from({length: 9}, (_, at) =>
		aPlace({id: `place:p${at}`, name: `Place ${at}`}),
	);
	const dossier = aDossier([anActor(), ...towns, ...others]);

	test('are all taken, wherever in the list the reader is', async () => {
		using app = await openApp(dossier, {columns: 60, rows: 9, beginning: {pane: 'front'}});
		const listed = (): readonly string[] =>
			app
				.lines()
				.slice(1, -1)
				.map(line => /[A-Z][a-z]+(?: \d)?/.exec(line)?.[0] ?? '');
		expect(listed()).toEqual(['Town', ...[0, 1, 2, 3, 4, 5].map(at => `Town ${at}`)]);
		app.press(...Array.from({length: 8}, () => 'j'));
		await expect.poll(() => app.selectedRow()).toContain('Town 8');
		expect(listed()).not.toContain('');
		app.press('j');
		await expect.poll(() => app.selectedRow()).toContain('Place 0');
		expect(listed()).toContain('Elsewhere');
		expect(listed()).not.toContain('');
	});
});

describe('under the strip, where there is room', () => {
	const [west, mid, east] = ['west', 'mid', 'east'].map(id =>
		aTown({
			id: `place:${id}`,
			control: [
				held('2020-05-01', 'government'),
				held('2020-05-02', id === 'mid' ? 'contested' : 'government'),
			],
		}),
	) as [Place, Place, Place];
	const along = (...towns: readonly Place[]) =>
		towns.map(({id: place}, at) => ({place, km: at * 10}));
	const rest = [
		anActor(),
		west,
		mid,
		east,
		anEvent({id: 'event:flight', movement: {from: mid.id, to: east.id}}),
		anEvent({id: 'event:chase', movement: {from: east.id, to: west.id}}),
		anEvent({id: 'event:parade', when: '2020-05-01', movement: {from: west.id, to: mid.id}}),
	];

	test('stands what is new along the road: who held a town, and what the arrows are', async () => {
		using app = await openApp(aDossier([...rest, aRoad({towns: along(west, mid, east)})]), {
			columns: 80,
			rows: 40,
			beginning: {pane: 'front'},
		});
		expect(app.frame()).toContain('│  ⇢ Mid: government before · → Flight · ← Chase  ');
		app.press('[');
		await expect.poll(app.frame).toContain('│  → Parade  ');
		app.resize(30, 20);
		await expect.poll(app.frame).toMatch(/^ {2}→ Parade *$/m);
	});

	test('stands nothing where nothing is new, and where there is little room that takes no row', async () => {
		const road = aRoad({towns: along(west, east)});
		const dossier = aDossier([anActor(), west, mid, east, road]);
		const rowsBetween = (app: OpenApp): number =>
			app.lines().findIndex(line => line.includes('Control')) -
			app.lines().findIndex(line => line.includes('■G'));
		using app = await openApp(dossier, {columns: 60, rows: 13, beginning: {pane: 'front'}});
		expect(rowsBetween(app)).toBe(2);
		app.resize(60, 12);
		await expect.poll(() => rowsBetween(app)).toBe(1);

		const elsewhere = [0, 1, 2, 3].map(at => aPlace({id: `place:far-${at}`}));
		const whole = aDossier([...rest, ...elsewhere, aRoad({towns: along(west, mid, east)})]);
		using busy = await openApp(whole, {columns: 60, rows: 11, beginning: {pane: 'front'}});
		expect(rowsBetween(busy)).toBe(2);
		busy.resize(60, 10);
		await expect.poll(() => rowsBetween(busy)).toBe(1);
		busy.press('/');
		busy.type('mid');
		await expect.poll(busy.frame).toContain('⇢ Mid: government before');
		busy.press('esc');
		await expect.poll(() => rowsBetween(busy)).toBe(1);
		busy.resize(60, 7);
		await expect.poll(busy.frame).not.toContain('■G');
	});

	test('is left out what moved on no town of the road, and what is longer than the pane is cut', async () => {
		using app = await openApp(aDossier([...rest, aRoad({towns: along(west, mid)})]), {
			columns: 30,
			rows: 20,
			beginning: {pane: 'front'},
		});
		expect(app.frame()).toMatch(/^ {2}⇢ Mid: government before *$/m);
		expect(app.frame()).not.toMatch(/Flight|Chase/);
		app.resize(22, 20);
		await expect.poll(app.frame).toMatch(/^ {2}⇢ Mid: government b…$/m);
	});

	test('stands which road it is where there are several: the one that the selected town lies on', async () => {
		const roads = [
			aRoad({name: 'shore road', towns: along(west, mid)}),
			aRoad({id: 'road:hill', name: 'hill road', towns: along(mid, east)}),
		];
		using app = await openApp(aDossier([...rest, ...roads]), {
			columns: 80,
			rows: 40,
			beginning: {pane: 'front'},
		});
		expect(app.frame()).toMatch(
			/│ {2}West .*⇢Mid +│[\s\S]*│ {2}shore road · ⇢ Mid: government before +│/,
		);
		app.press('G');
		await expect
			.poll(app.frame)
			.toMatch(/│ ⇢Mid .*East +│[\s\S]*│ {2}hill road · ⇢ Mid: government before · → Flight +│/);
	});
});

describe('a road with more towns than there is room for', () => {
	const dossier = OTHER_REPORTS['of five hundred places'] ?? aDossier([]);

	test('shows those round the selected one, with names that can be read', async () => {
		using app = await openApp(dossier, {columns: 160, rows: 48, beginning: {pane: 'front'}});
		expect(app.frame()).toMatch(/Place 0 +Place 1 +Place 2 +Place 3 /);
		app.press('G');
		await expect.poll(app.frame).toMatch(/› Place 499/);
		app.press('g', ...Array.from({length: 40}, () => 'j'));
		await expect.poll(app.frame).toMatch(/Place 39 +Place 40 +Place 41 /);
		expect(app.frame()).toMatch(/│ +┄.*┄ │/);
	});

	test('shows the front where no town of it is selected', async () => {
		const towns = Array.from({length: 40}, (_, at) =>
			aTown({
				id: `place:n${at}`,
				name: `Town ${at}`,
				control: [held('2020-05-01', at < 25 ? 'government' : 'opposition')],
			}),
		);
		using app = await openApp(
			aDossier([
				...towns,
				aPlace({id: 'place:capital'}),
				aRoad({towns: towns.map(({id: place}, km) => ({place, km}))}),
				anEvent({movement: {from: 'place:n24', to: 'place:n25'}}),
			]),
			{columns: 60, rows: 20, beginning: {pane: 'front'}},
		);
		expect(app.lines()[1]).toContain(' Town 0 ');
		app.press('G');
		await expect.poll(() => app.lines()[1]).toMatch(/Town 24 +Town 25/);
		expect(app.lines()[2]).toMatch(/^ ━+■g━+■g┄+→┄+□o─+□o─+□o─*$/);
		app.press('k');
		await expect
			.poll(() => app.lines()[1])
			.toMatch(/^ +Town 35 +Town 36 +Town 37 +Town 38 +Town 39$/);
		expect(app.lines()[2]).not.toContain('→');
	});

	test('is shown whole as long as four letters of every name have room', async () => {
		const towns = ['Amberley', 'Bexington', 'Culverton', 'Dunmore', 'Eastbay', 'Fallow'];
		using app = await openApp(
			aDossier([
				...towns.map(name => aTown({id: `place:${name.toLowerCase()}`, name})),
				aRoad({
					towns: towns.map((name, at) => ({
						place: `place:${name.toLowerCase()}` as const,
						km: at * 10,
					})),
				}),
			]),
			{columns: 40, rows: 12, beginning: {pane: 'front'}},
		);
		for (const name of towns) {
			expect(app.lines()[1]).toContain(name.slice(0, 4));
		}
	});
});
