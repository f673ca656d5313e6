import {printableText} from '../printable-text.ts';

/*
HTML as a value that only these functions make, so that no text gets into a page without having been
escaped. Names of elements and of attributes are ours; what an attribute holds is, too.
*/

/** A piece of HTML that is whole in itself. */
export interface Markup {
	readonly html: string;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

const ESCAPED: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

const escaped = (text: string): string =>
	text.replaceAll(/[&<>"']/g, character => ESCAPED[character] ?? character);

/** Our own words as text. */
export const plain = (text: string): Markup => ({html: escaped(text)});

/** Text of the dossier: in one line, and with a visible sign for what does not belong on a page. */
export const foreign = (text: string): Markup => ({html: escaped(printableText(text))});

export const together = (parts: readonly Markup[]): Markup => ({
	html: parts.map(({html}) => html).join(''),
});

const opening = (name: string, attributes: Attributes): string =>
	`<${name}${Object.entries(attributes)
		.map(([key, value]) => (value === undefined ? '' : ` ${key}="${escaped(String(value))}"`))
		.join('')}>`;

export const element = (
	name: string,
	attributes: Attributes = {},
	...children: readonly Markup[]
): Markup => ({html: `${opening(name, attributes)}${together(children).html}</${name}>`});

/** An element that has no end of its own: `meta`. */
export const voidElement = (name: string, attributes: Attributes): Markup => ({
	html: opening(name, attributes),
});

/** A style sheet, which is not escaped: it is ours. */
export const styleElement = (css: string): Markup => ({html: `<style>${css}</style>`});

/** HTML that is made as it is gone through, once: only all of its pieces together are whole. */
export type MarkupPieces = Iterable<Markup>;

/** An element of any size. */
export function* elementInPieces(
	name: string,
	attributes: Attributes,
	...children: readonly MarkupPieces[]
): Generator<Markup> {
	yield {html: opening(name, attributes)};
	for (const child of children) {
		yield* child;
	}

	yield {html: `</${name}>`};
}

/** What `lines` makes of elements of any size. */
export function* linesInPieces(parts: Iterable<MarkupPieces>): Generator<Markup> {
	let isFirst = true;
	for (const part of parts) {
		if (!isFirst) {
			yield {html: '\n'};
		}

		isFirst = false;
		yield* part;
	}
}

/** Elements of some size each on lines of their own, so that a page can be read as text. */
export const lines = (parts: readonly Markup[]): Markup => ({
	html: parts.map(({html}) => html).join('\n'),
});
