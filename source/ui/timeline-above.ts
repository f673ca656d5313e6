import type {Catalog} from '../dossier/catalog.ts';
import type {IsoDay, RecordId} from '../dossier/schema.ts';
import {type Extent, extentsInTime, extentsOf, type TimeExtents} from '../dossier/time-extents.ts';
import {layOutTime, type TimeLayout} from '../dossier/time-layout.ts';
import {type Rows, rowsOf} from '../state/rows.ts';
import type {Size, State} from '../state/state.ts';
import type {Display} from './display.ts';
import type {Spans} from './line.tsx';
import {remembering} from './remembering.ts';
import {timelineLines} from './timeline-line.ts';

/** Columns of the list's own margins, under which the line begins and ends. */
const MARGIN = 2;

/** Rows of the line in a pane of so many: the list keeps the larger part. */
const rowsFor = (rows: number): number => {
	if (rows < 5) {
		return 0;
	}

	return rows < 7 ? 2 : rows < 12 ? 3 : 4;
};

/** The extents of all events of a dossier: of those that are listed each stays what it is. */
const allExtents = ({dossier, boundsOf}: Catalog): readonly (Extent | undefined)[] =>
	extentsOf(dossier.events, boundsOf);

const extentsAmong = (catalog: Catalog, {ids, places, placeOf}: Rows): TimeExtents => {
	const all = catalog.derived(allExtents);
	const extentAt = (at: number): Extent | undefined =>
		all[places === undefined ? at : (places[at] ?? -1)];
	const listed: Extent[] = [];
	for (let at = 0; at < ids.length; at++) {
		const extent = extentAt(at);
		if (extent !== undefined) {
			listed.push(extent);
		}
	}

	return extentsInTime(listed, id => extentAt(placeOf(id)));
};

/**
Draws the line of time that stands over the list of events, anew only when something of it changes, and
works out where the events lie anew only when others are listed.
*/
export const createTimeline = (
	display: Display,
): ((state: State, related: ReadonlySet<RecordId>, room: Size) => readonly Spans[]) => {
	let lastKey: string | undefined;
	let lastLayout: TimeLayout | undefined;
	const layoutFor = (state: State, columns: number): TimeLayout => {
		const {facets, filters, asOf} = state;
		const rows = rowsOf(display.catalog, 'timeline', state);
		// Without facets the day changes nothing in what is listed.
		const day = facets.length === 0 ? '' : asOf;
		const length = rows.isWhole || rows.ids.length;
		const key = JSON.stringify([columns, filters.timeline, facets, day, length]);
		if (lastLayout === undefined || key !== lastKey) {
			lastLayout = layOutTime(extentsAmong(display.catalog, rows), columns);
			lastKey = key;
		}

		return lastLayout;
	};

	const drawn = remembering(
		(
			layout: TimeLayout,
			selected: RecordId | undefined,
			related: ReadonlySet<RecordId>,
			isFocused: boolean,
			asOf: IsoDay,
			rows: number,
		): readonly Spans[] =>
			timelineLines(layout, {selected, related, isFocused}, asOf, rows, display).map(spans => [
				{text: ' '.repeat(MARGIN)},
				...spans,
			]),
	);

	return (state, related, {columns, rows}) => {
		const {lists, pane, overlay, asOf} = state;
		return drawn(
			layoutFor(state, columns - 2 * MARGIN),
			lists.timeline.selected,
			related,
			pane === 'timeline' && overlay === undefined,
			asOf,
			rowsFor(rows),
		);
	};
};
