import type {Capabilities} from './capabilities.ts';
import {CellStyles, NO_STYLE} from './cell-styles.ts';
import {BLANK, FIRST_DOUBTFUL, isDoubtful, type Row, TAKEN} from './row.ts';
import {certainCells} from './simple-text.ts';
import {inAscii} from './styles.ts';
import {textWidth} from './text-width.ts';

const ESCAPE = 0x1b;
const BRACKET = 0x5b;
const FIRST_OF_PARAMETERS = 0x30;
const LAST_OF_PARAMETERS = 0x3b;
const END_OF_SGR = 0x6d;

/** More styles and texts than a screen shows at once, and few enough to keep. */
const MOST_KNOWN = 5000;

const CONTROL = /\p{Cc}/u;

/** Where the SGR sequence that begins here has its last character; -1 where none begins. */
const endOfSgr = (line: string, from: number): number => {
	if (line.charCodeAt(from) !== ESCAPE || line.charCodeAt(from + 1) !== BRACKET) {
		return -1;
	}

	for (let at = from + 2; ; at++) {
		const code = line.charCodeAt(at);
		if (!(code >= FIRST_OF_PARAMETERS && code <= LAST_OF_PARAMETERS)) {
			return code === END_OF_SGR ? at : -1;
		}
	}
};

interface Doubtful {
	readonly code: number;
	readonly cells: number;
}

/** Turns lines into cells as one terminal can show them, and knows what their numbers stand for. */
export class RowReader {
	readonly styles: CellStyles;
	/** A row with nothing on it. */
	readonly blank: Row;
	readonly #columns: number;
	readonly #isAscii: boolean;
	/** Doubtful texts in the order of their codes. */
	readonly #doubtful: string[] = [];
	/** Doubtful texts by what they are, with their code and how many cells they are laid out in. */
	readonly #known = new Map<string, Doubtful>();
	#segmenter: Intl.Segmenter | undefined;

	constructor({colour, charset}: Pick<Capabilities, 'colour' | 'charset'>, columns: number) {
		this.styles = new CellStyles(colour);
		this.#columns = columns;
		this.#isAscii = charset === 'ascii';
		this.blank = this.#readCertain('');
	}

	/** Whether it has met more than is worth keeping. Another one gives other numbers. */
	get isFull(): boolean {
		return this.styles.count + this.#doubtful.length > MOST_KNOWN;
	}

	/**
	The cells of a line, which begins without a style. What has no room is left out. Escape sequences
	that set no style are not obeyed, and no control character is ever in a cell.
	*/
	read(line: string): Row {
		return line === '' ? this.blank : this.#readCertain(this.#isAscii ? inAscii(line) : line);
	}

	/** The text that a code of a cell stands for. */
	text(code: number): string {
		return code < FIRST_DOUBTFUL
			? String.fromCodePoint(code)
			: (this.#doubtful[code - FIRST_DOUBTFUL] ?? '');
	}

	/** Without tables, as far as the line is such that none are needed: almost always to its end. */
	#readCertain(line: string): Row {
		const columns = this.#columns;
		const codes = new Int32Array(columns).fill(BLANK);
		const styles = new Int32Array(columns);
		let style = NO_STYLE;
		let isSeenOnBlanks = false;
		let column = 0;
		let end = 0;
		for (let at = 0; at < line.length; at++) {
			const code = line.codePointAt(at) ?? BLANK;
			if (code === BLANK && !isSeenOnBlanks) {
				column++;
				continue;
			}

			if (code === ESCAPE) {
				const last = endOfSgr(line, at);
				if (last !== -1) {
					style = this.styles.after(style, line.slice(at + 2, last));
					isSeenOnBlanks = this.styles.isSeenOnBlanks(style);
					at = last;
				}

				continue;
			}

			const cells = certainCells(code);
			if (cells === 0) {
				return this.#readAny(line);
			}

			if (column + cells > columns) {
				break;
			}

			codes[column] = code;
			styles[column] = style;
			if (cells === 2) {
				codes[column + 1] = TAKEN;
				styles[column + 1] = style;
				// The second half of a pair, where there is one, has been read with the first.
				at += code > 0xff_ff ? 1 : 0;
			}

			column += cells;
			end = column;
		}

		return {codes, styles, end, isDoubtful: false};
	}

	/** By the Unicode tables. Doubtful characters of one style that stand together are one text. */
	#readAny(line: string): Row {
		const codes = new Int32Array(this.#columns).fill(BLANK);
		const styles = new Int32Array(this.#columns);
		let column = 0;
		let end = 0;
		const add = (code: number, cells: number, style: number): void => {
			const until = column + cells;
			const hasRoom = code < FIRST_DOUBTFUL ? until <= codes.length : column < codes.length;
			if (hasRoom && (code !== BLANK || this.styles.isSeenOnBlanks(style))) {
				codes[column] = code;
				codes.fill(TAKEN, column + 1, until);
				styles.fill(style, column, until);
				end = Math.min(until, codes.length);
			}

			column = until;
		};

		let doubtful = '';
		let doubtfulStyle = NO_STYLE;
		const addDoubtful = (): void => {
			const {code, cells} = this.#doubtfulText(doubtful);
			// What takes no cell by itself is not drawn.
			if (cells > 0) {
				add(code, cells, doubtfulStyle);
			}

			doubtful = '';
		};

		this.#segmenter ??= new Intl.Segmenter();
		const {text, styleAt} = this.#unstyled(line);
		for (const {segment, index} of this.#segmenter.segment(text)) {
			const style = styleAt[index] ?? NO_STYLE;
			const code = segment.codePointAt(0) ?? BLANK;
			const cells = certainCells(code);
			if (cells > 0 && segment.length === (code > 0xff_ff ? 2 : 1)) {
				addDoubtful();
				add(code, cells, style);
			} else {
				if (style !== doubtfulStyle) {
					addDoubtful();
				}

				doubtful += segment;
				doubtfulStyle = style;
			}
		}

		addDoubtful();
		return {codes, styles, end, isDoubtful: codes.some(isDoubtful)};
	}

	/** What of a line is text, and the style of each of its UTF-16 code units. */
	#unstyled(line: string): {readonly text: string; readonly styleAt: readonly number[]} {
		const styleAt: number[] = [];
		let text = '';
		let style = NO_STYLE;
		for (let at = 0; at < line.length; at++) {
			const last = endOfSgr(line, at);
			if (last !== -1) {
				style = this.styles.after(style, line.slice(at + 2, last));
				at = last;
			} else if (!CONTROL.test(line.charAt(at))) {
				text += line.charAt(at);
				styleAt.push(style);
			}
		}

		return {text, styleAt};
	}

	#doubtfulText(text: string): Doubtful {
		const known = this.#known.get(text);
		if (known !== undefined) {
			return known;
		}

		const doubtful = {code: FIRST_DOUBTFUL + this.#doubtful.length, cells: textWidth(text)};
		this.#doubtful.push(text);
		this.#known.set(text, doubtful);
		return doubtful;
	}
}
