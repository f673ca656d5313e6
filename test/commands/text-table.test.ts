import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {textTable} from '../../source/commands/text-table.ts';
import {textWidth} from '../../source/terminal/text-width.ts';
import {anyText} from '../support/any-text.ts';

const output = (columns: number | undefined) => ({
	columns,
	present: (text: string) => text,
	ellipsis: '…',
});

const TABLE = {
	columns: ['Id', 'Who', 'Words'],
	rows: [
		['quote:one', 'Vera Moss', 'The tide does not ask whose boat it is.'],
		['quote:two', undefined, 'No.'],
	],
};

test('in a pipe has its columns under each other and every text whole', () => {
	expect(textTable(TABLE, output(undefined))).toEqual([
		'Id         Who         Words',
		'quote:one  Vera Moss   The tide does not ask whose boat it is.',
		'quote:two  not stated  No.',
	]);
});

describe('on a terminal', () => {
	test('is cut where it is widest, and ids are whole', () => {
		expect(textTable(TABLE, output(40))).toEqual([
			'Id         Who         Words',
			'quote:one  Vera Moss   The tide does no…',
			'quote:two  not stated  No.',
		]);
	});

	test('cuts ids too where they would take more than half of a line', () => {
		expect(textTable(TABLE, output(16))).toEqual([
			'Id      Who  Wo…',
			'quote…  Ve…  Th…',
			'quote…  no…  No.',
		]);
	});

	test('keeps ids whole and cuts what stands behind them', () => {
		expect(textTable(TABLE, output(22))).toEqual([
			'Id         Who   Words',
			'quote:one  Ver…  The …',
			'quote:two  not…  No.',
		]);
	});

	test('never goes over its edge, whatever is in it', () => {
		const cell = fc.option(anyText(), {nil: undefined});
		const table = fc
			.integer({min: 1, max: 6})
			.chain(columns =>
				fc
					.array(fc.array(cell, {minLength: columns, maxLength: columns}), {maxLength: 5})
					.map(rows => ({columns: Array.from({length: columns}, (_, at) => `C${at}`), rows})),
			);
		fc.assert(
			fc.property(table, fc.integer({min: 1, max: 60}), (any, columns) => {
				const lines = textTable(any, output(columns));
				expect(lines).toHaveLength(any.rows.length + 1);
				for (const line of lines) {
					expect(textWidth(line)).toBeLessThanOrEqual(columns);
				}
			}),
		);
	});
});

test('is written as its reader can show it', () => {
	const ascii = {columns: undefined, present: () => 'x', ellipsis: '...'};
	expect(textTable({columns: ['¶'], rows: [['é']]}, ascii)).toEqual(['x', 'x']);
});
