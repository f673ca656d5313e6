import {longDay} from '../../dossier/days.ts';
import {kmBetween, type Point} from '../../dossier/great-circle.ts';
import {fittedPlaces, type MapPlace, mapPlaces, roadPath} from '../../dossier/map-places.ts';
import {
	fitPlaces,
	type GeoWindow,
	type MapSize,
	type MapView,
	mapView,
} from '../../dossier/mercator.ts';
import {type RoadStretch, roadStretch} from '../../dossier/road-stretch.ts';
import {roundBelow} from '../../dossier/round-below.ts';
import type {Dossier, IsoDay, Road} from '../../dossier/schema.ts';
import {controlSign, SIGN_REACH} from './control-sign.ts';
import {element, foreign, type Markup, plain, together} from './markup.ts';
import {type Box, placeNames} from './place-names.ts';
import {type Line, pathData, projectLines, tenths} from './svg-path.ts';
import {pictureName, widthOf} from './svg-text.ts';

/** Gives the coast in a part of the Earth, as lines of longitude and latitude in turn, in degrees. */
export interface CoastLookup {
	/** `undefined` while there is none. */
	readonly within: (window: GeoWindow, kmPerDot: number) => readonly Float32Array[] | undefined;
}

/** A picture, and what of the dossier stands in it. */
export interface DrawnMap {
	readonly svg: Markup;
	readonly states: ReadonlySet<MapPlace['state'] | null>;
	readonly stretches: ReadonlySet<RoadStretch>;
	readonly hasOthers: boolean;
	readonly hasCarried: boolean;
	readonly hasCoast: boolean;
	/** Marks whose names found no room. */
	readonly unnamed: number;
	/** Towns, and other places, that would have their marks on the mark of another or make a blot of the map. */
	readonly undrawnTowns: number;
	readonly undrawnOthers: number;
}

/** As it stands on a wide page and on paper, and on a phone. */
export const WIDE: MapSize = {width: 720, height: 400};
export const NARROW: MapSize = {width: 344, height: 300};

/** Kilometres a unit that a map of several places goes down to. */
const CLOSEST = 0.005;

const TOWN_SIZE = 13;
const OTHER_SIZE = 11;

/** Marks nearer to each other than this are one. */
const LEAST_APART = 7;

/** Of a road or a coast, a point is looked at for so many units when names are placed. */
const INK_STEP = 4;

/** More marks than these would be a blot, and no map. */
const MOST_MARKS = 400;

/** Room for names round the places. */
const innerOf = ({width, height}: MapSize): MapSize => ({
	width: width - Math.min(220, width * 0.42),
	height: height - 110,
});

const viewOf = (places: readonly MapPlace[], size: MapSize): MapView =>
	mapView(fitPlaces(fittedPlaces(places), {size, inner: innerOf(size), closest: CLOSEST}), size);

/** Kilometres a unit of the most detailed picture: what a coast is fetched with. `undefined`: there is no map. */
export const mapDetail = (dossier: Dossier, day: IsoDay): number | undefined => {
	const places = mapPlaces(dossier, day);
	return places.length === 0
		? undefined
		: Math.min(...[WIDE, NARROW].map(size => viewOf(places, size).kmPerUnit));
};

interface Mark {
	readonly place: MapPlace;
	readonly x: number;
	readonly y: number;
}

interface Marks {
	/** First the ones that matter most; of several on one spot the first. */
	readonly drawn: readonly Mark[];
	readonly undrawn: readonly MapPlace[];
}

const marksIn = (places: readonly MapPlace[], view: MapView): Marks => {
	const drawn: Mark[] = [];
	const undrawn: MapPlace[] = [];
	const spots = new Set<string>();
	for (const place of places) {
		const point = view.project(place);
		if (point === undefined) {
			continue;
		}

		const [x, y] = point;
		const spot = `${Math.round(x / LEAST_APART)} ${Math.round(y / LEAST_APART)}`;
		if (drawn.length >= MOST_MARKS || (!place.isRegion && spots.has(spot))) {
			undrawn.push(place);
			continue;
		}

		drawn.push({place, x, y});
		if (!place.isRegion) {
			spots.add(spot);
		}
	}

	return {drawn, undrawn};
};

/** Points on lines at even steps, and at their corners. */
const inkOf = (lines: readonly Line[]): readonly (readonly [number, number])[] =>
	lines.flatMap(line =>
		line.flatMap(([x, y], at) => {
			const [fromX, fromY] = line[at - 1] ?? [x, y];
			const steps = Math.max(1, Math.round(Math.hypot(x - fromX, y - fromY) / INK_STEP));
			return Array.from({length: steps}, (_, step): readonly [number, number] => [
				x + ((fromX - x) * step) / steps,
				y + ((fromY - y) * step) / steps,
			]);
		}),
	);

const degreesOf = (points: readonly Point[]): readonly number[] =>
	points.flatMap(({lon, lat}) => [lon, lat]);

/** Which point of a path, from one of them on, is nearest to a place. */
const nearestAt = (path: readonly Point[], place: Point, from: number): number => {
	let [best, least] = [from, Number.POSITIVE_INFINITY];
	for (const [at, point] of path.entries()) {
		const km = at < from ? least : kmBetween(point, place);
		if (km < least) {
			[best, least] = [at, km];
		}
	}

	return best;
};

/** A road in the stretches between its towns. */
const stretchesOf = (
	road: Road,
	places: readonly MapPlace[],
): readonly {readonly look: RoadStretch; readonly points: readonly Point[]}[] => {
	const path = roadPath(road, places);
	const towns = road.towns.flatMap(({place}) => places.find(({id}) => id === place) ?? []);
	let from = 0;
	return towns.flatMap((town, at) => {
		const before = towns[at - 1];
		const to = nearestAt(path, town, from);
		const points = path.slice(from, to + 1);
		from = to;
		return before === undefined || points.length < 2
			? []
			: [{look: roadStretch(before.state, town.state), points}];
	});
};

const scaleBar = (
	view: MapView,
	{width, height}: MapSize,
): {readonly markup: Markup; readonly box: Box} => {
	const km = roundBelow(view.kmPerUnit * (width / 5));
	const length = km / view.kmPerUnit;
	const [left, bottom] = [16, height - 16];
	const text = km < 1 ? `${Math.round(km * 1000)} m` : `${km} km`;
	return {
		markup: element(
			'g',
			{class: 'scale'},
			element('path', {d: `M${left} ${bottom - 5}v5h${tenths(length)}v-5`}),
			element(
				'text',
				{x: tenths(left + length / 2), y: bottom - 8, 'text-anchor': 'middle'},
				plain(text),
			),
		),
		box: {
			left: 8,
			top: bottom - 24,
			width: Math.max(length, widthOf(text, OTHER_SIZE)) + 16,
			height: 32,
		},
	};
};

const nameOf = ({name, isCarried}: MapPlace): string => {
	const text = pictureName(name);
	return isCarried ? `(${text})` : text;
};

const sizeOf = ({isTown}: MapPlace): number => (isTown ? TOWN_SIZE : OTHER_SIZE);

const markMarkup = ({place, x, y}: Mark): Markup =>
	place.isRegion
		? together([])
		: element(
				'g',
				{transform: `translate(${tenths(x)} ${tenths(y)})`},
				place.isTown
					? controlSign(place.state ?? null)
					: element('circle', {class: 'place', r: 2.5}),
			);

/** Written from its mark outwards, so that a font of another width moves it no nearer. */
const anchorOf = (x: number, {left, width}: Box): readonly [string, number] => {
	if (left >= x) {
		return ['start', left];
	}

	return left + width <= x ? ['end', left + width] : ['middle', left + width / 2];
};

const labelMarkup = ({place, x}: Mark, box: Box): Markup => {
	const [anchor, at] = anchorOf(x, box);
	return element(
		'text',
		{
			class: place.isRegion ? 'region' : place.isTown ? 'town' : 'other',
			x: tenths(at),
			y: tenths(box.top + box.height * 0.76),
			'text-anchor': anchor,
		},
		foreign(nameOf(place)),
	);
};

/**
The towns of a dossier and what lies round them, with the coast, the roads and where on them the front
lies; `undefined` for a dossier without a place on the Earth.

@param id - Of the picture within its page.
@param description - What it shows, in words.
*/
export const svgMap = (
	dossier: Dossier,
	day: IsoDay,
	{
		size,
		coast,
		id,
		description,
	}: {
		readonly size: MapSize;
		readonly coast: CoastLookup | undefined;
		readonly id: string;
		readonly description: string;
	},
): DrawnMap | undefined => {
	const places = mapPlaces(dossier, day);
	if (places.length === 0) {
		return undefined;
	}

	const {width, height} = size;
	const view = viewOf(places, size);
	const shore = projectLines(coast?.within(view.window, view.kmPerUnit) ?? [], view);
	const stretches = dossier.roads.flatMap(road => stretchesOf(road, places));
	const roads = stretches.map(({look, points}) => ({
		look,
		lines: projectLines([degreesOf(points)], view),
	}));
	const {drawn: marks, undrawn} = marksIn(places, view);
	const bar = scaleBar(view, size);
	const wanted = marks.toSorted((a, b) => Number(a.place.isRegion) - Number(b.place.isRegion));
	const boxes = placeNames(
		wanted.map(({place, x, y}) => ({
			x,
			y,
			width: widthOf(nameOf(place), sizeOf(place)),
			height: sizeOf(place) * 1.3,
			reach: place.isRegion ? undefined : SIGN_REACH + 5,
		})),
		{
			width,
			height,
			taken: [
				bar.box,
				...marks
					.filter(({place}) => !place.isRegion)
					.map(({x, y}) => ({
						left: x - SIGN_REACH - 1,
						top: y - SIGN_REACH - 1,
						width: 2 * SIGN_REACH + 2,
						height: 2 * SIGN_REACH + 2,
					})),
			],
			ink: inkOf([...shore, ...roads.flatMap(({lines}) => lines)]),
		},
	);
	const towns = marks.filter(({place}) => place.isTown);
	return {
		svg: element(
			'svg',
			{
				viewBox: `0 0 ${width} ${height}`,
				width,
				height,
				role: 'img',
				'aria-labelledby': `${id}-title ${id}-words`,
			},
			element('title', {id: `${id}-title`}, plain(`Map of who held what on ${longDay(day)}`)),
			element('desc', {id: `${id}-words`}, foreign(description)),
			element('rect', {class: 'ground', width, height}),
			...(shore.length === 0 ? [] : [element('path', {class: 'coast', d: pathData(shore)})]),
			...roads.flatMap(({look, lines}) =>
				lines.length === 0
					? []
					: [
							element('path', {class: 'road', d: pathData(lines)}),
							element('path', {class: `stretch ${look}`, d: pathData(lines)}),
						],
			),
			...marks.toReversed().map(markMarkup),
			bar.markup,
			...wanted.flatMap((mark, at) => {
				const box = boxes[at];
				return box === undefined ? [] : [labelMarkup(mark, box)];
			}),
		),
		states: new Set(towns.map(({place}) => place.state ?? null)),
		stretches: new Set(roads.filter(({lines}) => lines.length > 0).map(({look}) => look)),
		hasOthers: marks.some(({place}) => !place.isTown && !place.isRegion),
		hasCoast: shore.length > 0,
		hasCarried: towns.some(({place}) => place.isCarried),
		undrawnTowns: undrawn.filter(({isTown}) => isTown).length,
		undrawnOthers: undrawn.filter(({isTown}) => !isTown).length,
		unnamed: wanted.filter(({place}, at) => !place.isRegion && boxes[at] === undefined).length,
	};
};
