/** What a terminal sends for the keys that have a name. Cursor keys depend on a mode: see `CURSOR`. */
const NAMED = {
	tab: '\t',
	'shift-tab': '\u001B[Z',
	enter: '\r',
	esc: '\u001B',
	backspace: '\u007F',
	space: ' ',
	pageup: '\u001B[5~',
	pagedown: '\u001B[6~',
	insert: '\u001B[2~',
	delete: '\u001B[3~',
	f1: '\u001BOP',
	f2: '\u001BOQ',
	f3: '\u001BOR',
	f4: '\u001BOS',
	f5: '\u001B[15~',
	f6: '\u001B[17~',
	f7: '\u001B[18~',
	f8: '\u001B[19~',
	f9: '\u001B[20~',
	f10: '\u001B[21~',
	f11: '\u001B[23~',
	f12: '\u001B[24~',
} as const;

/** Final letters of the keys that change with application cursor keys (DECCKM). */
const CURSOR = {up: 'A', down: 'B', right: 'C', left: 'D', end: 'F', home: 'H'} as const;

const isNameIn = <Names extends object>(
	names: Names,
	key: string,
): key is Extract<keyof Names, string> => Object.hasOwn(names, key);

/**
The bytes that xterm sends for one key.

@param key - A name (`up`, `shift-tab`, `f1`), `ctrl-` or `alt-` with a character, or one character
as it is typed; a character is what the reader sees as one, so that `é` or an emoji is a key too.
@param applicationCursorKeys - Whether the program has switched that mode on (`CSI ? 1 h`).
@throws {RangeError} There is no such key.
*/
export const encodeKey = (key: string, applicationCursorKeys = false): string => {
	if (isNameIn(NAMED, key)) {
		return NAMED[key];
	}

	if (isNameIn(CURSOR, key)) {
		return `\u001B${applicationCursorKeys ? 'O' : '['}${CURSOR[key]}`;
	}

	const control = /^ctrl-([a-z@[\\\]^_])$/.exec(key)?.[1];
	if (control !== undefined) {
		return String.fromCodePoint(control.toUpperCase().charCodeAt(0) % 32);
	}

	const character = key.replace(/^alt-(?=.)/su, '');
	if ([...new Intl.Segmenter().segment(character)].length === 1) {
		return character === key ? key : `\u001B${character}`;
	}

	throw new RangeError(`no such key: ${JSON.stringify(key)}`);
};

/**
The bytes for several keys pressed one after the other, one string a key.

@throws {RangeError} There is no such key, or a key follows `esc`: sent at once, the two are an
alt key to the program. Wait for what `esc` does first.
*/
export const encodeKeys = (
	keys: readonly string[],
	applicationCursorKeys = false,
): readonly string[] => {
	if (keys.slice(0, -1).includes('esc')) {
		throw new RangeError('esc must be the last of the keys: wait for what it does, then go on');
	}

	return keys.map(key => encodeKey(key, applicationCursorKeys));
};
