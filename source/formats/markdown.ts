import type {Catalog} from '../dossier/catalog.ts';
import type {IsoDay} from '../dossier/schema.ts';
import type {AccountBlock, Block, Cell, Item} from './brief/block.ts';
import {briefOf} from './brief/brief.ts';
import type {Piece, Pieces} from './brief/piece.ts';
import {markdownLine, markdownText} from './markdown-text.ts';

/** An address that can stand between angle brackets and is a page on the web. */
const LINK = /^https?:\/\/[\w.~:/?#@!$&'()*+,;=%-]+$/i;

const pieceText = (piece: Piece): string => {
	switch (piece.kind) {
		case 'words':
			return piece.text;
		case 'data':
			return piece.isStrong ? `**${markdownText(piece.text)}**` : markdownText(piece.text);
		case 'address':
			return LINK.test(piece.url) ? `<${piece.url}>` : markdownText(piece.url);
		case 'note':
			return `[^${piece.note}]`;
	}
};

const inline = (pieces: Pieces): string => markdownLine(pieces.map(pieceText).join(''));

const listLines = (items: readonly Item[], indent = ''): readonly string[] =>
	items.flatMap(({pieces, items: under}) => [
		`${indent}- ${inline(pieces)}`,
		...listLines(under, `${indent}  `),
	]);

const tableLines = (
	head: readonly string[],
	rows: readonly (readonly Cell[])[],
): readonly string[] => {
	const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
	return [
		line(head),
		line(head.map(() => '---')),
		...rows.map(cells => line(cells.map(({pieces}) => inline(pieces)))),
	];
};

const accountLines = ({heading, text, grounds}: AccountBlock): readonly string[] => [
	`- *${inline(heading)}:* ${inline(text)}`,
	...listLines(grounds, '  '),
];

const blockLines = (block: Block): readonly string[] => {
	switch (block.kind) {
		case 'paragraph':
		case 'question':
			return [inline(block.pieces)];
		case 'heading':
			return [`### ${inline(block.pieces)}`];
		case 'list':
		case 'entries':
			return listLines(block.items);
		case 'dated':
			return block.entries.flatMap(({when, pieces, details}) => [
				`- ${markdownText(when)}: ${inline(pieces)}`,
				`  - ${inline(details)}`,
			]);
		case 'table':
			return [`${block.caption}:`, '', ...tableLines(block.head, block.rows)];
		case 'quote':
			return [`> ${inline(block.words)}`, '>', `> — ${inline(block.from)}`];
		case 'accounts':
			return block.accounts.flatMap(accountLines);
		case 'map':
			return [
				'Where they lie, and what lies next to them:',
				'',
				...listLines(block.inWords),
				'',
				inline(block.caption),
			];
		case 'timeline':
			return [];
	}
};

/**
A dossier as a brief in Markdown, with the tables and notes of GitHub and Pandoc: no HTML in it, and
nothing of the dossier's text that would be taken for Markdown.

@param day - Control and sides are told as of the end of this day.
@throws {RangeError} `day` lies outside the dossier's span.
*/
export const markdownOf = (catalog: Catalog, day: IsoDay): string => {
	const {title, summary, standing, sections, notes, colophon} = briefOf(catalog, day);
	const paragraphs: readonly (readonly string[])[] = [
		[`# ${markdownText(title)}`],
		[inline(summary)],
		[inline(standing)],
		...sections.flatMap(({title: heading, blocks}) => [
			[`## ${heading}`],
			...blocks.map(blockLines),
		]),
		[inline(colophon)],
		notes.map(({pieces}, at) => `[^${at + 1}]: ${inline(pieces)}`),
	];
	return `${paragraphs
		.filter(lines => lines.length > 0)
		.map(lines => lines.join('\n'))
		.join('\n\n')}\n`;
};
