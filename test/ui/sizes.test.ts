import {describe, expect, test} from 'vitest';
import {builtInDossier} from '../../source/dossier/built-in.ts';
import type {Mode} from '../../source/state/binding.ts';
import {openApp} from '../support/app.tsx';
import {feud} from '../support/feud.ts';
import {frameFaults} from '../support/frame-faults.ts';

/** How each thing is opened from the panes, and what then stands on a screen that has room. */
const OPEN: Record<Mode, readonly [keys: readonly string[], sign: RegExp]> = {
	panes: [['5', 'j'], /5 Detail/],
	filter: [['/', 'e'], / found/],
	note: [['m', 'a', 'b'], / note: ab/],
	story: [['s', 'n'], /Story 2\/\d/],
	help: [['?'], /[┍+] Keys/],
	about: [['i'], /About this dossier/],
	'go-to': [[':', 'e'], /Go to/],
	evidence: [['e'], /Evidence/],
	tensions: [['x'], /accounts that disagree/],
	coverage: [['c'], /Coverage/],
	paragraph: [['c', 'enter'], /cited by/],
	facets: [['f', 'enter'], /Facets[\s\S]*\[x\]/],
	marks: [['m', 'a', 'enter', "'"], /Your marks/],
	map: [['w'], /Map [·-] as of[\s\S]* km/],
	copy: [['Y', 'Y'], /to copy by hand/],
};

/** What can be opened while a story is told, here with the panes narrowed besides. */
const IN_STORY = ['note', 'help', 'evidence', 'tensions', 'coverage', 'map', 'copy'] as const;

const SITUATIONS: readonly (readonly [name: string, keys: readonly string[], sign: RegExp])[] = [
	...Object.entries(OPEN).map(([name, [keys, sign]]) => [name, keys, sign] as const),
	...IN_STORY.map(
		name =>
			[
				`${name} in the story`,
				['f', 'enter', 'f', 's', ...OPEN[name][0]],
				new RegExp(`only \\[[\\s\\S]*${OPEN[name][1].source}`),
			] as const,
	),
	['a zoomed map', ['2', 'z'], /2 Front line[\s\S]*[┤|] \d+ km/],
];

const SIZES = [
	[160, 48],
	[120, 40],
	[100, 30],
	[80, 24],
	[60, 20],
	[40, 12],
	[20, 6],
] as const;

describe.each([
	['the invented dossier', feud],
	['the built-in dossier', builtInDossier],
] as const)('%s fits on every screen', (_, dossier) => {
	describe.each(['unicode', 'ascii'] as const)('in %s', charset => {
		test.each(SITUATIONS)('with %s', async (_name, keys, sign) => {
			using app = await openApp(dossier, {columns: 160, rows: 48, charset, copy: () => false});
			app.press(...keys);
			await expect.poll(app.frame).toMatch(sign);
			for (const [columns, rows] of SIZES) {
				app.resize(columns, rows);
				await expect.poll(() => frameFaults(app, columns, rows, charset === 'ascii')).toBe('');
			}

			app.resize(160, 48);
			await expect.poll(app.frame).toMatch(sign);
			expect(frameFaults(app, 160, 48, charset === 'ascii')).toBe('');
		});
	});
});
