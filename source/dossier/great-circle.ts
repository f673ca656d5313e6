/** A point on the Earth in decimal degrees, WGS 84. */
export interface Point {
	readonly lat: number;
	readonly lon: number;
}

/** The mean one. */
export const EARTH_RADIUS_KM = 6371.0088;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const haversine = (angle: number): number => Math.sin(angle / 2) ** 2;

/** Kilometres between two places as the crow flies, on a globe of the Earth's mean radius. */
export const kmBetween = (a: Point, b: Point): number => {
	const chord =
		haversine(radians(b.lat - a.lat)) +
		Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * haversine(radians(b.lon - a.lon));
	return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
};

const WINDS = [
	'north',
	'north-east',
	'east',
	'south-east',
	'south',
	'south-west',
	'west',
	'north-west',
] as const;

type Wind = (typeof WINDS)[number];

/** Which of the eight winds lies nearest to the way one sets out from `a` to reach `b` the shortest way. */
export const windTowards = (a: Point, b: Point): Wind => {
	// From a pole every way leads the same way, whatever its longitude is said to be.
	if (Math.abs(a.lat) === 90) {
		return a.lat > 0 ? 'south' : 'north';
	}

	const turn = radians(b.lon - a.lon);
	const [from, to] = [radians(a.lat), radians(b.lat)];
	const east = Math.sin(turn) * Math.cos(to);
	const north = Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(turn);
	const eighths = Math.round(Math.atan2(east, north) / (Math.PI / 4));
	return WINDS[(eighths + WINDS.length) % WINDS.length] ?? 'north';
};
