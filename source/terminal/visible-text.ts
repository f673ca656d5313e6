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

const QUOTE = 0x22;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const DELETE = 0x7f;

/**
Whether `visibleText` may change a text of JSON in UTF-8 by what stands at a place of it: an escape other than
of a quotation mark, a backslash or a slash, or one of the characters themselves.
*/
export const mayBeObeyed = (bytes: Uint8Array, at: number): boolean => {
	const next = bytes[at + 1] ?? 0;
	const last = bytes[at + 2] ?? 0;
	switch (bytes[at]) {
		case BACKSLASH:
			return next !== QUOTE && next !== BACKSLASH && next !== SLASH;
		case DELETE:
			return true;
		// U+0080 to U+009F.
		case 0xc2:
			return next < 0xa0;
		// U+2028 to U+202E, U+2066 to U+2069.
		case 0xe2:
			return (
				(next === 0x80 && last >= 0xa8 && last <= 0xae) ||
				(next === 0x81 && last >= 0xa6 && last <= 0xa9)
			);
		default:
			return false;
	}
};
