import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {builtInDossier} from '../../source/dossier/built-in.ts';
import {textWidth} from '../../source/terminal/text-width.ts';
import {anyDossier} from '../support/any-dossier.ts';
import {type OpenApp, openApp} from '../support/app.tsx';
import {aDossier, anActor, anEvent, aQuote, aTown, held} from '../support/dossier.ts';

const dossier = aDossier([
	anActor({role: 'Harbour master'}),
	anActor({id: 'actor:tom-reed'}),
	aTown({control: [held('2020-05-01', 'contested')]}),
	aQuote({speaker: 'actor:vera-moss', about: ['actor:tom-reed']}),
	anEvent({participants: ['actor:vera-moss']}),
]);

const TITLES = ['1 Actors', '2 Front line', '3 Quotes', '4 Timeline', '5 Detail'] as const;

/** Panes whose frame is on the screen, by the corner before their title. */
const framed = (app: OpenApp): readonly string[] =>
	TITLES.filter(title => new RegExp(`[╭┍] ${title}`).test(app.frame()));

describe('on a screen of', () => {
	test.each([
		[160, 48],
		[120, 40],
		[110, 26],
	])('%i×%i every pane is to be seen at once', async (columns, rows) => {
		using app = await openApp(dossier, {columns, rows});
		expect(framed(app)).toEqual(TITLES);
		expect(app.frame()).toMatch(/Vera Moss.*Eastbay/);
	});

	test.each([
		[100, 30],
		[80, 24],
	])(
		'%i×%i the focused list stands over its detail, the others are named above',
		async (columns, rows) => {
			using app = await openApp(dossier, {columns, rows});
			expect(framed(app)).toEqual(['1 Actors', '5 Detail']);
			expect(app.lines()[1]).toMatch(
				/1 Actors 2 .*2 Front line 1 .*3 Quotes 1 .*4 Timeline 1 .*5 Detail/,
			);

			app.press('3');
			await expect.poll(() => framed(app)).toEqual(['3 Quotes', '5 Detail']);
			app.press('5');
			await expect.poll(() => app.reversed()).toContain(' 5 Detail ');
			expect(framed(app)).toEqual(['3 Quotes', '5 Detail']);
		},
	);

	test.each([
		[40, ' 1  2 Front line 1  3  4  5       2 May ', ' 1  2 Front line 1  3  4  5  2 May 2020 '],
		[39, ' 1  2 Front line 1  3  4  5      2 May ', ' 1  2 Front line  3  4  5   2 May 2020 '],
		[30, ' 2 Front line 1         2 May ', ' 2 Front line 1    2 May 2020 '],
		[20, ' 2 Front lin… 2 May ', ' 2 Fron… 2 May 2020 '],
	])(
		'%i columns the pane is named with the day, and the others as far as there is room',
		async (columns, short, long) => {
			for (const [first, line] of [
				['2020-05-01', short],
				['2019-05-02', long],
			] as const) {
				using app = await openApp(
					{...dossier, span: {first, last: '2020-05-02'}},
					{columns, rows: 12, beginning: {pane: 'front'}},
				);
				expect(`${app.lines()[0]} `.slice(0, columns)).toBe(line);
			}
		},
	);

	test('80×24 the day has a sign on either side on which there is another day', async () => {
		using app = await openApp(
			{...dossier, span: {first: '2020-04-30', last: '2020-05-02'}},
			{columns: 80, rows: 24},
		);
		expect(app.lines()[0]).toMatch(/as of « Sat 2 May 2020 *$/);
		app.press('[');
		await expect.poll(() => app.lines()[0]).toMatch(/as of « Fri 1 May 2020 » *$/);
		app.press('[');
		await expect.poll(() => app.lines()[0]).toMatch(/as of {3}Thu 30 Apr 2020 » *$/);
	});

	test('120×20 the focused list stands beside its detail', async () => {
		using app = await openApp(dossier, {columns: 120, rows: 20});
		expect(
			app.lines().some(line => /1 Actors.*5 Detail/.test(line.slice(1)) && /[╭┍]/.test(line)),
		).toBe(true);
	});

	test.each([
		[60, 20],
		[40, 12],
		[20, 6],
	])('%i×%i one pane has it all to itself', async (columns, rows) => {
		using app = await openApp(dossier, {columns, rows});
		expect(app.frame()).toContain('Vera Moss');
		expect(app.frame()).not.toMatch(/[╭┍]/);

		app.press('2');
		await expect.poll(app.frame).toContain('Eastbay');
		expect(app.frame()).not.toContain('Vera Moss');

		app.press('5');
		await expect.poll(app.frame).toContain('Town · on 2 May:');
	});

	test('less than 20×6 says how much room is needed, and comes back when there is', async () => {
		using app = await openApp(dossier, {columns: 30, rows: 8});
		app.resize(19, 6);
		await expect
			.poll(() => app.frame().replaceAll(/\s+/g, ' '))
			.toContain('Too small: needs 20×6.');
		app.resize(20, 5);
		await expect
			.poll(() => app.frame().replaceAll(/\s+/g, ' '))
			.toContain('Too small: needs 20×6.');
		app.press('j');
		app.resize(30, 8);
		await expect.poll(app.selectedRow).toContain('Tom Reed');
	});

	test('80×24, z gives the focused pane all of it, and gives it back', async () => {
		using app = await openApp(dossier, {columns: 80, rows: 24});
		app.press('3', 'z');
		await expect.poll(() => framed(app)).toEqual(['3 Quotes']);
		expect(app.lines().at(-2)).toMatch(/^╰─+╯$/);
		app.press('z');
		await expect.poll(() => framed(app)).toEqual(['3 Quotes', '5 Detail']);
	});
});

/** Screens that a reader may have open over the panes. */
const SCREENS = [[], ['5'], ['e'], ['?'], [':'], ['i'], ['/', 'a'], ['3', 'z'], ['X']] as const;

const assertFits = (app: OpenApp, columns: number, rows: number): void => {
	const lines = app.lines();
	const widest = lines.toSorted((a, b) => textWidth(a) - textWidth(b)).at(-1) ?? '';
	if (lines.length !== rows || textWidth(widest) > columns) {
		throw new Error(
			`a frame of ${lines.length} rows, ${textWidth(widest)} columns on a screen of ${columns}×${rows}:\n${app.frame()}`,
		);
	}
};

test('no frame is larger than the screen nor smaller, whatever the sizes, the dossier and what is open', async () => {
	const size = fc.tuple(fc.integer({min: 1, max: 170}), fc.integer({min: 1, max: 50}));
	await fc.assert(
		fc.asyncProperty(
			anyDossier,
			fc.uniqueArray(size, {minLength: 2, maxLength: 5, selector: String}),
			fc.constantFrom(...SCREENS),
			fc.constantFrom('unicode' as const, 'ascii' as const),
			async (any, [first = [80, 24] as [number, number], ...others], screen, charset) => {
				const [wide, high] = first;
				using app = await openApp(any, {columns: wide, rows: high, charset});
				assertFits(app, wide, high);
				app.press(...screen);
				for (const [columns, rows] of others) {
					const drawn = app.nextFrame();
					app.resize(columns, rows);
					await drawn;
					assertFits(app, columns, rows);
				}
			},
		),
		{numRuns: 60},
	);
});

test('the built-in dossier fits on every screen there is', async () => {
	using app = await openApp(builtInDossier, {columns: 200, rows: 60});
	for (const [columns, rows] of [
		[160, 48],
		[120, 40],
		[110, 20],
		[80, 24],
		[60, 20],
		[40, 12],
		[20, 6],
		[10, 3],
		[400, 100],
	] as const) {
		const drawn = app.nextFrame();
		app.resize(columns, rows);
		await drawn;
		assertFits(app, columns, rows);
	}
});
