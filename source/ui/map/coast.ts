import type {Topology} from 'topojson-specification';
import type {GeoWindow} from '../../dossier/mercator.ts';

/*
The coasts of the world from Natural Earth, in three degrees of detail. Each is loaded when a map
first wants it and then kept, cut into short stretches, so that a map of a small part of the Earth
looks at few of them.
*/

/** Longitude and latitude in turn, in degrees; longitudes run on beyond 180 rather than jump. */
export type CoastLine = Float32Array;

/** Scales of Natural Earth, one to so many millions: the coarsest first. */
const DETAILS = ['110m', '50m', '10m'] as const;

export type CoastDetail = (typeof DETAILS)[number];

export interface Coast {
	/** Whether the detail that suits the scale is at hand. */
	readonly isLoaded: (kmPerDot: number) => boolean;
	/** Fetches the detail that suits the scale. Once is enough; a failed attempt can be repeated. */
	readonly load: (kmPerDot: number) => Promise<void>;
	/**
	The coast in a part of the Earth and a little beyond, as detailed as the scale asks for or, until
	that is loaded, as whatever is; `undefined` while nothing is.
	*/
	readonly within: (window: GeoWindow, kmPerDot: number) => readonly CoastLine[] | undefined;
}

/** From these distances between two dots on, in kilometres, more detail would not be seen. */
const COARSEST_FROM = 40;
const MIDDLE_FROM = 2;

export const coastDetail = (kmPerDot: number): CoastDetail =>
	kmPerDot >= COARSEST_FROM ? '110m' : kmPerDot >= MIDDLE_FROM ? '50m' : '10m';

/** The land of the Earth as world-atlas has it. */
const naturalEarth = async (detail: CoastDetail): Promise<Topology> => {
	switch (detail) {
		case '110m': {
			const land = await import('world-atlas/land-110m.json', {with: {type: 'json'}});
			return land.default as unknown as Topology;
		}

		case '50m': {
			const land = await import('world-atlas/land-50m.json', {with: {type: 'json'}});
			return land.default as unknown as Topology;
		}

		case '10m': {
			const land = await import('world-atlas/land-10m.json', {with: {type: 'json'}});
			return land.default as unknown as Topology;
		}
	}
};

/** Points from one place in a list to another, the last one included, and the window they fill. */
interface Stretch extends GeoWindow {
	readonly from: number;
	readonly to: number;
}

interface Stretches {
	readonly points: Float32Array;
	readonly stretches: readonly Stretch[];
}

const STRETCH_POINTS = 48;

/**
Where land reaches the antimeridian or a pole, the data closes its outline along it: no coast. The
tolerance is the step of the data's own grid.
*/
const isCut = (lon0: number, lat0: number, lon1: number, lat1: number): boolean =>
	(Math.abs(lon0) > 179.996 && Math.abs(lon1) > 179.996) || (lat0 < -89.9 && lat1 < -89.9);

const windowOf = (points: Float32Array, from: number, to: number): GeoWindow => {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let at = 2 * from; at <= 2 * to; at += 2) {
		const lon = points[at] ?? 0;
		const lat = points[at + 1] ?? 0;
		west = lon < west ? lon : west;
		east = lon > east ? lon : east;
		south = lat < south ? lat : south;
		north = lat > north ? lat : north;
	}

	return {west, south, east, north};
};

/** Arcs hold steps on a grid; an array for every point, as topojson-client makes it, takes three times as long. */
const stretchesOf = ({arcs, transform}: Topology): Stretches => {
	const [lonStep, latStep] = transform?.scale ?? [1, 1];
	const [lonFrom, latFrom] = transform?.translate ?? [0, 0];
	const points = new Float32Array(2 * arcs.reduce((count, {length}) => count + length, 0));
	const stretches: Stretch[] = [];
	let next = 0;
	let from = 0;
	const end = (to: number): void => {
		if (to > from) {
			stretches.push({from, to, ...windowOf(points, from, to)});
		}
	};

	for (const arc of arcs) {
		from = next;
		let x = 0;
		let y = 0;
		let turns = 0;
		let lastLon = Number.NaN;
		let lastLat = Number.NaN;
		for (const point of arc) {
			x += point[0] ?? 0;
			y += point[1] ?? 0;
			const lon = x * lonStep + lonFrom;
			const lat = y * latStep + latFrom;
			const step = lon - lastLon;
			turns += step > 180 ? -360 : step < -180 ? 360 : 0;
			if (isCut(lastLon, lastLat, lon, lat)) {
				end(next - 1);
				from = next;
			} else if (next - 1 - from >= STRETCH_POINTS) {
				end(next - 1);
				from = next - 1;
			}

			points[2 * next] = lon + turns;
			points[2 * next + 1] = lat;
			lastLon = lon;
			lastLat = lat;
			next++;
		}

		end(next - 1);
	}

	return {points, stretches};
};

/** Whether two parts of the Earth share anything, in whatever turn their longitudes are counted. */
const doMeet = (a: GeoWindow, b: GeoWindow): boolean => {
	if (a.south > b.north || b.south > a.north) {
		return false;
	}

	const apart = Math.abs((a.west + a.east - b.west - b.east) / 2) % 360;
	return 2 * Math.min(apart, 360 - apart) <= a.east - a.west + b.east - b.west;
};

/** @param fetchLand - Gives the land of the Earth; world-atlas unless told otherwise. */
export const createCoast = (
	fetchLand: (detail: CoastDetail) => Promise<Topology> = naturalEarth,
): Coast => {
	const loaded = new Map<CoastDetail, Stretches>();
	const loading = new Map<CoastDetail, Promise<void>>();

	const load = async (detail: CoastDetail): Promise<void> => {
		try {
			loaded.set(detail, stretchesOf(await fetchLand(detail)));
		} finally {
			loading.delete(detail);
		}
	};

	/** Coarser rather than finer, since a finer one takes longer to draw. */
	const atHand = (detail: CoastDetail): Stretches | undefined => {
		const wanted = DETAILS.indexOf(detail);
		const coarser = DETAILS.slice(0, wanted + 1).toReversed();
		const choice = [...coarser, ...DETAILS.slice(wanted + 1)].find(other => loaded.has(other));
		return choice === undefined ? undefined : loaded.get(choice);
	};

	return {
		isLoaded: kmPerDot => loaded.has(coastDetail(kmPerDot)),
		load(kmPerDot) {
			const detail = coastDetail(kmPerDot);
			if (loaded.has(detail)) {
				return Promise.resolve();
			}

			const started = loading.get(detail) ?? load(detail);
			loading.set(detail, started);
			return started;
		},
		within(window, kmPerDot) {
			const coast = atHand(coastDetail(kmPerDot));
			return coast?.stretches
				.filter(stretch => doMeet(stretch, window))
				.map(({from, to}) => coast.points.subarray(2 * from, 2 * (to + 1)));
		},
	};
};
