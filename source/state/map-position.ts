import type {Point} from '../dossier/great-circle.ts';

/** What part of the Earth the reader has chosen to see. */
export interface MapPosition {
	/** In steps in and, below 0, out; 0 fits the places to the map. */
	readonly zoom: number;
	/** `undefined`: the middle of the places. */
	readonly centre: Point | undefined;
}

/** All places that matter, as large as they fit. */
export const FITTED: MapPosition = {zoom: 0, centre: undefined};
