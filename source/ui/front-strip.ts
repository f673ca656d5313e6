import {controlAsOf, controlBefore} from '../dossier/as-of.ts';
import {dayAfter} from '../dossier/days.ts';
import type {IsoDay, RecordId, Road} from '../dossier/schema.ts';
import {clamp} from '../state/scrolling.ts';
import type {Size} from '../state/state.ts';
import type {Display} from './display.ts';
import type {Spans} from './line.tsx';
import {type StripMovement, type StripTown, stripLines} from './strip.ts';

/** Rows under which the pane keeps all its room for the list. */
export const LEAST_STRIP_ROWS = 6;

/** From here on there is room for a blank row between the strip and the list. */
const AIRY_ROWS = 11;

const MARGIN = 2;

/** Four letters of a name and the gap after them: with fewer a whole road cannot be read. */
const LEAST_TOWN_COLUMNS = 6;

/** What a town has on a part of a road, which may as well be a shorter one. */
const PART_TOWN_COLUMNS = 10;

const townsOn = (
	road: Road,
	day: IsoDay,
	selected: RecordId | undefined,
	{catalog}: Display,
): readonly StripTown[] => {
	const {dossier} = catalog;
	const onRoad = new Set(road.towns.map(({place}) => place));
	const places = new Map(
		dossier.places.filter(({id}) => onRoad.has(id)).map(place => [place.id, place]),
	);
	return road.towns.flatMap(({place: id, km}) => {
		const place = places.get(id);
		if (place === undefined) {
			return [];
		}

		const held = controlAsOf(dossier, place, day);
		return [
			{
				name: place.name,
				km,
				state: held?.control.state,
				isCarried: held?.isCarried ?? false,
				isNew: controlBefore(dossier, place, day) !== undefined,
				isSelected: id === selected,
			},
		];
	});
};

/** What the dossier says moved from one town of the road to another on the day, or about it. */
const movementsOn = (road: Road, day: IsoDay, {catalog}: Display): readonly StripMovement[] => {
	const at = new Map(road.towns.map(({place}, index) => [place, index]));
	const [begin, end] = [Date.parse(day), Date.parse(dayAfter(day, 1))];
	return catalog.dossier.events.flatMap(({when, movement}) => {
		const from = movement && at.get(movement.from);
		const to = movement && at.get(movement.to);
		const bounds = from === undefined || to === undefined ? undefined : catalog.boundsOf(when);
		return from !== undefined &&
			to !== undefined &&
			bounds !== undefined &&
			bounds.begin >= begin &&
			bounds.end < end
			? [{from, to}]
			: [];
	});
};

/** All towns of a road where they have room; else as many as have, round the selected one. */
const stretchLines = (
	towns: readonly StripTown[],
	movements: readonly StripMovement[],
	columns: number,
	display: Display,
): readonly Spans[] => {
	const middle = Math.max(
		0,
		towns.findIndex(({isSelected}) => isSelected),
	);
	const most =
		towns.length * LEAST_TOWN_COLUMNS <= columns
			? towns.length
			: Math.min(towns.length, Math.max(2, Math.floor(columns / PART_TOWN_COLUMNS)));
	for (let count = most; count >= 2; count--) {
		const first = clamp(middle - Math.floor(count / 2), 0, towns.length - count);
		const lines = stripLines(
			towns.slice(first, first + count),
			movements.map(({from, to}) => ({from: from - first, to: to - first})),
			columns,
			display,
			{before: towns[first - 1], after: towns[first + count]},
		);
		if (lines.length > 0) {
			return lines;
		}
	}

	return [];
};

/**
The front line as a strip over the list of towns; nothing without a road, or where there is no room
for both.

@param room - Inside the pane's frame.
*/
export const frontStrip = (
	day: IsoDay,
	selected: RecordId | undefined,
	{columns, rows}: Size,
	display: Display,
): readonly Spans[] => {
	const [road] = display.catalog.dossier.roads;
	if (road === undefined || rows < LEAST_STRIP_ROWS) {
		return [];
	}

	const lines = stretchLines(
		townsOn(road, day, selected, display),
		movementsOn(road, day, display),
		columns - MARGIN,
		display,
	).map(spans => [{text: ' '}, ...spans]);
	return lines.length > 0 && rows >= AIRY_ROWS ? [...lines, []] : lines;
};
