import {endsUnstyled} from './ends-unstyled.ts';
import {styledWidth} from './styled-width.ts';

type Transformer = (line: string, index: number) => string;

interface Write {
	readonly x: number;
	readonly y: number;
	readonly text: string;
	readonly transformers: readonly Transformer[];
}

interface Clip {
	readonly x1?: number;
	readonly x2?: number;
	readonly y1?: number;
	readonly y2?: number;
}

interface Size {
	readonly width: number;
	readonly height: number;
}

/** What Ink draws a frame on: texts go in, each at its place, and lines come out. */
interface Output extends Size {
	write(x: number, y: number, text: string, options: Pick<Write, 'transformers'>): void;
	clip(clip: Clip): void;
	unclip(): void;
	get(): {readonly output: string; readonly height: number};
}

/** A line at its place in a row. */
interface Piece {
	readonly x: number;
	readonly line: string;
}

type Step = Write | Clip | 'unclip';

/** More rows, and lines, than the last frames had. */
const MOST = 2000;

const remember = <Key, Value>(known: Map<Key, Value>, key: Key, value: Value): Value => {
	if (known.size >= MOST) {
		known.clear();
	}

	known.set(key, value);
	return value;
};

const unstyledEnds = new Map<string, boolean>();

/** Cells of a line that can stand beside others as it is; -1 for one that Ink has to draw. */
const plainWidth = (line: string): number => {
	const ends = unstyledEnds.get(line) ?? remember(unstyledEnds, line, endsUnstyled(line));
	return ends ? styledWidth(line) : -1;
};

/** Pieces beside one another, as one line; nothing where Ink has to draw them. */
const joined = (pieces: readonly Piece[], columns: number): string | undefined => {
	let row = '';
	let end = 0;
	for (const {x, line} of pieces) {
		const width = plainWidth(line);
		if (width < 0 || x < end || x > columns) {
			return undefined;
		}

		row += x === end ? line : ' '.repeat(x - end) + line;
		end = x + width;
	}

	return row.trimEnd();
};

const drawnRows = new Map<string, string>();

const isWrite = (step: Step): step is Write => step !== 'unclip' && 'text' in step;

/** Ink's own, which is run when a frame first needs it. */
const realOutput = (size: Size): Output => {
	const {default: Real} = require('ink-output') as {default: new (size: Size) => Output};
	return new Real(size);
};

const drawn = (pieces: readonly Piece[], width: number): string => {
	const key = `${width}\n${pieces.map(({x, line}) => `${x} ${line}`).join('\n')}`;
	const known = drawnRows.get(key);
	if (known !== undefined) {
		return known;
	}

	const real = realOutput({width, height: 1});
	for (const {x, line} of pieces) {
		real.write(x, 0, line, {transformers: []});
	}

	return remember(drawnRows, key, real.get().output);
};

/**
Ink's grid of a frame. Ink takes every text of every frame apart into characters and puts them together
again; here lines that only stand beside each other are joined as they are. What overlaps, is clipped or
has characters of doubtful width is left to Ink, a row at a time and remembered where that can be.
*/
export default class LeanOutput implements Output {
	readonly width: number;
	readonly height: number;
	readonly #steps: Step[] = [];
	/** Whether no step needs the whole frame at once. */
	#isByRow = true;

	constructor({width, height}: Size) {
		this.width = width;
		this.height = height;
	}

	write(x: number, y: number, text: string, {transformers}: Pick<Write, 'transformers'>): void {
		if (text !== '') {
			this.#steps.push({x, y, text, transformers});
		}
	}

	clip(clip: Clip): void {
		this.#isByRow = false;
		this.#steps.push(clip);
	}

	unclip(): void {
		this.#steps.push('unclip');
	}

	get(): {readonly output: string; readonly height: number} {
		const rows = this.#isByRow ? this.#rows() : undefined;
		return rows === undefined
			? this.#real()
			: {
					output: rows
						.map(pieces => joined(pieces, this.width) ?? drawn(pieces, this.width))
						.join('\n'),
					height: rows.length,
				};
	}

	/** What stands in each row; nothing where a style goes on from one line of a text to the next. */
	#rows(): readonly (readonly Piece[])[] | undefined {
		const rows: Piece[][] = Array.from({length: this.height}, () => []);
		for (const {x, y, text, transformers} of this.#steps.filter(isWrite)) {
			for (const [at, part] of text.split('\n').entries()) {
				if (plainWidth(part) < 0 && !endsUnstyled(part)) {
					return undefined;
				}

				const line = transformers.reduce((changed, transform) => transform(changed, at), part);
				if (line !== '') {
					rows[y + at]?.push({x, line});
				}
			}
		}

		return rows;
	}

	#real(): {readonly output: string; readonly height: number} {
		const real = realOutput(this);
		for (const step of this.#steps) {
			if (step === 'unclip') {
				real.unclip();
			} else if (isWrite(step)) {
				real.write(step.x, step.y, step.text, step);
			} else {
				real.clip(step);
			}
		}

		return real.get();
	}
}
