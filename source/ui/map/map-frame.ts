import type {GeoProjection} from 'd3-geo';
import type {Point} from '../../dossier/great-circle.ts';
import {
	fitPlaces,
	type GeoWindow,
	type MapSize,
	mapView,
	placeAt,
	placeOnMap,
	scaleFor,
	wholeEarth,
} from '../../dossier/mercator.ts';
import type {MapPosition} from '../../state/map-position.ts';
import {clamp} from '../../state/scrolling.ts';
import type {Size} from '../../state/state.ts';

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

const ZOOM_STEP = 1.5;

/** Kilometres a cell beyond which a coast has nothing more to show, and places in one town neither. */
const CLOSEST = 1;
const CLOSEST_FIT = 0.1;

/** Room beside the places: their names stand there, and under them the scale bar. */
const roomFor = ({columns, rows}: Size): Size => ({
	columns: Math.max(columns / 2, columns - 2 * clamp(Math.round(columns / 8), 1, 10)),
	rows: Math.max(rows / 2, rows - 2 * clamp(Math.round(rows / 8), 1, 4)),
});

/** In cells' widths. */
const unitsOf = ({columns, rows}: Size): MapSize => ({width: columns, height: rows * CELL_HEIGHT});

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
	const units = unitsOf(size);
	const fit = fitPlaces(fitted, {size: units, inner: unitsOf(roomFor(size)), closest: CLOSEST_FIT});
	const centre = placeOnMap(moved ?? fit.centre);
	const furthest = Math.min(fit.scale, wholeEarth(units));
	const closest = Math.max(fit.scale, scaleFor(centre, CLOSEST));
	const stepsTo = (scale: number): number => Math.log(scale / fit.scale) / Math.log(ZOOM_STEP);
	const steps = clamp(zoom, Math.floor(stepsTo(furthest)), Math.ceil(stepsTo(closest)));
	const scale = clamp(fit.scale * ZOOM_STEP ** steps, furthest, closest);
	const view = mapView({centre, scale}, units);
	return {
		size,
		centre,
		zoom: steps,
		lonSpan: view.lonSpan,
		latSpan: view.latSpan,
		window: view.window,
		kmPerCell: view.kmPerUnit,
		project(place) {
			const point = view.project(place);
			return point === undefined ? undefined : {x: point[0], y: point[1] / CELL_HEIGHT};
		},
		projection: view.projection,
	};
};

/** The centre after a move by such parts of what is shown: `1` to the east is a whole map further. */
export const panned = (
	{projection, size: {columns, rows}}: MapFrame,
	east: number,
	north: number,
): Point => placeAt(projection, [columns * (0.5 + east), rows * CELL_HEIGHT * (0.5 - north)]);
