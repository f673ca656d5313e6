import type {Pen} from './pen.ts';
import type {StyledRow} from './styled-row.ts';

/** Cells that may be written again for less than a movement over them costs. */
const MOST_OVERWRITTEN = 3;

const ASCII = /^[ -~]*$/;

const characterAt = ({text}: StyledRow, column: number): string => text[column] ?? ' ';

const styleAt = ({styles}: StyledRow, column: number): string => styles[column] ?? '';

const isSame = (a: StyledRow, b: StyledRow, column: number): boolean =>
	characterAt(a, column) === characterAt(b, column) && styleAt(a, column) === styleAt(b, column);

/** From where on a row is blank to its end. */
const blankFrom = ({text, styles}: StyledRow): number => {
	let from = text.length;
	while (from > 0 && text[from - 1] === ' ' && styles[from - 1] === '') {
		from--;
	}

	return from;
};

/** Whether cells between two changes are written again sooner than passed over. */
const isCheap = (row: StyledRow, from: number, until: number): boolean => {
	if (until - from > MOST_OVERWRITTEN) {
		return false;
	}

	for (let column = from; column < until; column++) {
		if (styleAt(row, column) !== styleAt(row, from - 1) || !ASCII.test(characterAt(row, column))) {
			return false;
		}
	}

	return true;
};

/** The end of the cells that are written in one go from a changed one on. */
const endOfRun = (old: StyledRow, next: StyledRow, from: number, columns: number): number => {
	let end = from + 1;
	for (let column = end; column < columns; column++) {
		if (!isSame(old, next, column)) {
			if (column > end && !isCheap(next, end, column)) {
				break;
			}

			end = column + 1;
		}
	}

	return end;
};

/** Writes cells in pieces of one style. */
const writeRun = (pen: Pen, row: StyledRow, from: number, until: number): void => {
	let start = from;
	for (let column = from + 1; column <= until; column++) {
		if (column === until || styleAt(row, column) !== styleAt(row, start)) {
			const text = row.text.slice(start, column);
			pen.write(text + ' '.repeat(column - start - text.length), styleAt(row, start));
			start = column;
		}
	}
};

/** Writes what of a row is another than what stands there. */
export const writeChanges = (
	pen: Pen,
	at: number,
	old: StyledRow,
	next: StyledRow,
	columns: number,
): void => {
	const blank = blankFrom(next);
	// Erased and not written over, so that whoever picks the row up with the mouse gets no blanks.
	const isErased = blankFrom(old) > blank;
	let column = 0;
	while (column < columns) {
		if (isSame(old, next, column)) {
			column++;
		} else if (isErased && column >= blank) {
			pen.moveTo(at, column);
			pen.eraseToEnd();
			return;
		} else {
			const end = endOfRun(old, next, column, isErased ? Math.max(column + 1, blank) : columns);
			pen.moveTo(at, column);
			writeRun(pen, next, column, end);
			column = end;
		}
	}
};
