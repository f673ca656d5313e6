const REPLACEMENT = '\u{FFFD}';

const LINE_ENDS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/**
What a page cannot hold or would obey: control characters, what Unicode keeps for itself, and the marks
that turn the order of a line round, which could show a reader other words than are there.
*/
const UNPRINTABLE = /[\p{Cc}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]/gu;

/**
A text of the dossier as one line that can stand in any document: white space as one space and none at
its ends, and a visible sign in place of each character that does not belong on a page. Never empty.
*/
export const printableText = (text: string): string =>
	text
		.toWellFormed()
		.replaceAll(LINE_ENDS, ' ')
		.replaceAll(UNPRINTABLE, REPLACEMENT)
		.replaceAll(/ {2,}/g, ' ')
		.trim() || REPLACEMENT;
