import type {Capabilities} from './capabilities.ts';
import {isSimpleText} from './simple-text.ts';
import {narrowed, unstyled} from './styles.ts';

/** Where a screen's bytes go. */
export interface Sink {
	readonly write: (bytes: string) => boolean;
	readonly once: (event: 'drain', listener: () => void) => unknown;
}

const ENTER =
	// Alternate screen, no cursor, no wrapping at the edge, pasted text in brackets.
	'\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[?2004h';
const LEAVE = '\u{1B}[?2004l\u{1B}[?7h\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l';
const BEGIN_UPDATE = '\u{1B}[?2026h';
const END_UPDATE = '\u{1B}[?2026l';
const ERASE_SCREEN = '\u{1B}[H\u{1B}[2J';
const ERASE_TO_END = '\u{1B}[K';
const RESET = '\u{1B}[0m';

const moveTo = (row: number): string => `\u{1B}[${row + 1};1H`;

/**
A full-screen view on a terminal: takes whole frames and sends the rows that changed, each frame in
one write.

It holds what that one terminal shows and nothing else. While the terminal has not taken the last
frame, frames are skipped, and the newest is painted when it has.
*/
export class Screen {
	readonly #sink: Sink;
	readonly #capabilities: Capabilities;
	#columns: number;
	#rows: number;
	#shown: readonly string[] = [];
	#newest = '';
	#isEntered = false;
	#isWaiting = false;

	constructor(sink: Sink, capabilities: Capabilities, size: {columns: number; rows: number}) {
		this.#sink = sink;
		this.#capabilities = capabilities;
		this.#columns = size.columns;
		this.#rows = size.rows;
	}

	/** Takes the terminal over; the next frame is painted whole. */
	enter(): void {
		this.#isEntered = true;
		this.#shown = [];
		this.#sink.write(ENTER + ERASE_SCREEN);
	}

	/** Gives the terminal back as it was. Does nothing the second time. */
	leave(): void {
		if (this.#isEntered) {
			this.#isEntered = false;
			this.#sink.write(LEAVE);
		}
	}

	paint(frame: string): void {
		this.#newest = frame;
		if (!this.#isEntered || this.#isWaiting) {
			return;
		}

		const lines = frame.split('\n').slice(0, this.#rows);
		const changes = this.#changes(lines);
		this.#shown = lines;
		if (changes !== '' && !this.#sink.write(BEGIN_UPDATE + changes + END_UPDATE)) {
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
			this.#shown = [];
			this.paint(this.#newest);
		}
	}

	/** The terminal has another size: what it shows is unknown until the next frame. */
	resize(size: {columns: number; rows: number}): void {
		this.#columns = size.columns;
		this.#rows = size.rows;
		this.#shown = [];
	}

	#changes(lines: readonly string[]): string {
		let changes = '';
		// Nothing is known of the screen: rows below the frame may hold something too.
		if (this.#shown.length === 0) {
			changes += ERASE_SCREEN;
		}

		for (let row = 0; row < Math.max(lines.length, this.#shown.length); row++) {
			const line = lines[row] ?? '';
			if (line !== (this.#shown[row] ?? '')) {
				changes += moveTo(row) + this.#row(narrowed(line, this.#capabilities));
			}
		}

		return changes;
	}

	/** A row's bytes, whatever stood in it before. */
	#row(line: string): string {
		const text = unstyled(line);
		if (!isSimpleText(text)) {
			// Terminals differ over the width of such text: what it may not cover is erased first.
			return ERASE_TO_END + line + RESET;
		}

		// After the last column there is nothing to erase, and erasing would take that column's sign.
		return line + RESET + (text.length < this.#columns ? ERASE_TO_END : '');
	}
}
