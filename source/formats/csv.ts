import {stringify} from 'csv-stringify/sync';
import {cellText} from './cell-text.ts';
import type {Table} from './table.ts';

/** Rows that are put together at once. */
const AT_ONCE = 1000;

const linesOf = (rows: Table['rows']): string =>
	stringify(
		rows.map(row => row.map(cell => (typeof cell === 'number' ? cell : cellText(cell)))),
		{record_delimiter: 'windows', quote_record_delimiter: true, escape_formulas: true},
	);

/**
A table as CSV (RFC 4180: commas, CRLF, quotation marks doubled) in pieces, its first line the names of the
columns.

A text that a spreadsheet would take for a formula, as it begins with `=`, `+`, `-`, `@`, a tab or a
carriage return, has an apostrophe before it; numbers stay numbers. What the report does not say is
`not stated`, of several values a semicolon stands between two.
*/
export function* csvPieces({columns, rows}: Table): Generator<string> {
	yield linesOf([columns]);
	for (let at = 0; at < rows.length; at += AT_ONCE) {
		yield linesOf(rows.slice(at, at + AT_ONCE));
	}
}
