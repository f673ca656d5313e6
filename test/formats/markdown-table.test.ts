import fc from 'fast-check';
import markdownIt from 'markdown-it';
import {expect, test} from 'vitest';
import {markdownTable} from '../../source/formats/markdown-table.ts';
import {printableText} from '../../source/formats/printable-text.ts';
import type {Table} from '../../source/formats/table.ts';
import {anyText} from '../support/any-text.ts';

const markdownOf = (table: Table): string => Array.from(markdownTable(table)).join('\n');

test('has a row of headings and a row for each record', () => {
	expect(
		markdownOf({
			columns: ['Id', '¶'],
			rows: [
				['a', [5, 8]],
				['b', undefined],
			],
		}),
	).toBe('| Id | ¶ |\n| --- | --- |\n| a | 5; 8 |\n| b | not stated |');
});

test('nothing in a cell is markup, whatever it is', () => {
	const piece = fc.constantFrom(
		'|',
		'\\',
		'`',
		'*',
		'_',
		'<b>',
		'[x](y)',
		'~~',
		'&amp;',
		'!',
		'a',
		' ',
	);
	const text = fc
		.tuple(fc.array(piece, {maxLength: 6}), anyText({unit: fc.constantFrom('م', 'é', 'x')}))
		.map(([pieces, rest]) => `x${pieces.join('')}${rest}x`);
	const markdown = markdownIt();
	fc.assert(
		fc.property(fc.array(fc.tuple(text, text), {minLength: 1}), rows => {
			const tokens = markdown.parse(markdownOf({columns: ['a', 'b'], rows}), {});
			const cells = tokens
				.flatMap((token, at) => (tokens[at - 1]?.type === 'td_open' ? [token] : []))
				.map(({children}) => children ?? []);
			expect(cells.flat().map(({type}) => type)).not.toContain('code_inline');
			expect(cells.map(children => children.map(({content}) => content).join(''))).toEqual(
				rows.flat().map(printableText),
			);
		}),
	);
});

test('what was on two lines is in one, as a row is, and nothing stays nothing', () => {
	expect(markdownOf({columns: ['a', 'b'], rows: [['one\ntwo', []]]})).toContain('| one two |  |');
});
