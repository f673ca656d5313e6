import type {AccountBlock, Block, Cell, DatedBlock, Item} from '../brief/block.ts';
import {each} from '../brief/each.ts';
import {controlSign, inlineSign} from './control-sign.ts';
import {inlineMarkup} from './inline-markup.ts';
import {mapFigure} from './map-figure.ts';
import {
	element,
	elementInPieces,
	foreign,
	lines,
	linesInPieces,
	type Markup,
	type MarkupPieces,
	plain,
} from './markup.ts';
import type {Page} from './page.ts';
import {timelineFigure} from './timeline-figure.ts';

const WHOLE = {isWhole: true} as const;

const itemMarkup = ({pieces, items}: Item): Markup =>
	element('li', {}, inlineMarkup(pieces), ...(items.length === 0 ? [] : [listMarkup(items)]));

const listMarkup = (items: readonly Item[]): Markup =>
	element('ul', {}, lines(items.map(itemMarkup)));

/** Elements, a line each. */
const linesOf = <Thing>(
	things: Iterable<Thing>,
	markupOf: (thing: Thing) => Markup,
): MarkupPieces => linesInPieces(each(things, thing => [markupOf(thing)]));

const longList = (items: Iterable<Item>, look?: string): MarkupPieces =>
	elementInPieces('ul', {class: look}, linesOf(items, itemMarkup));

const cellMarkup = ({pieces, state}: Cell, at: number): Markup => {
	const content = [
		...(state === undefined ? [] : [inlineSign(controlSign(state))]),
		inlineMarkup(pieces),
	];
	return at === 0
		? element('th', {scope: 'row', role: 'rowheader'}, ...content)
		: element('td', {role: 'cell'}, ...content);
};

/** Its roles are told again, since a narrow page shows it as blocks. */
const tableMarkup = ({caption, head, rows}: Extract<Block, {kind: 'table'}>): MarkupPieces =>
	elementInPieces(
		'table',
		{role: 'table'},
		linesInPieces([
			[element('caption', {}, plain(caption))],
			[
				element(
					'thead',
					{role: 'rowgroup'},
					element(
						'tr',
						{role: 'row'},
						...head.map(text => element('th', {scope: 'col', role: 'columnheader'}, plain(text))),
					),
				),
			],
			elementInPieces(
				'tbody',
				{role: 'rowgroup'},
				linesOf(rows, cells => element('tr', {role: 'row'}, ...cells.map(cellMarkup))),
			),
		]),
	);

const datedMarkup = ({when, pieces, details}: DatedBlock): Markup =>
	element(
		'div',
		{},
		element('dt', {}, element('bdi', {}, foreign(when))),
		element(
			'dd',
			{},
			element('p', {}, inlineMarkup(pieces)),
			element('p', {class: 'details'}, inlineMarkup(details)),
		),
	);

const accountMarkup = ({heading, text, grounds}: AccountBlock): Markup =>
	element(
		'div',
		{class: 'account'},
		element('h4', {}, inlineMarkup(heading)),
		element('p', {dir: 'auto'}, inlineMarkup(text, WHOLE)),
		listMarkup(grounds),
	);

const shortMarkup = (
	block: Exclude<Block, {kind: 'list' | 'entries' | 'dated' | 'table'}>,
	page: Page,
): Markup => {
	switch (block.kind) {
		case 'paragraph':
			return element('p', {class: 'remark'}, inlineMarkup(block.pieces));
		case 'question':
			return element('p', {class: 'question', dir: 'auto'}, inlineMarkup(block.pieces, WHOLE));
		case 'heading':
			return element('h3', {dir: 'auto'}, inlineMarkup(block.pieces, WHOLE));
		case 'quote':
			return element(
				'div',
				{class: 'quote'},
				element('blockquote', {}, element('p', {dir: 'auto'}, inlineMarkup(block.words, WHOLE))),
				element('p', {class: 'from'}, plain('— '), inlineMarkup(block.from)),
			);
		case 'accounts':
			return element('div', {class: 'accounts'}, lines(block.accounts.map(accountMarkup)));
		case 'map':
			return mapFigure(block, page);
		case 'timeline':
			return timelineFigure(page);
	}
};

/** A part of a brief on a page. */
export const blockMarkup = (block: Block, page: Page): MarkupPieces => {
	switch (block.kind) {
		case 'list':
			return longList(block.items);
		case 'entries':
			return longList(block.items, 'entries');
		case 'dated':
			return elementInPieces('dl', {class: 'events'}, linesOf(block.entries, datedMarkup));
		case 'table':
			return tableMarkup(block);
		default:
			return [shortMarkup(block, page)];
	}
};
