import type {BoundsOf} from './date-bounds.ts';
import {longDay, readableDate, readableYear, shortDay} from './days.ts';
import {remembered} from './remembered.ts';
import type {DossierEvent, RecordId} from './schema.ts';

/*
What a line of time needs to know of the events, none of which depends on how wide the line is: so it
is worked out once for a list of events, however long.
*/

const DAY = 86_400_000;

const YEAR = 365.2425 * DAY;

/** The farthest instant that a `Date` can hold. */
const FARTHEST = 8.64e15;

const dayOf = (instant: number): number => Math.floor(instant / DAY) * DAY;

/** One end of an event, in words as short as its date allows. */
export interface TimeLabel {
	/** `15 Feb`, `Feb 2011`, `2011`, `2010s`, `44 BC`; `~` before it where it is not sure. */
	readonly short: string;
	/** With the year. */
	readonly long: string;
	/** What `long` says of the year. */
	readonly year: string;
	/** The day of the month alone, of a date that is a day. */
	readonly dayOfMonth: string | undefined;
}

/** The stretch that a date covers. All instants are the beginnings of days, in ms since 1970. */
export interface Extent {
	readonly id: DossierEvent['id'];
	/** Where its mark stands: its first day, or its last where no beginning is known. */
	readonly day: number;
	/** First day; minus infinity where it is open. */
	readonly from: number;
	/** Last day, inclusive; infinity where it is open. */
	readonly to: number;
	/** To the day, and sure of it. */
	readonly isExact: boolean;
	/** The first, or the last, day is about or perhaps the one given. */
	readonly isFromRough: boolean;
	readonly isToRough: boolean;
	/** The EDTF date of `day`, without its other end. */
	readonly date: string;
	/** The whole EDTF date. */
	readonly when: string;
}

/** A day with a mark on the line. */
export interface TimePoint {
	/** Its beginning, in ms since 1970. */
	readonly day: number;
	/** How many events; none where the line only ends there. */
	readonly count: number;
	/** Of those events the one with the most exact date. */
	readonly lead: Extent | undefined;
	/** The date to write there; `undefined` where it would be more exact than the dossier. */
	readonly date: string | undefined;
}

export interface TimeExtents {
	/** In order of their days. */
	readonly extents: readonly Extent[];
	/**
	Those that cover more than an exact day, in the same order, no two of one stretch; of more than
	any line can hold an even part.
	*/
	readonly stretches: readonly Extent[];
	readonly find: (id: RecordId | undefined) => Extent | undefined;
	/** In order, no two of one day. */
	readonly points: readonly TimePoint[];
}

const HEDGE = /[~?%]/;

const EXACT_DAY = /^-?\d{4}-\d\d-\d\d$/;

const MONTH = /^-?\d{4}-(?:0[1-9]|1[0-2])$/;

const DECADE = /^\d{3}X$/;

const CENTURY = /^\d{2}XX$/;

/** A time of day, or a month or day that is not known. */
const REST = /T.*$|(?:-XX)+$/;

/** The year of an instant as EDTF writes it: four digits or more, 1 BCE is `0000`. */
export const yearOf = (instant: number): string => {
	const year =
		Math.abs(instant) <= FARTHEST
			? new Date(instant).getUTCFullYear()
			: Math.round(1970 + instant / YEAR);
	return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
};

const plainLabel = (plain: string, day: number): TimeLabel => {
	const year = readableYear(yearOf(day));
	if (EXACT_DAY.test(plain)) {
		const dayOfMonth = String(Number(plain.slice(-2)));
		return {short: shortDay(plain), long: longDay(plain), year, dayOfMonth};
	}

	if (CENTURY.test(plain)) {
		const long = readableDate(plain);
		return {short: long.replace(/entury$/, '.'), long, year: long, dayOfMonth: undefined};
	}

	const isMonth = MONTH.test(plain);
	const text = isMonth || DECADE.test(plain) ? readableDate(plain) : year;
	return {short: text, long: text, year: isMonth ? year : text, dayOfMonth: undefined};
};

/**
A date as it is written on the line. A form without plain words is given as its year.

@param date - One EDTF date, not an interval.
@param day - A day of it.
*/
export const timeLabel = (date: string, day: number): TimeLabel => {
	const plain = date.replace(/[~?%]+$/, '');
	const label = plainLabel(plain.replace(REST, ''), day);
	return plain === date
		? label
		: {
				...label,
				short: `~${label.short}`,
				long: `~${label.long}`,
				dayOfMonth: label.dayOfMonth && `~${label.dayOfMonth}`,
			};
};

/** The two ends of an interval; of anything else twice the date itself. */
const endsOf = (when: string): readonly [string, string] => {
	const slash = when.indexOf('/');
	return slash === -1 ? [when, when] : [when.slice(0, slash), when.slice(slash + 1)];
};

const extentOf = ({id, when, precision}: DossierEvent, boundsOf: BoundsOf): Extent | undefined => {
	const bounds = boundsOf(when);
	if (bounds === undefined) {
		return undefined;
	}

	const from = dayOf(bounds.begin);
	const to = dayOf(bounds.end);
	const day = Number.isFinite(from) ? from : to;
	if (!Number.isFinite(day)) {
		return undefined;
	}

	const [first, last] = endsOf(when);
	const isRough = precision === 'approximate';
	const isFromRough = isRough || HEDGE.test(first);
	const isToRough = isRough || HEDGE.test(last);
	return {
		id,
		day,
		from,
		to,
		isExact: from === to && precision === 'day' && !isFromRough && !isToRough,
		isFromRough,
		isToRough,
		date: Number.isFinite(from) ? first : last,
		when,
	};
};

const lengthOf = ({from, to}: Extent): number => to - from;

/** The date of the last day, where the dossier names it: a year does not name its December. */
const lastDate = ({when}: Extent): string | undefined =>
	when.includes('/') ? endsOf(when)[1] : undefined;

const pointsOf = (extents: readonly Extent[]): readonly TimePoint[] => {
	const points: {day: number; count: number; lead: Extent; date: string}[] = [];
	let latest: Extent | undefined;
	for (const extent of extents) {
		const last = points.at(-1);
		if (last?.day === extent.day) {
			last.count++;
			if (lengthOf(extent) < lengthOf(last.lead)) {
				last.lead = extent;
				last.date = extent.date;
			}
		} else {
			points.push({day: extent.day, count: 1, lead: extent, date: extent.date});
		}

		if (Number.isFinite(extent.to) && extent.to > (latest?.to ?? Number.NEGATIVE_INFINITY)) {
			latest = extent;
		}
	}

	const last = points.at(-1);
	return last === undefined || latest === undefined || latest.to <= last.day
		? points
		: [...points, {day: latest.to, count: 0, lead: undefined, date: lastDate(latest)}];
};

const MOST_STRETCHES = 2000;

const stretchesOf = (extents: readonly Extent[]): readonly Extent[] => {
	const byShape = new Map(
		extents
			.filter(({isExact}) => !isExact)
			.toReversed()
			.map(extent => {
				const {from, to, isFromRough, isToRough} = extent;
				return [`${from} ${to} ${isFromRough} ${isToRough}`, extent];
			}),
	);
	const stretches = [...byShape.values()].toReversed();
	const step = Math.ceil(stretches.length / MOST_STRETCHES);
	return step < 2 ? stretches : stretches.filter((_, at) => at % step === 0);
};

/** The extent of each event; `undefined` where its date says nothing of when, such as `../..`. */
export const extentsOf = (
	events: readonly DossierEvent[],
	boundsOf: BoundsOf,
): readonly (Extent | undefined)[] => {
	const knownBounds = remembered(boundsOf);
	return events.map(event => extentOf(event, knownBounds));
};

/** @param find - The extent of an event, if it is among these. */
export const extentsInTime = (given: readonly Extent[], find: TimeExtents['find']): TimeExtents => {
	const extents = given.toSorted((a, b) => a.day - b.day);
	return {extents, stretches: stretchesOf(extents), find, points: pointsOf(extents)};
};

/** Events whose date says nothing of when, such as `../..`, are not among the extents. */
export const timeExtents = (events: readonly DossierEvent[], boundsOf: BoundsOf): TimeExtents => {
	const extents = extentsOf(events, boundsOf).filter(extent => extent !== undefined);
	const byId = new Map<RecordId, Extent>(extents.map(extent => [extent.id, extent]));
	return extentsInTime(extents, id => (id === undefined ? undefined : byId.get(id)));
};
