import {describe, expect, test} from 'vitest';
import {openApp} from '../support/app.tsx';
import {aDossier, anActor, aRoad, aTown, held} from '../support/dossier.ts';
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
