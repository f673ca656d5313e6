import {cellText} from './cell-text.ts';
import {markdownText} from './markdown-text.ts';
import type {Cell, Table} from './table.ts';

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const inMarkdown = (cell: Cell): string => {
	const text = cellText(cell);
	return text === '' ? '' : markdownText(text);
};

/** A table as the lines of GitHub-flavoured Markdown, a line a row. */
export function* markdownTable({columns, rows}: Table): Generator<string> {
	yield line(columns.map(inMarkdown));
	yield line(columns.map(() => '---'));
	for (const row of rows) {
		yield line(row.map(inMarkdown));
	}
}
