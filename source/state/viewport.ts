import type {ListPane} from './panes.ts';

/** Lines from `start` to `end`, end exclusive. */
export interface LineRange {
	readonly start: number;
	readonly end: number;
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
	/** What an open overlay scrolls; `top` is the first line that is drawn just now. */
	readonly overlay: {readonly rows: number; readonly lineCount: number; readonly top: number};
}
