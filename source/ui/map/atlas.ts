import {fittedPlaces, type MapPlace, mapPlaces, roadPath} from '../../dossier/map-places.ts';
import type {Dossier, IsoDay, RecordId} from '../../dossier/schema.ts';
import type {MapPosition} from '../../state/map-position.ts';
import type {Size} from '../../state/state.ts';
import type {MapRoom} from '../../state/viewport.ts';
import type {Display} from '../display.ts';
import type {Spans} from '../line.tsx';
import {type Coast, createCoast} from './coast.ts';
import {mapFrame, panned} from './map-frame.ts';
import {kmPerDot, type MapGround, type MapPicture, mapGround, mapLines} from './map-lines.ts';

/** What a map is to show. */
interface MapRequest {
	readonly position: MapPosition;
	readonly day: IsoDay;
	readonly selected: RecordId | undefined;
	readonly size: Size;
	/** How many pieces of the coast have come: with another it is drawn anew. */
	readonly coastPieces: number;
}

export interface DrawnMap {
	/** As many as the map has rows, each as wide as the map. */
	readonly lines: readonly Spans[];
	/** What it shows, and how far it can be moved. */
	readonly room: MapRoom;
	/** Fetches the coast for this scale; absent when it is drawn already. */
	readonly fetch: (() => Promise<void>) | undefined;
}

/** Draws maps of one dossier for one terminal, and keeps the coast that was fetched for them. */
export interface Atlas {
	readonly draw: (request: MapRequest, display: Display) => DrawnMap;
}

/** All of a map but what is selected on it, and how that shows. */
interface Sheet {
	readonly key: string;
	readonly picture: Omit<MapPicture, 'selected'>;
	readonly ground: MapGround;
	readonly shown: ReadonlySet<RecordId>;
	readonly room: MapRoom;
	readonly fetch: DrawnMap['fetch'];
}

/** @param coast - In place of Natural Earth. */
export const createAtlas = (coast: Coast = createCoast()): Atlas => {
	/** The places of a day and what was made of them, for as long as that is the day. */
	let last: {readonly day: IsoDay; readonly places: readonly MapPlace[]} | undefined;
	const placesOn = (dossier: Dossier, day: IsoDay): readonly MapPlace[] => {
		if (last?.day !== day) {
			last = {day, places: mapPlaces(dossier, day)};
		}

		return last.places;
	};

	const sheetOf = (
		key: string,
		{position, day, size}: Omit<MapRequest, 'selected'>,
		{catalog: {dossier}, canvas: style}: Display,
	): Sheet => {
		const places = placesOn(dossier, day);
		const fitted = fittedPlaces(places);
		const frame = mapFrame(fitted, position, size);
		const scale = kmPerDot(frame, style);
		const [road] = dossier.roads;
		const picture = {
			places,
			road: road === undefined ? [] : roadPath(road, places),
			frame,
			coast,
			style,
		};
		return {
			key,
			picture,
			ground: mapGround({...picture, selected: undefined}),
			shown: new Set(places.map(({id}) => id)),
			room: {
				centre: frame.centre,
				panned: (east, north) => panned(frame, east, north),
				zoomed: by => mapFrame(fitted, {zoom: frame.zoom + by, centre: frame.centre}, size).zoom,
				shows: point => frame.project(point) !== undefined,
			},
			fetch: coast.isLoaded(scale) ? undefined : () => coast.load(scale),
		};
	};

	// Most keys change nothing on the map, and most others only what is selected.
	let sheet: Sheet | undefined;
	let drawn:
		| {readonly sheet: Sheet; readonly selected: RecordId | undefined; map: DrawnMap}
		| undefined;
	return {
		draw({selected: record, ...request}, display) {
			const key = JSON.stringify(request);
			if (sheet?.key !== key) {
				sheet = sheetOf(key, request, display);
			}

			const selected = record !== undefined && sheet.shown.has(record) ? record : undefined;
			if (drawn?.sheet !== sheet || drawn.selected !== selected) {
				const {picture, ground, room, fetch} = sheet;
				const lines = mapLines({...picture, selected}, display, ground);
				drawn = {sheet, selected, map: {lines, room, fetch}};
			}

			return drawn.map;
		},
	};
};
