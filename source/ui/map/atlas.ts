import {fittedPlaces, mapPlaces, roadPath} from '../../dossier/map-places.ts';
import type {IsoDay, RecordId} from '../../dossier/schema.ts';
import type {MapPosition} from '../../state/map-position.ts';
import type {Size} from '../../state/state.ts';
import type {MapRoom} from '../../state/viewport.ts';
import type {Display} from '../display.ts';
import type {Spans} from '../line.tsx';
import {type Coast, createCoast} from './coast.ts';
import {mapFrame, panned} from './map-frame.ts';
import {kmPerDot, mapLines} from './map-lines.ts';

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

/** @param coast - In place of Natural Earth. */
export const createAtlas = (coast: Coast = createCoast()): Atlas => {
	const drawMap = ({position, day, selected, size}: MapRequest, display: Display): DrawnMap => {
		const {dossier} = display.catalog;
		const places = mapPlaces(dossier, day);
		const fitted = fittedPlaces(places);
		const frame = mapFrame(fitted, position, size);
		const style = display.canvas;
		const scale = kmPerDot(frame, style);
		const [road] = dossier.roads;
		return {
			lines: mapLines(
				{
					places,
					road: road === undefined ? [] : roadPath(road, places),
					frame,
					coast,
					selected,
					style,
				},
				display,
			),
			room: {
				centre: frame.centre,
				panned: (east, north) => panned(frame, east, north),
				zoomed: by => mapFrame(fitted, {zoom: frame.zoom + by, centre: frame.centre}, size).zoom,
				shows: point => frame.project(point) !== undefined,
			},
			fetch: coast.isLoaded(scale) ? undefined : () => coast.load(scale),
		};
	};

	// Most keys change nothing on the map.
	let lastKey: string | undefined;
	let last: DrawnMap | undefined;
	return {
		draw(request, display) {
			const key = JSON.stringify(request);
			if (last === undefined || key !== lastKey) {
				last = drawMap(request, display);
				lastKey = key;
			}

			return last;
		},
	};
};
