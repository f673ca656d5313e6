import type {Size} from '../../state/state.ts';
import {textWidth, truncated} from '../../terminal/text-width.ts';

/** Something to put on a map: a mark of one cell with a name beside it, or a name alone. */
export interface Labelled {
	/** The cell, from the left and from the top. */
	readonly x: number;
	readonly y: number;
	/** As the terminal can write it. */
	readonly name: string;
	/** Without a mark the name stands on the cell itself. */
	readonly isMarked: boolean;
	/** Its name comes before all others, and is shortened rather than left out. */
	readonly isSelected: boolean;
	/** Who comes first where there is not room for all: the lower. */
	readonly rank: number;
}

/** A run of cells in one row. */
export interface CellRun {
	readonly x: number;
	readonly y: number;
	readonly columns: number;
}

const widened = ({x, y, columns}: CellRun, by: number): CellRun => ({
	x: x - by,
	y,
	columns: columns + 2 * by,
});

/** A run with the cells to its left and right, which stay blank so that it can be read. */
export const withHalo = (run: CellRun): CellRun => widened(run, 1);

/** What is one blank away from a name is taken for its mark, or for more of the name. */
const APART = 2;

interface PlacedLabel extends CellRun {
	readonly text: string;
}

export interface Placed<Item extends Labelled> {
	readonly item: Item;
	/** `false` where another's mark stands on the cell, or it has none. */
	readonly hasMark: boolean;
	readonly label: PlacedLabel | undefined;
}

export interface LabelOptions {
	/** Cells that neither marks nor names may take. */
	readonly taken: readonly CellRun[];
	/** What a name would hide that is better seen: of two sides, the one that hides less is taken. */
	readonly isInked: (x: number, y: number) => boolean;
	readonly ellipsis: string;
}

/** Fewer letters of a name than these tell nothing. */
const LEAST_LETTERS = 2;

/** Rows for a name of so many cells, in the order in which they are wanted. */
const sidesOf = ({x, y, isMarked}: Labelled, columns: number): readonly CellRun[] => {
	const middle = x - Math.floor(columns / 2);
	const around = [y - 1, y + 1].flatMap(row =>
		[middle, x, x - columns + 1].map(left => ({x: left, y: row, columns})),
	);
	return isMarked
		? [{x: x + 2, y, columns}, {x: x - 1 - columns, y, columns}, ...around]
		: [{x: middle, y, columns}, ...around];
};

/** Cells that are taken, so that nothing is put on them or where it would be taken for a part of them. */
class Ground {
	readonly #size: Size;
	readonly #cells: Uint8Array;

	constructor(size: Size) {
		this.#size = size;
		this.#cells = new Uint8Array(size.columns * size.rows);
	}

	get columns(): number {
		return this.#size.columns;
	}

	isInside({x, y, columns}: CellRun): boolean {
		return x >= 0 && y >= 0 && y < this.#size.rows && x + columns <= this.#size.columns;
	}

	isTaken(x: number, y: number): boolean {
		return x >= 0 && x < this.#size.columns && this.#cells[y * this.#size.columns + x] === 1;
	}

	/** Whether a run is free, and far enough from all but its own mark. */
	isFree(run: CellRun, own: Labelled): boolean {
		const {x, y, columns} = widened(run, APART);
		for (let at = x; at < x + columns; at++) {
			const isOwnMark = own.isMarked && at === own.x && y === own.y;
			if (this.isTaken(at, y) && !isOwnMark) {
				return false;
			}
		}

		return true;
	}

	take({x, y, columns}: CellRun): void {
		const start = y * this.#size.columns;
		this.#cells.fill(1, start + Math.max(0, x), start + Math.min(this.#size.columns, x + columns));
	}
}

const inkUnder = (side: CellRun, isInked: LabelOptions['isInked']): number => {
	const {x, y, columns} = withHalo(side);
	let cells = 0;
	for (let at = x; at < x + columns; at++) {
		cells += isInked(at, y) ? 1 : 0;
	}

	return cells;
};

/** The free side that hides the least; of several the first. */
const bestSide = (
	item: Labelled,
	columns: number,
	ground: Ground,
	isInked: LabelOptions['isInked'],
): CellRun | undefined => {
	let [best, least]: [CellRun | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
	for (const side of sidesOf(item, columns)) {
		if (ground.isInside(side) && ground.isFree(side, item)) {
			const ink = inkUnder(side, isInked);
			if (ink < least) {
				[best, least] = [side, ink];
			}
		}
	}

	return best;
};

const labelFor = (
	item: Labelled,
	ground: Ground,
	{isInked, ellipsis}: LabelOptions,
): PlacedLabel | undefined => {
	const whole = textWidth(item.name);
	const least = item.isSelected ? Math.min(whole, LEAST_LETTERS + textWidth(ellipsis)) : whole;
	for (let columns = Math.min(whole, ground.columns); columns >= least && columns > 0; columns--) {
		const text = truncated(item.name, columns, ellipsis);
		// A wide letter may leave a cell over.
		const side = bestSide(item, textWidth(text), ground, isInked);
		if (side !== undefined && side.columns > 0) {
			return {...side, text};
		}
	}

	return undefined;
};

/**
Puts marks and names on a map of so many cells. In its row every name is two cells or more from any
other, from the marks of others and from what is taken, and none is cut by an edge. Of several on one
cell the first in rank has the mark. A name stands to the right of its mark, else to the left, above
or below.

@returns Only what has a mark or a name in the end; first in rank first, the selected one before all.
*/
export const placeLabels = <Item extends Labelled>(
	items: readonly Item[],
	size: Size,
	options: LabelOptions,
): readonly Placed<Item>[] => {
	const ground = new Ground(size);
	for (const run of options.taken) {
		ground.take(run);
	}

	const byRank = items
		.filter(({x, y}) => ground.isInside({x, y, columns: 1}) && !ground.isTaken(x, y))
		.toSorted((a, b) => a.rank - b.rank);
	const marked = new Set<Item>();
	for (const item of byRank) {
		const cell = {x: item.x, y: item.y, columns: 1};
		if (item.isMarked && !ground.isTaken(item.x, item.y)) {
			ground.take(cell);
			marked.add(item);
		}
	}

	const selected = byRank.filter(({isSelected}) => isSelected);
	const others = byRank.filter(item => !item.isSelected && (marked.has(item) || !item.isMarked));
	return [...selected, ...others].flatMap(item => {
		const label = labelFor(item, ground, options);
		if (label !== undefined) {
			ground.take(label);
		}

		const hasMark = marked.has(item);
		return hasMark || label !== undefined ? [{item, hasMark, label}] : [];
	});
};
