import {type Catalog, recordsOfKind} from './catalog.ts';
import type {Road} from './schema.ts';

interface Point {
	/** Decimal degrees, WGS 84. */
	readonly lat: number;
	readonly lon: number;
}

/** The points that a road leads through, in order; without a path of its own, its towns that have coordinates. */
export const lineOfRoad = (catalog: Catalog, {path = [], towns}: Road): readonly Point[] =>
	path.length >= 2
		? path
		: recordsOfKind(
				catalog,
				towns.map(({place}) => place),
				'place',
			).flatMap(({coordinates}) => coordinates ?? []);

/** Degrees of longitude from one to another the short way round the globe. */
const turn = (from: number, to: number): number => {
	const degrees = (to - from) % 360;
	if (degrees > 180) {
		return degrees - 360;
	}

	return degrees < -180 ? degrees + 360 : degrees;
};

/** How far along a line a point lies that is on it or beside it: 2.5 is halfway from its third point to its fourth. */
const positionAlong = (line: readonly Point[], point: Point): number => {
	const narrowing = Math.cos((point.lat * Math.PI) / 180);
	let nearest = Number.POSITIVE_INFINITY;
	let along = 0;
	for (const [at, from] of line.entries()) {
		const to = line[at + 1] ?? from;
		const x = turn(point.lon, from.lon) * narrowing;
		const y = from.lat - point.lat;
		const dx = turn(from.lon, to.lon) * narrowing;
		const dy = to.lat - from.lat;
		const length = dx * dx + dy * dy;
		const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(x * dx + y * dy) / length));
		const away = Math.hypot(x + share * dx, y + share * dy);
		if (away < nearest) {
			nearest = away;
			along = at + share;
		}
	}

	return along;
};

/** The part of a line between two points on it or beside it, which it begins and ends with. */
export const stretchOf = (line: readonly Point[], from: Point, to: Point): readonly Point[] => {
	const [start, end] = [positionAlong(line, from), positionAlong(line, to)];
	const between = line.filter((_, at) => at > Math.min(start, end) && at < Math.max(start, end));
	return [from, ...(start <= end ? between : between.toReversed()), to];
};
