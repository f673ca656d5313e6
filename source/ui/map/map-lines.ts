import type {Point} from '../../dossier/great-circle.ts';
import type {MapPlace} from '../../dossier/map-places.ts';
import type {RecordId} from '../../dossier/schema.ts';
import {type Canvas, type CanvasStyle, createCanvas, DOTS} from '../../terminal/canvas.ts';
import {textWidth} from '../../terminal/text-width.ts';
import type {Look, Theme} from '../../terminal/theme.ts';
import {controlGlyph, controlLook} from '../control-mark.ts';
import type {Display} from '../display.ts';
import type {Span, Spans} from '../line.tsx';
import type {Coast, CoastLine} from './coast.ts';
import {CELL_HEIGHT, type MapFrame} from './map-frame.ts';
import {type CellRun, type Labelled, placeLabels, withHalo} from './map-labels.ts';
import {scaleBar} from './scale-bar.ts';

export interface MapPicture {
	/** First the ones whose names matter most. */
	readonly places: readonly MapPlace[];
	/** What a road leads through, in order; drawn straight from one to the next. */
	readonly road: readonly Point[];
	readonly frame: MapFrame;
	/** `undefined`: drawn without. */
	readonly coast: Pick<Coast, 'within'> | undefined;
	readonly selected: RecordId | undefined;
	readonly style: CanvasStyle;
}

/** What is needed of a session to draw. */
type Pens = Pick<Display, 'glyphs' | 'theme' | 'present'>;

/** Of the dots of a road, one in so many is drawn. */
const ROAD_GAP = 3;

/** Kilometres between two dots of a picture in this style: what a coast is asked for with. */
export const kmPerDot = ({kmPerCell}: MapFrame, style: CanvasStyle): number =>
	kmPerCell / DOTS[style].across;

/** Draws lines of longitudes and latitudes as the frame projects and cuts them. */
const drawLines = (
	lines: readonly CoastLine[],
	{projection, lonSpan, latSpan, size}: MapFrame,
	canvas: Canvas,
	style: CanvasStyle,
	every?: number,
): void => {
	const {across, down} = DOTS[style];
	let last: readonly [number, number] | undefined;
	const none = (): void => {};
	const pen = projection.stream({
		point(x, y) {
			const dot = [x * across, (y / CELL_HEIGHT) * down] as const;
			if (last !== undefined) {
				canvas.line(...last, ...dot, every);
			}

			last = dot;
		},
		lineStart() {
			last = undefined;
		},
		lineEnd: none,
		polygonStart: none,
		polygonEnd: none,
	});
	// Of points that would fall on one dot only the first is projected.
	const leastLon = lonSpan / size.columns / across / 2;
	const leastLat = latSpan / size.rows / down / 2;
	for (const line of lines) {
		let [lastLon, lastLat] = [Number.NaN, Number.NaN];
		pen.lineStart();
		for (let at = 0; at + 1 < line.length; at += 2) {
			const [lon, lat] = [line[at] ?? 0, line[at + 1] ?? 0];
			const isNear = Math.abs(lon - lastLon) < leastLon && Math.abs(lat - lastLat) < leastLat;
			if (!isNear || at + 2 >= line.length) {
				pen.point(lon, lat);
				[lastLon, lastLat] = [lon, lat];
			}
		}

		pen.lineEnd();
	}
};

const lineThrough = (places: readonly Point[]): CoastLine =>
	Float32Array.from(places.flatMap(({lon, lat}) => [lon, lat]));

interface Spot extends Pick<Labelled, 'x' | 'y' | 'rank'> {
	readonly place: MapPlace;
}

/** Names of regions that are tried for one cell: more would find no room round it. */
const MOST_REGIONS = 4;

/** The cells of places; of several on one only those that can be seen. */
const spotsIn = (places: readonly MapPlace[], frame: MapFrame): readonly Spot[] => {
	const {columns, rows} = frame.size;
	const marked = new Uint8Array(columns * rows);
	const regions = new Uint8Array(columns * rows);
	return places.flatMap((place, rank) => {
		const point = frame.project(place);
		if (point === undefined) {
			return [];
		}

		const [x, y] = [Math.floor(point.x), Math.floor(point.y)];
		const taken = place.isRegion ? regions : marked;
		const cell = y * columns + x;
		const before = taken[cell] ?? 0;
		if (before >= (place.isRegion ? MOST_REGIONS : 1)) {
			return [];
		}

		taken[cell] = before + 1;
		return [{place, x, y, rank}];
	});
};

/** What a map shows whatever is selected on it. */
export interface MapGround {
	/** The coast by itself, and with the road. */
	readonly shore: readonly string[];
	readonly rows: readonly string[];
	readonly spots: readonly Spot[];
}

export const mapGround = ({places, road, frame, coast, style}: MapPicture): MapGround => {
	const {columns, rows} = frame.size;
	const canvas = createCanvas(style, columns, rows);
	drawLines(coast?.within(frame.window, kmPerDot(frame, style)) ?? [], frame, canvas, style);
	const shore = canvas.rows();
	drawLines([lineThrough(road)], frame, canvas, style, ROAD_GAP);
	return {shore, rows: canvas.rows(), spots: spotsIn(places, frame)};
};

interface Mark extends Labelled {
	readonly place: MapPlace;
}

/** The spots with that of the selected place, which is seen whatever else is on its cell. */
const withSelected = (
	spots: readonly Spot[],
	{places, frame, selected}: MapPicture,
): readonly Spot[] => {
	const rank = selected === undefined ? -1 : places.findIndex(({id}) => id === selected);
	const place = places[rank];
	const point = place && frame.project(place);
	return point === undefined || place === undefined || spots.some(spot => spot.place === place)
		? spots
		: [...spots, {place, x: Math.floor(point.x), y: Math.floor(point.y), rank}];
};

/** Before all others: of towns on one cell the selected one shows who holds it. */
const FIRST = -1;

const marksIn = (
	picture: MapPicture,
	spots: readonly Spot[],
	{present, glyphs}: Pens,
): readonly Mark[] =>
	withSelected(spots, picture).map(({place, x, y, rank}) => {
		const isSelected = place.id === picture.selected;
		const plain = present(place.name);
		const name = place.isCarried
			? `(${plain})`
			: place.isNew
				? `${glyphs.changed} ${plain}`
				: plain;
		return {
			place,
			x,
			y,
			name: isSelected ? `${glyphs.selected} ${name}` : name,
			isMarked: !place.isRegion,
			isSelected,
			rank: isSelected && place.isTown ? FIRST : rank,
		};
	});

const markSpan = ({isTown, state}: MapPlace, {glyphs, theme}: Pens): Span => {
	if (!isTown) {
		return {text: glyphs.related, look: theme.secondary};
	}

	return state === undefined
		? {text: glyphs.unsure, look: theme.faint}
		: {text: controlGlyph(glyphs, state), look: controlLook(theme, state)};
};

const nameLook = ({place, isSelected}: Mark, theme: Theme): Look => {
	if (isSelected) {
		return theme.selected;
	}

	return place.isTown ? theme.title : theme.secondary;
};

interface Piece extends CellRun {
	readonly span: Span;
}

/** A row with spaces in place of some of its cells. */
const blanked = (row: string, {x, columns}: CellRun): string => {
	const [from, to] = [Math.max(0, x), Math.min(row.length, x + columns)];
	return row.slice(0, from) + ' '.repeat(to - from) + row.slice(to);
};

/** A row of the ground with pieces laid over it. */
const rowOver = (ground: string, pieces: readonly Piece[], {theme}: Pens): Spans => {
	let end = 0;
	const spans: Span[] = [];
	const groundTo = (column: number): void => {
		if (column > end) {
			spans.push({text: ground.slice(end, column), look: theme.secondary});
		}
	};

	for (const {x, columns, span} of pieces.toSorted((a, b) => a.x - b.x)) {
		groundTo(x);
		spans.push(span);
		end = x + columns;
	}

	groundTo(ground.length);
	return spans;
};

/** Where the scale bar stands: in a bottom corner without a mark, on the left if it can. */
const placeBar = ({frame, style}: MapPicture, marks: readonly Mark[]): readonly Piece[] => {
	const text = scaleBar(frame, style)?.text ?? '';
	const columns = textWidth(text);
	const y = frame.size.rows - 1;
	const x = [0, frame.size.columns - columns].find(
		left => !marks.some(mark => mark.y === y && mark.x >= left && mark.x < left + columns),
	);
	return x === undefined || text === '' ? [] : [{x, y, columns, span: {text}}];
};

/**
A map in exactly as many lines and cells as its frame has: the coast and the road, over them a mark
for every place and as many names as have room, and a scale bar.

@param ground - From `mapGround` of the same picture, whatever is selected in it.
*/
export const mapLines = (
	picture: MapPicture,
	display: Pens,
	ground: MapGround = mapGround(picture),
): readonly Spans[] => {
	const {frame} = picture;
	const {shore} = ground;
	const marks = marksIn(picture, ground.spots, display);
	const bar = placeBar(picture, marks);
	const placed = placeLabels(marks, frame.size, {
		taken: bar,
		isInked: (x, y) => (shore[y]?.[x] ?? ' ') !== ' ',
		ellipsis: display.glyphs.ellipsis,
	});
	const points = placed.flatMap(({item: {place, x, y}, hasMark}) =>
		hasMark ? [{x, y, columns: 1, span: markSpan(place, display)}] : [],
	);
	const names = placed.flatMap(({item, label}) =>
		label === undefined
			? []
			: [{...label, span: {text: label.text, look: nameLook(item, display.theme)}}],
	);
	const texts = [...names, ...bar];
	return ground.rows.map((row, y) => {
		const isHere = (run: CellRun): boolean => run.y === y;
		return rowOver(
			texts.filter(isHere).map(withHalo).reduce(blanked, row),
			[...points, ...texts].filter(isHere),
			display,
		);
	});
};
