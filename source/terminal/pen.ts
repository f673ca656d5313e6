import {styleChange} from './sgr-style.ts';

const ERASE_TO_END = '\u{1B}[K';

const shortest = (...candidates: readonly (string | undefined)[]): string =>
	candidates
		.filter(candidate => candidate !== undefined)
		.reduce((best, candidate) => (candidate.length < best.length ? candidate : best));

const steps = (direction: string, count: number): string =>
	`\u{1B}[${count === 1 ? '' : count}${direction}`;

const right = (count: number): string => (count === 0 ? '' : steps('C', count));

const left = (count: number): string => (count <= 3 ? '\b'.repeat(count) : steps('D', count));

/**
Writes to a screen with as few bytes as it can: it knows where the cursor is and in what style text
would come out. Begins anywhere, in no style.
*/
export class Pen {
	readonly #columns: number;
	#bytes = '';
	/** `undefined`: nobody knows. */
	#row: number | undefined;
	/** `undefined` after the last column too, where terminals differ. */
	#column: number | undefined;
	#style = '';

	constructor(columns: number) {
		this.#columns = columns;
	}

	moveTo(row: number, column: number): void {
		if (row !== this.#row || column !== this.#column) {
			this.#bytes += shortest(
				column === 0 ? `\u{1B}[${row === 0 ? '' : row + 1}H` : `\u{1B}[${row + 1};${column + 1}H`,
				this.#stepsTo(row, column),
			);
			this.#row = row;
			this.#column = column;
		}
	}

	/** Text of one cell a character. */
	write(text: string, style: string): void {
		this.#bytes += styleChange(this.#style, style) + text;
		this.#style = style;
		this.#advance(text.length);
	}

	/** A whole line of whatever width, which begins and ends without a style; erased first, as it may turn out shorter than what stood there. */
	writeLine(line: string): void {
		this.eraseToEnd();
		this.#bytes += `${line}\u{1B}[m`;
		this.#column = undefined;
	}

	/** From the cursor on. */
	eraseToEnd(): void {
		this.#bytes += styleChange(this.#style, '') + ERASE_TO_END;
		this.#style = '';
	}

	/**
	Moves rows up, or down for a negative number; those that come free are blank.

	@param top - First row that takes part.
	@param bottom - Last one.
	*/
	scroll(top: number, bottom: number, rows: number): void {
		const step = rows > 0 ? '\n' : '\u{1B}M';
		const from = rows > 0 ? bottom : top;
		this.#bytes += `${styleChange(this.#style, '')}\u{1B}[${top + 1};${bottom + 1}r\u{1B}[${from + 1}H${step.repeat(Math.abs(rows))}\u{1B}[r`;
		this.#style = '';
		// Setting the region sends the cursor home.
		this.#row = 0;
		this.#column = 0;
	}

	/** All that was written, which ends without a style. */
	bytes(): string {
		return this.#bytes + styleChange(this.#style, '');
	}

	/** Steps from where the cursor is, where that is known. */
	#stepsTo(row: number, column: number): string | undefined {
		if (this.#row === undefined) {
			return undefined;
		}

		const down = row - this.#row;
		const vertical = down === 0 ? '' : steps(down > 0 ? 'B' : 'A', Math.abs(down));
		// A line feed may bring a carriage return along, which is what it is used for here.
		const fromEdge = (down === 1 ? '\r\n' : `${vertical}\r`) + right(column);
		if (this.#column === undefined) {
			return fromEdge;
		}

		const by = column - this.#column;
		return shortest(fromEdge, vertical + (by < 0 ? left(-by) : right(by)));
	}

	#advance(cells: number): void {
		const column = this.#column === undefined ? undefined : this.#column + cells;
		this.#column = column !== undefined && column < this.#columns ? column : undefined;
	}
}
