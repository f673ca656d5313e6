import edtf from 'edtf';
import {type Bounds, type BoundsOf, quickBounds} from './date-bounds.ts';
import {missingDay} from './named-days.ts';

/** Digits that stand alone, which are a year where there are four. */
const DIGITS = /^-?(\d+)[~?%]?$/;

/** Neither end is known, and not both are open. */
const NO_ENDS: ReadonlySet<string> = new Set(['/', '../', '/..']);

/** From one date to another, in a list. */
const RUN = /(-?\d{4}[-\d]*)\.\.(-?\d{4}[-\d]*)/g;

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

/** A time of no zone, which the library takes for one of the zone that the computer is in. */
const LOCAL_TIME = /T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?=\/|$)/g;

/** Whether a list tells of dates that end before they begin. */
const runsBackwards = (when: string): boolean => {
	for (const [, first = '', last = ''] of when.matchAll(RUN)) {
		if (edtf(first).min > edtf(last).min) {
			return true;
		}
	}

	return false;
};

/**
Whether the library takes what is no EDTF: so many digits for the milliseconds of a clock, or for a century or
a decade, which EDTF writes `19XX` and `198X`; 29 February for 1 March; an interval that says nothing.
*/
const isMistaken = (when: string): boolean =>
	(DIGITS.exec(when)?.[1] ?? '0000').length !== 4 ||
	NO_ENDS.has(when) ||
	missingDay(when) !== undefined ||
	runsBackwards(when);

/** The bounds of any EDTF date, by the grammar of all of it where that is needed. */
export const edtfBounds: BoundsOf = when => {
	const quick = quickBounds(when);
	if (quick !== undefined) {
		return quick;
	}

	try {
		if (isMistaken(when)) {
			return undefined;
		}

		// Days are local to the events, and so are times.
		const {min, max} = edtf(when.replaceAll(LOCAL_TIME, '$&Z'));
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
