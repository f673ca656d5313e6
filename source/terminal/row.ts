import {NO_STYLE} from './cell-styles.ts';

/** The cells of a row of the screen from the left, as many as the screen has columns. */
export interface Row {
	/** What stands in each: a code point, `TAKEN`, or what a doubtful text goes by. */
	readonly codes: Int32Array;
	/** The style of each, by its number in `CellStyles`; of a blank none unless it is seen. */
	readonly styles: Int32Array;
	/** From here on nothing is seen. */
	readonly end: number;
	/** Whether there is a doubtful text in it. */
	readonly isDoubtful: boolean;
}

export const BLANK = 0x20;

/** In a cell that belongs to the text on its left. */
export const TAKEN = 0;

/** A code from here on is no code point: it stands for a text of which terminals differ how wide it is. */
export const FIRST_DOUBTFUL = 0x11_00_00;

export const isDoubtful = (code: number): boolean => code >= FIRST_DOUBTFUL;

/** Whether nothing is seen in a cell. */
export const isEmpty = ({codes, styles}: Row, column: number): boolean =>
	codes[column] === BLANK && styles[column] === NO_STYLE;

export const isSameCell = (a: Row, b: Row, column: number): boolean =>
	a.codes[column] === b.codes[column] && a.styles[column] === b.styles[column];
