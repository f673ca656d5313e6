/*
The text that a dossier was drawn from, which a reader may have at hand. A paragraph is a line
with something on it; positions in it count Unicode code points.
*/

const BYTE_ORDER_MARK = '\u{FEFF}';

const linesIn = (article: string): readonly string[] =>
	(article.startsWith(BYTE_ORDER_MARK) ? article.slice(1) : article).split(/\r\n?|\n/u);

const isBlank = (line: string): boolean => line.trim() === '';

/** The paragraphs of an article in order; LF, CRLF or CR, blank lines not counted. */
export const paragraphsOf = (article: string): readonly string[] =>
	linesIn(article).filter(line => !isBlank(line));

/** In which line of an article each of its paragraphs stands, from 1. */
export const paragraphLinesOf = (article: string): readonly number[] =>
	linesIn(article).flatMap((line, at) => (isBlank(line) ? [] : [at + 1]));

/**
Where each paragraph begins, in code points from the beginning of the article; the byte order mark is not
part of the text.
*/
export const paragraphStarts = (article: string): readonly number[] => {
	let end = article.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
	let at = 0;
	return paragraphsOf(article).map(paragraph => {
		// Between two paragraphs nothing stands that could be taken for one.
		const begins = article.indexOf(paragraph, end);
		const start = at + codePointLength(article.slice(end, begins));
		end = begins + paragraph.length;
		at = start + codePointLength(paragraph);
		return start;
	});
};

/** The code points from `start` to `end`, end exclusive, as far as the text has them. */
export const codePointSlice = (text: string, start: number, end?: number): string =>
	Array.from(text).slice(start, end).join('');

/** Characters that are two code units each. */
const PAIRS = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

export const codePointLength = (text: string): number =>
	text.length - (text.match(PAIRS)?.length ?? 0);
