import {expect, test} from 'vitest';
import {builtInDossier} from '../../source/dossier/built-in.ts';
import {openApp} from '../support/app.tsx';
import {aDossier, anActor, aQuote, aTown, held} from '../support/dossier.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: styles begin with ESC
const ASCII = /^[\n\u001B -~]*$/;

const SCREENS = [
	[],
	['2'],
	['3', 'j'],
	['4', 'G'],
	['5', 'j', 'j'],
	['e'],
	['?'],
	['i'],
	[':'],
	['/', 'k'],
	['X'],
] as const;

test.each([
	[160, 48],
	[80, 24],
	[40, 12],
	[19, 5],
])('with --ascii every character of every frame is ASCII, at %i×%i', async (columns, rows) => {
	for (const keys of SCREENS) {
		using app = await openApp(builtInDossier, {columns, rows, charset: 'ascii'});
		expect(app.painted()).toMatch(ASCII);
		const before = app.painted();
		app.press(...keys);
		if (keys.length > 0 && columns > 20) {
			await expect.poll(app.painted).not.toBe(before);
		}

		expect(app.painted()).toMatch(ASCII);
	}
});

test('names in other scripts are written in Latin letters, and signs keep their meaning', async () => {
	using app = await openApp(
		aDossier([
			anActor({name: 'Zoë Ångström'}),
			anActor({id: 'actor:b', name: '東京'}),
			aTown({control: [held('2020-05-01', 'government')]}),
			aTown({id: 'place:b', control: [held('2020-05-01', 'opposition')]}),
			aQuote({speaker: 'actor:b', text: '“¿Qué?” — no…'}),
		]),
		{columns: 140, rows: 40, charset: 'ascii'},
	);
	expect(app.selectedRow()).toContain('Zoe Angstrom');
	expect(app.frame()).toContain('DongJing');
	expect(app.frame()).toContain('# government');
	expect(app.frame()).toContain('o opposition');
	expect(app.frame()).toContain('""?Que?" - no..."');
	expect(app.frame()).toMatch(/\+ 1 Actors =+/);
	expect(app.frame()).toMatch(/\+ 2 Front line -+/);
});
