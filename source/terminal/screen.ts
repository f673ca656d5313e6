import type {Capabilities} from './capabilities.ts';
import {ERASE_SCREEN, Pen} from './pen.ts';
import {BLANK, type Row} from './row.ts';
import {writeChanges} from './row-changes.ts';
import {RowReader} from './row-reader.ts';
import {ENTER_SCREEN, LEAVE_SCREEN} from './screen-modes.ts';
import {scrollBetween, scrolledRows} from './scrolled-rows.ts';
import {writeUprights} from './uprights.ts';

/** Where a screen's bytes go. */
export interface Sink {
	readonly write: (bytes: string) => boolean;
	/** As `write`, for a frame; without it frames are written as all else. */
	readonly writeFrame?: (bytes: string) => boolean;
	readonly once: (event: 'drain', listener: () => void) => unknown;
}

const BEGIN_UPDATE = '\u{1B}[?2026h';
const END_UPDATE = '\u{1B}[?2026l';

/** Fewer bytes are not worth moving rows for. */
const WORTH_SCROLLING = 200;

const shorter = (a: Pen, b: Pen): Pen => (b.size < a.size ? b : a);

const writeRows = (pen: Pen, shown: readonly Row[], rows: readonly Row[]): void => {
	for (const [at, row] of rows.entries()) {
		const old = shown[at];
		if (old !== undefined && old !== row) {
			writeChanges(pen, at, old, row);
		}
	}
};

/** Whether painting these rows on an empty screen might take fewer bytes: it takes one for each that differs from the cell before it. */
const mayBeSooner = (rows: readonly Row[], size: number): boolean => {
	let least = ERASE_SCREEN.length;
	for (const {codes, end} of rows) {
		for (let column = 0; column < end && least < size; column++) {
			least += codes[column] === BLANK || codes[column] === codes[column - 1] ? 0 : 1;
		}
	}

	return least < size;
};

/**
A full-screen view on a terminal: takes whole frames and sends the cells that changed, each frame in
one write and in as few bytes as there is a way to.

It holds what that one terminal shows and nothing else. While the terminal has not taken the last
frame, frames are skipped, and the newest is painted when it has.
*/
export class Screen {
	readonly #sink: Sink;
	readonly #capabilities: Capabilities;
	#columns: number;
	#rows: number;
	#reader: RowReader;
	/** What the terminal shows; empty while nobody knows. */
	#lines: readonly string[] = [];
	/** The same in cells. */
	#shown: readonly Row[] = [];
	#newest = '';
	#isEntered = false;
	#isWaiting = false;

	constructor(sink: Sink, capabilities: Capabilities, size: {columns: number; rows: number}) {
		this.#sink = sink;
		this.#capabilities = capabilities;
		this.#columns = size.columns;
		this.#rows = size.rows;
		this.#reader = new RowReader(capabilities, size.columns);
	}

	/** Takes the terminal over; the next frame is painted whole. */
	enter(): void {
		this.#isEntered = true;
		this.#lines = [];
		this.#sink.write(ENTER_SCREEN + ERASE_SCREEN);
	}

	/** Takes over from whoever has taken the terminal over already and painted this frame, of the same size. */
	takeOver(frame: string): void {
		this.#isEntered = true;
		this.#newest = frame;
		const lines = this.#linesOf(frame);
		this.#shown = this.#read(lines);
		this.#lines = lines;
	}

	/** Gives the terminal back as it was. Does nothing the second time. */
	leave(): void {
		if (this.#isEntered) {
			this.#isEntered = false;
			this.#sink.write(LEAVE_SCREEN);
		}
	}

	paint(frame: string): void {
		this.#newest = frame;
		if (!this.#isEntered || this.#isWaiting) {
			return;
		}

		const lines = this.#linesOf(frame);
		const rows = this.#read(lines);
		const changes = this.#changes(lines, rows);
		this.#lines = lines;
		this.#shown = rows;
		if (changes !== '' && !this.#write(changes)) {
			this.#isWaiting = true;
			this.#sink.once('drain', () => {
				this.#isWaiting = false;
				this.paint(this.#newest);
			});
		}
	}

	/** Sends what changes nothing on the screen, a text for the clipboard for instance. */
	send(bytes: string): void {
		if (this.#isEntered) {
			this.#sink.write(bytes);
		}
	}

	/** Paints everything again, whatever the terminal shows. */
	repaint(): void {
		if (this.#isEntered) {
			this.#lines = [];
			this.paint(this.#newest);
		}
	}

	/**
	The terminal has another size: what it shows is unknown until the next frame. Of the same size, it had another
	for a moment, which has cut what it showed; no frame comes of that, so the newest is painted again.
	*/
	resize(size: {columns: number; rows: number}): void {
		if (size.columns === this.#columns && size.rows === this.#rows) {
			this.repaint();
			return;
		}

		this.#columns = size.columns;
		this.#rows = size.rows;
		this.#reader = new RowReader(this.#capabilities, size.columns);
		this.#lines = [];
	}

	#write(changes: string): boolean {
		const frame = this.#capabilities.canHold ? BEGIN_UPDATE + changes + END_UPDATE : changes;
		return this.#sink.writeFrame?.(frame) ?? this.#sink.write(frame);
	}

	/** As many lines as the screen has rows. */
	#linesOf(frame: string): readonly string[] {
		const lines = frame.split('\n');
		return Array.from({length: this.#rows}, (_, row) => lines[row] ?? '');
	}

	/** The cells of lines; of those that are shown already, the same. */
	#read(lines: readonly string[]): readonly Row[] {
		if (this.#reader.isFull) {
			this.#reader = new RowReader(this.#capabilities, this.#columns);
			this.#shown = this.#lines.map(line => this.#reader.read(line));
		}

		return lines.map((line, row) => {
			const shown = line === this.#lines[row] ? this.#shown[row] : undefined;
			return shown ?? this.#reader.read(line);
		});
	}

	/** The bytes from what is shown to these rows: of the ways there are, the shortest. */
	#changes(lines: readonly string[], rows: readonly Row[]): string {
		// Nothing is known of the screen.
		if (this.#lines.length === 0) {
			return this.#wholly(rows).bytes();
		}

		const {blank} = this.#reader;
		let best = this.#between(this.#shown, rows);
		const scroll = best.size < WORTH_SCROLLING ? undefined : scrollBetween(this.#lines, lines);
		if (scroll !== undefined) {
			const moved = scrolledRows(this.#shown, scroll, blank);
			best = shorter(
				best,
				this.#between(moved, rows, pen => pen.scroll(scroll)),
			);
		}

		return (mayBeSooner(rows, best.size) ? shorter(best, this.#wholly(rows)) : best).bytes();
	}

	/** The shorter way from rows to others: row by row, or first what stands under one another. */
	#between(
		shown: readonly Row[],
		rows: readonly Row[],
		begin: (pen: Pen) => void = () => undefined,
	): Pen {
		const byRows = this.#pen();
		begin(byRows);
		writeRows(byRows, shown, rows);
		const uprightsFirst = this.#pen();
		begin(uprightsFirst);
		const left = writeUprights(uprightsFirst, shown, rows);
		if (left === undefined) {
			return byRows;
		}

		writeRows(uprightsFirst, left, rows);
		return shorter(byRows, uprightsFirst);
	}

	#wholly(rows: readonly Row[]): Pen {
		const pen = this.#pen();
		pen.eraseScreen();
		writeRows(
			pen,
			rows.map(() => this.#reader.blank),
			rows,
		);
		return pen;
	}

	#pen(): Pen {
		return new Pen(this.#reader, this.#capabilities, this.#columns);
	}
}
