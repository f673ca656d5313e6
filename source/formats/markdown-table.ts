import {cellText} from './cell-text.ts';
import type {Table} from './table.ts';

/** Signs that Markdown, or the HTML in it, would take for its own. */
const MARKUP = /[\\`*_[\]<>|~&#]/g;

/** A text in a cell: one line, and nothing in it is markup. */
const markdownText = (text: string): string =>
	text.replaceAll(MARKUP, sign => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '<br>');

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A table as GitHub-flavoured Markdown. */
export const markdownTable = ({columns, rows}: Table): string =>
	[
		line(columns.map(markdownText)),
		line(columns.map(() => '---')),
		...rows.map(row => line(row.map(cell => markdownText(cellText(cell))))),
		'',
	].join('\n');
