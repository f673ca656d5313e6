import {printableText} from './printable-text.ts';

/** Means something wherever it stands. */
const MARKS = /[\\`*_[\]<>|~^$&{}!]/g;

/** Means something at the beginning of a line, where a text may come to stand. */
const OPENING = /^(?:[#+=\-:]|\d{1,9}(?=[.)]))/;

/** What some readers of Markdown make a link or a sign of: `http://`, `www.`, `name@host`, `:name:`. */
const LINKING = /:(?=\S)|@|(?<=\bwww)\./gi;

/**
A text as Markdown that reads as that very text and as nothing else, in a line, in a cell of a table or
at the beginning of a line. White space is as `printableText` has it.
*/
export const markdownText = (text: string): string =>
	printableText(text)
		.replaceAll(MARKS, mark => `\\${mark}`)
		.replaceAll(LINKING, sign => `\\${sign}`)
		.replace(OPENING, opening => (/^\d/.test(opening) ? opening : `\\${opening}`))
		.replace(/^(\d{1,9})(?=[.)])/, '$1\\');
