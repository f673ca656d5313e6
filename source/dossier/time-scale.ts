import {groupedDigits} from './grouped-digits.ts';

/*
From instants to columns. Gaps between the days of a dossier run from one day to decades, so a line
on which all were to scale would be one dot on the left and one on the right. Here the columns of a
gap grow with the logarithm of its length, and what that squeezes says so.
*/

const DAY = 86_400_000;

/** Days of one calendar year, and of a twelfth of it, on average. */
const YEAR = 365.2425;
const MONTH = YEAR / 12;

/** Columns that a gap gets before any share by length: a day and a month have room between two. */
const AMPLE = 7;

/** The part of the line that may go to gaps whatever their length. */
const EVEN_PART = 0.85;

/** Gaps up to so many times the shortest are days close together... */
const CLOSE = 8;

/** ...and to scale among one another while none is so many times another. */
const ALIKE = 3;

/** A gap among more days than columns stands out when it is so many times the middling one. */
const OUTSTANDING = 16;

/** At most one such gap for so many columns. */
const COLUMNS_TO_A_GAP = 12;

/** What lies between two columns with days in them. */
export interface Gap {
	readonly from: number;
	readonly to: number;
	/** From the last day of the left column to the first of the right, in ms. */
	readonly length: number;
	/** Drawn at less than half the scale of the most spacious part of the line. */
	readonly isCompressed: boolean;
}

export interface TimeScale {
	/** Column of each day, from 0, in the order given. */
	readonly columns: readonly number[];
	/** From left to right. */
	readonly gaps: readonly Gap[];
	/** Never to the left of the column of an earlier instant; instants beyond the days are at the ends. */
	readonly columnOf: (instant: number) => number;
}

/** What there is to know of the gaps between days. */
interface Lengths {
	/** In ms. */
	readonly lengths: readonly number[];
	readonly shortest: number;
	/** The logarithm of how many times the shortest each is, and one: its share of the room. */
	readonly shares: readonly number[];
	readonly whole: number;
	/** Gaps that stand out among all, the longest first. */
	readonly outstanding: readonly number[];
}

const lengthsOf = (days: readonly number[]): Lengths => {
	const lengths = days.slice(1).map((day, at) => day - (days[at] ?? 0));
	const shortest = lengths.reduce((least, length) => Math.min(least, length), Infinity);
	const shares = lengths.map(length => 1 + Math.log(length / shortest));
	const whole = shares.reduce((sum, share) => sum + share, 0);
	const least = whole / shares.length + Math.log(OUTSTANDING);
	return {
		lengths,
		shortest,
		shares,
		whole,
		outstanding: lengths
			.map((_, gap) => gap)
			.filter(gap => (shares[gap] ?? 0) > least)
			.toSorted((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0)),
	};
};

/** Which gaps are so many columns wide whatever their length. */
interface Least {
	readonly columns: number;
	readonly has: (gap: number) => boolean;
	readonly count: number;
}

/** Every gap when there is a column for each; else those that stand out. */
const leastColumns = ({lengths, outstanding}: Lengths, room: number): Least => {
	const count = lengths.length;
	if (count <= room) {
		const columns = Math.floor((EVEN_PART * room) / count);
		return {columns: Math.max(1, Math.min(AMPLE, columns)), has: () => true, count};
	}

	const chosen = new Set(outstanding.slice(0, Math.floor(room / COLUMNS_TO_A_GAP)));
	return {columns: AMPLE, has: gap => chosen.has(gap), count: chosen.size};
};

/** Runs of gaps that are short and alike, each as their indexes. */
const closeRuns = (
	lengths: readonly number[],
	shortest: number,
): readonly (readonly number[])[] => {
	const runs: (readonly number[])[] = [];
	let run: number[] = [];
	for (const [at, length] of lengths.entries()) {
		const all = [...run.map(gap => lengths[gap] ?? 0), length];
		if (length > CLOSE * shortest) {
			runs.push(run);
			run = [];
		} else if (Math.max(...all) > ALIKE * Math.min(...all)) {
			runs.push(run);
			run = [at];
		} else {
			run.push(at);
		}
	}

	return [...runs, run].filter(gaps => gaps.length > 1);
};

/** Days close together are to scale among one another, in the room that they have together. */
const evened = (
	sizes: readonly number[],
	lengths: readonly number[],
	shortest: number,
): readonly number[] => {
	const result = [...sizes];
	for (const run of closeRuns(lengths, shortest)) {
		const room = run.reduce((sum, gap) => sum + (sizes[gap] ?? 0), 0);
		const whole = run.reduce((sum, gap) => sum + (lengths[gap] ?? 0), 0);
		const scaled = run.map(gap => (room * (lengths[gap] ?? 0)) / whole);
		if (scaled.every(size => size >= 1)) {
			for (const [at, gap] of run.entries()) {
				result[gap] = scaled[at] ?? 0;
			}
		}
	}

	return result;
};

/** The columns that each gap would take if columns could be divided; together `room`. */
const sizesOf = (gaps: Lengths, room: number): readonly number[] => {
	const least = leastColumns(gaps, room);
	const unit = (room - least.columns * least.count) / gaps.whole;
	const sizes = gaps.shares.map(
		(share, gap) => (least.has(gap) ? least.columns : 0) + unit * share,
	);
	return sizes.length <= room ? evened(sizes, gaps.lengths, gaps.shortest) : sizes;
};

/** Of the days that the gaps lie between. */
const columnsOf = (gaps: Lengths, columns: number): readonly number[] => {
	const last = columns - 1;
	const count = gaps.lengths.length;
	if (count === 0) {
		return [Math.floor(last / 2)];
	}

	const isRoomy = count <= last;
	const places = [0];
	let end = 0;
	let before = 0;
	for (const [gap, size] of sizesOf(gaps, last).entries()) {
		end += size;
		const least = isRoomy ? before + 1 : before;
		const most = isRoomy ? last - (count - 1 - gap) : last;
		before = gap === count - 1 ? last : Math.max(least, Math.min(most, Math.round(end)));
		places.push(before);
	}

	return places;
};

const gapsOf = (days: readonly number[], columns: readonly number[]): readonly Gap[] => {
	const gaps: (Gap & {readonly scale: number})[] = [];
	/** First day of the column that is being passed. */
	let first = 0;
	for (let at = 1; at < days.length; at++) {
		const [from = 0, to = 0] = [columns[at - 1], columns[at]];
		if (to > from) {
			const day = days[at] ?? 0;
			gaps.push({
				from,
				to,
				length: day - (days[at - 1] ?? 0),
				isCompressed: false,
				// Days that share a column lie on the way too.
				scale: (to - from) / (day - (days[first] ?? 0)),
			});
			first = at;
		}
	}

	const finest = gaps.reduce((most, {scale}) => Math.max(most, scale), 0);
	return gaps.map(({scale, ...gap}) => ({...gap, isCompressed: scale < finest / 2}));
};

/** Index of the last day on or before the instant; -1 when there is none. */
const lastBefore = (days: readonly number[], instant: number): number => {
	let low = 0;
	let high = days.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((days[middle] ?? 0) <= instant) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return low - 1;
};

/**
Lays days over columns. The first and the last column are used (one day alone is in the middle), the
order is kept, and every day has a column of its own while there are as many columns as days.

@param days - Instants in ms, ascending, no two the same.
@param columns - From 2.
*/
export const timeScale = (days: readonly number[], columns: number): TimeScale => {
	const places = days.length === 0 ? [] : columnsOf(lengthsOf(days), columns);
	return {
		columns: places,
		gaps: gapsOf(days, places),
		columnOf: instant => {
			const at = lastBefore(days, instant);
			const [day, next] = [days[at], days[at + 1]];
			if (day === undefined) {
				return 0;
			}

			const [from = 0, to = 0] = [places[at], places[at + 1]];
			if (next === undefined) {
				return day === instant ? from : columns - 1;
			}

			return from + Math.floor(((instant - day) / (next - day)) * (to - from));
		},
	};
};

/** `22 d`, `11 mo` or `19 y`: rounded, and in months up to two years unless they are whole years. */
export const lengthInWords = (length: number): string => {
	const days = Math.round(length / DAY);
	const months = Math.round(days / MONTH);
	if (months < 2) {
		return `${days} d`;
	}

	return months < 24 && months % 12 !== 0
		? `${months} mo`
		: `${groupedDigits(Math.round(days / YEAR))} y`;
};
