/**
What JSON leaves as it is although a terminal would obey it: DEL and C1, the separators of lines and of
paragraphs, and the marks that turn the order of a line round.
*/
const UNESCAPED = /[\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g;

/**
A value as JSON over several lines, a line's end behind it. Every character that a terminal would obey is
escaped, so that the text is safe to print and is read back as it was.
*/
export const jsonText = (value: unknown): string =>
	`${JSON.stringify(value, undefined, '\t').replaceAll(
		UNESCAPED,
		sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
	)}\n`;
