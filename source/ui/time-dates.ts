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
}

export interface PlacedDate extends ColumnDate {
	/** With its pointer, and in brackets when it is the as-of day, as far as there is room. */
	readonly text: string;
	/** First cell, from 0. */
	readonly at: number;
	/** One past its last cell. */
	readonly end: number;
	readonly isPointing: boolean;
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

const words = ({short, long, isAsOf}: ColumnDate, isLong: boolean): string => {
	const text = isLong ? long : short;
	return isAsOf ? `[${text}]` : text;
};

/** The date on one side of its pointer, or else on the other. */
const beside = (date: ColumnDate, text: string, {from, to}: Room): PlacedDate | undefined => {
	const {column, pointer, isLeft} = date;
	const width = textWidth(text);
	const left = column - 1 - width;
	const right = column + 2 + width;
	const hasLeft = left >= from;
	const hasRight = right <= to;
	if (pointer === '' || !(hasLeft || hasRight)) {
		return undefined;
	}

	return hasLeft && (isLeft || !hasRight)
		? {...date, text: `${text} ${pointer}`, at: left, end: column + 1, isPointing: true}
		: {...date, text: `${pointer} ${text}`, at: column, end: right, isPointing: true};
};

/** The date over its column, in the middle as far as there is room. */
const over = (date: ColumnDate, text: string, {from, to}: Room): PlacedDate | undefined => {
	const {column} = date;
	const width = textWidth(text);
	const at = Math.max(from, Math.min(column - Math.floor(width / 2), to - width));
	return at + width > to || at > column || at + width <= column
		? undefined
		: {...date, text, at, end: at + width, isPointing: false};
};

/** With its pointer if that is possible, and with its brackets if that is. */
const placedIn = (room: Room, date: ColumnDate): PlacedDate | undefined => {
	const forms = date.isAsOf ? [date, {...date, isAsOf: false}] : [date];
	for (const place of [beside, over]) {
		for (const form of forms) {
			const placed = place(form, words(form, false), room);
			if (placed !== undefined) {
				return placed;
			}
		}
	}

	return undefined;
};

const inOrder = (placed: readonly PlacedDate[]): readonly PlacedDate[] =>
	placed.toSorted((a, b) => a.at - b.at);

/** The year beside the first day of every year, where nothing else says it and there is room. */
const withYears = (placed: readonly PlacedDate[], columns: number): readonly PlacedDate[] => {
	const result: PlacedDate[] = [];
	let said: string | undefined;
	for (const [at, date] of placed.entries()) {
		if (date.short === date.long) {
			said = date.year;
			result.push(date);
			continue;
		}

		const before = result.at(-1);
		const room = {
			from: before === undefined ? 0 : before.end + 1,
			to: (placed[at + 1]?.at ?? columns + 1) - 1,
		};
		const text = words(date, true);
		const saysYear = date.short.endsWith(date.year);
		const long =
			date.year === said && !saysYear
				? undefined
				: date.isPointing
					? beside(date, text, room)
					: over(date, text, room);
		said = long === undefined && !saysYear ? said : date.year;
		result.push(long ?? date);
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
			});
		}
	}

	return result;
};

/**
Places dates over their columns, a blank cell or more on both sides of each.

@param dates - At most one for a column, the most important first.
@returns From left to right. The first of `dates` is always among them, unless it is wider than
`columns`.
*/
export const placeDates = (
	dates: readonly ColumnDate[],
	columns: number,
): readonly PlacedDate[] => {
	const placed: PlacedDate[] = [];
	for (const date of dates) {
		const room = roomAround(date.column, placed, columns);
		const place = room === undefined ? undefined : placedIn(room, date);
		if (place !== undefined) {
			placed.push(place);
		}
	}

	return inOrder(withPointers(withYears(inOrder(placed), columns), dates, columns));
};
