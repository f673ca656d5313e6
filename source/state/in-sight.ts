import type {Catalog} from '../dossier/catalog.ts';
import type {Point} from '../dossier/great-circle.ts';
import {kinded} from '../dossier/record.ts';
import type {RecordId} from '../dossier/schema.ts';
import type {State} from './state.ts';
import type {Surroundings} from './surroundings.ts';

/** Where a record lies on the Earth; `undefined` of what is no place, or not said to lie anywhere. */
export const pointOf = (catalog: Catalog, id: RecordId | undefined): Point | undefined => {
	const found = id === undefined ? undefined : catalog.find(id);
	const entry = found && kinded(found);
	return entry?.kind === 'place' ? entry.record.coordinates : undefined;
};

/** The state with the map moved to a place that it does not show, if there is a map on the screen. */
export const inSight = (
	state: State,
	place: RecordId | undefined,
	{catalog, measure}: Surroundings,
): State => {
	const point = pointOf(catalog, place);
	const room = measure(state).map;
	return point === undefined || room === undefined || room.shows(point)
		? state
		: {...state, map: {...state.map, centre: {lat: point.lat, lon: point.lon}}};
};
