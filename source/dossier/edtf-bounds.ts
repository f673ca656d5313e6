import edtf from 'edtf';

/** A plain year, month or day, which may be about or perhaps the one given. */
const PLAIN = /^(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?)[~?%]?$/;

/** A year of any size, in digits or as a power of ten: `Y-170000002`, `Y17E7`. */
const LONG_YEAR = /^Y(-?\d+(?:E\d+)?)/;

const YEAR = 365.2425 * 86_400_000;

/** First and last instant, in ms since 1970. */
interface Bounds {
	readonly begin: number;
	readonly end: number;
}

/** The last instant of a plain date of so many characters. */
const plainEnd = (begin: number, length: number): number => {
	const next = new Date(begin);
	if (length === 4) {
		next.setUTCFullYear(next.getUTCFullYear() + 1);
	} else if (length === 7) {
		next.setUTCMonth(next.getUTCMonth() + 1);
	} else {
		next.setUTCDate(next.getUTCDate() + 1);
	}

	return next.getTime() - 1;
};

const plainBounds = (date: string): Bounds | undefined => {
	const plain = PLAIN.exec(date)?.[1];
	if (plain === undefined) {
		return undefined;
	}

	const begin = Date.parse(plain);
	return Number.isNaN(begin) || !new Date(begin).toISOString().startsWith(plain)
		? undefined
		: {begin, end: plainEnd(begin, plain.length)};
};

/**
Bounds of plain dates and of intervals between them, of which there may be many, without the grammar
of all of EDTF; `undefined` when that is needed to tell.
*/
const quickBounds = (when: string): Bounds | undefined => {
	const slash = when.indexOf('/');
	if (slash === -1) {
		return plainBounds(when);
	}

	const first = plainBounds(when.slice(0, slash));
	const rest = when.slice(slash + 1);
	if (first === undefined || rest === '..') {
		return first === undefined ? undefined : {...first, end: Number.POSITIVE_INFINITY};
	}

	const last = plainBounds(rest);
	return last !== undefined && first.end < last.begin
		? {begin: first.begin, end: last.end}
		: undefined;
};

/** The library gives no bound where one is unknown, and NaN where it lies beyond a `Date`. */
const isKnown = (bound: number | null): bound is number => bound !== null && !Number.isNaN(bound);

const longYearBounds = (when: string): Bounds | undefined => {
	const year = LONG_YEAR.exec(when)?.[1];
	return year === undefined
		? undefined
		: {begin: (Number(year) - 1970) * YEAR, end: (Number(year) - 1969) * YEAR - 1};
};

const boundsOf = (when: string): Bounds | undefined => {
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
export const beginningOf = (when: string): number | undefined => boundsOf(when)?.begin;

/**
Last instant of an EDTF date in ms since 1970, or `undefined` when it is not EDTF. Infinity where the
end is open (`2011-02-15/..`) or unknown (`2011-02-15/`).
*/
export const endOf = (when: string): number | undefined => boundsOf(when)?.end;
