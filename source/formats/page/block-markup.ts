import type {AccountBlock, Block, Cell, DatedBlock, Item} from '../brief/block.ts';
import {controlSign, inlineSign} from './control-sign.ts';
import {inlineMarkup} from './inline-markup.ts';
import {mapFigure} from './map-figure.ts';
import {element, foreign, lines, type Markup, plain} from './markup.ts';
import type {Page} from './page.ts';
import {timelineFigure} from './timeline-figure.ts';

const WHOLE = {isWhole: true} as const;

const listMarkup = (items: readonly Item[], look?: string): Markup =>
	element(
		'ul',
		{class: look},
		lines(
			items.map(({pieces, items: under}) =>
				element('li', {}, inlineMarkup(pieces), ...(under.length === 0 ? [] : [listMarkup(under)])),
			),
		),
	);

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
const tableMarkup = ({caption, head, rows}: Extract<Block, {kind: 'table'}>): Markup =>
	element(
		'table',
		{role: 'table'},
		lines([
			element('caption', {}, plain(caption)),
			element(
				'thead',
				{role: 'rowgroup'},
				element(
					'tr',
					{role: 'row'},
					...head.map(text => element('th', {scope: 'col', role: 'columnheader'}, plain(text))),
				),
			),
			element(
				'tbody',
				{role: 'rowgroup'},
				lines(rows.map(cells => element('tr', {role: 'row'}, ...cells.map(cellMarkup)))),
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

/** A part of a brief on a page. */
export const blockMarkup = (block: Block, page: Page): Markup => {
	switch (block.kind) {
		case 'paragraph':
			return element('p', {class: 'remark'}, inlineMarkup(block.pieces));
		case 'question':
			return element('p', {class: 'question', dir: 'auto'}, inlineMarkup(block.pieces, WHOLE));
		case 'heading':
			return element('h3', {dir: 'auto'}, inlineMarkup(block.pieces, WHOLE));
		case 'list':
			return listMarkup(block.items);
		case 'entries':
			return listMarkup(block.items, 'entries');
		case 'dated':
			return element('dl', {class: 'events'}, lines(block.entries.map(datedMarkup)));
		case 'table':
			return tableMarkup(block);
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
