import {stringify} from 'csv-stringify/sync';
import {cellText} from './cell-text.ts';
import type {Table} from './table.ts';

/**
A table as CSV (RFC 4180: commas, CRLF, quotation marks doubled), its first line the names of the columns.

A text that a spreadsheet would take for a formula, as it begins with `=`, `+`, `-`, `@`, a tab or a
carriage return, has an apostrophe before it; numbers stay numbers. What the report does not say is
`not stated`, of several values a semicolon stands between two.
*/
export const csvText = ({columns, rows}: Table): string =>
	stringify(
		[
			columns,
			...rows.map(row => row.map(cell => (typeof cell === 'number' ? cell : cellText(cell)))),
		],
		{record_delimiter: 'windows', quote_record_delimiter: true, escape_formulas: true},
	);
