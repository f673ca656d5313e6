import {createHash} from 'node:crypto';
import type {Catalog} from '../dossier/catalog.ts';
import {longDay} from '../dossier/days.ts';
import type {IsoDay} from '../dossier/schema.ts';
import {type Brief, briefOf} from './brief/brief.ts';
import {each} from './brief/each.ts';
import type {Note} from './brief/notes.ts';
import {blockMarkup} from './page/block-markup.ts';
import {inlineMarkup} from './page/inline-markup.ts';
import {
	element,
	elementInPieces,
	foreign,
	lines,
	linesInPieces,
	type Markup,
	type MarkupPieces,
	plain,
	styleElement,
	together,
	voidElement,
} from './page/markup.ts';
import type {Page} from './page/page.ts';
import {PAGE_STYLE} from './page/page-style.ts';
import type {CoastLookup} from './page/svg-map.ts';

/** Nothing is fetched and nothing runs; the one style sheet is known by its hash. */
const policy = (): string =>
	[
		"default-src 'none'",
		`style-src 'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'`,
		"base-uri 'none'",
		"form-action 'none'",
	].join('; ');

const headMarkup = (title: string): Markup =>
	element(
		'head',
		{},
		lines([
			voidElement('meta', {charset: 'utf-8'}),
			voidElement('meta', {'http-equiv': 'Content-Security-Policy', content: policy()}),
			voidElement('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
			voidElement('meta', {name: 'referrer', content: 'no-referrer'}),
			element('title', {}, foreign(title)),
			styleElement(PAGE_STYLE),
		]),
	);

const navMarkup = (sections: readonly {readonly id: string; readonly title: string}[]): Markup =>
	element(
		'nav',
		{'aria-label': 'Contents'},
		element(
			'ul',
			{},
			...sections.map(({id, title}) =>
				element('li', {}, element('a', {href: `#${id}`}, plain(title))),
			),
		),
	);

/** `a` to `z`, then `aa`: what the references to one note are called. */
const letters = (number: number): string =>
	number <= 26
		? String.fromCharCode(96 + number)
		: letters(Math.floor((number - 1) / 26)) + letters(((number - 1) % 26) + 1);

/** After a note, the way back to where it was referred to; those of one note may stand in two lines. */
const backMarkup = (number: number, uses: number): readonly Markup[] =>
	Array.from({length: uses}, (_, at) => [
		plain(' '),
		element(
			'a',
			{
				class: 'back',
				href: `#ref-${number}-${at + 1}`,
				role: 'doc-backlink',
				'aria-label': `Back to reference ${at + 1} to note ${number}`,
			},
			plain(uses === 1 ? '↩' : at === 0 ? '↩\u00A0a' : letters(at + 1)),
		),
	]).flat();

const notesMarkup = (notes: readonly Note[]): MarkupPieces =>
	elementInPieces(
		'section',
		{id: 'notes', role: 'doc-endnotes', 'aria-labelledby': 'notes-heading'},
		[element('h2', {id: 'notes-heading'}, plain('Notes'))],
		elementInPieces(
			'ol',
			{class: 'notes'},
			linesInPieces(
				each(notes.entries(), ([at, {pieces, uses}]) => [
					element(
						'li',
						{id: `note-${at + 1}`},
						together([inlineMarkup(pieces), ...backMarkup(at + 1, uses)]),
					),
				]),
			),
		),
	);

/** The sections, and behind them the notes that are known by then. */
function* mainParts({sections, notes}: Brief, page: Page): Generator<MarkupPieces> {
	for (const {id, title, blocks} of sections) {
		const parts = function* (): Generator<MarkupPieces> {
			yield [element('h2', {id: `${id}-heading`}, plain(title))];
			yield* each(blocks, block => blockMarkup(block, page));
		};

		yield elementInPieces(
			'section',
			{id, 'aria-labelledby': `${id}-heading`},
			linesInPieces(parts()),
		);
	}

	yield notesMarkup(notes());
}

/**
A dossier as a page of its own, which asks for nothing from outside and runs nothing: the brief with a
map and a line of time, to be read on a screen or printed. In pieces of an element each, or of a part of one.

@param day - Control and sides are told as of the end of this day.
@param coast - Loaded for `mapDetail`; the map has no coast without one.
@throws {RangeError} `day` lies outside the dossier's span.
*/
export function* htmlOf(
	catalog: Catalog,
	day: IsoDay,
	coast: CoastLookup | undefined,
): Generator<string> {
	const brief = briefOf(catalog, day);
	const {title, summary, standing, sections, colophon} = brief;
	const header = element(
		'header',
		{},
		element('h1', {dir: 'auto'}, foreign(title)),
		element('p', {class: 'lead', dir: 'auto'}, inlineMarkup(summary, {isWhole: true})),
		element('p', {class: 'standing'}, inlineMarkup(standing)),
		navMarkup([...sections, {id: 'notes', title: 'Notes'}]),
	);
	const page = elementInPieces(
		'html',
		{lang: 'en'},
		[headMarkup(`${title} (${longDay(day)})`)],
		elementInPieces(
			'body',
			{},
			linesInPieces([
				[header],
				elementInPieces('main', {}, linesInPieces(mainParts(brief, {catalog, day, coast}))),
				[element('footer', {}, element('p', {class: 'colophon'}, inlineMarkup(colophon)))],
			]),
		),
	);
	yield '<!doctype html>\n';
	for (const {html} of page) {
		yield html;
	}

	yield '\n';
}
