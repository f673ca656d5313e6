import {describe, expect, test} from 'vitest';
import {CellStyles, NO_STYLE} from '../../source/terminal/cell-styles.ts';
import {isDoubtful, type Row, TAKEN} from '../../source/terminal/row.ts';
import {RowReader} from '../../source/terminal/row-reader.ts';

const COLUMNS = 8;

const openReader = () => new RowReader({colour: 'true', charset: 'unicode'}, COLUMNS);

/** What stands in each cell; empty for one that belongs to the text on its left. */
const textsOf = (reader: RowReader, {codes}: Row): readonly string[] =>
	Array.from(codes, code => (code === TAKEN ? '' : reader.text(code)));

const read = (line: string) => {
	const reader = openReader();
	const row = reader.read(line);
	return {reader, row, texts: textsOf(reader, row), styles: [...row.styles]};
};

const BLANKS = Array.from({length: COLUMNS}, () => ' ');

/** Cells from the left, and blanks up to the last one. */
const cells = (...texts: readonly string[]): readonly string[] => [
	...texts,
	...BLANKS.slice(texts.length),
];

describe('the cells of a line', () => {
	test.each([
		['nothing', '', cells(), 0],
		['letters', 'ab c', cells('a', 'b', ' ', 'c'), 4],
		['an ideograph', 'a東b', cells('a', '東', '', 'b'), 4],
		['an ideograph of two units', '𠮷b', cells('𠮷', '', 'b'), 3],
		['only text of doubtful width', '😀', cells('😀', ''), 2],
		['text of doubtful width at its end', 'a😀', cells('a', '😀', ''), 3],
		['text of doubtful width after blanks', '  e\u0301', cells(' ', ' ', 'e\u0301'), 3],
		['a word that is one text', 'برق a', cells('برق', '', '', ' ', 'a'), 5],
		['an ideograph of two units beside such a word', 'برق𠮷', cells('برق', '', '', '𠮷', ''), 5],
		['blanks at its end', 'a   ', cells('a'), 1],
		['blanks at its end after text of doubtful width', '😀   ', cells('😀', ''), 2],
		['what takes no cell between letters', 'a\u200B\u00ADb', cells('a', 'b'), 2],
	])('are those of %s', (_, line, texts, end) => {
		const {texts: shown, row} = read(line);
		expect(shown).toEqual(texts);
		expect(row.end).toBe(end);
		expect(row.isDoubtful).toBe([...row.codes].some(isDoubtful));
	});

	test.each([
		['letters', 'abcdefghij', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], 8],
		['half an ideograph', 'abcdefg東x', cells('a', 'b', 'c', 'd', 'e', 'f', 'g'), 7],
		[
			'half an ideograph after text of doubtful width',
			'😀cdefg東x',
			cells('😀', '', 'c', 'd', 'e', 'f', 'g'),
			7,
		],
		[
			'letters after text of doubtful width',
			'😀cdefghij',
			['😀', '', 'c', 'd', 'e', 'f', 'g', 'h'],
			8,
		],
		[
			'text of doubtful width, but for what begins in the last cell',
			'abcdefg😀😀',
			['a', 'b', 'c', 'd', 'e', 'f', 'g', '😀😀'],
			8,
		],
		['all text of doubtful width beyond it', 'abcdefgh😀', [...'abcdefgh'], 8],
	])('leave out of the last column %s', (_, line, texts, end) => {
		const {texts: shown, row} = read(line);
		expect(shown).toEqual(texts);
		expect(row.end).toBe(end);
		expect(row.codes).toHaveLength(COLUMNS);
	});

	test.each([
		['', ''],
		[' beside text of doubtful width', '😀'],
	])('have the style of each, and a blank only one that is seen%s', (_, text) => {
		const {styles, reader, row} = read(`\u001B[1ma b\u001B[22;7m \u001B[0m ${text}`);
		const bold = reader.styles.after(NO_STYLE, '1');
		const inverse = reader.styles.after(NO_STYLE, '7');
		expect(styles.slice(0, 5)).toEqual([bold, NO_STYLE, bold, inverse, NO_STYLE]);
		expect(row.end).toBe(text === '' ? 4 : 7);
	});

	test('of an ideograph are both in its style', () => {
		const {styles, reader} = read('\u001B[1m東\u001B[ma');
		const bold = reader.styles.after(NO_STYLE, '1');
		expect(styles.slice(0, 3)).toEqual([bold, bold, NO_STYLE]);
	});

	test('of text of doubtful width in two styles are two texts', () => {
		const {texts, styles, reader} = read('بر\u001B[31mقة');
		const red = reader.styles.after(NO_STYLE, '31');
		expect(texts.slice(0, 4)).toEqual(['بر', '', 'قة', '']);
		expect(styles.slice(0, 5)).toEqual([NO_STYLE, NO_STYLE, red, red, NO_STYLE]);
	});

	test.each([
		['another sequence', '\u001B[31 m', '[31 m'],
		['one that begins otherwise', '\u001B]31m', ']31m'],
		['one that does not begin at all', 'a[31m', 'a[31m'],
		['one that never ends', '\u001B[31', '[31'],
		['one with a control character in it', '\u001B[3\u00071m', '[31m'],
	])('are without any style, and the text of it is shown, for %s', (_, line, text) => {
		for (const beside of ['', '😀']) {
			const {texts, styles} = read(line + beside);
			expect(texts.join('').trimEnd()).toBe(text + beside);
			expect(styles).toEqual(BLANKS.map(() => NO_STYLE));
		}
	});
});

test('a text that comes again has the number that it had', () => {
	const reader = openReader();
	expect(reader.read('a😀b').codes).toEqual(reader.read('a😀b').codes);
	expect(reader.read('a😀b').codes).not.toEqual(reader.read('a🙃b').codes);
});

describe('a reader is full', () => {
	test('once it has met 5000 styles and texts of doubtful width together, and one more', () => {
		const reader = openReader();
		for (let at = 0; at < 2500; at++) {
			reader.read(`\u001B[38;5;${at % 250};48;5;${Math.floor(at / 250)}mx`);
			reader.read(String.fromCodePoint(0x1_f3_00 + (at % 50), 0x1_f3_00 + Math.floor(at / 50)));
		}

		expect(reader.isFull).toBe(false);
		reader.read('\u001B[1mx');
		expect(reader.isFull).toBe(true);
	});
});

describe('of styles', () => {
	test('those that look the same have one number', () => {
		const styles = new CellStyles('true');
		const bold = styles.after(NO_STYLE, '1');
		const boldRed = styles.after(bold, '31');
		expect(styles.after(NO_STYLE, '1;31')).toBe(boldRed);
		expect(styles.after(boldRed, '0')).toBe(NO_STYLE);
	});

	test('each sequence is counted once for every style that it has followed', () => {
		const styles = new CellStyles('true');
		const red = styles.after(NO_STYLE, '31');
		styles.after(NO_STYLE, '31');
		expect(styles.count).toBe(1);
		styles.after(red, '31');
		styles.after(red, '31');
		expect(styles.count).toBe(2);
	});
});
