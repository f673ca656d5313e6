import type {Catalog} from '../../dossier/catalog.ts';
import {longDay, readableDate} from '../../dossier/days.ts';
import {packStretches, type Stretch} from '../../dossier/pack-stretches.ts';
import type {DossierEvent, IsoDay} from '../../dossier/schema.ts';
import {type Extent, timeExtents, timeLabel, yearOf} from '../../dossier/time-extents.ts';
import {layOutTime, stretchOf, type TimeLayout, type TimeMark} from '../../dossier/time-layout.ts';
import {type Gap, lengthInWords} from '../../dossier/time-scale.ts';
import {element, foreign, type Markup, plain, together} from './markup.ts';
import {pathData, tenths} from './svg-path.ts';
import {widthOf} from './svg-text.ts';

export interface DrawnTimeline {
	readonly svg: Markup;
	readonly hasGaps: boolean;
	readonly hasInexact: boolean;
	readonly hasMany: boolean;
	readonly hasStretches: boolean;
	readonly hasAsOf: boolean;
}

/** Units of a column of the line. */
const COLUMN = 8;

/** Room at both ends of the line, where dates reach beyond it. */
const MARGIN = 40;

/** From the top: two rows of dates, and the line itself. */
const DATE_ROWS = [40, 22] as const;
const AXIS = 66;
const FIRST_STRETCH = 98;
const STRETCH_ROW = 11;
const MOST_STRETCH_ROWS = 12;

const SIZE = 11;

/** Titles beside one mark; how many more there are is said. */
const MOST_TITLES = 12;

const xOf = (column: number): number => MARGIN + column * COLUMN;

interface Label {
	readonly x: number;
	readonly text: string;
	readonly isAsOf: boolean;
}

interface PlacedLabel extends Label {
	/** From the line up. */
	readonly row: number;
	/** The middle of its words, which stand over its mark unless an edge is near. */
	readonly middle: number;
}

/** Dates over the line in two rows, none over another; the first of them matter most. */
const placeLabels = (labels: readonly Label[], width: number): readonly PlacedLabel[] => {
	const placed: PlacedLabel[] = [];
	for (const label of labels) {
		const half = widthOf(label.text, SIZE) / 2 + 3;
		const middle = Math.max(half, Math.min(width - half, label.x));
		const isFree = (row: number): boolean =>
			placed.every(other => {
				const otherHalf = widthOf(other.text, SIZE) / 2 + 3;
				if (other.row === row) {
					return half + otherHalf <= Math.abs(other.middle - middle);
				}

				// A date in the upper row has a line down to its mark.
				return other.row > row
					? half <= Math.abs(other.x - middle)
					: otherHalf <= Math.abs(other.middle - label.x);
			});
		const row = DATE_ROWS.findIndex((_, at) => isFree(at));
		if (row !== -1) {
			placed.push({...label, row, middle});
		}
	}

	return placed;
};

/** What a mark is called: its day, or the year alone where it stands for several. */
const labelOf = (
	{column, first, last, count}: TimeMark,
	before: TimeMark | undefined,
): Label | undefined => {
	const point = count === 0 ? last : first;
	if (point.date === undefined) {
		return undefined;
	}

	const label = timeLabel(point.date, point.day);
	const isFirstOfYear = before === undefined || yearOf(before.last.day) !== yearOf(point.day);
	const text = first === last ? (isFirstOfYear ? label.long : label.short) : label.year;
	return {x: xOf(column), text, isAsOf: false};
};

const labelsOf = (
	{marks, scale}: TimeLayout,
	asOf: {readonly day: IsoDay; readonly column: number} | undefined,
): readonly Label[] => {
	const gapBefore = new Map(scale.gaps.map(({to, length}) => [to, length]));
	const rank = (mark: TimeMark): number =>
		mark === marks[0] || mark === marks.at(-1) ? Infinity : (gapBefore.get(mark.column) ?? 0);
	const dated = marks
		.map((mark, at) => ({mark, label: labelOf(mark, marks[at - 1])}))
		.toSorted((a, b) => rank(b.mark) - rank(a.mark))
		.flatMap(({mark, label}) =>
			label === undefined || mark.column === asOf?.column ? [] : [label],
		);
	return asOf === undefined
		? dated
		: [{x: xOf(asOf.column), text: longDay(asOf.day), isAsOf: true}, ...dated];
};

const gapMarkup = (gap: Gap): Markup => {
	const [from, to] = [xOf(gap.from), xOf(gap.to)];
	const text = lengthInWords(gap.length);
	const hasRoom = widthOf(text, SIZE - 1) + 2 <= to - from - 8;
	return together([
		element('path', {
			class: gap.isCompressed ? 'axis squeezed' : 'axis',
			d: `M${from} ${AXIS}H${to}`,
		}),
		...(gap.isCompressed && hasRoom
			? [
					element(
						'text',
						{class: 'length', x: tenths((from + to) / 2), y: AXIS + 15, 'text-anchor': 'middle'},
						plain(text),
					),
				]
			: []),
	]);
};

const markMarkup = (
	{column, count, first, last}: TimeMark,
	events: readonly DossierEvent[],
): Markup => {
	const x = xOf(column);
	const isExact = (first.lead ?? last.lead)?.isExact === true;
	const shown = events.slice(0, MOST_TITLES);
	const more = events.length - shown.length;
	const titles = shown.map(({when, title}) => `${readableDate(when)}: ${title}`);
	const title = element(
		'title',
		{},
		foreign([...titles, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')),
	);
	if (count === 0) {
		return element('path', {class: 'axis', d: `M${x} ${AXIS - 4}v8`});
	}

	if (count === 1) {
		return element(
			'g',
			{},
			title,
			element('circle', {class: isExact ? 'exact' : 'inexact', cx: x, cy: AXIS, r: 4}),
		);
	}

	const text = count > 99 ? '99+' : String(count);
	return element(
		'g',
		{},
		title,
		element('rect', {
			class: 'many',
			x: tenths(x - Math.max(8, 3.5 + text.length * 3)),
			y: AXIS - 8,
			width: tenths(2 * Math.max(8, 3.5 + text.length * 3)),
			height: 16,
			rx: 8,
		}),
		element('text', {class: 'count', x, y: AXIS + 3.5, 'text-anchor': 'middle'}, plain(text)),
	);
};

/** The end of a stretch: a bar when it is sure, nothing when it is not, an arrow when it goes on. */
const endPath = (x: number, y: number, end: Stretch['end'], outward: 1 | -1): string => {
	switch (end) {
		case 'sure':
			return `M${x} ${y - 3}v6`;
		case 'rough':
			return '';
		case 'open':
			return `M${x} ${y - 3}l${5 * outward} 3l${-5 * outward} 3`;
	}
};

const stretchMarkup = ({from, to, begin, end}: Stretch, row: number): Markup => {
	const y = FIRST_STRETCH + row * STRETCH_ROW;
	const [left, right] = from === to ? [xOf(from) - 3, xOf(to) + 3] : [xOf(from), xOf(to)];
	const isRough = begin === 'rough' || end === 'rough';
	return together([
		element('path', {
			class: isRough ? 'stretch rough' : 'stretch',
			d: pathData([
				[
					[left, y],
					[right, y],
				],
			]),
		}),
		...[endPath(left, y, begin, -1), endPath(right, y, end, 1)].flatMap(d =>
			d === '' ? [] : [element('path', {class: 'stretch', d})],
		),
	]);
};

/** The events of each column, in order. */
const eventsByColumn = (
	{extents, scale}: TimeLayout,
	events: readonly DossierEvent[],
): ReadonlyMap<number, readonly DossierEvent[]> => {
	const byId = new Map(events.map(event => [event.id, event]));
	const columnOf = ({day}: Extent): number => scale.columnOf(day);
	return new Map(
		Array.from(Map.groupBy(extents.extents, columnOf), ([column, some]) => [
			column,
			some.flatMap(({id}) => byId.get(id) ?? []),
		]),
	);
};

/**
The events of a dossier on a line of time: gaps are squeezed and say how long they are, and a date that is
no exact day has under the line the stretch that it covers. `undefined` when nothing is dated.

@param width - In units, some hundreds.
@param id - Of the picture within its page.
*/
export const svgTimeline = (
	catalog: Catalog,
	day: IsoDay,
	{width, id}: {readonly width: number; readonly id: string},
): DrawnTimeline | undefined => {
	const {events} = catalog.dossier;
	const extents = timeExtents(events, catalog.boundsOf);
	const [first, last] = [extents.points[0], extents.points.at(-1)];
	if (first === undefined || last === undefined) {
		return undefined;
	}

	const columns = Math.floor((width - 2 * MARGIN) / COLUMN) + 1;
	const layout = layOutTime(extents, columns);
	const {scale, marks} = layout;
	const instant = Date.parse(day);
	const asOf =
		instant >= first.day && instant <= last.day
			? {day, column: scale.columnOf(instant)}
			: undefined;
	const labels = placeLabels(labelsOf(layout, asOf), width);
	const rows = packStretches(
		extents.stretches.map(extent => stretchOf(extent, layout)),
		columns,
		MOST_STRETCH_ROWS,
	);
	const height = rows.length === 0 ? AXIS + 26 : FIRST_STRETCH + rows.length * STRETCH_ROW;
	const top = labels.some(({row}) => row > 0) ? 0 : DATE_ROWS[0] - DATE_ROWS[1];
	const byColumn = eventsByColumn(layout, events);
	const dated = extents.extents.length;
	const ends = [
		timeLabel(first.date ?? yearOf(first.day), first.day).long,
		timeLabel(last.date ?? yearOf(last.day), last.day).long,
	];
	return {
		svg: element(
			'svg',
			{
				viewBox: `0 ${top} ${width} ${height - top}`,
				width,
				height: height - top,
				role: 'img',
				'aria-labelledby': `${id}-title ${id}-words`,
			},
			element('title', {id: `${id}-title`}, plain('Line of time')),
			element(
				'desc',
				{id: `${id}-words`},
				foreign(
					`${dated} ${dated === 1 ? 'event' : 'events'}, ${
						ends[0] === ends[1] ? ends[0] : `from ${ends.join(' to ')}`
					}; the list below has all of them.`,
				),
			),
			...labels
				.filter(({row}) => row > 0)
				.map(({x, row}) =>
					element('path', {class: 'leader', d: `M${x} ${(DATE_ROWS[row] ?? 0) + 4}V${AXIS - 6}`}),
				),
			...(asOf === undefined
				? []
				: [
						element('path', {
							class: 'as-of',
							d: `M${xOf(asOf.column)} ${DATE_ROWS[0] + 5}V${height}`,
						}),
					]),
			...scale.gaps.map(gapMarkup),
			...rows.flatMap((row, at) => row.map(stretch => stretchMarkup(stretch, at))),
			...marks.map(mark => markMarkup(mark, byColumn.get(mark.column) ?? [])),
			...labels.map(({middle, text, row, isAsOf}) =>
				element(
					'text',
					{
						class: isAsOf ? 'date as-of-date' : 'date',
						x: tenths(middle),
						y: DATE_ROWS[row],
						'text-anchor': 'middle',
					},
					foreign(text),
				),
			),
		),
		hasGaps: scale.gaps.some(({isCompressed}) => isCompressed),
		hasInexact: extents.extents.some(({isExact}) => !isExact),
		hasMany: marks.some(({count}) => count > 1),
		hasStretches: rows.length > 0,
		hasAsOf: asOf !== undefined,
	};
};
