import {type Stretch, shapeOf} from './pack-stretches.ts';
import type {Extent, TimeExtents, TimePoint} from './time-extents.ts';
import {type TimeScale, timeScale} from './time-scale.ts';

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
	/** Of the dates that are no exact day; none that looks like another. */
	readonly stretches: readonly LaidStretch[];
}

interface LaidStretch extends Stretch {
	/** What `shapeOf` makes of it. */
	readonly shape: number;
}

/** The stretch that a date covers on a line of time. */
export const stretchOf = (
	{from, to, isFromRough, isToRough}: Extent,
	{scale}: Pick<TimeLayout, 'scale'>,
): Stretch => ({
	from: scale.columnOf(from),
	to: scale.columnOf(to),
	begin: Number.isFinite(from) ? (isFromRough ? 'rough' : 'sure') : 'open',
	end: Number.isFinite(to) ? (isToRough ? 'rough' : 'sure') : 'open',
});

const laidStretches = (
	extents: readonly Extent[],
	columns: number,
	scale: TimeScale,
): readonly LaidStretch[] => {
	const byShape = new Map<number, LaidStretch>();
	for (const extent of extents) {
		const stretch = stretchOf(extent, {scale});
		const shape = shapeOf(stretch, columns);
		if (!byShape.has(shape)) {
			byShape.set(shape, {...stretch, shape});
		}
	}

	return [...byShape.values()];
};

/** @param columns - From 2. */
export const layOutTime = (extents: TimeExtents, columns: number): TimeLayout => {
	const days = extents.points.map(({day}) => day);
	const scale = timeScale(days, columns);
	return {
		extents,
		columns,
		scale,
		marks: timeMarks(extents.points, scale),
		stretches: laidStretches(extents.stretches, columns, scale),
	};
};
