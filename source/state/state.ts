import type {IsoDay, RecordId} from '../dossier/schema.ts';
import type {ListPane, Pane} from './panes.ts';

/** Where the reader is in a list: which record, and the first row that is drawn. */
export interface ListPosition {
	readonly selected: RecordId | undefined;
	readonly top: number;
}

/** Where the reader is in the detail pane. */
interface DetailPosition {
	/** Which fact, from 0; 0 is the record itself. */
	readonly item: number;
	/** First line that is drawn. */
	readonly top: number;
}

/** On the record itself. */
export const AT_TOP: DetailPosition = {item: 0, top: 0};

/** Where Backspace leads back to. */
export interface Whereabouts {
	readonly pane: Pane;
	/** The list that was last in use: the one shown over the detail on a narrow screen. */
	readonly listPane: ListPane;
	readonly lists: Readonly<Record<ListPane, ListPosition>>;
	/** The one selection that all panes share. */
	readonly record: RecordId | undefined;
	readonly detail: DetailPosition;
	readonly filters: Readonly<Record<Pane, string>>;
}

export type Overlay =
	| {
			readonly name: 'help';
			readonly query: string;
			readonly top: number;
			/** What the help was asked for in, and closing it comes back to. */
			readonly over: Overlay | undefined;
	  }
	| {readonly name: 'about'; readonly top: number}
	| {readonly name: 'go-to'; readonly query: string; readonly chosen: number}
	/** `range` counts the evidence of what was selected, from 0. No `top` yet: where the range is seen. */
	| {readonly name: 'evidence'; readonly range: number; readonly top: number | undefined};

export interface Size {
	/** Cells across. */
	readonly columns: number;
	readonly rows: number;
}

/** What one reader is doing. */
export interface State extends Whereabouts {
	/** The day that control and sides are shown for, at its end. */
	readonly asOf: IsoDay;
	readonly trail: readonly Whereabouts[];
	/** The filter line is open, and typing goes to it. Esc brings back what was before. */
	readonly filtering: {readonly query: string; readonly before: Whereabouts} | undefined;
	readonly overlay: Overlay | undefined;
	readonly isZoomed: boolean;
	/** What to tell the reader in the last row, until the next key. */
	readonly status: string | undefined;
	readonly size: Size;
}
