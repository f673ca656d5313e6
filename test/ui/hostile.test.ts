import {describe, expect, test} from 'vitest';
import {openApp} from '../support/app.tsx';
import {
	aClaim,
	aDossier,
	anActor,
	anEvent,
	aQuote,
	aRoad,
	aTension,
	aTown,
	held,
} from '../support/dossier.ts';
import {frameFaults} from '../support/frame-faults.ts';
import {Screen} from '../support/screen.ts';

/** Clears the screen, sets a title, writes to the clipboard, rings, goes back, turns a line round. */
const HOSTILE =
	'\u001B[2J\u001B]0;owned\u0007\u001B]52;c;aGFjaw==\u001B\\\u009B31m\r\n\t\b\u202Eabc\u2028';

const dossier = aDossier(
	[
		anActor({name: `Vera${HOSTILE}`, role: HOSTILE, aliases: [HOSTILE], summary: HOSTILE}),
		aTown({name: `Bay${HOSTILE}`, control: [held('2020-05-01', 'contested', {note: HOSTILE})]}),
		aQuote({speaker: 'actor:vera-moss', text: `Tide${HOSTILE}`, verb: HOSTILE}),
		anEvent({title: `Crane${HOSTILE}`, phrase: HOSTILE, when: '2020-05-01'}),
		aClaim({text: `Ropes${HOSTILE}`, about: ['actor:vera-moss']}),
	],
	{title: `Harbour${HOSTILE}`, summary: HOSTILE},
);

/** Everything in a frame that is neither a character to be seen nor a style. */
const obeyed = (painted: string): readonly string[] =>
	painted
		// biome-ignore lint/suspicious/noControlCharactersInRegex: SGR sequences begin with ESC
		.replaceAll(/\u001B\[\d+m/g, '')
		.match(/[\p{Cc}\u2028\u202A-\u202E]/gu)
		?.filter(character => character !== '\n') ?? [];

test.each(['screen', 'spoken'] as const)(
	'nothing in a dossier makes a terminal do anything (%s)',
	async style => {
		using app = await openApp(dossier, {columns: 140, rows: 40, style});
		for (const keys of [
			[],
			['j'],
			['2'],
			['3'],
			['4'],
			['5'],
			['e'],
			['esc'],
			['1'],
			[':'],
			['esc'],
			['i'],
		]) {
			app.press(...keys);
			await expect.poll(() => obeyed(app.painted())).toEqual([]);
		}

		expect(app.frame()).toContain('␛]0;owned␇');
	},
);

test('a hostile name is shown with signs in its place, and the columns beside it stay', async () => {
	using app = await openApp(dossier, {columns: 140, rows: 40});
	const terminal = new Screen(140, 40);
	await terminal.feed(app.painted().replaceAll('\n', '\r\n'));
	expect(terminal.rows()[0]).toContain('Harbour␛[2J␛]0;owned␇');
	expect(terminal.rows().join('\n')).toMatch(/Vera␛\[2J/);
	for (const row of terminal.rows().slice(2, -2)) {
		expect(row).toMatch(/^[││┍╰╭╰].*[││┑╯╮╯]$/);
	}

	expect(terminal.clipboard()).toBeUndefined();
});

describe.each([
	['a word of thirty thousand letters', 'x'.repeat(30_000)],
	['three thousand words', 'tide and time '.repeat(1000)],
	['a letter under two thousand accents', `e${'\u0301'.repeat(2000)}`],
	['three hundred wide characters', '東'.repeat(300)],
	['a hundred turns of direction', '\u202E\u2066abc'.repeat(100)],
	['nothing that is seen', '\u200B\u00AD\u200D'],
])('%s in every text', (_, text) => {
	const everywhere = aDossier(
		[
			anActor({name: text, role: text, aliases: [text, text], summary: text}),
			aTown({
				name: text,
				summary: text,
				coordinates: {lat: -48, lon: -123, precision: 1, source: 'source:atlas'},
				control: [held('2020-05-01', 'contested', {note: text})],
			}),
			aTown({id: 'place:westbay', name: text}),
			aRoad({
				name: text,
				towns: [
					{place: 'place:eastbay', km: 0},
					{place: 'place:westbay', km: 9},
				],
			}),
			aQuote({speaker: 'actor:vera-moss', text, verb: text}),
			anEvent({title: text, phrase: text, when: '2020-05-01'}),
			aClaim({text, about: ['actor:vera-moss']}),
			aTension({
				title: text,
				question: text,
				accounts: [
					{text, records: ['claim:ropes']},
					{text, records: ['quote:tide']},
				],
			}),
		],
		{title: text, summary: text},
	);

	test.each([
		['the front line', ['2', 'j']],
		['the details to their end', ['5', 'G']],
		['the accounts', ['x']],
		['the map', ['w']],
		['the list to go to', [':', 'e']],
	])('leaves the columns straight: %s', async (_name, keys) => {
		using app = await openApp(everywhere, {columns: 121, rows: 40});
		app.press(...keys);
		for (const [columns, rows] of [
			[120, 40],
			[80, 24],
			[40, 12],
		] as const) {
			app.resize(columns, rows);
			await expect.poll(() => frameFaults(app, columns, rows), {timeout: 30_000}).toBe('');
		}
	});
});
