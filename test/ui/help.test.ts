import {describe, expect, test} from 'vitest';
import type {Mode} from '../../source/state/binding.ts';
import {withKeys} from '../../source/state/key-names.ts';
import {KEYMAP} from '../../source/state/keymap.ts';
import {textWidth} from '../../source/terminal/text-width.ts';
import {helpLines} from '../../source/ui/help-lines.ts';
import {openApp} from '../support/app.tsx';
import {aDisplay} from '../support/display.ts';
import {feud} from '../support/feud.ts';

/** The first heading of the help, and the keys under it. */
const first = (frame: string): readonly string[] => {
	const lines = frame
		.split('\n')
		.map(line => line.replaceAll(/│/g, '').trim())
		.slice(frame.split('\n').findIndex(line => line.includes('Keys')) + 1);
	return lines.slice(0, lines.indexOf(''));
};

describe('the help', () => {
	test.each([
		[['x'], 'Among the tensions', 'the next tension'],
		[['f'], 'Among the facets', 'only this, in every pane; again: off'],
		[['w'], 'On the map', 'move the map west'],
		[['s'], 'In the story', 'the next step of the story'],
		[['c'], 'In the coverage', 'the records that cite this paragraph'],
		[['c', 'enter'], 'Among the records of a paragraph', 'open the record'],
		[['e'], 'In the evidence', 'the next passage of the evidence'],
		[['m', 'enter', "'"], 'Among the marks', 'take the mark away'],
	])('asked for after %j begins with the keys of that', async (keys, heading, label) => {
		using app = await openApp(feud, {columns: 80, rows: 40});
		app.press(...keys, '?');
		await expect.poll(app.frame).toContain('┍ Keys ');
		const [name, ...bindings] = first(app.frame());
		expect(name).toBe(heading);
		expect(bindings.some(line => line.endsWith(label))).toBe(true);
	});

	test('asked for in the panes begins with moving, as ever', async () => {
		using app = await openApp(feud, {columns: 80, rows: 40});
		app.press('?');
		await expect.poll(app.frame).toContain('┍ Keys ');
		expect(first(app.frame())[0]).toBe('Move');
	});

	test('searched begins with what is found of them', async () => {
		using app = await openApp(feud, {columns: 80, rows: 40});
		app.press('w', '?', '/');
		app.type('place');
		await expect.poll(() => first(app.frame())).toHaveLength(4);
		expect(first(app.frame())).toEqual([
			'On the map',
			expect.stringMatching(/the map fitted to its places$/),
			expect.stringMatching(/the next place on the map$/),
			expect.stringMatching(/the place before$/),
		]);
	});

	test.each([60, 37, 27, 17])('on %i columns cuts nothing of what a key does', columns => {
		const lines = helpLines('', 'marks', columns, aDisplay(feud)).map(spans =>
			spans.map(({text}) => text).join(''),
		);
		for (const line of lines) {
			expect(textWidth(line)).toBeLessThanOrEqual(columns);
		}

		const read = lines.join(' ').replaceAll(/\s+/g, ' ');
		for (const {label} of KEYMAP) {
			expect(read).toContain(withKeys(label, KEYMAP));
		}
	});

	test.each(['panes', 'story', 'map', 'facets'] satisfies Mode[])(
		'in the mode of %s holds every key once',
		mode => {
			const labels = helpLines('', mode, 90, aDisplay(feud)).map(spans =>
				spans
					.map(span => span.text)
					.join('')
					.trim()
					.split(/ {2,}/)
					.at(-1),
			);
			for (const {label} of KEYMAP) {
				expect(labels.filter(text => text === withKeys(label, KEYMAP))).toHaveLength(1);
			}
		},
	);
});
