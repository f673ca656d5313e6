import {describe, expect, test} from 'vitest';
import type {Coast} from '../../source/ui/map/coast.ts';
import {type OpenApp, openApp} from '../support/app.tsx';
import {aDossier, anActor, aPlace, aTown, held} from '../support/dossier.ts';
import {feud} from '../support/feud.ts';

/** The line at the bottom of every map that says how far a stretch of it is. */
const SCALE = /[├|][─-]+[┤|] \d+ km/;

const BRAILLE = /[\u2801-\u28FF]/;

/** Four cells in a row: a road is drawn with gaps. */
const COAST = /[\u2801-\u28FF]{4}/;

/** A town with who holds it, on whichever side of the name there is room for the sign. */
const shown = (sign: string, town: string): RegExp =>
	new RegExp(`[${sign}] (?:[⇢~] |\\()?${town}|${town}\\)? [${sign}]`);

/** The row and the column of a text, from 0; -1 where it does not stand. */
const find = (app: OpenApp, text: string | RegExp): readonly [row: number, column: number] => {
	const row = app.lines().findIndex(line => line.search(text) !== -1);
	return [row, app.lines()[row]?.search(text) ?? -1];
};

describe('in the pane of the front line', () => {
	test('at 160×48 the map stands beside the list', async () => {
		using app = await openApp(feud, {columns: 160, rows: 48});
		await expect.poll(app.frame).toMatch(SCALE);
		const [, list] = find(app, /Town +Control/);
		const [row, column] = find(app, SCALE);
		expect(column).toBeGreaterThan(list + 40);
		expect(row).toBeLessThan(find(app, '3 Quotes')[0]);
		expect(find(app, shown('□', 'Cape'))[1]).toBeGreaterThan(list + 40);
	});

	test('zoomed where it is not wide, the map stands between the strip and the list', async () => {
		using app = await openApp(feud, {columns: 90, rows: 40});
		app.press('2', 'z');
		await expect.poll(app.frame).toMatch(SCALE);
		const [strip] = find(app, /■G.*◨C/);
		const [map] = find(app, SCALE);
		const [list] = find(app, /Town +Control/);
		expect(strip).toBeLessThan(map);
		expect(map).toBeLessThan(list);
		expect(app.frame()).toMatch(/› Westbay +\(■ government\)/);
	});

	test('there is none where there is no room for it, and w still opens it', async () => {
		using app = await openApp(feud, {columns: 80, rows: 24});
		app.press('2');
		await expect.poll(app.frame).toContain('2 Front line ━');
		expect(app.frame()).not.toMatch(SCALE);
		app.press('w');
		await expect.poll(app.frame).toMatch(SCALE);
	});

	test('there is none where no place is said to lie anywhere', async () => {
		using app = await openApp(aDossier([anActor(), aTown()]), {columns: 160, rows: 48});
		expect(app.frame()).toMatch(/Town +Control/);
		app.press('2', 'w');
		await expect.poll(app.status).toContain('This dossier does not say where its places lie.');
		expect(app.frame()).not.toMatch(SCALE);
	});

	test('it goes nearer with +, and is fitted again with 0', async () => {
		using app = await openApp(feud, {columns: 160, rows: 48});
		app.press('2');
		await expect.poll(app.frame).toMatch(SCALE);
		const scale = (): string | undefined => SCALE.exec(app.frame())?.[0];
		const before = scale();
		app.press('+', '+');
		await expect.poll(scale).not.toBe(before);
		app.press('0');
		await expect.poll(scale).toBe(before);
	});
});

describe('over the whole screen', () => {
	test('the map says of which day it is, and shows who held what on it', async () => {
		using app = await openApp(feud, {columns: 80, rows: 24});
		app.press('w');
		await expect.poll(app.frame).toMatch(shown('◨', 'Eastbay'));
		expect(app.frame()).toContain('┍ Map · as of Sat 2 May 2020 ');
		app.press('[');
		await expect.poll(app.frame).toMatch(shown('■', 'Eastbay'));
		expect(app.frame()).toContain('┍ Map · as of Fri 1 May 2020 ');
	});

	test('says what its signs stand for, of a town as well of which nothing is told', async () => {
		const lying = (lon: number) => ({lat: 52, lon, precision: 1, source: 'source:atlas'}) as const;
		const dossier = aDossier([
			aTown({coordinates: lying(-7), control: [held('2020-05-02', 'abandoned')]}),
			aTown({id: 'place:cape', coordinates: lying(-6)}),
			aTown({id: 'place:lost', control: [held('2020-05-02', 'contested')]}),
		]);
		using app = await openApp(dossier, {columns: 80, rows: 24});
		app.press('w');
		await expect.poll(app.frame).toMatch(SCALE);
		expect(app.frame()).toContain('┍ Map · as of Sat 2 May 2020 · · abandoned · ? not stated ━');
		app.resize(70, 24);
		await expect
			.poll(app.frame)
			.toContain('┍ Map · as of Sat 2 May 2020 · · abandoned · ? not stated ━');
		app.resize(50, 24);
		await expect.poll(app.frame).toContain('Map · 2 May · · abandoned · ? not stated');
	});

	test('the help tells what the sign of a place that is no town stands for', async () => {
		using app = await openApp(feud, {columns: 80, rows: 24});
		app.press('w');
		await expect.poll(app.frame).toMatch(SCALE);
		app.press('?', '/');
		app.type('no town');
		await expect.poll(app.frame).toMatch(/• +on the map: a place that is no town/);
	});

	test('the coast is drawn once it has come, without a key', async () => {
		const inland = aDossier([
			aTown({coordinates: {lat: 52.1, lon: -7.6, precision: 1, source: 'source:atlas'}}),
			aTown({
				id: 'place:cape',
				coordinates: {lat: 52.3, lon: -6.4, precision: 1, source: 'source:atlas'},
			}),
		]);
		using app = await openApp(inland, {columns: 80, rows: 24});
		app.press('w');
		await expect.poll(app.frame, {timeout: 30_000}).toMatch(BRAILLE);
		expect(app.frame()).toContain('Eastbay');
	});

	test('the place that is selected is set apart, and n goes on to the next', async () => {
		using app = await openApp(feud, {columns: 80, rows: 24});
		app.press('w', 'n');
		const selected = (): string => app.reversed().join('\n');
		await expect.poll(selected).toMatch(/^› \(?Westbay\)?$/m);
		app.press('n');
		await expect.poll(selected).toMatch(/^› (?:⇢ |\()?Eastbay\)?$/m);
		expect(selected()).not.toContain('Westbay');
	});

	test('moving it brings other places into sight', async () => {
		using app = await openApp(feud, {columns: 80, rows: 24});
		app.press('w');
		await expect.poll(app.frame).toContain('Westbay');
		app.press('l', 'l', 'l', 'l');
		await expect.poll(app.frame).not.toContain('Westbay');
		app.press('0');
		await expect.poll(app.frame).toContain('Westbay');
	});

	test('goes farther away with the first key, also in a larger window that could not come as near', async () => {
		using app = await openApp(feud, {columns: 40, rows: 12});
		app.press('w');
		await expect.poll(app.frame).toMatch(SCALE);
		app.press(...Array.from({length: 20}, () => '+'));
		await expect.poll(app.status).toContain('It goes no nearer.');
		app.resize(160, 48);
		const bar = (): string | undefined => SCALE.exec(app.frame())?.[0];
		await expect.poll(bar).toMatch(/─{14,}/);
		const nearest = bar();
		app.press('-');
		await expect.poll(app.status).not.toContain('It goes no nearer.');
		expect(bar()).not.toBe(nearest);
	});

	test('where the screen is too small says so, and comes back', async () => {
		using app = await openApp(feud, {columns: 80, rows: 24});
		app.press('w');
		await expect.poll(app.frame).toMatch(SCALE);
		app.resize(19, 5);
		await expect
			.poll(() => app.frame().replaceAll(/\s+/g, ' '))
			.toContain('Too small: needs 20×6.');
		app.resize(80, 24);
		await expect.poll(app.frame).toMatch(SCALE);
	});

	test('fills a screen without frames but for the rows that say what it is', async () => {
		using app = await openApp(feud, {columns: 40, rows: 12});
		app.press('w');
		await expect.poll(app.frame).toMatch(SCALE);
		expect(app.lines()[1]).toBe('Map · 2 May ■ government ◨ contested □ …');
		expect(find(app, SCALE)[0]).toBe(10);
	});

	test('is drawn with plain characters in ASCII', async () => {
		using app = await openApp(feud, {columns: 80, rows: 24, charset: 'ascii'});
		app.press('w');
		await expect.poll(app.frame).toMatch(shown('%', 'Eastbay'));
		expect(app.frame()).toMatch(SCALE);
	});
});

test('where there is no coast, the road through the towns is drawn', async () => {
	const coast: Coast = {isLoaded: () => true, load: () => Promise.resolve(), within: () => []};
	using app = await openApp(feud, {columns: 80, rows: 24, coast});
	app.press('w');
	await expect.poll(app.frame).toMatch(SCALE);
	expect(app.frame()).toMatch(BRAILLE);
});

test('of places without a front line the map shows all', async () => {
	const lying = (lat: number, lon: number) =>
		({lat, lon, precision: 1, source: 'source:atlas'}) as const;
	using app = await openApp(
		aDossier([
			aPlace({coordinates: lying(52, -7)}),
			aPlace({id: 'place:far', name: 'Far', coordinates: lying(54, -3)}),
		]),
		{columns: 80, rows: 24},
	);
	app.press('w');
	await expect.poll(app.frame).toMatch(/• Far/);
	expect(app.frame()).toContain('Dunmore');
});

test('the places are there before their coast, and the coast without a key once it has come', async () => {
	const fetched = Promise.withResolvers<void>();
	let isLoaded = false;
	const coast: Coast = {
		isLoaded: () => isLoaded,
		async load() {
			await fetched.promise;
			isLoaded = true;
		},
		within: ({west, east}) => (isLoaded ? [Float32Array.of(west, 52.1, east, 52.1)] : undefined),
	};
	using app = await openApp(feud, {columns: 80, rows: 24, coast});
	app.press('w');
	await expect.poll(app.frame).toMatch(shown('□', 'Cape'));
	expect(app.frame()).not.toMatch(COAST);
	fetched.resolve();
	await expect.poll(app.frame).toMatch(COAST);
});

test('a coast that cannot be had is said once, and the map is read without it', async () => {
	let attempts = 0;
	const coast: Coast = {
		isLoaded: () => false,
		load() {
			attempts++;
			return Promise.reject(new Error('no such piece'));
		},
		within: () => undefined,
	};
	using app = await openApp(feud, {columns: 80, rows: 24, coast});
	app.press('w');
	await expect.poll(app.status).toContain('The coast of the map could not be loaded.');
	app.press('n');
	await expect.poll(app.status).not.toContain('could not be loaded');
	expect(app.frame()).toContain('Westbay');
	expect(attempts).toBe(1);
});
