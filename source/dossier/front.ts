import {type ControlOnDay, controlAsOf} from './as-of.ts';
import type {Dossier, IsoDay, Place, Road} from './schema.ts';

/** A stretch of a road at whose ends the holder is not the same: somewhere on it the front lies. */
export interface FrontStretch {
	readonly road: Road;
	/** The town that comes first on the road. */
	readonly from: Place;
	readonly fromControl: ControlOnDay;
	readonly to: Place;
	readonly toControl: ControlOnDay;
	/** Towns between the two of which no holder is known, in road order. */
	readonly between: readonly Place[];
}

interface Held {
	readonly at: number;
	readonly place: Place;
	readonly control: ControlOnDay;
}

/**
Where control changes between one town of a road and the next, each road in order. A town of which
nothing is stated, or which the report calls unknown, is passed over: the front may lie on either side
of it.

@throws {RangeError} `day` lies outside `dossier.span`.
*/
export const frontOn = (dossier: Dossier, day: IsoDay): readonly FrontStretch[] => {
	const places = new Map(dossier.places.map(place => [place.id, place]));
	return dossier.roads.flatMap(road => {
		const towns = road.towns.flatMap(town => places.get(town.place) ?? []);
		const held = towns.flatMap((place, at): readonly Held[] => {
			const control = controlAsOf(dossier, place, day);
			return control === undefined || control.control.state === 'unknown'
				? []
				: [{at, place, control}];
		});
		return held.flatMap((to, which): readonly FrontStretch[] => {
			const from = held[which - 1];
			return from === undefined || from.control.control.state === to.control.control.state
				? []
				: [
						{
							road,
							from: from.place,
							fromControl: from.control,
							to: to.place,
							toControl: to.control,
							between: towns.slice(from.at + 1, to.at),
						},
					];
		});
	});
};
