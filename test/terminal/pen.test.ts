import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Controls, ERASE_SCREEN, Pen} from '../../source/terminal/pen.ts';
import {RowReader} from '../../source/terminal/row-reader.ts';
import {Screen as Emulator} from '../support/screen.ts';

const ALL: Controls = {canErase: true, canRepeat: true};
const NEITHER: Controls = {canErase: false, canRepeat: false};

const COLUMNS = 80;
const ROWS = 40;

const openPen = (controls: Controls = ALL) => {
	const reader = new RowReader({colour: 'true', charset: 'unicode'}, COLUMNS);
	return {reader, pen: new Pen(reader, controls, COLUMNS)};
};

/** The bytes of a step that is taken after another one, which leaves no style. */
const bytesAfter = (first: (pen: Pen) => void, then: (pen: Pen) => void): string => {
	const {pen} = openPen();
	first(pen);
	const before = pen.bytes().length;
	then(pen);
	return pen.bytes().slice(before);
};

/** What writes a line from its first column on; the cursor is there. */
const bytesOfLine = (line: string, until: number, controls: Controls): string => {
	const {reader, pen} = openPen(controls);
	pen.moveTo(0, 0);
	const before = pen.bytes().length;
	pen.write(reader.read(line), 0, until);
	return pen.bytes().slice(before);
};

describe('from column 20 of row 10 the cursor goes', () => {
	test.each([
		['nowhere, where it is there', 10, 20, ''],
		['a cell to the left', 10, 19, '\b'],
		['three cells to the left', 10, 17, '\b\b\b'],
		['four cells to the left', 10, 16, '\u001B[4D'],
		['a cell to the right', 10, 21, '\u001B[C'],
		['ten cells to the right', 10, 30, '\u001B[10C'],
		['to the first cell', 10, 0, '\r'],
		['to the second cell', 10, 1, '\r\u001B[C'],
		['a row down', 11, 20, '\v'],
		['three rows down', 13, 20, '\v\v\v'],
		['four rows down', 14, 20, '\u001B[4B'],
		['a row up', 9, 20, '\u001BM'],
		['two rows up', 8, 20, '\u001B[2A'],
		['a row down and to the left', 11, 18, '\v\b\b'],
		['a row up and to the right', 9, 22, '\u001BM\u001B[2C'],
		['to the beginning of the next row', 11, 0, '\r\v'],
		['to the beginning of the row before', 9, 0, '\r\u001BM'],
		['near the beginning of the next row', 11, 2, '\r\v\u001B[2C'],
		['to the corner', 0, 0, '\u001B[H'],
		['to the beginning of a row far away', 30, 0, '\u001B[31H'],
		['far away', 30, 50, '\u001B[31;51H'],
	])('%s', (_, row, column, bytes) => {
		expect(
			bytesAfter(
				pen => pen.moveTo(10, 20),
				pen => pen.moveTo(row, column),
			),
		).toBe(bytes);
	});
});

describe('after a character in the last column, where terminals differ over steps to the left, the cursor goes', () => {
	test.each([
		['to the one below', 11, 79, '\v'],
		['nowhere, where it is to be in that column', 10, 79, ''],
		['to a cell beside it from the first column', 10, 3, '\r\u001B[3C'],
		['to a cell of the next row from the first column', 11, 2, '\r\v\u001B[2C'],
		['to the last but one by its place', 10, 78, '\r\u001B[78C'],
	])('%s', (_, row, column, bytes) => {
		expect(
			bytesAfter(
				pen => {
					const {reader} = openPen();
					pen.moveTo(10, 79);
					pen.write(reader.read(`${' '.repeat(79)}x`), 79, 80);
				},
				pen => pen.moveTo(row, column),
			),
		).toBe(bytes);
	});
});

test('wherever the cursor goes it arrives, and one that goes anywhere first goes there by its place', async () => {
	const anyPlace = fc.record({row: fc.nat(ROWS - 1), column: fc.nat(COLUMNS - 1)});
	await fc.assert(
		fc.asyncProperty(fc.array(anyPlace, {minLength: 1, maxLength: 20}), async places => {
			const emulator = new Emulator(COLUMNS, ROWS);
			await emulator.feed('\u001B[?7l\u001B[7;7H');
			const {pen} = openPen();
			let fed = 0;
			for (const {row, column} of places) {
				pen.moveTo(row, column);
				const bytes = pen.bytes();
				await emulator.feed(bytes.slice(fed));
				fed = bytes.length;
				expect(emulator.cursor()).toEqual({row, column});
			}
		}),
		{numRuns: 60},
	);
});

describe('cells that are alike are written in the fewest bytes:', () => {
	test.each([
		['two signs one by one', '━━.', ALL, '━━.'],
		['three signs repeated', '━━━.', ALL, '━\u001B[2b.'],
		['five letters one by one', 'aaaaa.', ALL, 'aaaaa.'],
		['six letters repeated', 'aaaaaa.', ALL, 'a\u001B[5b.'],
		['signs one by one where nothing is repeated', '━━━━.', NEITHER, '━━━━.'],
		['six blanks repeated', `a${' '.repeat(6)}b`, ALL, 'a \u001B[5bb'],
		['blanks repeated where they are not erased', `a${' '.repeat(20)}b`, ALL, 'a \u001B[19bb'],
		[
			'nine blanks erased where nothing is repeated',
			`a${' '.repeat(9)}b`,
			{canErase: true, canRepeat: false},
			'a\u001B[9X\u001B[9Cb',
		],
		[
			'eight blanks one by one where nothing is repeated',
			`a${' '.repeat(8)}b`,
			{canErase: true, canRepeat: false},
			`a${' '.repeat(8)}b`,
		],
		[
			'blanks one by one where neither can be',
			`a${' '.repeat(20)}b`,
			NEITHER,
			`a${' '.repeat(20)}b`,
		],
	])('%s', (_, line, controls, bytes) => {
		expect(bytesOfLine(line, line.length, controls)).toBe(bytes);
	});

	test('the last blanks erased, and the cursor stays before them', () => {
		const {reader, pen} = openPen();
		pen.moveTo(0, 0);
		pen.write(reader.read('a'), 0, 6);
		expect(pen.bytes()).toBe('\u001B[Ha\u001B[5X');
		pen.moveTo(0, 2);
		expect(pen.bytes()).toBe('\u001B[Ha\u001B[5X\u001B[C');
	});

	test('four of the last blanks one by one, after which the cursor stands behind them', () => {
		const {reader, pen} = openPen();
		pen.moveTo(0, 0);
		pen.write(reader.read('a'), 0, 5);
		expect(pen.bytes()).toBe('\u001B[Ha    ');
		pen.moveTo(0, 4);
		expect(pen.bytes()).toBe('\u001B[Ha    \b');
	});
});

describe('blanks', () => {
	test.each([
		[
			'after reverse video are in the style that follows them',
			'\u001B[7ma\u001B[0m  \u001B[1mb',
			'\u001B[7ma\u001B[;1m  b\u001B[m',
		],
		[
			'between texts in reverse video are in none',
			'\u001B[7ma\u001B[0m  \u001B[7mb',
			'\u001B[7ma\u001B[m  \u001B[7mb\u001B[m',
		],
		[
			'after bold text are in its style',
			'\u001B[1ma\u001B[0m  \u001B[1mb',
			'\u001B[1ma  b\u001B[m',
		],
		['on a background keep it', '\u001B[44m  a', '\u001B[44m  a\u001B[m'],
		[
			'of two backgrounds are not one run',
			'\u001B[44m   \u001B[45m   ',
			'\u001B[44m   \u001B[45m   \u001B[m',
		],
	])('%s', (_, line, bytes) => {
		const {reader} = openPen();
		expect(bytesOfLine(line, reader.read(line).end, NEITHER)).toBe(bytes);
	});

	test('that are the last to be written are in none, whatever stands behind them', () => {
		expect(bytesOfLine('\u001B[7ma\u001B[0m  \u001B[1mb', 3, NEITHER)).toBe('\u001B[7ma\u001B[m  ');
	});

	test('on a background are not erased, which terminals do with other colours', () => {
		expect(bytesOfLine(`\u001B[44m${' '.repeat(40)}`, 40, {canErase: true, canRepeat: false})).toBe(
			`\u001B[44m${' '.repeat(40)}\u001B[m`,
		);
	});
});

describe('the cursor is known to be behind', () => {
	test.each([
		['text of doubtful width that something follows', 'a😀b', 4],
		['blanks that were erased, and what follows them', `a${' '.repeat(9)}b`, 11],
		['an ideograph', '東', 2],
		['signs that were repeated', '━━━━━', 5],
	])('%s', (_, line, until) => {
		const {reader, pen} = openPen({canErase: true, canRepeat: line.startsWith('━')});
		pen.moveTo(0, 0);
		pen.write(reader.read(line), 0, until);
		const before = pen.bytes().length;
		pen.moveTo(0, until);
		expect(pen.bytes().slice(before)).toBe('');
	});
});

describe('text of doubtful width', () => {
	test('far to the right is followed by its place', () => {
		const reader = new RowReader({colour: 'true', charset: 'unicode'}, 200);
		const pen = new Pen(reader, ALL, 200);
		pen.moveTo(0, 150);
		pen.write(reader.read(`${' '.repeat(150)}😀`), 150, 152);
		expect(pen.bytes()).toBe('\u001B[1;151H😀\r\u001B[152C\u001B[K');
	});

	test('is followed by a way to its end that does not count on it, from where all is erased', () => {
		expect(bytesOfLine('a👩🏽‍🚀b', 4, ALL)).toBe('a👩🏽‍🚀\r\u001B[3C\u001B[Kb');
	});

	test('of a cell is not taken for a sign that can be repeated', () => {
		const one = 'e\u0301';
		const line = `${one}\u001B[1m${one}`;
		expect(bytesOfLine(line, 2, ALL)).toBe(
			`${one}\r\u001B[C\u001B[K\u001B[1m${one}\r\u001B[2C\u001B[K\u001B[m`,
		);
	});

	test('in the last column has nothing after it that could be erased, and nothing is known of the cursor', () => {
		const {reader, pen} = openPen();
		pen.moveTo(3, 78);
		pen.write(reader.read(`${' '.repeat(78)}😀`), 78, 80);
		expect(pen.bytes()).toBe('\u001B[4;79H😀');
		pen.moveTo(3, 79);
		expect(pen.bytes()).toBe('\u001B[4;79H😀\r\u001B[79C');
	});

	test('in reverse video does not erase in it', () => {
		expect(bytesOfLine('\u001B[7m😀b', 3, ALL)).toBe(
			'\u001B[7m😀\r\u001B[2C\u001B[m\u001B[K\u001B[7mb\u001B[m',
		);
	});
});

test('an ideograph is written once for its two cells, however many stand together', () => {
	expect(bytesOfLine('東東東東京', 10, ALL)).toBe('東東東東京');
});

test('the screen is erased, and rows come free, in no style', () => {
	for (const [change, bytes] of [
		[(pen: Pen) => pen.eraseScreen(), ERASE_SCREEN],
		[(pen: Pen) => pen.scroll({top: 0, bottom: 4, rows: 1}), '\u001B[1;5r'],
	] as const) {
		const {pen, reader} = openPen();
		pen.moveTo(0, 0);
		pen.write(reader.read('\u001B[7ma'), 0, 1);
		change(pen);
		expect(pen.bytes()).toContain(`a\u001B[m${bytes}`);
	}
});

test('on an erased screen the cursor is home', () => {
	const {pen} = openPen();
	pen.eraseScreen();
	pen.moveTo(0, 0);
	expect(pen.bytes()).toBe(ERASE_SCREEN);
});

test('rows are moved within their region, and the cursor is home after that', () => {
	const home = (pen: Pen): void => pen.moveTo(0, 1);
	expect(
		bytesAfter(
			() => {},
			pen => {
				pen.scroll({top: 2, bottom: 7, rows: 2});
				home(pen);
			},
		),
	).toBe('\u001B[3;8r\u001B[8H\n\n\u001B[r\u001B[C');
	expect(bytesAfter(home, pen => pen.scroll({top: 2, bottom: 7, rows: -1}))).toBe(
		'\u001B[3;8r\u001B[3H\u001BM\u001B[r',
	);
});

test('it knows how many bytes it has written, the way out of its style included', async () => {
	const step = fc.oneof(
		fc.record({
			type: fc.constant('write' as const),
			line: fc
				.array(
					fc.constantFrom(
						'a',
						'é',
						'東',
						'𠮷',
						'━━━━━',
						'       ',
						'\u001B[7m',
						'\u001B[1;38;5;3m',
						'\u001B[0m',
						'😀',
						'e\u0301',
					),
					{maxLength: 8},
				)
				.map(parts => parts.join('')),
		}),
		fc.record({type: fc.constantFrom('erase' as const, 'eraseScreen' as const, 'scroll' as const)}),
		fc.record({
			type: fc.constant('move' as const),
			row: fc.nat(ROWS - 1),
			column: fc.nat(COLUMNS - 1),
		}),
	);
	const controls = fc.record({canErase: fc.boolean(), canRepeat: fc.boolean()});
	fc.assert(
		fc.property(fc.array(step, {maxLength: 12}), controls, (steps, some) => {
			const {reader, pen} = openPen(some);
			pen.moveTo(0, 0);
			for (const step of steps) {
				switch (step.type) {
					case 'write': {
						const row = reader.read(step.line);
						pen.write(row, 0, row.end);
						break;
					}
					case 'erase':
						pen.eraseToEnd();
						break;
					case 'eraseScreen':
						pen.eraseScreen();
						break;
					case 'scroll':
						pen.scroll({top: 1, bottom: 4, rows: 1});
						break;
					case 'move':
						pen.moveTo(step.row, step.column);
						break;
				}
			}

			const {size} = pen;
			expect(size).toBe(Buffer.byteLength(pen.bytes()));
		}),
	);
});
