import type {Point} from '../dossier/great-circle.ts';
import type {ListPane} from './panes.ts';

/** Lines from `start` to `end`, end exclusive. */
export interface LineRange {
	readonly start: number;
	readonly end: number;
}

/** What a map shows just now, and how far it can be moved. */
export interface MapRoom {
	readonly centre: Point;
	/** The point so many fractions of the map away from its centre. */
	readonly panned: (east: number, north: number) => Point;
	/** The zoom so many steps nearer, or, below 0, farther away; no more than there is to see. */
	readonly zoomed: (by: number) => number;
	readonly shows: (point: Point) => boolean;
}

/** How much of everything fits on the screen just now, as measured by whoever draws it. */
export interface Viewport {
	/** Records that fit into each list pane; 0 while it is not on the screen. */
	readonly lists: Readonly<Record<ListPane, number>>;
	readonly detail: {
		/** Lines that fit. */
		readonly rows: number;
		readonly lineCount: number;
		/** The lines of each item, the record itself first. */
		readonly items: readonly LineRange[];
	};
	/** What an open overlay scrolls. */
	readonly overlay: {
		readonly rows: number;
		readonly lineCount: number;
		/** The first line that is drawn just now. */
		readonly top: number;
		/** The lines of each item, where there is something to choose. */
		readonly items: readonly LineRange[];
	};
	/** The text of the story's step. */
	readonly story: {
		/** Lines that fit. */
		readonly rows: number;
		readonly lineCount: number;
	};
	/** What the map shows; nothing while there is none on the screen. */
	readonly map: MapRoom | undefined;
}
