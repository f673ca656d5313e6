import {townsInRoadOrder} from '../dossier/as-of.ts';
import type {Catalog} from '../dossier/catalog.ts';
import type {Place} from '../dossier/schema.ts';
import {inSight, pointOf} from './in-sight.ts';
import {keyOf} from './key-names.ts';
import {followIn} from './opening.ts';
import {clamp} from './scrolling.ts';
import {AT_TOP, type State} from './state.ts';
import type {Surroundings} from './surroundings.ts';

/** Places that a map can show: the towns in road order, then the others. */
const mappedPlaces = ({dossier}: Catalog): readonly Place[] =>
	[...townsInRoadOrder(dossier), ...dossier.places.filter(place => !place.frontLine)].filter(
		({coordinates}) => coordinates !== undefined,
	);

/** In degrees; where a map ends, it still moves by what is lost in reckoning. */
const LEAST_MOVE = 1e-6;

export const panMap = (
	state: State,
	east: number,
	north: number,
	{measure}: Surroundings,
): State => {
	const room = measure(state).map;
	if (room === undefined) {
		return state;
	}

	const centre = room.panned(east, north);
	return north !== 0 && Math.abs(centre.lat - room.centre.lat) < LEAST_MOVE
		? {...state, status: `It goes no farther ${north > 0 ? 'north' : 'south'}.`}
		: {...state, map: {...state.map, centre}};
};

/** Towards the selected place where it can be seen, else towards the middle. */
export const zoomMap = (state: State, by: number, {catalog, measure}: Surroundings): State => {
	const room = measure(state).map;
	if (room === undefined) {
		// Open and not there yet: it comes as near as it was asked to.
		return state.overlay?.name === 'map'
			? {...state, map: {...state.map, zoom: state.map.zoom + by}}
			: {...state, status: `There is no room for the map here; ${keyOf('map.open')} opens it.`};
	}

	const zoom = room.zoomed(by);
	if (zoom === state.map.zoom) {
		return {...state, status: by > 0 ? 'It goes no nearer.' : 'It goes no farther away.'};
	}

	const selected = pointOf(catalog, state.record);
	const isTowards = by > 0 && selected !== undefined && room.shows(selected);
	return {
		...state,
		map: {zoom, centre: isTowards ? {lat: selected.lat, lon: selected.lon} : room.centre},
	};
};

/** Selects the place so many further, and brings it into sight. */
export const movePlace = (state: State, by: number, surroundings: Surroundings): State => {
	const places = surroundings.catalog.derived(mappedPlaces);
	const at = places.findIndex(({id}) => id === state.record);
	const next = places[at === -1 ? 0 : clamp(at + by, 0, places.length - 1)];
	if (next === undefined || next.id === state.record) {
		return {...state, status: by > 0 ? 'That is the last place.' : 'That is the first place.'};
	}

	const moved: State = {
		...followIn(state, next.id, surroundings),
		// The panes under the map stay as they are.
		listPane: state.listPane,
		record: next.id,
		detail: AT_TOP,
	};
	return inSight(moved, next.id, surroundings);
};
