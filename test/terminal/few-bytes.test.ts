import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Capabilities} from '../../source/terminal/capabilities.ts';
import {Screen} from '../../source/terminal/screen.ts';
import {PLAIN, type Style, styleAfter, styleChange} from '../../source/terminal/sgr-style.ts';
import {Screen as Emulator} from '../support/screen.ts';

const FULL: Capabilities = {
	colour: 'true',
	charset: 'unicode',
	canvas: 'braille',
	isAddressable: true,
	canErase: true,
	canRepeat: false,
	canHold: true,
};

/** A screen and a terminal that takes everything at once. */
const openScreen = (columns: number, rows: number, capabilities: Partial<Capabilities> = {}) => {
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
		{...FULL, ...capabilities},
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

/** A row of letters that has few of them where the one before it has them, and a mark that five rows share. */
const different = (row: number): string =>
	Array.from({length: 36}, (_, column) =>
		String.fromCharCode(97 + ((row * row * 7 + column * (3 + (row % 5))) % 26)),
	).join('') + (row % 10 < 5 ? ' *' : ' -');

/** Such rows between a first and a last one that stay. */
const framed = (from: number): string =>
	[
		'the first row',
		...Array.from({length: 10}, (_, row) => different(from + row)),
		'the last',
	].join('\n');

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

	test.each([
		['up', 1, 1],
		['down', -1, 1],
		['up by three rows', 3, 3],
		['down by three rows', -3, 3],
	])('hardly more than the new rows for different ones that move %s', async (_, by, isNew) => {
		const {screen, cost, emulator} = openScreen(40, 12);
		await cost(() => screen.paint(framed(100)));
		const bytes = await cost(() => screen.paint(framed(100 + by)));
		expect(bytes).toBeLessThan(38 * isNew + 40);
		expect(emulator.text()).toBe(framed(100 + by));
	});

	test('no more than that and the row for rows that move while one of them changes', async () => {
		const {screen, cost, emulator} = openScreen(40, 12);
		await cost(() => screen.paint(framed(100)));
		const next = framed(101).replace(different(104), different(7));
		expect(await cost(() => screen.paint(next))).toBeLessThan(2 * 38 + 40);
		expect(emulator.text()).toBe(next);
	});

	test('nothing but the letter for a letter among ideographs', async () => {
		const {screen, cost, emulator} = openScreen(40, 3);
		await cost(() => screen.paint('\n東京都 Benghazi 東京都'));
		expect(await cost(() => screen.paint('\n東京都 Benghazi 東西都'))).toBeLessThan(11);
		expect(emulator.rows()[1]).toBe('東京都 Benghazi 東西都');
	});

	test.each([
		['an emoji', '👩🏽‍🚀'],
		['Arabic', 'بنغازي'],
		['a letter of two characters', 'e\u0301'],
	])('nothing but the letter for a letter beside %s', async (_, text) => {
		const {screen, cost, emulator} = openScreen(60, 3);
		const line = (letter: string): string => `\n${letter} before ${text} behind ${letter}`;
		await cost(() => screen.paint(line('a')));
		expect(await cost(() => screen.paint(line('b')))).toBeLessThan(14);
		expect(emulator.rows()[1]).toBe(line('b').trim());
	});

	test('the rest of its row for a text of doubtful width, and nothing of what stands before it', async () => {
		const {screen, cost, emulator} = openScreen(60, 1);
		await cost(() => screen.paint('this stays where it is: 😀 and this is sent'));
		const next = 'this stays where it is: 👩🏽‍🚀 and this is sent';
		const bytes = await cost(() => screen.paint(next));
		expect(bytes).toBeLessThan(60);
		expect(emulator.text()).toBe(next);
	});

	test('a few bytes a row for the sides of a frame, whatever else changes in its rows', async () => {
		const box = (side: string, style: string, letter: string): string =>
			Array.from({length: 8}, (_, row) => {
				const edge = `\u001B[${style}m${side}\u001B[0m`;
				return edge + `  row ${row} ${letter}`.padEnd(28) + edge;
			}).join('\n');
		const {screen, cost, emulator} = openScreen(30, 8);
		await cost(() => screen.paint(box('│', '2', 'a')));
		const bytes = await cost(() => screen.paint(box('│', '1;36', 'b')));
		// Six for each side: down, back, and the sign. Seven for the letter: to it, and the letter.
		expect(bytes).toBeLessThan(8 * (2 * 6 + 7) + 40);
		expect(emulator.rows()[7]).toBe(`│  row 7 b${' '.repeat(19)}│`);
	});

	test('no more for a long blank than for a short one, where the terminal erases', async () => {
		const row = (text: string): string => `│${text.padEnd(36)}│`;
		const {screen, cost} = openScreen(40, 1);
		await cost(() => screen.paint(row('what is said here goes away again')));
		expect(await cost(() => screen.paint(row('what')))).toBeLessThan(16);
	});

	test('no more for a long line than for a short one, where the terminal repeats', async () => {
		const {screen, cost} = openScreen(60, 1, {canRepeat: true});
		await cost(() => screen.paint(''));
		expect(await cost(() => screen.paint('━'.repeat(50)))).toBeLessThan(16);
	});

	test('no more than emptying the screen for a frame of one long line', async () => {
		const {screen, cost, emulator} = openScreen(200, 12, {canRepeat: true});
		await cost(() => screen.paint(framed(100)));
		const bytes = await cost(() => screen.paint('━'.repeat(200)));
		expect(bytes).toBe(Buffer.byteLength('\u001B[H\u001B[2J━\u001B[199b'));
		expect(emulator.text().trimEnd()).toBe('━'.repeat(200));
	});

	test('nothing for a style in which nothing is seen of a blank', async () => {
		const {screen, cost} = openScreen(40, 1);
		await cost(() => screen.paint('\u001B[1mone\u001B[22m    two'));
		expect(await cost(() => screen.paint('\u001B[1mone    \u001B[22mtwo'))).toBe(0);
	});

	test('never more than painting everything anew', async () => {
		const word = fc.constantFrom(
			'',
			' ',
			'one',
			'two   three',
			'━━━',
			'━'.repeat(20),
			' '.repeat(20),
			'│',
			'“q”',
			'\u001B[1m',
			'\u001B[2;31m',
			'\u001B[7m',
			'\u001B[0m',
			'東京',
			'😀',
			'مَ',
			'e\u0301',
		);
		const frame = fc
			.array(fc.array(word, {maxLength: 8}), {maxLength: 8})
			.map(rows => rows.map(words => words.join('')).join('\n'));
		const some = fc.record({canErase: fc.boolean(), canRepeat: fc.boolean()});
		await fc.assert(
			fc.asyncProperty(
				some,
				fc.array(frame, {minLength: 2, maxLength: 6}),
				async (capabilities, frames) => {
					const {screen, cost} = openScreen(40, 8, capabilities);
					for (const each of frames) {
						const changed = await cost(() => screen.paint(each));
						const whole = await cost(() => screen.repaint());
						expect(changed).toBeLessThanOrEqual(whole);
					}
				},
			),
			{numRuns: 200},
		);
	});
});

interface Move {
	readonly by: number;
	readonly selected: number;
	readonly changed: number;
	readonly style: string;
	/** The rows of each text: what stands in several of them tells nothing of how they moved. */
	readonly alike: number;
}

const anyMove: fc.Arbitrary<Move> = fc.record({
	by: fc.integer({min: -9, max: 9}),
	selected: fc.integer({min: -1, max: 13}),
	changed: fc.integer({min: -1, max: 13}),
	style: fc.constantFrom('2', '1;36'),
	alike: fc.constantFrom(1, 1, 1, 2, 4),
});

const moved = (from: number, {selected, changed, style, alike}: Omit<Move, 'by'>): string =>
	[
		'the first row',
		...Array.from({length: 10}, (_, at) => {
			const text = different(at === changed ? 7 : Math.floor((from + at) / alike));
			const row = at === selected ? `\u001B[7m${text}\u001B[27m` : text;
			return `${row}\u001B[${style}m│\u001B[0m`;
		}),
		'the last',
	].join('\n');

test('rows that move, however far, and what of them changes on the way end where a fresh screen has them', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(anyMove, {minLength: 2, maxLength: 8}), async moves => {
			const {screen, cost, emulator} = openScreen(40, 12);
			let from = 100;
			for (const move of moves) {
				from += move.by;
				const frame = moved(from, move);
				await cost(() => screen.paint(frame));
				const fresh = openScreen(40, 12);
				await fresh.cost(() => fresh.screen.paint(frame));
				expect(cells(emulator)).toEqual(cells(fresh.emulator));
			}
		}),
		{numRuns: 60},
	);
});

const anyStyle: fc.Arbitrary<Style> = fc
	.array(
		fc.constantFrom(
			'1',
			'2',
			'3',
			'4',
			'5',
			'7',
			'8',
			'9',
			'53',
			'31',
			'94',
			'38;5;208',
			'38;2;1;2;3',
			'44',
			'103',
			'48;5;17',
			'58:5:3',
			'22',
			'24',
			'27',
			'39',
			'49',
			'59',
			'0',
		),
		{maxLength: 5},
	)
	.map(all => all.reduce((style, parameters) => styleAfter(style, parameters, 'true'), PLAIN));

test('a style turns into another one, by the shorter of the two ways', async () => {
	await fc.assert(
		fc.asyncProperty(anyStyle, anyStyle, async (from, to) => {
			const begin = styleChange(PLAIN, from);
			const change = styleChange(from, to);
			const anew = styleChange(PLAIN, to);
			const emulator = new Emulator(4, 1);
			await emulator.feed(`${begin}a${change}b`);
			const fresh = new Emulator(4, 1);
			await fresh.feed(`a${anew}b`);
			expect(emulator.cells(0)[1]).toEqual(fresh.cells(0)[1]);
			expect(change.length).toBeLessThanOrEqual(Math.max('\u001B[m'.length, `${anew};`.length));
			// No parameters at all end every style.
			expect(change === '' ? from : styleAfter(from, change.slice(2, -1), 'true')).toEqual(to);
		}),
		{numRuns: 200},
	);
});

test('a row further down is not gone to by NEL, after which some emulators stay in the column', () => {
	let written = '';
	const write = (bytes: string): boolean => {
		written += bytes;
		return true;
	};
	const size = {columns: 40, rows: 10};
	const screen = new Screen({write, once: () => undefined}, FULL, size);
	screen.enter();
	screen.paint(list(1, 3));
	screen.paint(list(1, 4));
	screen.paint(list(1, 6));
	expect(written).toContain('entry number 10');
	expect(written).not.toContain('\u{1B}E');
});
