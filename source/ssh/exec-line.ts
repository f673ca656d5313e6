/** The words of a command line, or why it is none: a phrase. */
export type ExecLine =
	| {readonly is: 'words'; readonly words: readonly string[]}
	| {readonly is: 'wrong'; readonly why: string};

/** More than any command of ours is long. */
const MOST_LENGTH = 8192;

const BLANK = /[ \t]/;
/** What a shell would act on where it stands in no quotation marks. */
const ACTED_ON = /[;|&<>$`()\n]/;
/** And in double ones. */
const ACTED_ON_IN_QUOTES = /[$`]/;
/** What a backslash in double quotation marks makes an ordinary character of; any other it stands before. */
const ESCAPED_IN_QUOTES = /[$`"\\\n]/;

/** What a piece of a line reads as, and where the next piece begins. */
interface Piece {
	readonly text: string;
	readonly next: number;
}

class WrongLine extends Error {}

const refuseActedOn = (character: string): never => {
	const shown = character === '\n' ? 'a new line' : character;
	throw new WrongLine(
		`there is no shell here, which ${shown} is meant for: put single quotation marks round it if it is a part of a word`,
	);
};

const singleQuoted = (line: string, from: number): Piece => {
	const end = line.indexOf("'", from + 1);
	if (end === -1) {
		throw new WrongLine("a quotation that begins with ' does not end");
	}

	return {text: line.slice(from + 1, end), next: end + 1};
};

const doubleQuoted = (line: string, from: number): Piece => {
	let text = '';
	for (let at = from + 1; at < line.length; at++) {
		const character = line[at] ?? '';
		const after = line[at + 1] ?? '';
		if (character === '"') {
			return {text, next: at + 1};
		}

		if (character === '\\' && ESCAPED_IN_QUOTES.test(after)) {
			// A line that is broken in two is one.
			text += after === '\n' ? '' : after;
			at++;
		} else if (ACTED_ON_IN_QUOTES.test(character)) {
			refuseActedOn(character);
		} else {
			text += character;
		}
	}

	throw new WrongLine('a quotation that begins with " does not end');
};

const escaped = (line: string, from: number): Piece => {
	const after = line[from + 1];
	if (after === undefined) {
		throw new WrongLine('it ends with a backslash, with nothing behind that');
	}

	return {text: after === '\n' ? '' : after, next: from + 2};
};

/** The piece that begins with such a character; nothing for one that stands for itself. */
const pieceAt = (line: string, at: number): Piece | undefined => {
	switch (line[at]) {
		case "'":
			return singleQuoted(line, at);
		case '"':
			return doubleQuoted(line, at);
		case '\\':
			return escaped(line, at);
		default:
			return undefined;
	}
};

const wordsOf = (line: string): readonly string[] => {
	const words: string[] = [];
	/** Absent between words: one that is empty is one, when it is quoted. */
	let word: string | undefined;
	let at = 0;
	while (at < line.length) {
		const character = line[at] ?? '';
		const piece = pieceAt(line, at);
		if (piece !== undefined) {
			const isBrokenLine = line.startsWith('\\\n', at);
			word = isBrokenLine ? word : (word ?? '') + piece.text;
			at = piece.next;
			continue;
		}

		if (ACTED_ON.test(character)) {
			refuseActedOn(character);
		}

		if (!BLANK.test(character)) {
			word = (word ?? '') + character;
		} else if (word !== undefined) {
			words.push(word);
			word = undefined;
		}

		at++;
	}

	return word === undefined ? words : [...words, word];
};

/**
The words of what a client asks to have run (`ssh host list actors --json`), split as a POSIX shell splits
them. Nothing is expanded: what a shell would act on is refused, and not taken for itself.
*/
export const readExecLine = (line: string): ExecLine => {
	if (line.length > MOST_LENGTH) {
		return {is: 'wrong', why: `it has more than ${MOST_LENGTH} characters`};
	}

	if (line.includes('\0')) {
		return {is: 'wrong', why: 'there is a NUL character in it'};
	}

	try {
		return {is: 'words', words: wordsOf(line)};
	} catch (error) {
		if (error instanceof WrongLine) {
			return {is: 'wrong', why: error.message};
		}

		throw error;
	}
};
