import {parse} from 'csv-parse/sync';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {csvPieces} from '../../source/formats/csv.ts';
import type {Table} from '../../source/formats/table.ts';
import {anyText} from '../support/any-text.ts';

const csvText = (table: Table): string => Array.from(csvPieces(table)).join('');

test('is one line of names and one a row, as RFC 4180 has it', () => {
	expect(
		csvText({
			columns: ['id', 'text', 'paragraphs'],
			rows: [
				['a', 'He said "no", twice', [5, 8]],
				['b', 'two\nlines', []],
			],
		}),
	).toBe('id,text,paragraphs\r\na,"He said ""no"", twice",5; 8\r\nb,"two\nlines",\r\n');
});

test('says what is not stated, and writes what is false and nought', () => {
	expect(csvText({columns: ['a', 'b', 'c', 'd'], rows: [[undefined, false, 0, '']]})).toBe(
		'a,b,c,d\r\nnot stated,false,0,\r\n',
	);
});

test('of no rows has the names of its columns', () => {
	expect(csvText({columns: ['a', 'b'], rows: []})).toBe('a,b\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
	'%j is no formula in a spreadsheet',
	text => {
		const [row] = parse(csvText({columns: ['a', 'b'], rows: [[text, [text, 'x']]]}), {
			from_line: 2,
		});
		expect(row).toEqual([`'${text}`, `'${text}; x`]);
	},
);

test('a number below nought stays a number', () => {
	expect(csvText({columns: ['lon'], rows: [[-0.12]]})).toBe('lon\r\n-0.12\r\n');
});

test('whatever stands in the cells is read back, the apostrophe before formulas aside', () => {
	const text = fc
		.tuple(fc.constantFrom('', '=', '-', '\t', '"', ',', '\r\n', "'"), anyText())
		.map(parts => parts.join(''));
	fc.assert(
		fc.property(fc.array(fc.tuple(text, text), {minLength: 1}), rows => {
			const read: readonly (readonly string[])[] = parse(csvText({columns: ['a', 'b'], rows}), {
				from_line: 2,
			});
			expect(read).toEqual(
				rows.map(row => row.map(cell => (/^[=\-\t\r]/.test(cell) ? `'${cell}` : cell))),
			);
		}),
	);
});
