import {describe, expect, test} from 'vitest';
import {openApp} from '../support/app.tsx';
import {aDossier, anActor, aQuote, aRoad, aTown, held} from '../support/dossier.ts';
import {OTHER_REPORTS} from '../support/other-reports.ts';

describe('the names of towns', () => {
	test('have the room that the paragraphs do not need', async () => {
		const name = 'Bishop’s Wharf End';
		using app = await openApp(
			aDossier([anActor(), aTown({name, control: [held('2020-05-02', 'contested')]})]),
			{columns: 120, rows: 40},
		);
		expect(app.frame()).toMatch(new RegExp(`${name} +◨ contested +2 May +reported +2`));

		const longer = `${name} by the Sea`;
		using wide = await openApp(aDossier([anActor(), aTown({name: longer})]), {
			columns: 160,
			rows: 40,
		});
		expect(wide.frame()).toMatch(new RegExp(`${longer} +not stated`));
	});
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
