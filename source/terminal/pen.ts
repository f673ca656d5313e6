import type {Capabilities} from './capabilities.ts';
import {type CellStyles, NO_STYLE} from './cell-styles.ts';
import {BLANK, isDoubtful, type Row, TAKEN} from './row.ts';
import type {RowReader} from './row-reader.ts';
import type {Scroll} from './scrolled-rows.ts';

/** What a terminal may be told besides what all of them know. */
export type Controls = Pick<Capabilities, 'canErase' | 'canRepeat'>;

/** Fewer cells that are alike are written one by one. */
const FEWEST_ALIKE = 3;

const ERASE_TO_END = '\u{1B}[K';

export const ERASE_SCREEN = '\u{1B}[H\u{1B}[2J';

const shortest = (a: string, b: string): string => (b.length < a.length ? b : a);

/** A control sequence with a number, which is 1 where none is given. */
const sequence = (count: number, final: string): string =>
	`\u{1B}[${count === 1 ? '' : count}${final}`;

const right = (count: number): string => (count === 0 ? '' : sequence(count, 'C'));

const left = (count: number): string => (count <= 3 ? '\b'.repeat(count) : sequence(count, 'D'));

/** A vertical tab: a row down, since the VT100. A terminal's driver lets it be, unlike a line feed. */
const DOWN = '\v';

/** Rows down, or up for a negative number, in the column where the cursor is. */
const vertical = (rows: number): string => {
	if (rows >= 0) {
		return rows <= 3 ? DOWN.repeat(rows) : sequence(rows, 'B');
	}

	return rows === -1 ? '\u{1B}M' : sequence(-rows, 'A');
};

/**
From anywhere in a row to the first column of another. Not by NEL, after which some emulators stay in the
column (pyte does).
*/
const toEdge = (rows: number): string => `\r${vertical(rows)}`;

/** How many bytes of UTF-8 a code point is. */
export const bytesOf = (code: number): number =>
	code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4;

/** How many bytes it takes to pass over cells, at least one. */
export const costOfPassing = (cells: number): number => right(cells).length;

/**
Writes to a screen with as few bytes as it can: it knows where the cursor is and in what style text
would come out. Begins anywhere, in no style.
*/
export class Pen {
	readonly #reader: RowReader;
	readonly #controls: Controls;
	readonly #columns: number;
	#bytes = '';
	#size = 0;
	/** `undefined`: nobody knows. */
	#row: number | undefined;
	/** As many as there are columns: still in the last one, from where terminals differ over steps to the left. */
	#column: number | undefined;
	#style = NO_STYLE;

	constructor(reader: RowReader, controls: Controls, columns: number) {
		this.#reader = reader;
		this.#controls = controls;
		this.#columns = columns;
	}

	get styles(): CellStyles {
		return this.#reader.styles;
	}

	/** Whether many blanks take no more bytes than a few. */
	get hasShortBlanks(): boolean {
		return this.#controls.canErase || this.#controls.canRepeat;
	}

	moveTo(row: number, column: number): void {
		if (row !== this.#row || column !== this.#column) {
			const absolute =
				column === 0 ? `\u{1B}[${row === 0 ? '' : row + 1}H` : `\u{1B}[${row + 1};${column + 1}H`;
			this.#put(shortest(absolute, this.#stepsTo(row, column) ?? absolute));
			this.#row = row;
			this.#column = column;
		}
	}

	/** Writes cells of a row, the first of them where the cursor is. It may stay where the last blanks begin. */
	write({codes, styles}: Row, from: number, until: number): void {
		this.#column = until;
		for (let column = from; column < until; ) {
			const code = codes[column] ?? BLANK;
			const style = styles[column] ?? NO_STYLE;
			const isBlank = code === BLANK && style === NO_STYLE;
			let end = column + 1;
			while (codes[end] === TAKEN) {
				end++;
			}

			const isText = isDoubtful(code) || end > column + 1;
			while (!isText && end < until && codes[end] === code && styles[end] === style) {
				end++;
			}

			if (isBlank) {
				this.#leaveBlank(end < until ? styles[end] : NO_STYLE);
			} else if (style !== this.#style) {
				this.#setStyle(style);
			}

			if (isText) {
				this.#writeText(code, end);
			} else if (end - column < FEWEST_ALIKE) {
				// Most of what is drawn.
				const character = String.fromCharCode(code);
				this.#bytes += end === column + 1 ? character : character + character;
				this.#size += (end - column) * bytesOf(code);
			} else {
				this.#writeAlike(code, column, end, isBlank, end === until);
			}

			column = end;
		}
	}

	/** From the cursor on. */
	eraseToEnd(): void {
		this.#leaveBlank();
		this.#put(ERASE_TO_END);
	}

	/** Makes all cells blank. */
	eraseScreen(): void {
		this.#leaveBlank();
		this.#put(ERASE_SCREEN);
		this.#row = 0;
		this.#column = 0;
	}

	/** Moves rows; those that come free are blank. */
	scroll({top, bottom, rows}: Scroll): void {
		const step = rows > 0 ? '\n' : '\u{1B}M';
		const from = rows > 0 ? bottom : top;
		this.#leaveBlank();
		this.#put(
			`\u{1B}[${top + 1};${bottom + 1}r\u{1B}[${from + 1}H${step.repeat(Math.abs(rows))}\u{1B}[r`,
		);
		// Setting the region sends the cursor home.
		this.#row = 0;
		this.#column = 0;
	}

	/** All that was written; ends without a style. */
	bytes(): string {
		this.#setStyle(NO_STYLE);
		return this.#bytes;
	}

	/** How many bytes that is. */
	get size(): number {
		return this.#size + this.styles.change(this.#style, NO_STYLE).length;
	}

	/** A text of several cells, or of a doubtful number of them, up to a column. */
	#writeText(code: number, until: number): void {
		const text = this.#reader.text(code);
		this.#put(text, Buffer.byteLength(text));
		if (isDoubtful(code)) {
			const column = this.#column;
			this.#column = undefined;
			if (until < this.#columns) {
				// Wherever the terminal has gone with it; and what it has drawn beyond, or half of it, goes too.
				this.moveTo(this.#row ?? 0, until);
				this.eraseToEnd();
				this.#column = column;
			}
		}
	}

	/** Cells that are alike, by the shortest way there is. */
	#writeAlike(code: number, from: number, until: number, isBlank: boolean, isLast: boolean): void {
		const count = until - from;
		const size = bytesOf(code);
		const character = String.fromCharCode(code);
		const repetition = sequence(count - 1, 'b');
		const erasure = sequence(count, 'X');
		const written = size * count;
		const repeated = this.#controls.canRepeat ? size + repetition.length : written;
		const erased =
			this.#controls.canErase && isBlank
				? erasure.length + (isLast ? 0 : costOfPassing(count))
				: written;
		if (erased < Math.min(repeated, written)) {
			this.#put(isLast ? erasure : erasure + right(count));
			this.#column = isLast ? from : this.#column;
		} else if (repeated < written) {
			this.#put(character + repetition, repeated);
		} else {
			this.#put(character.repeat(count), written);
		}
	}

	/** Goes into a style in which nothing is seen of blanks; into the next one if that is such a style. */
	#leaveBlank(next = NO_STYLE): void {
		if (this.styles.isSeenOnBlanks(this.#style)) {
			this.#setStyle(this.styles.isSeenOnBlanks(next) ? NO_STYLE : next);
		}
	}

	#setStyle(style: number): void {
		if (style !== this.#style) {
			this.#put(this.styles.change(this.#style, style));
			this.#style = style;
		}
	}

	#put(bytes: string, size = bytes.length): void {
		this.#bytes += bytes;
		this.#size += size;
	}

	/** Steps from where the cursor is, where that is known. */
	#stepsTo(row: number, column: number): string | undefined {
		if (this.#row === undefined) {
			return undefined;
		}

		const down = row - this.#row;
		const fromEdge = toEdge(down) + right(column);
		if (this.#column === undefined) {
			return fromEdge;
		}

		if (this.#column === this.#columns) {
			return column === this.#columns - 1 ? vertical(down) : fromEdge;
		}

		const by = column - this.#column;
		return shortest(fromEdge, vertical(down) + (by < 0 ? left(-by) : right(by)));
	}
}
