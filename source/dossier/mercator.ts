import type {GeoProjection} from 'd3-geo';
import {geoMercator} from 'd3-geo';
import {EARTH_RADIUS_KM, type Point} from './great-circle.ts';

/*
Mercator's map of any part of the Earth, drawn in units as high as they are wide: cells' widths on a
terminal, pixels on a page.
*/

/** A part of the Earth in degrees; `west` is below `east`, and either may lie beyond 180. */
export interface GeoWindow {
	readonly west: number;
	readonly south: number;
	readonly east: number;
	readonly north: number;
}

/** In units of the map. */
export interface MapSize {
	readonly width: number;
	readonly height: number;
}

/** Beyond this latitude Mercator's map is not drawn: it would have no end. */
const MAX_LAT = 85;

/** Of the map up to that latitude, in radians. */
const WORLD_WIDTH = 2 * Math.PI;
const WORLD_HEIGHT = 2 * Math.asinh(Math.tan((MAX_LAT * Math.PI) / 180));

/** What is shown across of a place, or of places that are one in all but name, in kilometres. */
const LONE_SPAN = 100;
const LONE_EXTENT = 1;

const NOWHERE: Point = {lat: 20, lon: 0};

const latOnMap = (lat: number): number => Math.max(-MAX_LAT, Math.min(MAX_LAT, lat));

/** From -180 up to 180, which is -180 again. */
const wrappedLon = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;

/** The place itself, or the nearest that the map reaches. */
export const placeOnMap = ({lat, lon}: Point): Point => ({lat: latOnMap(lat), lon});

/** The middle of the shortest stretch of longitudes that holds all of these. */
const middleLon = (lons: readonly number[]): number => {
	const sorted = lons.map(wrappedLon).toSorted((a, b) => a - b);
	let [west, widest] = [sorted[0] ?? 0, -1];
	for (const [at, lon] of sorted.entries()) {
		const before = sorted.at(at - 1) ?? lon;
		const gap = at === 0 ? lon + 360 - before : lon - before;
		if (gap > widest) {
			[west, widest] = [lon, gap];
		}
	}

	return wrappedLon(west + (360 - widest) / 2);
};

/** @param scale - Units a radian of longitude. */
const mercator = ({lon}: Point, scale: number): GeoProjection =>
	geoMercator().rotate([-lon, 0]).translate([0, 0]).scale(scale).precision(0);

/** Where a place is drawn, in units; what lies nearer to a pole than the map reaches, at its edge. */
const pointOn = (projection: GeoProjection, place: Point): readonly [number, number] => {
	const {lat, lon} = placeOnMap(place);
	return projection([lon, lat]) ?? [Number.NaN, Number.NaN];
};

/** The place at a point of the map. */
export const placeAt = (projection: GeoProjection, point: readonly [number, number]): Point => {
	const [lon, lat] = projection.invert?.([...point]) ?? [NOWHERE.lon, NOWHERE.lat];
	return {lat: latOnMap(lat), lon: wrappedLon(lon)};
};

/** At the latitude of a place. */
const kmPerUnit = ({lat}: Point, scale: number): number =>
	(EARTH_RADIUS_KM * Math.cos((lat * Math.PI) / 180)) / scale;

/** The scale at which a unit at that place is so many kilometres. */
export const scaleFor = (place: Point, km: number): number => kmPerUnit(place, 1) / km;

/** The scale at which the whole Earth is on a map of that size. */
export const wholeEarth = ({width, height}: MapSize): number =>
	Math.min(width / WORLD_WIDTH, height / WORLD_HEIGHT);

/** The middle of a map and its scale, in units a radian of longitude. */
export interface MapFit {
	readonly centre: Point;
	readonly scale: number;
}

interface Room {
	readonly size: MapSize;
	/** What of it the places may take, in its middle. */
	readonly inner: MapSize;
	/** Kilometres a unit that a map of several places goes down to. */
	readonly closest: number;
}

const extentOf = (values: readonly number[]): readonly [number, number] =>
	values.reduce<readonly [number, number]>(
		([least, most], value) => [Math.min(least, value), Math.max(most, value)],
		[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
	);

/** The closest view that has all the places and some room around; the whole Earth if there are none. */
export const fitPlaces = (places: readonly Point[], {size, inner, closest}: Room): MapFit => {
	if (places.length === 0) {
		return {centre: NOWHERE, scale: wholeEarth(size)};
	}

	const flat = mercator({lat: 0, lon: middleLon(places.map(({lon}) => lon))}, 1);
	const points = places.map(place => pointOn(flat, place));
	const [left, right] = extentOf(points.map(([x]) => x));
	const [top, bottom] = extentOf(points.map(([, y]) => y));
	const centre = placeAt(flat, [(left + right) / 2, (top + bottom) / 2]);
	const extent = Math.max(right - left, bottom - top);
	if (extent * kmPerUnit(centre, 1) < LONE_EXTENT) {
		return {centre, scale: scaleFor(centre, LONE_SPAN / size.width)};
	}

	return {
		centre,
		scale: Math.min(
			inner.width / Math.max(right - left, Number.EPSILON),
			inner.height / Math.max(bottom - top, Number.EPSILON),
			scaleFor(centre, closest),
		),
	};
};

/** A map laid over the Earth. */
export interface MapView {
	/** Longitude and latitude to units from the left and the top; lines are cut a unit outside. */
	readonly projection: GeoProjection;
	/** Degrees shown across, at most 360, and from the bottom to the top. */
	readonly lonSpan: number;
	readonly latSpan: number;
	readonly window: GeoWindow;
	/** At the latitude of the centre. */
	readonly kmPerUnit: number;
	/** `undefined` outside of the map. */
	readonly project: (place: Point) => readonly [number, number] | undefined;
}

/** @param fit - Its centre is on the map, as `placeOnMap` has it. */
export const mapView = ({centre, scale}: MapFit, {width, height}: MapSize): MapView => {
	const flat = mercator(centre, scale);
	const [, middle] = pointOn(flat, centre);
	const projection = flat.translate([width / 2, height / 2 - middle]).clipExtent([
		[-1, -1],
		[width + 1, height + 1],
	]);
	const north = placeAt(projection, [width / 2, 0]).lat;
	const south = placeAt(projection, [width / 2, height]).lat;
	const lonSpan = Math.min(360, (width / scale) * (180 / Math.PI));
	return {
		projection,
		lonSpan,
		latSpan: north - south,
		window: {west: centre.lon - lonSpan / 2, south, east: centre.lon + lonSpan / 2, north},
		kmPerUnit: kmPerUnit(centre, scale),
		project(place) {
			const [x, y] = pointOn(projection, place);
			return x >= 0 && x < width && y >= 0 && y < height ? [x, y] : undefined;
		},
	};
};
