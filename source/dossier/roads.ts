import type {Dossier, Place, Road} from './schema.ts';

export interface Leg {
	readonly road: Road;
	readonly to: Place['id'];
	/** Whole kilometres along the road. */
	readonly km: number;
}

/** The towns next to a place on each road it lies on: the one before, then the one after. */
export const legsFrom = (dossier: Dossier, place: Place['id']): readonly Leg[] =>
	dossier.roads.flatMap(road => {
		const at = road.towns.findIndex(town => town.place === place);
		const here = road.towns[at];
		if (here === undefined) {
			return [];
		}

		return [road.towns[at - 1], road.towns[at + 1]].flatMap(town =>
			town === undefined
				? []
				: [{road, to: town.place, km: Math.round(Math.abs(town.km - here.km))}],
		);
	});
