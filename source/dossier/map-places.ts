import {controlAsOf, controlBefore, townsInRoadOrder} from './as-of.ts';
import type {Point} from './great-circle.ts';
import type {Control, Dossier, IsoDay, Place, Road} from './schema.ts';

/** A place with coordinates, as a map shows it on a day. */
export interface MapPlace extends Point {
	readonly id: Place['id'];
	readonly name: string;
	/** A town on the front line, whose holder is shown. */
	readonly isTown: boolean;
	/** The coordinates stand for a whole region: it has a name on the map and no mark. */
	readonly isRegion: boolean;
	/** `undefined`: not stated. */
	readonly state: Control['state'] | undefined;
	/** The report speaks of an earlier day: its name stands in brackets. */
	readonly isCarried: boolean;
	/** Held by others the day before. */
	readonly isNew: boolean;
}

const holderOf = (
	dossier: Dossier,
	place: Place,
	day: IsoDay,
): Pick<MapPlace, 'state' | 'isCarried' | 'isNew'> => {
	const held = controlAsOf(dossier, place, day);
	return {
		state: held?.control.state,
		isCarried: held?.isCarried ?? false,
		isNew: held !== undefined && controlBefore(dossier, place, day) !== undefined,
	};
};

/**
The places of a dossier that a map can show: towns in road order, then what is exactly placed, then
the rest, each in the order of the file.

@throws {RangeError} `day` lies outside `dossier.span`.
*/
export const mapPlaces = (dossier: Dossier, day: IsoDay): readonly MapPlace[] => {
	const others = dossier.places
		.filter(({frontLine}) => !frontLine)
		.toSorted((a, b) => (a.coordinates?.precision ?? 3) - (b.coordinates?.precision ?? 3));
	return [...townsInRoadOrder(dossier), ...others].flatMap(place =>
		place.coordinates === undefined
			? []
			: [
					{
						id: place.id,
						name: place.name,
						lat: place.coordinates.lat,
						lon: place.coordinates.lon,
						isTown: place.frontLine,
						isRegion: place.coordinates.precision === 3,
						...holderOf(dossier, place, day),
					},
				],
	);
};

/** What a map shows when nobody has moved it: the front line, or everything where there is none. */
export const fittedPlaces = (places: readonly MapPlace[]): readonly MapPlace[] => {
	const towns = places.filter(({isTown}) => isTown);
	return towns.length > 0 ? towns : places;
};

/** The points that a road leads through; where none are told, its towns. */
export const roadPath = ({path, towns}: Road, places: readonly MapPlace[]): readonly Point[] =>
	path ?? towns.flatMap(({place}) => places.find(({id}) => id === place) ?? []);
