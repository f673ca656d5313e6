import type {Size} from '../state/state.ts';

const LEAST: Size = {columns: 20, rows: 5};

/** A screen of 20,000 columns would be drawn for half a minute. */
const MOST: Size = {columns: 400, rows: 150};

/** What is drawn for whoever says nothing, or nothing that a terminal has. */
const USUAL: Size = {columns: 80, rows: 24};

const within = (value: number, dimension: keyof Size): number =>
	Number.isInteger(value) && value > 0
		? Math.min(MOST[dimension], Math.max(LEAST[dimension], value))
		: USUAL[dimension];

/** The size that is drawn for where a client says it has this one. */
export const windowSize = (columns: number, rows: number): Size => ({
	columns: within(columns, 'columns'),
	rows: within(rows, 'rows'),
});
