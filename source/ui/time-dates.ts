import type {TimeLabel} from '../dossier/time-extents.ts';
import {textWidth} from '../terminal/text-width.ts';

/*
The dates over a line of time: as many as have room, the most important first, none touching another.
*/

/** A date that wants to stand over a column. */
export interface ColumnDate extends TimeLabel {
	readonly column: number;
	/** A sign of one cell that stands exactly over the column, the date beside it; or none. */
	readonly pointer: string;
	/** The date stands to the left of its pointer, where it can. */
	readonly isLeft: boolean;
	readonly isAsOf: boolean;
	/** The first of its year and not the last: long, where it can be. */
	readonly isLongFirst: boolean;
	/** Without room for both it is the day that is told, not the year. */
	readonly keepsDay: boolean;
	/** It is told at any length, were it the day of the month alone beside a date of that month. */
	readonly mayBeDayAlone: boolean;
}

export interface PlacedDate extends ColumnDate {
	/** With its pointer, and in brackets when it is the as-of day, as far as there is room. */
	readonly text: string;
	/** First cell, from 0. */
	readonly at: number;
	/** One past its last cell. */
	readonly end: number;
	readonly isPointing: boolean;
	/** Which words of it stand there. */
	readonly form: Form;
	readonly isBracketed: boolean;
}

/** Of a day alone the month is said to its left. */
type Form = 'long' | 'short' | 'day' | 'year';

/** A form that a date can be placed in. */
interface Wording {
	readonly form: Form;
	readonly isBracketed: boolean;
}

/** Cells that are free, from the first to one past the last. */
interface Room {
	readonly from: number;
	readonly to: number;
}

/** The free cells round a column, a blank before and after them; none where a date stands. */
const roomAround = (
	column: number,
	placed: readonly PlacedDate[],
	columns: number,
): Room | undefined => {
	let from = 0;
	let to = columns;
	for (const date of placed) {
		if (date.end < column) {
			from = Math.max(from, date.end + 1);
		} else if (date.at > column + 1) {
			to = Math.min(to, date.at - 1);
		} else {
			return undefined;
		}
	}

	return {from, to};
};

/** The year alone, as unsure as the date. */
export const yearAlone = ({short, year}: TimeLabel): string =>
	short.startsWith('~') ? `~${year}` : year;

const words = (date: ColumnDate, {form, isBracketed}: Wording): string => {
	const text =
		form === 'year' ? yearAlone(date) : form === 'day' ? (date.dayOfMonth ?? '') : date[form];
	return isBracketed ? `[${text}]` : text;
};

/** Puts a date into its room, if it has it there. */
type Place = (date: ColumnDate, wording: Wording, room: Room) => PlacedDate | undefined;

/** The date on one side of its pointer, or else on the other. */
const beside: Place = (date, wording, {from, to}) => {
	const {column, pointer, isLeft} = date;
	const text = words(date, wording);
	const width = textWidth(text);
	const left = column - 1 - width;
	const right = column + 2 + width;
	const hasLeft = left >= from;
	const hasRight = right <= to;
	if (pointer === '' || !(hasLeft || hasRight)) {
		return undefined;
	}

	const placed = {...date, ...wording, isPointing: true};
	return hasLeft && (isLeft || !hasRight)
		? {...placed, text: `${text} ${pointer}`, at: left, end: column + 1}
		: {...placed, text: `${pointer} ${text}`, at: column, end: right};
};

/** The date over its column, in the middle as far as there is room. */
const over: Place = (date, wording, {from, to}) => {
	const {column} = date;
	const text = words(date, wording);
	const width = textWidth(text);
	const at = Math.max(from, Math.min(column - Math.floor(width / 2), to - width));
	return at + width > to || at > column || at + width <= column
		? undefined
		: {...date, ...wording, text, at, end: at + width, isPointing: false};
};

/** Of a day its month, with the year. */
const monthOf = ({long, dayOfMonth}: TimeLabel): string | undefined =>
	dayOfMonth === undefined ? undefined : long.slice(dayOfMonth.length + 1);

/** Whether what stands next to the left of a date says the month of it. */
const isMonthSaid = (date: ColumnDate, placed: readonly PlacedDate[]): boolean => {
	const before = placed
		.filter(({column}) => column < date.column)
		.reduce<PlacedDate | undefined>(
			(nearest, other) => (nearest === undefined || other.at > nearest.at ? other : nearest),
			undefined,
		);
	const month = monthOf(date);
	return month !== undefined && before?.keepsDay === true && monthOf(before) === month;
};

/** In the first form that has room: with its brackets if that is possible, and with its pointer if that is. */
const placedIn = (
	room: Room,
	date: ColumnDate,
	placed: readonly PlacedDate[],
): PlacedDate | undefined => {
	const forms: readonly Form[] = [
		...(date.isLongFirst ? (['long'] as const) : []),
		'short',
		...(date.mayBeDayAlone && isMonthSaid(date, placed) ? (['day'] as const) : []),
	];
	for (const isBracketed of date.isAsOf ? [true, false] : [false]) {
		for (const form of forms) {
			for (const place of [beside, over]) {
				const found = place(date, {form, isBracketed}, room);
				if (found !== undefined) {
					return found;
				}
			}
		}
	}

	return undefined;
};

const inOrder = (placed: readonly PlacedDate[]): readonly PlacedDate[] =>
	placed.toSorted((a, b) => a.at - b.at);

/** Whether a year would be taken for that of the day next to it. */
const isOneDate = (day: PlacedDate | undefined, date: PlacedDate): boolean =>
	day !== undefined &&
	date.at - day.end < 2 &&
	date.text === yearAlone(date) &&
	day.text.endsWith(day.short) &&
	day.short !== day.long &&
	day.short !== yearAlone(day);

/** As it stands, or with its year where that is not said before it. */
const withYear = (
	date: PlacedDate,
	said: string | undefined,
	room: Room,
): {readonly told: PlacedDate; readonly said: string | undefined} => {
	const {form, short, long, year, isBracketed, keepsDay} = date;
	if (form === 'long' || short === long) {
		return {told: date, said: year};
	}

	const saysYear = short.endsWith(year);
	if (form === 'day' || (year === said && !saysYear)) {
		return {told: date, said};
	}

	const place = date.isPointing ? beside : over;
	const told =
		place(date, {form: 'long', isBracketed}, room) ??
		(keepsDay || saysYear ? undefined : place(date, {form: 'year', isBracketed}, room));
	return {told: told ?? date, said: told === undefined && !saysYear ? said : year};
};

/**
The year beside the first day of every year, where nothing else says it and there is room; without that
room the year in its place, as a day would be taken for one of the year before.
*/
const withYears = (placed: readonly PlacedDate[], columns: number): readonly PlacedDate[] => {
	const result: PlacedDate[] = [];
	let saidBefore: string | undefined;
	for (const [at, date] of placed.entries()) {
		const before = result.at(-1);
		const {told, said} = withYear(date, saidBefore, {
			from: before === undefined ? 0 : before.end + 1,
			to: (placed[at + 1]?.at ?? columns + 1) - 1,
		});
		if (isOneDate(before, told) && before?.keepsDay === false) {
			result.pop();
		}

		if (!isOneDate(result.at(-1), told)) {
			result.push(told);
		}

		saidBefore = said;
	}

	return result;
};

/** Pointers alone, where their dates have no room; side by side where their columns are. */
const withPointers = (
	placed: readonly PlacedDate[],
	dates: readonly ColumnDate[],
	columns: number,
): readonly PlacedDate[] => {
	const columnsSaid = new Set(placed.map(({column}) => column));
	const result = [...placed];
	for (const date of dates) {
		if (
			date.pointer !== '' &&
			!columnsSaid.has(date.column) &&
			roomAround(date.column, placed, columns) !== undefined
		) {
			result.push({
				...date,
				text: date.pointer,
				at: date.column,
				end: date.column + 1,
				isPointing: true,
				form: 'short',
				isBracketed: false,
			});
		}
	}

	return result;
};

/** Each where those before it left room, in the order given. */
const placedInTurn = (dates: readonly ColumnDate[], columns: number): readonly PlacedDate[] => {
	const placed: PlacedDate[] = [];
	for (const date of dates) {
		const room = roomAround(date.column, placed, columns);
		const place = room === undefined ? undefined : placedIn(room, date, placed);
		if (place !== undefined) {
			placed.push(place);
		}
	}

	return placed;
};

/** So that there is room for the as-of day too, where the first date can do with less. */
const withAsOf = (dates: readonly ColumnDate[], columns: number): readonly PlacedDate[] => {
	const placed = placedInTurn(dates, columns);
	const asOf = dates.find(({isAsOf}) => isAsOf);
	if (asOf === undefined || placed.some(({isAsOf}) => isAsOf)) {
		return placed;
	}

	const others = placedInTurn([asOf, ...dates.filter(({isAsOf}) => !isAsOf)], columns);
	return others.some(({column}) => column === dates[0]?.column) ? others : placed;
};

/**
Places dates over their columns, a blank cell or more on both sides of each.

@param dates - At most one for a column, the most important first.
@returns From left to right. The first of `dates` is always among them, unless it is wider than
`columns`.
*/
export const placeDates = (dates: readonly ColumnDate[], columns: number): readonly PlacedDate[] =>
	inOrder(withPointers(withYears(inOrder(withAsOf(dates, columns)), columns), dates, columns));
