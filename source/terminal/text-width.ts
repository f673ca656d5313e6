import cliTruncate from 'cli-truncate';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Printable ASCII: one cell a character. */
const SIMPLE = /^[\u0020-\u007E]*$/;

/** How many cells a text takes: wide characters two, combining ones none. */
export const textWidth = (text: string): number =>
	SIMPLE.test(text) ? text.length : stringWidth(text);

/** A text cut to `columns` cells, the last of them the ellipsis where anything was cut. */
export const truncated = (text: string, columns: number, ellipsis: string): string => {
	if (columns <= 0) {
		return '';
	}

	if (textWidth(text) <= columns) {
		return text;
	}

	return textWidth(ellipsis) >= columns
		? cliTruncate(text, columns, {truncationCharacter: ''})
		: cliTruncate(text, columns, {truncationCharacter: ellipsis});
};

/** The lines of a text broken at spaces to at most `columns` cells; longer words are broken too. */
export const wrapped = (text: string, columns: number): readonly string[] =>
	SIMPLE.test(text) && text.length <= columns
		? [text]
		: wrapAnsi(text, Math.max(1, columns), {hard: true}).split('\n');
