// DEL and C1; line and paragraph separators; and the marks that turn the order of a line round. What
// JSON must escape is below these, and JSON.stringify does that.
const OBEYED = /[\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

const escaped = (character: string): string =>
	`\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
A value as JSON in which every character that a terminal would obey is written as its escape, so that
it is the same value and may be read with `cat`.

@param indent - As for `JSON.stringify`; absent: one line.
*/
export const safeJson = (value: unknown, indent?: string): string =>
	JSON.stringify(value, undefined, indent).replaceAll(OBEYED, escaped);
