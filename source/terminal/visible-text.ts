/*
Text from a document never reaches a terminal with anything in it that a terminal would obey.
Each such character becomes one visible one, so that positions in the text stay right.
*/

const PICTURES = 0x24_00;
const DELETE_PICTURE = '␡';
const REPLACEMENT = '\u{FFFD}';

// C0, DEL and C1; line and paragraph separators; and the marks that turn the order of a line
// round, which could show a reader other words than are there.
const OBEYED = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

const placeholder = (character: string): string => {
	const code = character.charCodeAt(0);
	if (code < 0x20) {
		return String.fromCharCode(PICTURES + code);
	}

	return code === 0x7f ? DELETE_PICTURE : REPLACEMENT;
};

/** A text with a visible character in place of each that a terminal would obey: `␛` for ESC. */
export const visibleText = (text: string): string => text.replaceAll(OBEYED, placeholder);

// An escape other than of a quotation mark or a backslash, or one of the characters themselves.
const MAYBE_OBEYED = /\\[^"\\/]|[\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/;

/** Whether `visibleText` may change any of the texts in a stretch of JSON. */
export const mayHoldObeyed = (json: string): boolean => MAYBE_OBEYED.test(json);
