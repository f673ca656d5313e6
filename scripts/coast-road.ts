/*
The order of the towns on the Libyan coastal road and the kilometres between them, which no report
gives: great-circle legs along named waypoints, summed. Straight legs make it a little short of the
road itself.
*/

import {kmBetween} from '../source/dossier/great-circle.ts';

interface Waypoint {
	readonly name: string;
	/** Number of the entry in GeoNames, where the position is from. */
	readonly geonames: number;
	/** Decimal degrees, WGS 84. */
	readonly lat: number;
	readonly lon: number;
	/** The dossier's town there. */
	readonly place?: string;
}

/** West to east, then north to Benghazi. */
const WAYPOINTS: readonly Waypoint[] = [
	{name: 'Bin Jawwād', geonames: 2218562, lat: 30.80418, lon: 18.0772, place: 'place:bin-jawwad'},
	{name: 'Ra’s Lānūf', geonames: 2212984, lat: 30.50994, lon: 18.55956, place: 'place:ras-lanuf'},
	{name: 'Al ‘Uqaylah', geonames: 2219698, lat: 30.25711, lon: 19.20098},
	{name: 'Al Burayqah', geonames: 2215210, lat: 30.40624, lon: 19.57386, place: 'place:brega'},
	{name: 'Ajdabiya', geonames: 89113, lat: 30.75545, lon: 20.22625, place: 'place:ajdabiya'},
	{name: 'Sulţān', geonames: 81615, lat: 31.09396, lon: 20.22329},
	{name: 'Qamīnis', geonames: 84257, lat: 31.6576, lon: 20.01697},
	{name: 'Benghazi', geonames: 88319, lat: 32.11486, lon: 20.06859, place: 'place:benghazi'},
];

/** The towns in road order, each with whole kilometres from the first. */
const coastRoadTowns = (): readonly {readonly place: string; readonly km: number}[] => {
	let total = 0;
	return WAYPOINTS.flatMap((waypoint, at) => {
		const before = WAYPOINTS[at - 1];
		total += before === undefined ? 0 : kmBetween(before, waypoint);
		return waypoint.place === undefined ? [] : [{place: waypoint.place, km: Math.round(total)}];
	});
};

const coastRoadPath = (): readonly {readonly lat: number; readonly lon: number}[] =>
	WAYPOINTS.map(({lat, lon}) => ({lat, lon}));

/** The dossier's text with the towns and the path of its coast road worked out anew. */
export const withCoastRoad = (json: string): string => {
	const dossier = JSON.parse(json);
	const roads = dossier.roads.map(
		({note, ...road}: {readonly id: string; readonly note: string}) =>
			road.id === 'road:coast'
				? {...road, towns: coastRoadTowns(), path: coastRoadPath(), note}
				: {...road, note},
	);
	return `${JSON.stringify({...dossier, roads}, undefined, '\t')}\n`;
};
