import {describe, expect, test} from 'vitest';
import {Pen} from '../../source/terminal/pen.ts';
import {RowReader} from '../../source/terminal/row-reader.ts';
import {writeUprights} from '../../source/terminal/uprights.ts';

const COLUMNS = 20;

/** What is sent ahead of the rows themselves when rows of a screen turn into others. */
const bytesBetween = (old: readonly string[], next: readonly string[]): string | undefined => {
	const reader = new RowReader({colour: 'true', charset: 'unicode'}, COLUMNS);
	const pen = new Pen(reader, {canErase: true, canRepeat: true}, COLUMNS);
	const rowsOf = (lines: readonly string[]) => lines.map(line => reader.read(line));
	const [before, after] = [rowsOf(old), rowsOf(next)];
	const shown = writeUprights(pen, before, after);
	// What was shown is still needed for other ways to the next frame.
	expect(before).toEqual(rowsOf(old));
	expect(shown === undefined).toBe(pen.bytes() === '');
	return shown && pen.bytes();
};

const times = (count: number, line: string): readonly string[] =>
	Array.from({length: count}, () => line);

const BOLD = '\u001B[1m';
const NONE = '\u001B[0m';

describe('ahead of their rows are written', () => {
	test.each([
		['three signs under one another', times(3, 'a'), times(3, '│'), '\u001B[H│\r\v│\r\v│'],
		[
			'such as do not begin at the top',
			['a', ...times(3, 'b')],
			['a', ...times(3, '│')],
			'\u001B[2H│\r\v│\r\v│',
		],
		[
			'those of another style',
			times(3, '│'),
			times(3, `${BOLD}│`),
			`\u001B[H${BOLD}│\r\v│\r\v│\u001B[m`,
		],
		[
			'those of two columns',
			times(3, '│ab│'),
			times(3, '║ab║'),
			'\u001B[H║\r\v║\r\v║\u001B[1;4H║\v\b║\v\b║',
		],
		[
			'those behind others of another style',
			times(3, 'abc'),
			times(3, `${BOLD}xy${NONE}│`),
			'\u001B[1;3H│\v\b│\v\b│',
		],
		[
			'those beside others of another style',
			times(3, 'abc'),
			times(3, `│${BOLD}xy`),
			'\u001B[H│\r\v│\r\v│',
		],
		[
			'those after text of doubtful width',
			times(3, '😀 a'),
			times(3, '😀 │'),
			'\u001B[1;4H│\v\b│\v\b│',
		],
		[
			'as many as there are, from where they begin',
			['│', ...times(4, 'b')],
			[...times(4, '│'), 'c'],
			'\u001B[2H│\r\v│\r\v│',
		],
	])('%s', (_, old, next, bytes) => {
		expect(bytesBetween(old, next)).toBe(bytes);
	});
});

describe('with their rows are written', () => {
	test.each([
		['two signs under one another', [...times(2, 'a'), 'c'], [...times(2, '│'), 'c']],
		['signs that were there', times(3, '│ a'), times(3, '│ a')],
		['the letters of a word', times(3, '  '), times(3, 'word')],
		['two signs that change together', times(3, 'a b'), times(3, 'x││')],
		['blanks', times(3, 'a b'), times(3, 'a')],
		['signs of different styles', times(3, ' '), ['│', `${BOLD}│${NONE}`, '│']],
		['different signs', times(3, ' '), ['│', '║', '│']],
		['ideographs', times(3, 'ab'), times(3, '東')],
		['ideographs where others were', times(3, '東'), times(3, '京')],
		['blanks before what stays', times(3, 'a b'), times(3, '  b')],
		[
			'text of doubtful width, with which the rest of its row is erased',
			times(3, 'a, b'),
			times(3, 'e\u0301, b'),
		],
	])('%s', (_, old, next) => {
		expect(bytesBetween(old, next)).toBeUndefined();
	});
});
