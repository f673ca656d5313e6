import {controlAsOf, controlBefore} from '../dossier/as-of.ts';
import type {Catalog} from '../dossier/catalog.ts';
import type {DossierEvent, IsoDay, Place, RecordId, Road} from '../dossier/schema.ts';
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
	return road.towns.flatMap(({place: id, km}) => {
		const place = catalog.find(id) as Place | undefined;
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

type Movement = NonNullable<DossierEvent['movement']>;

const DAY = 86_400_000;

/** What moved within one day, by the beginning of that day in ms since 1970. */
const movementsByDay = ({dossier, boundsOf}: Catalog): ReadonlyMap<number, readonly Movement[]> => {
	const byDay = new Map<number, Movement[]>();
	for (const {when, movement} of dossier.events) {
		const bounds = movement && boundsOf(when);
		const day = bounds === undefined ? Number.NaN : Math.floor(bounds.begin / DAY) * DAY;
		if (movement !== undefined && bounds !== undefined && bounds.end < day + DAY) {
			const known = byDay.get(day);
			if (known === undefined) {
				byDay.set(day, [movement]);
			} else {
				known.push(movement);
			}
		}
	}

	return byDay;
};

/** What the dossier says moved from one town of the road to another on the day, or about it. */
const movementsOn = (road: Road, day: IsoDay, {catalog}: Display): readonly StripMovement[] => {
	const at = new Map(road.towns.map(({place}, index) => [place, index]));
	const movements = catalog.derived(movementsByDay).get(Date.parse(day)) ?? [];
	return movements.flatMap(movement => {
		const [from, to] = [at.get(movement.from), at.get(movement.to)];
		return from === undefined || to === undefined ? [] : [{from, to}];
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
