import type {Catalog} from '../dossier/catalog.ts';
import type {IsoDay} from '../dossier/schema.ts';
import type {AccountBlock, Block, Cell, DatedBlock, Item} from './brief/block.ts';
import {type Brief, briefOf} from './brief/brief.ts';
import {each} from './brief/each.ts';
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

function* listLines(items: Iterable<Item>, indent = ''): Generator<string> {
	for (const {pieces, items: under} of items) {
		yield `${indent}- ${inline(pieces)}`;
		yield* listLines(under, `${indent}  `);
	}
}

const rowLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function* tableLines({caption, head, rows}: Extract<Block, {kind: 'table'}>): Generator<string> {
	yield `${caption}:`;
	yield '';
	yield rowLine(head);
	yield rowLine(head.map(() => '---'));
	yield* each(rows, (cells: readonly Cell[]) => rowLine(cells.map(({pieces}) => inline(pieces))));
}

function* datedLines(entries: Iterable<DatedBlock>): Generator<string> {
	for (const {when, pieces, details} of entries) {
		yield `- ${markdownText(when)}: ${inline(pieces)}`;
		yield `  - ${inline(details)}`;
	}
}

const accountLines = ({heading, text, grounds}: AccountBlock): readonly string[] => [
	`- *${inline(heading)}:* ${inline(text)}`,
	...listLines(grounds, '  '),
];

const blockLines = (block: Block): Iterable<string> => {
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
			return datedLines(block.entries);
		case 'table':
			return tableLines(block);
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

/** Each as its lines. */
function* paragraphsOf(brief: Brief): Generator<Iterable<string>> {
	yield [`# ${markdownText(brief.title)}`];
	yield [inline(brief.summary)];
	yield [inline(brief.standing)];
	for (const {title, blocks} of brief.sections) {
		yield [`## ${title}`];
		yield* each(blocks, blockLines);
	}

	yield [inline(brief.colophon)];
	yield each(brief.notes().entries(), ([at, {pieces}]) => `[^${at + 1}]: ${inline(pieces)}`);
}

/**
A dossier as a brief in Markdown, with the tables and notes of GitHub and Pandoc: no HTML in it, and
nothing of the dossier's text that would be taken for Markdown. In pieces of a line each.

@param day - Control and sides are told as of the end of this day.
@throws {RangeError} `day` lies outside the dossier's span.
*/
export function* markdownOf(catalog: Catalog, day: IsoDay): Generator<string> {
	let before = '';
	for (const lines of paragraphsOf(briefOf(catalog, day))) {
		for (const line of lines) {
			yield before + line;
			before = '\n';
		}

		before = before === '' ? '' : '\n\n';
	}

	yield '\n';
}
