/*
When a date begins and ends, of the forms that most dates have: what a screen needs of them, without the
grammar of all of EDTF.
*/

/** A plain year, month or day, which may be about or perhaps the one given. */
const PLAIN = /^(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?)[~?%]?$/;

/** A decade or a century. */
const SPAN = /^\d{2}(?:\dX|XX)$/;

/** First and last instant, in ms since 1970. */
export interface Bounds {
	readonly begin: number;
	readonly end: number;
}

/** The bounds of an EDTF date; `undefined` when it is not EDTF, as far as the reader of it can tell. */
export type BoundsOf = (when: string) => Bounds | undefined;

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

/** `198X` and `19XX`: a decade, a century. */
const spanBounds = (date: string): Bounds | undefined => {
	if (!SPAN.test(date)) {
		return undefined;
	}

	const begin = Date.parse(date.replaceAll('X', '0'));
	return {begin, end: plainEnd(Date.parse(date.replaceAll('X', '9')), 4)};
};

const plainBounds = (date: string): Bounds | undefined => {
	const plain = PLAIN.exec(date)?.[1];
	if (plain === undefined) {
		return spanBounds(date);
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
export const quickBounds: BoundsOf = when => {
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
