import {controlAsOf, controlBefore} from '../dossier/as-of.ts';
import type {IsoDay, Place, RecordId, Road} from '../dossier/schema.ts';
import type {Size} from '../state/state.ts';
import type {Display} from './display.ts';
import type {Spans} from './line.tsx';
import {type StripMovement, type StripTown, stripLines} from './strip.ts';

/** Rows under which the pane keeps all its room for the list. */
export const LEAST_STRIP_ROWS = 6;

/** From here on there is room for a blank row between the strip and the list. */
const AIRY_ROWS = 11;

const MARGIN = 2;

const townsOn = (
	road: Road,
	day: IsoDay,
	selected: RecordId | undefined,
	{catalog}: Display,
): readonly StripTown[] =>
	road.towns.flatMap(({place: id, km}) => {
		const {dossier} = catalog;
		const place = dossier.places.find((candidate: Place) => candidate.id === id);
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

/** What the dossier says moved from one town of the road to another on the day. */
const movementsOn = (road: Road, day: IsoDay, {catalog}: Display): readonly StripMovement[] =>
	catalog.dossier.events.flatMap(({when, movement}) => {
		const at = (id: Place['id'] | undefined): number =>
			road.towns.findIndex(({place}) => place === id);
		const [from, to] = [at(movement?.from), at(movement?.to)];
		return when === day && from !== -1 && to !== -1 ? [{from, to}] : [];
	});

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

	const lines = stripLines(
		townsOn(road, day, selected, display),
		movementsOn(road, day, display),
		columns - MARGIN,
		display,
	).map(spans => [{text: ' '}, ...spans]);
	return lines.length > 0 && rows >= AIRY_ROWS ? [...lines, []] : lines;
};
