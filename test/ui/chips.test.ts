import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {LIST_PANES} from '../../source/state/panes.ts';
import type {State} from '../../source/state/state.ts';
import {chipLine} from '../../source/ui/chips.ts';
import type {Display} from '../../source/ui/display.ts';
import {layoutOf} from '../../source/ui/layout.ts';
import {type Spans, spansWidth} from '../../source/ui/line.tsx';
import {anyText} from '../support/any-text.ts';
import {openApp} from '../support/app.tsx';
import {aDisplay} from '../support/display.ts';
import {aDossier, anActor, aTown} from '../support/dossier.ts';
import {feud} from '../support/feud.ts';
import {openStore} from '../support/store.ts';

const chipsIn = (state: State, display: Display): Spans =>
	chipLine(state, layoutOf(state), display) ?? [];

describe('a filter', () => {
	test('of a pane that is not on the screen is told over the panes, and where it is cleared', async () => {
		using app = await openApp(feud, {columns: 80, rows: 24});
		app.press('3', '/');
		app.type('tide');
		app.press('enter');
		await expect.poll(app.frame).toContain('3 Quotes /tide ');
		expect(app.frame()).not.toContain('only [');
		app.press('1');
		await expect.poll(app.frame).toContain(' only [Quotes /tide]  Esc there clears it');
		app.press('3', 'esc');
		await expect.poll(app.frame).not.toContain('/tide');
		app.press('1');
		await expect.poll(app.frame).toMatch(/1 Actors ━/u);
		expect(app.frame()).not.toContain('only [');
	});

	test('is told there of the pane itself where that has no title, but not while it is typed', async () => {
		using app = await openApp(feud, {columns: 40, rows: 12});
		app.press('/');
		app.type('moss');
		await expect.poll(app.status).toContain('/moss▏  1 found');
		expect(app.frame()).not.toContain('only [');
		app.press('enter');
		await expect.poll(app.frame).toContain(' only [Actors /moss]');
		expect(app.frame()).toContain('Vera Moss');
		expect(app.frame()).not.toContain('Tom Reed');
		app.press('esc');
		await expect.poll(app.frame).toContain('Tom Reed');
		expect(app.frame()).not.toContain('only [');
	});

	test('is not told twice where every pane has its title', async () => {
		using app = await openApp(feud, {columns: 120, rows: 40});
		app.press('3', '/');
		app.type('tide');
		app.press('enter', '1');
		await expect.poll(app.frame).toMatch(/┍ 1 Actors[\s\S]* 3 Quotes \/tide /u);
		expect(app.frame()).not.toContain('only [');
		app.press('z');
		await expect.poll(app.frame).toContain(' only [Quotes /tide]');
	});

	test('of a pane that the story leaves no room for is told over the panes as long as it is told', async () => {
		using app = await openApp(feud, {columns: 110, rows: 26});
		app.press('3', '/');
		app.type('tide');
		app.press('enter', '1');
		await expect.poll(app.frame).toContain('3 Quotes /tide ');
		app.press('s');
		await expect.poll(app.frame).toContain(' only [Quotes /tide]');
		expect(app.frame()).not.toContain('3 Quotes /tide ');
		app.press('esc');
		await expect.poll(app.frame).toContain('3 Quotes /tide ');
		expect(app.frame()).not.toContain('only [');
	});

	test('of the pane in use stands after the facets, since Esc takes it first', async () => {
		using app = await openApp(feud, {columns: 69, rows: 18});
		app.press('f', 'enter', 'f', '/');
		app.type('guard');
		app.press('enter');
		await expect
			.poll(app.frame)
			.toContain(' only [side: government] [Actors /guard]  Esc takes the last away');
		app.press('esc');
		await expect.poll(app.frame).toContain(' only [side: government]  Esc takes the last away');
	});
});

describe('what takes the last chip away is said as it is', () => {
	const withFacet = async (...keys: readonly string[]) => {
		const app = await openApp(feud, {columns: 80, rows: 24});
		app.press('f', 'enter', 'f', ...keys);
		return app;
	};

	test.each([
		['in a list', [], 'Esc takes'],
		['in the detail', ['5'], 'Esc twice takes'],
		['zoomed', ['z'], 'Esc twice takes'],
		['zoomed in the detail', ['5', 'z'], 'Esc 3 times takes'],
		['in the story, which is told over the detail', ['s'], 'Esc 3 times takes'],
		['in a list that is filtered', ['/', 'g', 'enter'], 'Esc twice takes'],
		['in the detail of a list that is filtered', ['/', 'g', 'enter', '5'], 'Esc 3 times takes'],
		['among the facets', ['f'], 'Backspace takes'],
	])('%s', async (_, keys, words) => {
		using app = await withFacet(...keys);
		await expect.poll(app.frame).toContain(` only [side: government]  ${words} the last away`);
	});

	test('over what is not narrowed it says only that the panes are', async () => {
		using app = await withFacet('x');
		await expect.poll(app.frame).toMatch(/^ only \[side: government\] {2}in the panes *$/mu);
	});

	test('among the facets a filter is none of what Backspace takes', async () => {
		using app = await openApp(feud, {columns: 80, rows: 24});
		app.press('3', '/', 't', 'enter', '1', 'f');
		await expect.poll(app.frame).toMatch(/^ only \[Quotes \/t\] {2}in the panes *$/mu);
	});

	test('while a text is typed nothing is said', async () => {
		using app = await withFacet('/');
		await expect.poll(app.frame).toMatch(/^ only \[side: government\] *$/mu);
		app.press('esc');
		await expect.poll(app.status).not.toContain('▏');
		app.press('m');
		await expect.poll(app.status).toContain('note:');
		expect(app.frame()).toMatch(/^ only \[side: government\] *$/mu);
	});

	test('and after so many presses of Esc, no sooner, the facet is gone', () => {
		const KEYS = ['5', '1', '3', 'z', 'return', 's', 'x', 'c', '?', 'w', 'i', "'", 'e', 'f', 'g'];
		const TYPED = [
			['/', 'g', 'return'],
			['5', '/', 'o', 'return'],
		];
		const display = aDisplay(feud);
		fc.assert(
			fc.property(
				fc.array(fc.oneof(fc.constantFrom(...KEYS), fc.constantFrom(...TYPED)), {maxLength: 6}),
				pressed => {
					const store = openStore(feud);
					store.keys('f', 'return', 'esc', ...pressed.flat());
					const told = (): string =>
						chipsIn({...store.state(), size: {columns: 200, rows: 50}}, display)
							.map(({text}) => text)
							.join('');
					const facets = store.state().facets.length;
					const [, times] = / Esc(?: (\w+))?(?: times)? takes the last away$/.exec(told()) ?? [
						'',
						'none',
					];
					if (facets !== 1 || times === 'none') {
						return;
					}

					const presses = times === undefined ? 1 : times === 'twice' ? 2 : Number(times);
					for (let press = 1; press <= presses; press++) {
						expect(store.state().facets, `${pressed} ${told()}`).toHaveLength(1);
						store.keys('esc');
					}

					expect(store.state().facets, `${pressed}`).toEqual([]);
				},
			),
			{numRuns: 300},
		);
	});
});

test('the last row offers Esc while it clears what narrows the pane, however small the screen', async () => {
	using app = await openApp(feud, {columns: 40, rows: 12});
	expect(app.status()).not.toContain('Esc');
	app.press('/', 'm', 'enter');
	await expect.poll(app.status).toContain('Esc clear');
	app.press('esc');
	await expect.poll(app.status).not.toContain('Esc');
	app.press('f', 'enter', 'f');
	await expect.poll(app.status).toContain('Esc clear');
	app.press('5');
	await expect.poll(app.status).not.toContain('Esc');
	app.press('1', 'z');
	await expect.poll(app.status).not.toContain('Esc');
});

test('the row is never wider than the screen, and every chip on it is whole or cut within its brackets', () => {
	fc.assert(
		fc.property(
			fc.array(anyText({minLength: 1, maxLength: 60}), {minLength: 1, maxLength: 8}),
			fc.array(anyText({minLength: 1, maxLength: 30}), {maxLength: 4}),
			fc.integer({min: 20, max: 69}),
			(names, filters, columns) => {
				const towns = names.map((name, at) => aTown({id: `place:n${at}`, name}));
				const dossier = aDossier([anActor(), ...towns]);
				const state = openStore(dossier).state();
				// So narrow that no pane has a title.
				const chips = chipsIn(
					{
						...state,
						size: {columns, rows: 12},
						filters: {
							...state.filters,
							...Object.fromEntries(filters.map((filter, at) => [LIST_PANES[at], filter])),
						},
						facets: towns.map(({id}, at) => ({
							facet: 'place',
							value: id,
							isExcluded: at % 2 === 1,
						})),
					},
					aDisplay(dossier),
				);
				expect(spansWidth(chips)).toBeLessThanOrEqual(columns);
				const shown = chips.map(({text}) => text).filter(text => text.startsWith('['));
				expect(shown.length).toBeGreaterThan(0);
				for (const text of shown) {
					expect(text.endsWith(']')).toBe(true);
				}

				const [, hidden = '0'] = /^ (\d+) more,$/.exec(chips[0]?.text ?? '') ?? [];
				expect(shown.length + Number(hidden)).toBe(names.length + filters.length);
			},
		),
		{numRuns: 200},
	);
});
