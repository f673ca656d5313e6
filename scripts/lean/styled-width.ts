import {isPlain} from '../../source/terminal/simple-text.ts';

const ESCAPE = 0x1b;
const BRACKET = 0x5b;
const SEMICOLON = 0x3b;
const END_OF_SGR = 0x6d;

/** More lines than the last frames had. */
const MOST = 2000;

/** The last character of an SGR sequence in plain numbers that begins here; -1 where none begins. */
const endOfSgr = (line: string, from: number): number => {
	if (line.charCodeAt(from + 1) !== BRACKET) {
		return -1;
	}

	for (let at = from + 2; ; at++) {
		const code = line.charCodeAt(at);
		if (!((code >= 0x30 && code <= 0x39) || code === SEMICOLON)) {
			return code === END_OF_SGR ? at : -1;
		}
	}
};

const cellsOf = (line: string): number => {
	let cells = 0;
	for (let at = 0; at < line.length; at++) {
		const code = line.charCodeAt(at);
		if (code === ESCAPE) {
			at = endOfSgr(line, at);
			if (at === -1) {
				return -1;
			}
		} else if (isPlain(code)) {
			cells++;
		} else {
			return -1;
		}
	}

	return cells;
};

const known = new Map<string, number>();

/**
How many cells a line of plain text takes, its styles left out; -1 where it is more than that. Ink asks
for each line of a frame three times, and for most of them again in the next frame.
*/
export const styledWidth = (line: string): number => {
	let cells = known.get(line);
	if (cells === undefined) {
		cells = cellsOf(line);
		if (known.size >= MOST) {
			known.clear();
		}

		known.set(line, cells);
	}

	return cells;
};
