type StretchEnd = 'sure' | 'rough' | 'open';

/** A date that is no exact day, on a line of time of so many columns. */
export interface Stretch {
	/** Its first and its last column. */
	readonly from: number;
	readonly to: number;
	/** Rough: about or perhaps. Open: it goes on in the past, or in the future. */
	readonly begin: StretchEnd;
	readonly end: StretchEnd;
}

const ENDS: Readonly<Record<StretchEnd, number>> = {sure: 0, rough: 1, open: 2};

/** One number for stretches that look the same. */
export const shapeOf = ({from, to, begin, end}: Stretch, columns: number): number =>
	((from * columns + to) * 3 + ENDS[begin]) * 3 + ENDS[end];

/**
Packs stretches into rows, so that in none two touch; each goes to the first row with room. Of those
that look the same only the first is drawn.

@param stretches - The most important first.
@param rows - At most so many; what finds no room is left out.
@returns Only rows with something in them, each from left to right.
*/
export const packStretches = <Packed extends Stretch>(
	stretches: Iterable<Packed>,
	columns: number,
	rows: number,
): readonly (readonly Packed[])[] => {
	const packed = Array.from({length: rows}, () => ({
		taken: new Uint8Array(columns + 1),
		stretches: [] as Packed[],
	}));
	const seen = new Set<number>();
	for (const stretch of stretches) {
		const shape = shapeOf(stretch, columns);
		if (seen.has(shape)) {
			continue;
		}

		seen.add(shape);
		const {from, to} = stretch;
		const row = packed.find(
			({taken}) => taken.indexOf(1, from) === -1 || taken.indexOf(1, from) > to,
		);
		if (row !== undefined) {
			// And the cells before and after it, so that the next one does not touch.
			row.taken.fill(1, Math.max(0, from - 1), to + 2);
			row.stretches.push(stretch);
		}
	}

	return packed
		.filter(row => row.stretches.length > 0)
		.map(row => row.stretches.toSorted((a, b) => a.from - b.from));
};
