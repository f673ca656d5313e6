import {printableText} from './printable-text.ts';

/** Means something wherever it stands, or at the end of a line. */
const MARKS = /[\\`*_[\]<>|~^$&{}!#]/g;

/** Means something at the beginning of a line, where a text may come to stand. */
const OPENING = /^[+=\-:]/;

/** What some readers of Markdown make a link or a sign of: `http://`, `www.`, `name@host`, `:name:`. */
const LINKING = /(?<!^):(?=\S)|@|(?<=\bwww)\./gi;

/**
A text as Markdown that reads as that very text and as nothing else, in a line, in a cell of a table or
at the beginning of a line. White space is as `printableText` has it.
*/
export const markdownText = (text: string): string =>
	printableText(text)
		.replaceAll(MARKS, '\\$&')
		.replaceAll(LINKING, '\\$&')
		.replace(OPENING, '\\$&');

/** What begins a line, so that a number there is not the first of a list, whatever comes after it. */
export const markdownLine = (markdown: string): string =>
	markdown.replace(/(?<=^\d{1,9})[.)]/, '\\$&');
