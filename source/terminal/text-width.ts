import cliTruncate from 'cli-truncate';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import {wrappedCertain} from './certain-wrap.ts';
import {certainWidth, isPlainText} from './simple-text.ts';
import {wrappedSimple} from './simple-wrap.ts';

/** How many cells a text takes: wide characters two, combining ones none. */
export const textWidth = (text: string): number =>
	isPlainText(text) ? text.length : (certainWidth(text) ?? stringWidth(text));

/**
A text that is no longer than need be to see that it is wider than so many cells: its beginning, well
beyond them. The whole of it where it is not.
*/
const atMostBeyond = (text: string, columns: number): string => {
	// Most characters take a cell; of those that take none there may be any number.
	for (let end = 4 * columns + 64; end < text.length; end *= 2) {
		const beginning = text.slice(0, end);
		// A character cut in two at its end is then not among those that fit.
		if (textWidth(beginning) > columns + 4) {
			return beginning;
		}
	}

	return text;
};

/** A text cut to `columns` cells, the last of them the ellipsis where anything was cut. */
export const truncated = (text: string, columns: number, ellipsis: string): string => {
	if (columns <= 0) {
		return '';
	}

	// A line of a screen is cut out of a text of any length: the rest of that is not looked at.
	const beginning = atMostBeyond(text, columns);
	if (textWidth(beginning) <= columns) {
		return text;
	}

	const end = textWidth(ellipsis) >= columns ? '' : ellipsis;
	return isPlainText(beginning)
		? beginning.slice(0, columns - textWidth(end)) + end
		: cliTruncate(beginning, columns, {truncationCharacter: end});
};

/** The end of a text, cut to `columns` cells, the first of them the ellipsis where anything was cut. */
export const truncatedStart = (text: string, columns: number, ellipsis: string): string =>
	textWidth(text) <= columns
		? text
		: columns <= textWidth(ellipsis)
			? ''
			: cliTruncate(text, columns, {position: 'start', truncationCharacter: ellipsis});

/** A word that takes no cell, a soft hyphen for instance, is left behind the edge with the space before it. */
const withoutOverhang = (line: string, columns: number): string =>
	textWidth(line) <= columns ? line : line.replace(/ +(?=[^ ]*$)/u, '');

/** The lines of a text broken at spaces to at most `columns` cells; longer words are broken too. */
export const wrapped = (text: string, columns: number): readonly string[] => {
	if (isPlainText(text) && !text.includes('  ')) {
		return text.length <= columns ? [text] : wrappedSimple(text.trim(), Math.max(1, columns));
	}

	if (columns >= 2 && !text.includes('  ') && certainWidth(text) !== undefined) {
		return wrappedCertain(text.trim(), columns);
	}

	return wrapAnsi(text, Math.max(1, columns), {hard: true})
		.split('\n')
		.map(line => withoutOverhang(line, columns));
};

/** The same with every space where it was: the lines together are the text. */
export const wrappedWhole = (text: string, columns: number): readonly string[] =>
	textWidth(text) <= columns
		? [text]
		: wrapAnsi(text, Math.max(1, columns), {hard: true, trim: false}).split('\n');
