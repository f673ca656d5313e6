import {type TimeLabel, timeLabel, yearOf} from '../dossier/time-extents.ts';
import type {TimeMark} from '../dossier/time-layout.ts';
import type {Spans} from './line.tsx';
import {type ColumnDate, type PlacedDate, placeDates, yearAlone} from './time-dates.ts';
import type {Drawing} from './timeline-drawing.ts';

const pointerOver = (
	column: number,
	{selectedColumn, related, signs, display}: Drawing,
): string => {
	if (column === selectedColumn) {
		return signs.pointer;
	}

	return related.has(column) ? display.glyphs.related : '';
};

/** A date that may be wanted, and how much: the lower the sooner. */
interface WantedDate extends ColumnDate {
	readonly rank: number;
	/** Of the gap before it, in ms. */
	readonly gap: number;
}

/** In the order in which dates get their room. */
const RANKS = {selected: 0, end: 1, asOf: 2, related: 3, other: 4, amongMany: 5} as const;

interface Wish {
	readonly column: number;
	readonly date: string | undefined;
	readonly day: number;
	readonly rank: keyof typeof RANKS;
	/** The column stands for several days. */
	readonly isOfMany: boolean;
	/** The marks on both sides of the column; its own, if it has one, is neither. */
	readonly before: TimeMark | undefined;
	readonly after: TimeMark | undefined;
}

/**
A date as its column needs it. The first day of a year says its year, and is nothing but the year where
there is no room for both; a column of many days is a year, or a day in the year that is said before it.
*/
const wanted = (
	{column, date, day, rank, isOfMany, before, after}: Wish,
	gaps: ReadonlyMap<number, number>,
	drawing: Drawing,
): readonly WantedDate[] => {
	if (date === undefined) {
		return [];
	}

	const year = yearOf(day);
	const isFirst = before === undefined || yearOf(before.first.day) !== year;
	const isAlone = isFirst && (after === undefined || yearOf(after.first.day) !== year);
	const isAsOf = date === drawing.asOf?.day;
	const isWhole = rank === 'selected' || isAsOf;
	const label = timeLabel(date, day);
	const yearOnly = yearAlone(label);
	const form: TimeLabel =
		isOfMany && isFirst && !isWhole
			? {...label, short: yearOnly, long: yearOnly}
			: isWhole
				? {...label, short: isAlone || isOfMany ? label.long : label.short}
				: {...label, short: isFirst ? yearOnly : label.short};
	return [
		{
			...form,
			column,
			pointer: pointerOver(column, drawing),
			isLeft:
				before !== undefined &&
				after !== undefined &&
				after.column - column < column - before.column,
			isAsOf,
			isLongFirst: isFirst && !isAlone,
			keepsDay: isWhole,
			mayBeDayAlone: isWhole || rank === 'end',
			rank: RANKS[isOfMany && !isFirst && rank === 'other' ? 'amongMany' : rank],
			gap: gaps.get(column) ?? 0,
		},
	];
};

/** What date a mark wants over it. */
const wishOf = (mark: TimeMark, at: number, drawing: Drawing): Wish => {
	const {marks, selected, selectedColumn, asOf, related, columns} = drawing;
	const {column, first, last} = mark;
	const beside = {isOfMany: first !== last, before: marks[at - 1], after: marks[at + 1]};
	if (selected !== undefined && column === selectedColumn) {
		return {column, date: selected.date, day: selected.day, rank: 'selected', ...beside};
	}

	const isEnd = mark === marks[0] || mark === marks.at(-1);
	if (column === asOf?.column) {
		const day = Date.parse(asOf.day);
		return {column, date: asOf.day, day, rank: isEnd ? 'end' : 'asOf', ...beside};
	}

	const {date, day} = column === columns - 1 ? last : first;
	return {
		column,
		date,
		day,
		rank: isEnd ? 'end' : related.has(column) ? 'related' : 'other',
		...beside,
	};
};

/**
The dates over the line, most wanted first: that of the selection, both ends, the as-of day, what is
linked to the selection, then the one after the longest gap.
*/
const wantedDates = (drawing: Drawing): readonly ColumnDate[] => {
	const {marks, asOf, scale} = drawing;
	const gaps = new Map(scale.gaps.map(({to, length}) => [to, length]));
	const wishes = marks.map((mark, at) => wishOf(mark, at, drawing));
	const unmarked: readonly Wish[] =
		asOf === undefined || marks.some(({column}) => column === asOf.column)
			? []
			: [
					{
						column: asOf.column,
						date: asOf.day,
						day: Date.parse(asOf.day),
						rank: 'asOf',
						isOfMany: false,
						before: marks.findLast(({column}) => column < asOf.column),
						after: marks.find(({column}) => column > asOf.column),
					},
				];
	return [...wishes, ...unmarked]
		.flatMap(wish => wanted(wish, gaps, drawing))
		.toSorted((a, b) => a.rank - b.rank || b.gap - a.gap || a.column - b.column);
};

/** The dates over the line, as they find room. */
export const lineDates = (drawing: Drawing): readonly PlacedDate[] =>
	placeDates(wantedDates(drawing), drawing.columns);

export const datesRow = (placed: readonly PlacedDate[], drawing: Drawing): Spans => {
	const {theme} = drawing.display;
	let before = 0;
	return placed.flatMap(({column, text, at, end, isAsOf}) => {
		const blank = ' '.repeat(at - before);
		before = end;
		const isStrong = isAsOf || drawing.related.has(column);
		const look = isStrong ? theme.title : theme.secondary;
		const date = {text, look: column === drawing.selectedColumn ? drawing.selectedLook : look};
		return blank === '' ? [date] : [{text: blank}, date];
	});
};
