import {cellText} from './cell-text.ts';
import {markdownText} from './markdown-text.ts';
import type {Cell, Table} from './table.ts';

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const inMarkdown = (cell: Cell): string => {
	const text = cellText(cell);
	return text === '' ? '' : markdownText(text);
};

/** A table as GitHub-flavoured Markdown, each row in one line. */
export const markdownTable = ({columns, rows}: Table): string =>
	[
		line(columns.map(inMarkdown)),
		line(columns.map(() => '---')),
		...rows.map(row => line(row.map(inMarkdown))),
		'',
	].join('\n');
