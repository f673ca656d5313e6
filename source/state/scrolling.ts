import type {LineRange} from './viewport.ts';

export const clamp = (value: number, least: number, most: number): number =>
	Math.max(least, Math.min(most, value));

/** The first line to draw so that no room is left under the last; 0 when everything fits. */
export const clampTop = (top: number, rows: number, lineCount: number): number =>
	clamp(top, 0, Math.max(0, lineCount - rows));

/**
The first line to draw so that `wanted` can be seen, as near to `top` as possible. What is taller
than the window shows its beginning.
*/
export const scrolledTo = (
	top: number,
	rows: number,
	lineCount: number,
	wanted: LineRange,
): number => {
	const lowest = wanted.end - rows;
	const shown = Math.min(wanted.start, Math.max(top, lowest));
	return clampTop(shown, rows, lineCount);
};
