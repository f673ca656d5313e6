import type {Look} from '../terminal/theme.ts';
import type {Spans} from './line.tsx';

/*
Dates that are no exact day, as the stretches that they cover: a year, an interval, "about the 30th".
*/

/** What a stretch is drawn with, each of one cell. */
export interface StretchSigns {
	readonly line: string;
	/** Where a stretch begins and ends for sure. */
	readonly begin: string;
	readonly end: string;
	/** Where it begins and ends about or perhaps. */
	readonly rough: string;
	/** Where it goes on in the past, or in the future. */
	readonly past: string;
	readonly future: string;
	/** Begins and ends in one column. */
	readonly both: string;
}

type StretchEnd = 'sure' | 'rough' | 'open';

export interface Stretch {
	/** Its first and its last column. */
	readonly from: number;
	readonly to: number;
	readonly begin: StretchEnd;
	readonly end: StretchEnd;
	readonly look: Look;
}

const ENDS: Readonly<Record<StretchEnd, number>> = {sure: 0, rough: 1, open: 2};

/** One number for stretches that look the same. */
const shapeOf = ({from, to, begin, end}: Stretch, columns: number): number =>
	((from * columns + to) * 3 + ENDS[begin]) * 3 + ENDS[end];

/**
Packs stretches into rows, so that in none two touch; each goes to the first row with room. Of those
that look the same only the first is drawn.

@param stretches - The most important first.
@param rows - At most so many; what finds no room is left out.
@returns Only rows with something in them, each from left to right.
*/
export const packStretches = (
	stretches: Iterable<Stretch>,
	columns: number,
	rows: number,
): readonly (readonly Stretch[])[] => {
	const packed = Array.from({length: rows}, () => ({
		taken: new Uint8Array(columns + 1),
		stretches: [] as Stretch[],
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

const beginSign = (end: StretchEnd, signs: StretchSigns): string =>
	({sure: signs.begin, rough: signs.rough, open: signs.past})[end];

const endSign = (end: StretchEnd, signs: StretchSigns): string =>
	({sure: signs.end, rough: signs.rough, open: signs.future})[end];

const stretchText = ({from, to, begin, end}: Stretch, signs: StretchSigns): string => {
	if (from < to) {
		return beginSign(begin, signs) + signs.line.repeat(to - from - 1) + endSign(end, signs);
	}

	if (begin === 'open') {
		return signs.past;
	}

	return end === 'open' ? signs.future : end === 'rough' ? signs.rough : signs.both;
};

export const stretchSpans = (row: readonly Stretch[], signs: StretchSigns): Spans => {
	let end = 0;
	return row.flatMap(stretch => {
		const blank = ' '.repeat(stretch.from - end);
		end = stretch.to + 1;
		const drawn = {text: stretchText(stretch, signs), look: stretch.look};
		return blank === '' ? [drawn] : [{text: blank}, drawn];
	});
};
