import {describe, expect, test} from 'vitest';
import {parseDossier} from '../../source/dossier/parse.ts';
import {openApp} from '../support/app.tsx';
import {frameFaults} from '../support/frame-faults.ts';
import {OTHER_REPORTS} from '../support/other-reports.ts';

const SIZES = [
	[160, 48],
	[120, 40],
	[80, 24],
	[40, 12],
] as const;

/** Where a reader goes, from the first screen; a key that has nothing to do in a report says so. */
const WAYS: readonly (readonly string[])[] = [
	[],
	['2', 'j'],
	['2', 'G'],
	['2', 'z'],
	['3', 'G'],
	['4', 'G'],
	['5', 'G'],
	['1', 'enter', 'enter'],
	['2', '[', '['],
	['e'],
	['x'],
	['c', 'enter'],
	['f', 'enter'],
	['s', 'enter'],
	['w'],
	['i'],
	[':', 'e'],
	['/', 'e'],
];

describe.each(Object.entries(OTHER_REPORTS))('a report %s', (_, dossier) => {
	test('is a dossier', () => {
		expect(parseDossier(JSON.stringify(dossier))).toMatchObject({ok: true});
	});

	test('shows all panes at once where there is room, under its own title', async () => {
		using app = await openApp(dossier, {columns: 160, rows: 48});
		for (const [at, pane] of ['Actors', '(Front line|Places)', 'Quotes', 'Timeline'].entries()) {
			expect(app.frame()).toMatch(new RegExp(`[┍╭] ${at + 1} ${pane} `));
		}

		expect(app.frame()).toMatch(/╭ 5 Detail /);
		expect(app.lines()[0]).toContain(dossier.title.slice(0, 12));
		expect(app.frame().includes('2 Front line')).toBe(
			dossier.places.some(({frontLine}) => frontLine),
		);
	});

	test.each(WAYS.map(keys => [keys.join(' ') || 'the first screen', keys] as const))(
		'keeps its columns on every screen: %s',
		async (_keys, keys) => {
			// Every screen below is another, so that each is drawn after the keys.
			using app = await openApp(dossier, {columns: 161, rows: 48});
			app.press(...keys);
			for (const [columns, rows] of SIZES) {
				app.resize(columns, rows);
				await expect.poll(() => frameFaults(app, columns, rows)).toBe('');
			}

			expect(app.crashes).toEqual([]);
		},
	);
});
