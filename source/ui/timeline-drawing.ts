import type {IsoDay} from '../dossier/schema.ts';
import type {Glyphs} from '../terminal/glyphs.ts';
import type {Look} from '../terminal/theme.ts';
import type {Display} from './display.ts';
import type {Extent, TimeExtents, TimePoint} from './time-extents.ts';
import {type TimeScale, timeScale} from './time-scale.ts';
import type {StretchSigns} from './time-stretches.ts';

/** What a line of time is drawn with, each of one cell. */
export interface Signs extends StretchSigns {
	readonly exact: string;
	readonly inexact: string;
	readonly many: string;
	readonly axis: string;
	readonly squeezed: string;
	readonly asOf: string;
	readonly pointer: string;
}

const UNICODE: Signs = {
	exact: '●',
	inexact: '○',
	many: '+',
	axis: '─',
	squeezed: '┄',
	asOf: '│',
	pointer: '▾',
	line: '─',
	begin: '├',
	end: '┤',
	rough: '~',
	past: '◁',
	future: '▷',
	both: '│',
};

const ASCII: Signs = {
	exact: '*',
	inexact: 'o',
	many: '+',
	axis: '-',
	squeezed: '.',
	asOf: '|',
	pointer: 'v',
	line: '-',
	begin: '|',
	end: '|',
	rough: '~',
	past: '<',
	future: '>',
	both: '|',
};

export const signsOf = (glyphs: Glyphs): Signs => (glyphs.rule === '-' ? ASCII : UNICODE);

/** A column with events, or an end of the line without. */
export interface TimeMark {
	readonly column: number;
	/** How many events. */
	readonly count: number;
	/** The first and the last day in the column. */
	readonly first: TimePoint;
	readonly last: TimePoint;
}

/** Marks from left to right; their counts together are the number of extents. */
const timeMarks = (
	points: readonly TimePoint[],
	{columns}: Pick<TimeScale, 'columns'>,
): readonly TimeMark[] => {
	const marks: TimeMark[] = [];
	let first = 0;
	let count = 0;
	for (const [at, point] of points.entries()) {
		count += point.count;
		if (columns[at] !== columns[at + 1]) {
			marks.push({column: columns[at] ?? 0, count, first: points[first] ?? point, last: point});
			first = at + 1;
			count = 0;
		}
	}

	return marks;
};

/** Events laid over columns, for any selection and any as-of day. */
export interface TimeLayout {
	readonly extents: TimeExtents;
	readonly columns: number;
	readonly scale: TimeScale;
	readonly marks: readonly TimeMark[];
}

/** @param columns - From 2. */
export const layOutTime = (extents: TimeExtents, columns: number): TimeLayout => {
	const days = extents.points.map(({day}) => day);
	const scale = timeScale(days, columns);
	return {extents, columns, scale, marks: timeMarks(extents.points, scale)};
};

/** What is drawn this time. */
export interface Drawing extends TimeLayout {
	readonly selected: Extent | undefined;
	readonly selectedColumn: number | undefined;
	readonly selectedLook: Look;
	/** Columns of events that are linked to the selection. */
	readonly related: ReadonlySet<number>;
	readonly asOf: {readonly day: IsoDay; readonly column: number} | undefined;
	readonly signs: Signs;
	readonly display: Display;
}
