import {NO_STYLE} from './cell-styles.ts';
import type {Pen} from './pen.ts';
import {BLANK, isDoubtful, isSameCell, type Row, TAKEN} from './row.ts';

/** Fewer cells under one another are written with their rows. */
const FEWEST = 3;

/** Whether a changed cell is written by itself: its neighbours are unchanged, or of another style. */
const isAlone = (old: Row, next: Row, column: number): boolean => {
	const style = next.styles[column];
	return (
		(next.styles[column - 1] !== style || isSameCell(old, next, column - 1)) &&
		(next.styles[column + 1] !== style || isSameCell(old, next, column + 1)) &&
		// Half a wide character cannot be written.
		next.codes[column] !== TAKEN &&
		next.codes[column + 1] !== TAKEN
	);
};

/** How many cells from one on downwards are the same, have changed, and stand alone. */
const heightOf = (
	old: readonly Row[],
	next: readonly Row[],
	top: number,
	column: number,
): number => {
	const first = next[top];
	let row = top;
	for (;;) {
		const [before, after] = [old[row], next[row]];
		if (
			first === undefined ||
			before === undefined ||
			after === undefined ||
			isSameCell(before, after, column) ||
			!isSameCell(first, after, column) ||
			!isAlone(before, after, column)
		) {
			return row - top;
		}

		row++;
	}
};

/** A row in which a cell is that of another one. */
const withCell = (row: Row, from: Row, column: number): Row => {
	const codes = row.codes.slice();
	const styles = row.styles.slice();
	codes[column] = from.codes[column] ?? BLANK;
	styles[column] = from.styles[column] ?? NO_STYLE;
	return {...row, codes, styles, end: Math.max(row.end, column + 1)};
};

/**
Writes cells that are the same and stand under one another, as the sides of a frame do, from the top
down: the way to the next row in the same column is short, and the style stays.

@returns What stands there after that; `undefined` where there are no such cells, and nothing is written.
*/
export const writeUprights = (
	pen: Pen,
	old: readonly Row[],
	next: readonly Row[],
): readonly Row[] | undefined => {
	let shown: Row[] | undefined;
	for (const [top, row] of next.entries()) {
		const before = old[top];
		const below = next[top + 1];
		if (before === row || before === undefined || below === undefined) {
			continue;
		}

		for (let column = 0; column < row.end; column++) {
			const code = row.codes[column] ?? BLANK;
			// What most cells fail by comes first, and costs little.
			if (
				code === BLANK ||
				!isSameCell(row, below, column) ||
				isSameCell(row, before, column) ||
				// What follows it in its row is erased with it.
				isDoubtful(code)
			) {
				continue;
			}

			const height = heightOf(shown ?? old, next, top, column);
			if (height >= FEWEST) {
				shown ??= [...old];
				for (let at = top; at < top + height; at++) {
					const [from = row, to = row] = [shown[at], next[at]];
					pen.moveTo(at, column);
					pen.write(to, column, column + 1);
					shown[at] = withCell(from, to, column);
				}
			}
		}
	}

	return shown;
};
