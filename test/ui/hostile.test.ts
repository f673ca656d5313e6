import {expect, test} from 'vitest';
import {openApp} from '../support/app.tsx';
import {aClaim, aDossier, anActor, anEvent, aQuote, aTown, held} from '../support/dossier.ts';
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
