import {NOT_STATED} from '../dossier/words.ts';
import type {Table} from '../formats/table.ts';
import {textWidth, truncated} from '../terminal/text-width.ts';
import type {TextOutput} from './text-output.ts';

const GAP = '  ';

/** The most that columns may have, each, so that together they have no more than `room`. */
const capFor = (widths: readonly number[], room: number): number => {
	let left = room;
	const narrowFirst = widths.toSorted((a, b) => a - b);
	for (const [at, width] of narrowFirst.entries()) {
		const share = Math.floor(left / (narrowFirst.length - at));
		if (width > share) {
			return Math.max(1, share);
		}

		left -= width;
	}

	return Number.POSITIVE_INFINITY;
};

/**
Columns cut to fit a line, the widest first. The first column, the ids, is wanted whole and is cut only
where it would take more than half of the line.
*/
const fitted = (widths: readonly number[], columns: number): readonly number[] => {
	const room = columns - GAP.length * (widths.length - 1);
	const [id = 0, ...others] = widths;
	const first =
		id + others.reduce((sum, width) => sum + width, 0) <= room
			? id
			: Math.min(id, Math.max(1, Math.floor(room / 2)));
	const cap = capFor(others, room - first);
	const cut = others.map(width => Math.min(width, cap));
	const spare = room - first - cut.reduce((sum, width) => sum + width, 0);
	// What does not go round is the last column's, which has the longest texts.
	return [first, ...cut.map((width, at) => (at === cut.length - 1 ? width + spare : width))];
};

const padded = (text: string, columns: number): string =>
	text + ' '.repeat(Math.max(0, columns - textWidth(text)));

/**
A table as lines: headings, then a line a row, its columns under each other. On a terminal they fit its
width; elsewhere every text is whole.
*/
export const textTable = (
	{columns: headings, rows}: Table<string | undefined>,
	{columns, present, ellipsis}: TextOutput,
): readonly string[] => {
	const cells = [headings, ...rows].map(row => row.map(cell => present(cell ?? NOT_STATED)));
	const natural = headings.map((_, column) =>
		cells.reduce((most, row) => Math.max(most, textWidth(row[column] ?? '')), 0),
	);
	const widths = columns === undefined ? natural : fitted(natural, columns);
	return cells.map(row => {
		const line = row
			.map((cell, column) => {
				const width = widths[column] ?? 0;
				return padded(truncated(cell, width, ellipsis), width);
			})
			.join(GAP)
			.trimEnd();
		return columns === undefined ? line : truncated(line, columns, ellipsis);
	});
};
