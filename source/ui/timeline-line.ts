import {packStretches, shapeOf} from '../dossier/pack-stretches.ts';
import type {IsoDay} from '../dossier/schema.ts';
import type {Extent} from '../dossier/time-extents.ts';
import {stretchOf, type TimeLayout} from '../dossier/time-layout.ts';
import type {Display} from './display.ts';
import type {Spans} from './line.tsx';
import type {Marking} from './list-row.ts';
import {type DrawnStretch, stretchSpans} from './time-stretches.ts';
import {axisRow} from './timeline-axis.ts';
import {datesRow, lineDates} from './timeline-dates.ts';
import {type Drawing, signsOf} from './timeline-drawing.ts';

/*
Time as a line: dates, under them the axis with a mark wherever something happened, under that the
stretches of dates that are no exact day.

On the axis a plain line is to scale, a dotted one is squeezed and has its length written in it where
there is room.
*/

/** With fewer there is no line, only the list. */
const LEAST_COLUMNS = 16;

/**
That of the selection, those of related events, then all. As many rows as all of them take together,
whatever is selected, so that nothing below moves with the selection.
*/
const stretchRows = (
	drawing: Drawing,
	related: readonly Extent[],
	rows: number,
): readonly Spans[] => {
	const {stretches, selected, selectedLook, columns, signs} = drawing;
	const {theme} = drawing.display;
	const height = packStretches(stretches, columns, rows).length;
	const all = stretches.map(stretch => ({...stretch, look: theme.secondary}));
	// There may be thousands, of few dates.
	const inexact = new Map(
		related.flatMap(extent => (extent.isExact ? [] : [[extent.when, extent]])),
	);
	const shapes = new Set(
		Array.from(inexact.values(), extent => shapeOf(stretchOf(extent, drawing), columns)),
	);
	const first = [
		...(selected === undefined || selected.isExact
			? []
			: [{...stretchOf(selected, drawing), look: selectedLook}]),
		// Bold would say no more than the sign over them does, and be sent with every other selection.
		...all.filter(({shape}) => shapes.has(shape)),
	];
	const drawn = packStretches<DrawnStretch>([...first, ...all], columns, height).map(row =>
		stretchSpans(row, signs),
	);
	return Array.from({length: height}, (_, row) => drawn[row] ?? []);
};

/**
The events on a line of time.

The column of the selected event is reversed, or bold while another pane has the focus, and a pointer
stands over it, with its date; columns of related events are bold under a sign of their own. The
as-of day has its date in brackets, and a tick where nothing happened on it; a day that lies beyond
the line has neither. A column of several events says how many, from ten on by how dense its sign is.

@param layout - What `layOutTime` makes of the events: the same for every selection and as-of day.
@param rows - With one there is the axis alone, with two the dates over it, with more the stretches
of dates that are no exact day: that of the selection, those of related events, then as many as fit.
@returns At most `rows` rows of at most as many cells as the layout has columns; none when there are
no events, or no room.
*/
export const timelineLines = (
	layout: TimeLayout,
	{selected: id, related: relatedIds, isFocused}: Marking,
	asOfDay: IsoDay,
	rows: number,
	display: Display,
): readonly Spans[] => {
	const {extents, columns, scale} = layout;
	const [first, last] = [extents.points[0], extents.points.at(-1)];
	if (first === undefined || last === undefined || rows < 1 || columns < LEAST_COLUMNS) {
		return [];
	}

	const selected = extents.find(id);
	const related: Extent[] = [];
	for (const other of relatedIds) {
		// The others have no place in time, and there may be very many of them.
		const extent = other.startsWith('event:') ? extents.find(other) : undefined;
		if (extent !== undefined) {
			related.push(extent);
		}
	}

	const asOf = Date.parse(asOfDay);
	const drawing: Drawing = {
		...layout,
		selected,
		selectedColumn: selected === undefined ? undefined : scale.columnOf(selected.day),
		selectedLook: isFocused ? display.theme.selected : display.theme.title,
		related: new Set(Array.from(new Set(related.map(({day}) => day)), day => scale.columnOf(day))),
		asOf:
			asOf >= first.day && asOf <= last.day
				? {day: asOfDay, column: scale.columnOf(asOf)}
				: undefined,
		signs: signsOf(display.glyphs),
		display,
	};
	if (rows === 1) {
		return [axisRow(drawing, false)];
	}

	const dates = lineDates(drawing);
	const isPointedAt = dates.some(
		({column, isPointing}) => isPointing && column === drawing.selectedColumn,
	);
	return [
		datesRow(dates, drawing),
		axisRow(drawing, isPointedAt),
		...stretchRows(drawing, related, rows - 2),
	];
};
