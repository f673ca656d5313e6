interface Point {
	/** Decimal degrees, WGS 84. */
	readonly lat: number;
	readonly lon: number;
}

/** Longitude, then latitude. */
export type Position = readonly [number, number];

export type LineGeometry =
	| {readonly type: 'LineString'; readonly coordinates: readonly Position[]}
	| {readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly Position[])[]};

/** A hundredth of a metre is nearer than any gazetteer. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

/** Where a leg crosses the antimeridian: the longitude that it leaves by, and the latitude. */
const crossing = (from: Point, to: Point): Position => {
	const edge = to.lon < from.lon ? 180 : -180;
	const turn = to.lon - from.lon + 2 * edge;
	const share = turn === 0 ? 0 : (edge - from.lon) / turn;
	return [edge, rounded(from.lat + share * (to.lat - from.lat))];
};

const isSame = ([lon, lat]: Position, other: Position | undefined): boolean =>
	other !== undefined && lon === other[0] && lat === other[1];

/**
A line through points, cut where it crosses the antimeridian, as RFC 7946 asks in 3.1.9.

@returns `undefined` when the points are not two different ones.
*/
export const lineGeometry = (points: readonly Point[]): LineGeometry | undefined => {
	const lines: Position[][] = [[]];
	const add = (position: Position): void => {
		const line = lines.at(-1);
		if (!isSame(position, line?.at(-1))) {
			line?.push(position);
		}
	};

	for (const [at, to] of points.entries()) {
		const from = points[at - 1];
		if (from !== undefined && Math.abs(to.lon - from.lon) > 180) {
			const [edge, lat] = crossing(from, to);
			add([edge, lat]);
			lines.push([[-edge, lat]]);
		}

		add([to.lon, to.lat]);
	}

	const [first, ...others] = lines.filter(line => line.length >= 2);
	if (first === undefined) {
		return undefined;
	}

	return others.length === 0
		? {type: 'LineString', coordinates: first}
		: {type: 'MultiLineString', coordinates: [first, ...others]};
};
