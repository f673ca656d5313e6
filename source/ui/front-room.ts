import type {IsoDay, RecordId} from '../dossier/schema.ts';
import type {Size} from '../state/state.ts';
import type {Display} from './display.ts';
import {frontStrip} from './front-strip.ts';
import type {Spans} from './line.tsx';

/** What the pane of the front line shows besides its list. */
export interface FrontRoom {
	/** The towns along the road, over the list. */
	readonly strip: readonly Spans[];
	/** Where the map has room: to the right of the list, or between it and the strip. */
	readonly map: (Size & {readonly at: 'right' | 'top'}) | undefined;
	/** Left for the list. */
	readonly columns: number;
	readonly rows: number;
}

/** Columns that the list of towns is at its best with. */
const LIST_COLUMNS = 63;
const LEAST_MAP: Size = {columns: 29, rows: 9};
const MOST_MAP_COLUMNS = 84;

/** Rows of the list that the map must leave it, when it stands over the list. */
const LIST_ROWS = 7;

const mapFor = ({columns, rows}: Size, {dossier}: Display['catalog']): FrontRoom['map'] => {
	if (!dossier.places.some(({coordinates}) => coordinates !== undefined)) {
		return undefined;
	}

	const beside = Math.min(MOST_MAP_COLUMNS, columns - LIST_COLUMNS);
	if (beside >= LEAST_MAP.columns && rows >= LEAST_MAP.rows) {
		return {at: 'right', columns: beside, rows};
	}

	const above = Math.min(rows - LIST_ROWS, Math.floor(columns / 3));
	return columns >= LEAST_MAP.columns && above >= LEAST_MAP.rows
		? {at: 'top', columns, rows: above}
		: undefined;
};

/**
Shares out the pane of the front line: the strip over all, the map where it has room, the rest to the
list.

@param selected - Of the places.
@param room - Inside the pane's frame.
@param listed - How many places the list has.
*/
export const frontRoom = (
	day: IsoDay,
	selected: RecordId | undefined,
	room: Size,
	listed: number,
	display: Display,
): FrontRoom => {
	const strip = frontStrip(day, selected, room, listed, display);
	const under: Size = {columns: room.columns, rows: room.rows - strip.length};
	const map = mapFor(under, display.catalog);
	return {
		strip,
		map,
		columns: map?.at === 'right' ? under.columns - map.columns : under.columns,
		rows: map?.at === 'top' ? under.rows - map.rows : under.rows,
	};
};
