import {element, lines, type Markup, plain, together} from './markup.ts';

interface FigureParts {
	/** For a wide page and for paper. */
	readonly wide: Markup;
	/** For a narrow page; only one of the two is shown, and heard. */
	readonly narrow: Markup;
	/** Signs, each with what it means. */
	readonly key: readonly Markup[];
	readonly caption: readonly Markup[];
}

/** A sign and what it means. */
export const keyEntry = (sign: Markup, meaning: string): Markup =>
	element('span', {}, sign, plain(meaning));

/** A sign of a key that is drawn as a short piece of line. */
export const lineSign = (...drawn: readonly Markup[]): Markup =>
	element(
		'svg',
		{class: 'sign', viewBox: '0 -7 28 14', width: 28, height: 14, 'aria-hidden': 'true'},
		...drawn,
	);

/** A piece of line across a sign. */
export const lineAcross = (look: string): Markup => element('path', {class: look, d: 'M2 0H26'});

const inBox = (look: string, picture: Markup): Markup => element('div', {class: look}, picture);

export const figureMarkup = ({wide, narrow, key, caption}: FigureParts): Markup =>
	element(
		'figure',
		{},
		lines([
			inBox('wide', wide),
			inBox('narrow', narrow),
			element(
				'figcaption',
				{},
				...(key.length === 0 ? [] : [element('p', {class: 'key'}, together(key))]),
				...caption.map(text => element('p', {class: 'caption'}, text)),
			),
		]),
	);
