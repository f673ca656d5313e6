/** What a canvas draws its dots with. */
export type CanvasStyle = 'braille' | 'half-blocks' | 'ascii';

interface Dots {
	readonly across: number;
	readonly down: number;
}

/** How many dots a cell has each way; of a cell twice as high as wide every dot is square. */
export const DOTS: Record<CanvasStyle, Dots> = {
	braille: {across: 2, down: 4},
	'half-blocks': {across: 1, down: 2},
	ascii: {across: 1, down: 2},
};

/** A grid of dots with room for a picture; x grows to the right and y downwards, from 0. */
export interface Canvas {
	/** Dots beyond the edges are left out. */
	readonly set: (x: number, y: number) => void;
	/**
	A straight line with both its ends, as much of it as lies on the canvas.

	@param every - Sets only one dot out of so many.
	*/
	readonly line: (x0: number, y0: number, x1: number, y1: number, every?: number) => void;
	/** One text a row, each of as many cells as the canvas has; where no dot is set, spaces. */
	readonly rows: () => readonly string[];
}

const BLANK_BRAILLE = 0x28_00;

/** Bits of a cell's dots from left to right, then downwards. */
const BITS: Record<CanvasStyle, readonly number[]> = {
	braille: [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80],
	'half-blocks': [1, 2],
	ascii: [1, 2],
};

/** What a cell looks like by the bits that are set. */
const SIGNS: Record<CanvasStyle, readonly string[]> = {
	braille: Array.from({length: 256}, (_, bits) =>
		bits === 0 ? ' ' : String.fromCharCode(BLANK_BRAILLE + bits),
	),
	'half-blocks': [' ', '▀', '▄', '█'],
	ascii: [' ', "'", '.', ':'],
};

type Ends = readonly [x0: number, y0: number, x1: number, y1: number];

/** The part of a line from the origin to `width` and `height` (Liang and Barsky's way), if any. */
const clipped = ([x0, y0, x1, y1]: Ends, width: number, height: number): Ends | undefined => {
	const [dx, dy] = [x1 - x0, y1 - y0];
	if (!Number.isFinite(dx) || !Number.isFinite(dy)) {
		return undefined;
	}

	let [from, to] = [0, 1];
	for (const [step, room] of [
		[-dx, x0],
		[dx, width - x0],
		[-dy, y0],
		[dy, height - y0],
	] as const) {
		if (step === 0) {
			if (room < 0) {
				return undefined;
			}
		} else if (step < 0) {
			from = Math.max(from, room / step);
		} else {
			to = Math.min(to, room / step);
		}
	}

	return from > to ? undefined : [x0 + from * dx, y0 + from * dy, x0 + to * dx, y0 + to * dy];
};

export const createCanvas = (style: CanvasStyle, columns: number, rows: number): Canvas => {
	const {across, down} = DOTS[style];
	const [width, height] = [columns * across, rows * down];
	const cells = new Uint8Array(columns * rows);
	const bits = BITS[style];
	const signs = SIGNS[style];

	const setDot = (x: number, y: number): void => {
		const cell = Math.floor(y / down) * columns + Math.floor(x / across);
		cells[cell] = (cells[cell] ?? 0) | (bits[(y % down) * across + (x % across)] ?? 0);
	};

	/** The dot that a place on the canvas falls on; the far edge belongs to the last dot. */
	const dot = (at: number, count: number): number =>
		Math.max(0, Math.min(count - 1, Math.floor(at)));

	return {
		set(x, y) {
			if (x >= 0 && x < width && y >= 0 && y < height) {
				setDot(Math.floor(x), Math.floor(y));
			}
		},
		line(x0, y0, x1, y1, every = 1) {
			const ends = clipped([x0, y0, x1, y1], width, height);
			if (ends === undefined || cells.length === 0) {
				return;
			}

			let [x, y] = [dot(ends[0], width), dot(ends[1], height)];
			const [endX, endY] = [dot(ends[2], width), dot(ends[3], height)];
			const [dx, dy] = [Math.abs(endX - x), -Math.abs(endY - y)];
			const [stepX, stepY] = [x < endX ? 1 : -1, y < endY ? 1 : -1];
			let error = dx + dy;
			for (let count = 0; ; count++) {
				if (count % every === 0) {
					setDot(x, y);
				}

				if (x === endX && y === endY) {
					return;
				}

				const doubled = 2 * error;
				if (doubled >= dy) {
					error += dy;
					x += stepX;
				}

				if (doubled <= dx) {
					error += dx;
					y += stepY;
				}
			}
		},
		rows: () =>
			Array.from({length: rows}, (_, row) =>
				Array.from(
					cells.subarray(row * columns, (row + 1) * columns),
					set => signs[set] ?? ' ',
				).join(''),
			),
	};
};
