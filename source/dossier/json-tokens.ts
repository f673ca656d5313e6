import type {TextPlace} from './fault.ts';

/** What keeps a text from being read as JSON, as strict as RFC 8259, and where. */
export class JsonError extends Error {
	override readonly name = 'JsonError';
	readonly place: TextPlace;

	constructor(message: string, place: TextPlace) {
		super(message);
		this.place = place;
	}
}

/** What a token is: one of the signs themselves, or a value that holds no other. */
export type TokenKind = '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'plain' | 'end';

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

const SIGNS: Readonly<Record<string, TokenKind>> = {
	'{': '{',
	'}': '}',
	'[': '[',
	']': ']',
	':': ':',
	',': ',',
};

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

/** Whatever somebody may have meant as one word or number. */
const WORD = /[\p{L}\p{N}_$+.-]+/uy;

/** Up to the next character that ends a string, or has to be escaped in one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON has them escaped in a string.
const STRING_PART = /[^"\\\u0000-\u001F]*/y;

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** A character that is written in two, both halves escaped. */
const PAIR = /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}/y;

/** One of the halves. */
const HALF = /\\u[dD][89a-fA-F]/y;

const LONGEST_SHOWN = 20;

const codePointName = (character: string): string =>
	`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const CONTROLS: Readonly<Record<string, string>> = {
	'\n': 'a line ends within a string; its quotation mark is missing, or the line end is to be written \\n',
	'\r': 'a line ends within a string; its quotation mark is missing, or the line end is to be written \\n',
	'\t': 'a tab in a string is to be written \\t',
};

const STRANGE: Readonly<Record<string, string>> = {
	"'": 'a string stands in double quotation marks, not in single ones',
	'“': 'a string stands in straight quotation marks (U+0022), not in curly ones',
	'”': 'a string stands in straight quotation marks (U+0022), not in curly ones',
	'/': 'JSON has no comments',
	'#': 'JSON has no comments',
	'\u{FEFF}': 'a byte order mark (U+FEFF) may stand only at the start of a file',
	'\0': 'a NUL character (U+0000); a dossier is UTF-8 text, not UTF-16 and no other kind of file',
	'\u{A0}': 'a non-breaking space (U+00A0), where JSON takes common spaces only',
};

const isWhitespace = (code: number): boolean =>
	code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN || code === TAB;

/**
The tokens of a JSON text one after the other, in constant memory. After each `next`, `kind` says what the
token is, `start` and `end` where it stands in the text, `place` where in a file.
*/
export class JsonTokens {
	kind: TokenKind = 'end';
	start = 0;
	end = 0;
	/** Whether the token is a string with half a character in it, as an escape that lacks the other half. */
	isBroken = false;
	readonly #text: string;
	#line = 1;
	#lineStart = 0;

	constructor(text: string) {
		this.#text = text;
	}

	/** Where the token begins. */
	get place(): TextPlace {
		return this.#placeOf(this.start);
	}

	/** What a string token says. */
	get string(): string {
		const raw = this.#text.slice(this.start, this.end);
		return raw.includes('\\') ? JSON.parse(raw) : raw.slice(1, -1);
	}

	/** A question of its own, as `next` changes what `kind` was found to be. */
	is(kind: TokenKind): boolean {
		return this.kind === kind;
	}

	/** The token in short, for a message. */
	get shown(): string {
		if (this.kind === 'end') {
			return 'the end of the text';
		}

		return this.kind === 'string' ? 'a string' : this.#text.slice(this.start, this.end);
	}

	/** @throws {JsonError} No token of JSON comes next. */
	next(): void {
		this.#skipWhitespace();
		const character = this.#text[this.end];
		this.start = this.end;
		if (character === undefined) {
			this.kind = 'end';
			return;
		}

		const sign = SIGNS[character];
		if (sign !== undefined) {
			this.kind = sign;
			this.end++;
		} else if (character === '"') {
			this.kind = 'string';
			this.#readString();
		} else {
			this.kind = 'plain';
			this.#readPlain(character);
		}
	}

	#placeOf(offset: number): TextPlace {
		return {line: this.#line, column: offset - this.#lineStart + 1};
	}

	#fail(message: string, offset: number): never {
		throw new JsonError(`not JSON: ${message}`, this.#placeOf(offset));
	}

	/** Lines end only here: a string holds no line end of its own. */
	#skipWhitespace(): void {
		const text = this.#text;
		let at = this.end;
		for (let code = text.charCodeAt(at); isWhitespace(code); code = text.charCodeAt(at)) {
			at++;
			if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at) !== LINE_FEED)) {
				this.#line++;
				this.#lineStart = at;
			}
		}

		this.end = at;
	}

	/** Goes to the end of what `pattern` finds at `offset`, and says whether that is anything. */
	#skip(pattern: RegExp, offset: number): boolean {
		pattern.lastIndex = offset;
		const found = pattern.test(this.#text);
		if (found) {
			this.end = pattern.lastIndex;
		}

		return found;
	}

	#readString(): void {
		const text = this.#text;
		this.isBroken = false;
		this.end++;
		for (;;) {
			this.#skip(STRING_PART, this.end);
			const code = text.charCodeAt(this.end);
			if (code === QUOTE) {
				this.end++;
				return;
			}

			if (code === BACKSLASH) {
				this.#readEscape();
			} else {
				this.#refuseInString();
			}
		}
	}

	#readEscape(): void {
		const offset = this.end;
		if (this.#skip(PAIR, offset)) {
			return;
		}

		this.isBroken ||= this.#skip(HALF, offset);
		if (!this.#skip(ESCAPE, offset)) {
			this.#refuseEscape(offset);
		}
	}

	#refuseEscape(offset: number): never {
		const character = String.fromCodePoint(this.#text.codePointAt(offset + 1) ?? SPACE);
		this.#fail(
			character === 'u'
				? '\\u is to be followed by four hexadecimal digits'
				: `a backslash in a string is to be written \\\\; \\${character} means nothing in JSON`,
			offset,
		);
	}

	#refuseInString(): never {
		const character = this.#text[this.end];
		if (character === undefined) {
			this.#fail('the quotation mark that ends this string is missing', this.start);
		}

		this.#fail(
			CONTROLS[character] ??
				`a control character in a string is to be written \\u${codePointName(character).slice(2)}`,
			this.end,
		);
	}

	#readPlain(character: string): void {
		const offset = this.end;
		if (/[-0-9]/.test(character)) {
			this.#skip(NUMBER, offset);
		}

		const number = this.end;
		if (!this.#skip(WORD, offset)) {
			this.#fail(
				STRANGE[character] ??
					`${String.fromCodePoint(this.#text.codePointAt(offset) ?? 0)} (${codePointName(this.#text.slice(offset, offset + 2))}) means nothing here`,
				offset,
			);
		}

		if (number === this.end) {
			return;
		}

		const word = this.#text.slice(offset, this.end);
		if (word !== 'true' && word !== 'false' && word !== 'null') {
			const shown = word.length > LONGEST_SHOWN ? `${word.slice(0, LONGEST_SHOWN)}…` : word;
			this.#fail(
				/^[-+.]*[0-9]/.test(word)
					? `${shown} is not a number of JSON`
					: `${shown} is no value of JSON; a string stands in double quotation marks`,
				offset,
			);
		}
	}
}
