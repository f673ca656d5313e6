import type {GeoProjection} from 'd3-geo';
import {geoMercator} from 'd3-geo';
import type {MapPosition, Point} from '../../state/map-position.ts';
import {clamp} from '../../state/scrolling.ts';
import type {Size} from '../../state/state.ts';
import type {GeoWindow} from './coast.ts';

/** What part of the Earth a map shows, and how. */
export interface MapFrame {
	readonly size: Size;
	readonly centre: Point;
	/** The steps asked for as far as there is anything closer or further away. */
	readonly zoom: number;
	/** Degrees shown across, at most 360, and from the bottom to the top. */
	readonly lonSpan: number;
	readonly latSpan: number;
	readonly window: GeoWindow;
	/** Of a cell's width, at the latitude of the centre. */
	readonly kmPerCell: number;
	/**
	Cells from the left and from the top, with fractions; `undefined` outside of the map. What lies
	nearer to a pole than Mercator's map reaches is put at its edge.
	*/
	readonly project: (place: Point) => MapPoint | undefined;
	/** Longitude and latitude to cells' widths from the left and the top; a row is two of them high. */
	readonly projection: GeoProjection;
}

interface MapPoint {
	readonly x: number;
	readonly y: number;
}

/** Cells are about twice as high as they are wide. */
export const CELL_HEIGHT = 2;

const EARTH_RADIUS = 6371.0088;
const ZOOM_STEP = 1.5;

/** Beyond this latitude Mercator's map is not drawn: it would have no end. */
const MAX_LAT = 85;

/** Of Mercator's map up to that latitude, in radians. */
const WORLD_WIDTH = 2 * Math.PI;
const WORLD_HEIGHT = 2 * Math.asinh(Math.tan((MAX_LAT * Math.PI) / 180));

/** Kilometres a cell beyond which a coast has nothing more to show, and places in one town neither. */
const CLOSEST = 1;
const CLOSEST_FIT = 0.1;

/** What is shown across of a place, or of places that are one in all but name, in kilometres. */
const LONE_SPAN = 100;
const LONE_EXTENT = 1;

const NOWHERE: Point = {lat: 20, lon: 0};

const onMap = ({lat, lon}: Point): Point => ({lat: clamp(lat, -MAX_LAT, MAX_LAT), lon});

/** From -180 up to 180, which is -180 again. */
const wrapped = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;

/** The middle of the shortest stretch of longitudes that holds all of these. */
const middleLon = (lons: readonly number[]): number => {
	const sorted = lons.map(wrapped).toSorted((a, b) => a - b);
	let [west, widest] = [sorted[0] ?? 0, -1];
	for (const [at, lon] of sorted.entries()) {
		const before = sorted.at(at - 1) ?? lon;
		const gap = at === 0 ? lon + 360 - before : lon - before;
		if (gap > widest) {
			[west, widest] = [lon, gap];
		}
	}

	return wrapped(west + (360 - widest) / 2);
};

const mercator = ({lon}: Point, scale: number): GeoProjection =>
	geoMercator().rotate([-lon, 0]).translate([0, 0]).scale(scale).precision(0);

/** Where a place is drawn, in the units of the projection. */
const pointOf = (projection: GeoProjection, place: Point): readonly [number, number] => {
	const {lat, lon} = onMap(place);
	return projection([lon, lat]) ?? [Number.NaN, Number.NaN];
};

/** The place at a point of the map. */
const placeAt = (projection: GeoProjection, point: readonly [number, number]): Point => {
	const [lon, lat] = projection.invert?.([...point]) ?? [NOWHERE.lon, NOWHERE.lat];
	return {lat: clamp(lat, -MAX_LAT, MAX_LAT), lon: wrapped(lon)};
};

const kmPerCellAt = ({lat}: Point, scale: number): number =>
	(EARTH_RADIUS * Math.cos((lat * Math.PI) / 180)) / scale;

/** The scale at which a cell at that place is so many kilometres wide. */
const scaleOf = (place: Point, kmPerCell: number): number => kmPerCellAt(place, 1) / kmPerCell;

interface Fit {
	readonly centre: Point;
	/** Cells' widths a radian of longitude. */
	readonly scale: number;
}

/** Room beside the places: their names stand there, and under them the scale bar. */
const roomFor = ({columns, rows}: Size): Size => ({
	columns: Math.max(columns / 2, columns - 2 * clamp(Math.round(columns / 8), 1, 10)),
	rows: Math.max(rows / 2, rows - 2 * clamp(Math.round(rows / 8), 1, 4)),
});

const wholeEarth = ({columns, rows}: Size): number =>
	Math.min(columns / WORLD_WIDTH, (CELL_HEIGHT * rows) / WORLD_HEIGHT);

/** The closest view that has all the places and some room around; the whole Earth if there are none. */
const fitOf = (places: readonly Point[], size: Size): Fit => {
	if (places.length === 0) {
		return {centre: NOWHERE, scale: wholeEarth(size)};
	}

	const flat = mercator({lat: 0, lon: middleLon(places.map(({lon}) => lon))}, 1);
	const points = places.map(place => pointOf(flat, place));
	const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
	const [left, right] = [Math.min(...xs), Math.max(...xs)];
	const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
	const centre = placeAt(flat, [(left + right) / 2, (top + bottom) / 2]);

	const room = roomFor(size);
	const extent = Math.max(right - left, bottom - top);
	if (extent * kmPerCellAt(centre, 1) < LONE_EXTENT) {
		return {centre, scale: scaleOf(centre, LONE_SPAN / size.columns)};
	}

	return {
		centre,
		scale: Math.min(
			room.columns / Math.max(right - left, Number.EPSILON),
			(CELL_HEIGHT * room.rows) / Math.max(bottom - top, Number.EPSILON),
			scaleOf(centre, CLOSEST_FIT),
		),
	};
};

/**
The frame of a map: all of the fitted places, and from there as far as the reader has moved and
zoomed, between the whole Earth and a kilometre a cell.

@param size - At least one cell.
*/
export const mapFrame = (
	fitted: readonly Point[],
	{zoom, centre: moved}: MapPosition,
	size: Size,
): MapFrame => {
	const fit = fitOf(fitted, size);
	const centre = onMap(moved ?? fit.centre);
	const furthest = Math.min(fit.scale, wholeEarth(size));
	const closest = Math.max(fit.scale, scaleOf(centre, CLOSEST));
	const stepsTo = (scale: number): number => Math.log(scale / fit.scale) / Math.log(ZOOM_STEP);
	const steps = clamp(zoom, Math.floor(stepsTo(furthest)), Math.ceil(stepsTo(closest)));
	const scale = clamp(fit.scale * ZOOM_STEP ** steps, furthest, closest);

	const {columns, rows} = size;
	const height = rows * CELL_HEIGHT;
	const flat = mercator(centre, scale);
	const [, middle] = pointOf(flat, centre);
	const projection = flat.translate([columns / 2, height / 2 - middle]).clipExtent([
		[-1, -1],
		[columns + 1, height + 1],
	]);

	const north = placeAt(projection, [columns / 2, 0]).lat;
	const south = placeAt(projection, [columns / 2, height]).lat;
	const lonSpan = Math.min(360, (columns / scale) * (180 / Math.PI));
	return {
		size,
		centre: {lat: centre.lat, lon: wrapped(centre.lon)},
		zoom: steps,
		lonSpan,
		latSpan: north - south,
		window: {west: centre.lon - lonSpan / 2, south, east: centre.lon + lonSpan / 2, north},
		kmPerCell: kmPerCellAt(centre, scale),
		project(place) {
			const [x, y] = pointOf(projection, place);
			return x >= 0 && x < columns && y >= 0 && y < height ? {x, y: y / CELL_HEIGHT} : undefined;
		},
		projection,
	};
};

/** The centre after a move by such parts of what is shown: `1` to the east is a whole map further. */
export const panned = (
	{projection, size: {columns, rows}}: MapFrame,
	east: number,
	north: number,
): Point => placeAt(projection, [columns * (0.5 + east), rows * CELL_HEIGHT * (0.5 - north)]);
