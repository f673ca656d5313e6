import edtf from 'edtf';
import {type Bounds, type BoundsOf, quickBounds} from './date-bounds.ts';

/** A year of any size, in digits or as a power of ten: `Y-170000002`, `Y17E7`. */
const LONG_YEAR = /^Y(-?\d+(?:E\d+)?)/;

const YEAR = 365.2425 * 86_400_000;

/** The library gives no bound where one is unknown, and NaN where it lies beyond a `Date`. */
const isKnown = (bound: number | null): bound is number => bound !== null && !Number.isNaN(bound);

const longYearBounds = (when: string): Bounds | undefined => {
	const year = LONG_YEAR.exec(when)?.[1];
	return year === undefined
		? undefined
		: {begin: (Number(year) - 1970) * YEAR, end: (Number(year) - 1969) * YEAR - 1};
};

/** The bounds of any EDTF date, by the grammar of all of it where that is needed. */
export const edtfBounds: BoundsOf = when => {
	const quick = quickBounds(when);
	if (quick !== undefined) {
		return quick;
	}

	try {
		const {min, max} = edtf(when);
		const long = longYearBounds(when);
		return {
			begin: isKnown(min) ? min : (long?.begin ?? Number.NEGATIVE_INFINITY),
			end: isKnown(max) ? max : (long?.end ?? Number.POSITIVE_INFINITY),
		};
	} catch {
		return undefined;
	}
};

/**
First instant of an EDTF date in ms since 1970, or `undefined` when it is not EDTF. Minus infinity
where the beginning is open (`../2011`) or unknown (`/2011`).
*/
export const beginningOf = (when: string): number | undefined => edtfBounds(when)?.begin;

/**
Last instant of an EDTF date in ms since 1970, or `undefined` when it is not EDTF. Infinity where the
end is open (`2011-02-15/..`) or unknown (`2011-02-15/`).
*/
export const endOf = (when: string): number | undefined => edtfBounds(when)?.end;
