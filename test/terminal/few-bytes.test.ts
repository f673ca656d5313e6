import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Capabilities} from '../../source/terminal/capabilities.ts';
import {Screen} from '../../source/terminal/screen.ts';
import {styleAfter, styleChange} from '../../source/terminal/sgr-style.ts';
import {Screen as Emulator} from '../support/screen.ts';

const FULL: Capabilities = {
	colour: 'basic',
	charset: 'unicode',
	canvas: 'braille',
	isAddressable: true,
};

/** A screen and a terminal that takes everything at once. */
const openScreen = (columns: number, rows: number) => {
	const emulator = new Emulator(columns, rows);
	let written = '';
	const screen = new Screen(
		{
			write(bytes) {
				written += bytes;
				return true;
			},
			once: () => undefined,
		},
		FULL,
		{columns, rows},
	);
	screen.enter();
	return {
		/** What a frame costs, without the marks of an update; the terminal has then shown it. */
		async cost(paint: () => void): Promise<number> {
			written = '';
			paint();
			await emulator.feed(written);
			return Buffer.byteLength(
				written.replaceAll('\u{1B}[?2026h', '').replaceAll('\u{1B}[?2026l', ''),
			);
		},
		screen,
		emulator,
	};
};

const cells = (emulator: Emulator) =>
	Array.from({length: emulator.height}, (_, row) => emulator.cells(row));

const list = (from: number, selected: number): string =>
	Array.from({length: 10}, (_, row) => {
		const text = `  entry number ${from + row}, with a name`.padEnd(40);
		return row === selected ? `\u001B[7m${text}\u001B[27m` : text;
	}).join('\n');

describe('a frame costs', () => {
	test('nothing but the letter for a letter', async () => {
		const {screen, cost, emulator} = openScreen(40, 10);
		await cost(() => screen.paint(list(1, 0)));
		const next = list(1, 0).replace('number 7', 'number 8');
		expect(await cost(() => screen.paint(next))).toBeLessThan(10);
		expect(emulator.rows()[6]).toContain('number 8');
	});

	test('two rows for a selection that moves', async () => {
		const {screen, cost} = openScreen(40, 10);
		await cost(() => screen.paint(list(1, 3)));
		expect(await cost(() => screen.paint(list(1, 4)))).toBeLessThan(120);
	});

	test('hardly more than the new row for a list that scrolls, up or down', async () => {
		const {screen, cost, emulator} = openScreen(40, 10);
		await cost(() => screen.paint(list(100, 9)));
		for (const from of [101, 102, 101, 100]) {
			expect(await cost(() => screen.paint(list(from, 9)))).toBeLessThan(180);
			expect(emulator.rows()[0]?.trim()).toBe(`entry number ${from}, with a name`);
		}
	});

	test('never more than painting everything anew', async () => {
		const word = fc.constantFrom(
			'',
			' ',
			'one',
			'two   three',
			'━━━',
			'│',
			'“q”',
			'\u001B[1m',
			'\u001B[2;31m',
			'\u001B[7m',
			'\u001B[0m',
			'東京',
			'😀',
		);
		const frame = fc
			.array(fc.array(word, {maxLength: 8}), {maxLength: 8})
			.map(rows => rows.map(words => words.join('')).join('\n'));
		await fc.assert(
			fc.asyncProperty(fc.array(frame, {minLength: 2, maxLength: 6}), async frames => {
				const {screen, cost} = openScreen(40, 8);
				for (const each of frames) {
					const changed = await cost(() => screen.paint(each));
					const whole = await cost(() => screen.repaint());
					expect(changed).toBeLessThanOrEqual(whole);
				}
			}),
			{numRuns: 100},
		);
	});
});

test('rows that move, however far, and rows that change on the way, end where a fresh screen has them', async () => {
	const step = fc.record({
		by: fc.integer({min: -4, max: 4}),
		selected: fc.integer({min: -1, max: 9}),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(step, {minLength: 1, maxLength: 8}), async steps => {
			const {screen, cost, emulator} = openScreen(40, 10);
			let from = 100;
			await cost(() => screen.paint(list(from, 0)));
			for (const {by, selected} of steps) {
				from += by;
				await cost(() => screen.paint(list(from, selected)));
				const fresh = openScreen(40, 10);
				await fresh.cost(() => fresh.screen.paint(list(from, selected)));
				expect(cells(emulator)).toEqual(cells(fresh.emulator));
			}
		}),
		{numRuns: 60},
	);
});

const anyStyle = fc
	.array(
		fc.constantFrom(
			'1',
			'2',
			'3',
			'4',
			'7',
			'9',
			'31',
			'94',
			'38;5;208',
			'38;2;1;2;3',
			'44',
			'103',
			'48;5;17',
			'22',
			'24',
			'27',
			'39',
			'49',
			'0',
		),
		{maxLength: 5},
	)
	.map(codes => codes.reduce(styleAfter, ''));

test('a style turns into another one, by the shorter of the two ways', async () => {
	await fc.assert(
		fc.asyncProperty(anyStyle, anyStyle, async (from, to) => {
			const change = styleChange(from, to);
			const emulator = new Emulator(4, 1);
			await emulator.feed(`${from === '' ? '' : `\u001B[${from}m`}a${change}b`);
			const fresh = new Emulator(4, 1);
			await fresh.feed(`a${to === '' ? '' : `\u001B[${to}m`}b`);
			expect(emulator.cells(0)[1]).toEqual(fresh.cells(0)[1]);
			expect(change.length).toBeLessThanOrEqual(`\u001B[;${to}m`.length);
			// No parameters at all end every style.
			expect(change === '' ? from : styleAfter(from, change.slice(2, -1))).toBe(to);
		}),
		{numRuns: 200},
	);
});
