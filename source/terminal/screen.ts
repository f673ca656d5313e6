import type {Capabilities} from './capabilities.ts';
import {Pen} from './pen.ts';
import {writeChanges} from './row-changes.ts';
import {scrollBetween, scrolledRows} from './scrolled-rows.ts';
import {isSimpleText} from './simple-text.ts';
import {styledRow} from './styled-row.ts';
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

/** Fewer bytes are not worth moving rows for. */
const WORTH_SCROLLING = 200;

/** Painting these rows on an empty screen takes no fewer bytes than this. */
const leastWhole = (rows: readonly string[]): number =>
	rows.reduce((sum, line) => sum + unstyled(line).replaceAll(' ', '').length, ERASE_SCREEN.length);

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

		const lines = frame
			.split('\n')
			.slice(0, this.#rows)
			.map(line => narrowed(line, this.#capabilities));
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

	/** The bytes from what is shown to these lines: of the ways there are, the shortest. */
	#changes(lines: readonly string[]): string {
		const rows = Array.from({length: this.#rows}, (_, row) => lines[row] ?? '');
		// Nothing is known of the screen.
		if (this.#shown.length === 0) {
			return this.#wholly(rows);
		}

		const shown = Array.from({length: this.#rows}, (_, row) => this.#shown[row] ?? '');
		const direct = this.#between(shown, rows, new Pen(this.#columns));
		const candidates = [direct];
		if (Buffer.byteLength(direct) > leastWhole(rows)) {
			candidates.push(this.#wholly(rows));
		}

		const scroll = direct.length < WORTH_SCROLLING ? undefined : scrollBetween(shown, rows);
		if (scroll !== undefined) {
			const pen = new Pen(this.#columns);
			pen.scroll(scroll.top, scroll.bottom, scroll.rows);
			candidates.push(this.#between(scrolledRows(shown, scroll), rows, pen));
		}

		return candidates.reduce((best, candidate) =>
			Buffer.byteLength(candidate) < Buffer.byteLength(best) ? candidate : best,
		);
	}

	#wholly(rows: readonly string[]): string {
		return (
			ERASE_SCREEN +
			this.#between(
				rows.map(() => ''),
				rows,
				new Pen(this.#columns),
			)
		);
	}

	#between(shown: readonly string[], rows: readonly string[], pen: Pen): string {
		for (const [row, line] of rows.entries()) {
			const old = shown[row] ?? '';
			if (line === old) {
				continue;
			}

			if (isSimpleText(unstyled(line)) && isSimpleText(unstyled(old))) {
				writeChanges(pen, row, styledRow(old), styledRow(line), this.#columns);
			} else {
				// Terminals differ over the width of such text: the whole row is written anew.
				pen.moveTo(row, 0);
				pen.writeLine(line);
			}
		}

		return pen.bytes();
	}
}
