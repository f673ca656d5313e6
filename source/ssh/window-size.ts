import type {Size} from '../state/state.ts';
import {LARGEST_WINDOW} from '../terminal/largest-window.ts';

/** As much of a window as ssh2 tells of, and it tells whatever a client says. */
export interface ToldWindow {
	readonly cols: number;
	readonly rows: number;
}

/** Under it nothing could be read anyway. */
const SMALLEST: Size = {columns: 20, rows: 5};
/** Of a client that has not been told its size. */
const USUAL: Size = {columns: 80, rows: 24};

const clamped = (told: number, side: keyof Size): number =>
	Number.isInteger(told) && told > 0
		? Math.min(LARGEST_WINDOW[side], Math.max(SMALLEST[side], told))
		: USUAL[side];

/** The size that is drawn for: what a client says, within bounds; 80×24 for what it does not say. */
export const windowSize = ({cols, rows}: ToldWindow): Size => ({
	columns: clamped(cols, 'columns'),
	rows: clamped(rows, 'rows'),
});
