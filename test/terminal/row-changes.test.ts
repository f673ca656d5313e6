import {describe, expect, test} from 'vitest';
import {type Controls, Pen} from '../../source/terminal/pen.ts';
import {writeChanges} from '../../source/terminal/row-changes.ts';
import {RowReader} from '../../source/terminal/row-reader.ts';

const COLUMNS = 40;

const NEITHER: Controls = {canErase: false, canRepeat: false};

/** What is sent for the first row of a screen when it turns into another. */
const bytesBetween = (old: string, next: string, controls = NEITHER): string => {
	const reader = new RowReader({colour: 'true', charset: 'unicode'}, COLUMNS);
	const pen = new Pen(reader, controls, COLUMNS);
	writeChanges(pen, 0, reader.read(old), reader.read(next));
	return pen.bytes();
};

const BOLD = '\u001B[1m';
const RED = '\u001B[31m';
const INVERSE = '\u001B[7m';
const NONE = '\u001B[0m';

describe('between two changes of a row', () => {
	test.each([
		['a letter is written again', 'abc', 'xby', 'xby'],
		['three letters are', 'abcde', 'xbcdy', 'xbcdy'],
		['four letters are passed over', 'abcdef', 'xbcdey', 'x\u001B[4Cy'],
		['a sign of three bytes is passed over', 'a—c', 'x—y', 'x\u001B[Cy'],
		['a letter of two bytes is written again', 'aéc', 'xéy', 'xéy'],
		['a letter in their style is', `${BOLD}abc`, `${BOLD}xby`, `${BOLD}xby\u001B[m`],
		[
			'a letter in another style is passed over',
			`${BOLD}a${NONE}b${BOLD}c`,
			`${BOLD}x${NONE}b${BOLD}y`,
			`${BOLD}x\u001B[Cy\u001B[m`,
		],
		[
			'a letter in the style of the second is written again in it',
			`a${BOLD}bc`,
			`x${BOLD}by`,
			`x${BOLD}by\u001B[m`,
		],
		[
			'a letter in the style of the first is',
			`${BOLD}ab${NONE}c`,
			`${BOLD}xb${NONE}y`,
			`${BOLD}xb\u001B[my`,
		],
		[
			'a blank is written again in whatever style leaves it blank',
			`${BOLD}a${NONE} ${BOLD}c`,
			`${BOLD}x${NONE} ${BOLD}y`,
			`${BOLD}x y\u001B[m`,
		],
		[
			'a blank is passed over where the style would be seen on it',
			`${INVERSE}a${NONE} ${INVERSE}c`,
			`${INVERSE}x${NONE} ${INVERSE}y`,
			`${INVERSE}x\u001B[Cy\u001B[m`,
		],
		[
			'a blank between two styles that are seen on blanks is passed over',
			`${INVERSE}a${NONE} ${RED}c`,
			`${INVERSE}x${NONE} ${RED}y`,
			`${INVERSE}x\u001B[C\u001B[;31my\u001B[m`,
		],
		[
			'a blank in reverse video is passed over',
			`a${INVERSE} ${NONE}c`,
			`x${INVERSE} ${NONE}y`,
			'x\u001B[Cy',
		],
		['text of doubtful width is passed over', 'ae\u0301c', 'xe\u0301y', 'x\u001B[Cy'],
		['an ideograph is', 'a東c', 'x東y', 'x\u001B[2Cy'],
	])('%s', (_, old, next, bytes) => {
		expect(bytesBetween(old, next)).toBe(`\u001B[H${bytes}`);
	});

	test('blanks among blanks are written with them where many take no more bytes than a few', () => {
		const old = `│ one${' '.repeat(10)}two │`;
		const next = `│${' '.repeat(18)}│`;
		const bytesWith = (controls: Controls): string => bytesBetween(old, next, controls);
		expect(bytesWith({canErase: true, canRepeat: false})).toBe('\u001B[1;3H\u001B[16X');
		expect(bytesWith({canErase: false, canRepeat: true})).toBe('\u001B[1;3H \u001B[15b');
		expect(bytesWith(NEITHER)).toBe('\u001B[1;3H   \u001B[10C   ');
	});

	const blanks = ' '.repeat(10);
	test.each([
		['on both sides', `a${blanks}b`, `x${blanks}y`, '\u001B[Hx\u001B[10Cy'],
		['on their left', `a${blanks}bc`, `x${blanks} c`, '\u001B[Hx\u001B[10C '],
		['on their right', `ab${blanks}c`, `a ${blanks}y`, '\u001B[1;2H \u001B[10Cy'],
	])('blanks with something %s are passed over', (_, old, next, bytes) => {
		expect(bytesBetween(old, next, {canErase: true, canRepeat: true})).toBe(bytes);
	});
});

describe('of a row', () => {
	test('that ends sooner, the rest is erased', () => {
		expect(bytesBetween('one, two', 'one')).toBe('\u001B[1;4H\u001B[K');
	});

	test('whose ideograph becomes another, both halves are written', () => {
		expect(bytesBetween('a東b', 'a京b')).toBe('\u001B[1;2H京');
	});

	test('whose letter is in another style, that is written', () => {
		expect(bytesBetween(`ab${BOLD}c`, `a${BOLD}bc`)).toBe(`\u001B[1;2H${BOLD}b\u001B[m`);
	});

	test('that had text of doubtful width, only the cells of that are written', () => {
		expect(bytesBetween('a😀b and more', 'aXYb and more')).toBe('\u001B[1;2HXY');
	});

	test('that gets text of doubtful width, everything is from there on, over a blank', () => {
		expect(bytesBetween('aXYb c', 'a😀b c')).toBe('\u001B[1;2H\u001B[K😀\r\u001B[3C\u001B[Kb c');
	});

	test('on which there was nothing, nothing is erased before text of doubtful width', () => {
		expect(bytesBetween('a', 'a😀b')).toBe('\u001B[1;2H😀\r\u001B[3C\u001B[Kb');
	});
});
