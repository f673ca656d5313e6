import {NO_STYLE} from './cell-styles.ts';
import {bytesOf, costOfPassing, type Pen} from './pen.ts';
import {BLANK, isDoubtful, isEmpty, type Row, TAKEN} from './row.ts';

/** Passing over cells takes no more bytes than this, so more cells are not written again to save it. */
const MOST_REWRITTEN = 5;

/** The first changed cell of a stretch; where there is none, its end. */
const nextChange = (old: Row, next: Row, from: number, until: number): number => {
	const {codes, styles} = next;
	let column = from;
	while (
		column < until &&
		codes[column] === old.codes[column] &&
		styles[column] === old.styles[column]
	) {
		column++;
	}

	return column;
};

/** The first cell after a changed one that is not. */
const endOfChange = (old: Row, next: Row, from: number, until: number): number => {
	const {codes, styles} = next;
	let column = from + 1;
	while (
		column < until &&
		(codes[column] !== old.codes[column] ||
			styles[column] !== old.styles[column] ||
			// Of a changed character both halves.
			codes[column] === TAKEN)
	) {
		column++;
	}

	return column;
};

/**
From where on a row is written anew since a text in it is another that may be of any width. One that is there no
more asks for nothing: what a terminal drew of it beyond its cells was erased when it was written.
*/
const firstDoubt = (old: Row, next: Row): number => {
	const columns = next.codes.length;
	if (!next.isDoubtful) {
		return columns;
	}

	let column = nextChange(old, next, 0, columns);
	while (column < columns && !isDoubtful(next.codes[column] ?? BLANK)) {
		column = nextChange(old, next, column + 1, columns);
	}

	return column;
};

/** Whether all cells of a stretch, and those on either side of it, are blank. */
const isAmongBlanks = (row: Row, from: number, until: number): boolean => {
	for (let column = from - 1; column <= until; column++) {
		if (!isEmpty(row, column)) {
			return false;
		}
	}

	return true;
};

/** Whether unchanged cells between two changes are written again sooner than passed over. */
const isSoonerWritten = (pen: Pen, row: Row, from: number, until: number): boolean => {
	if (isAmongBlanks(row, from, until) && pen.hasShortBlanks) {
		return true;
	}

	if (until - from > MOST_REWRITTEN) {
		return false;
	}

	const {styles} = pen;
	const before = row.styles[from - 1] ?? NO_STYLE;
	const after = row.styles[until] ?? NO_STYLE;
	let style = before;
	let written = 0;
	for (let column = from; column < until; column++) {
		const code = row.codes[column] ?? BLANK;
		if (isDoubtful(code)) {
			return false;
		}

		// Blanks come out in any style in which nothing is seen of them.
		const wanted =
			isEmpty(row, column) && !styles.isSeenOnBlanks(style)
				? style
				: (row.styles[column] ?? NO_STYLE);
		written += bytesOf(code) + styles.change(style, wanted).length;
		style = wanted;
	}

	written += styles.change(style, after).length;
	return written < costOfPassing(until - from) + styles.change(before, after).length;
};

/** The end of the cells that are written in one go from a changed one on. */
const endOfRun = (pen: Pen, old: Row, next: Row, from: number, until: number): number => {
	let change = from;
	for (;;) {
		const end = endOfChange(old, next, change, until);
		change = nextChange(old, next, end, until);
		if (change === until || !isSoonerWritten(pen, next, end, change)) {
			return end;
		}
	}
};

/** Writes what of a row is another than what stands there. */
export const writeChanges = (pen: Pen, at: number, old: Row, next: Row): void => {
	const columns = next.codes.length;
	// Erased and not written over, so that whoever picks the row up with the mouse gets no blanks.
	const blank = old.end > next.end ? next.end : columns;
	const doubt = firstDoubt(old, next);
	const until = Math.min(blank, doubt);
	for (let column = nextChange(old, next, 0, until); column < until; ) {
		const end = endOfRun(pen, old, next, column, until);
		pen.moveTo(at, column);
		pen.write(next, column, end);
		column = nextChange(old, next, end, until);
	}

	if (doubt < columns) {
		pen.moveTo(at, doubt);
		if (old.end > doubt) {
			pen.eraseToEnd();
		}

		pen.write(next, doubt, next.end);
	} else if (blank < columns) {
		pen.moveTo(at, blank);
		pen.eraseToEnd();
	}
};
