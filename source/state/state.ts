import type {Facet} from '../dossier/facets.ts';
import type {Evidence, IsoDay, RecordId, Tension} from '../dossier/schema.ts';
import type {CopyForm} from './copy-form.ts';
import type {MapPosition} from './map-position.ts';
import type {Mark} from './marks.ts';
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
	/** What all panes are narrowed to, in the order in which it was chosen. */
	readonly facets: readonly Facet[];
	readonly overlay: Overlay | undefined;
	/** How far the story has been told, from 0, and whether it is being told just now. */
	readonly story: {
		readonly step: number;
		readonly isOpen: boolean;
		/** Lines of a text too long for the screen that have been read already. */
		readonly into?: number;
	};
	/** The as-of day, where it was not the reader who changed it. */
	readonly asOf?: IsoDay;
}

/** What every overlay has. */
interface Lying {
	/** What it was opened over, and closing it comes back to. */
	readonly over: Overlay | undefined;
}

/** One with a list in it; `chosen` is the item under the cursor, from 0. */
interface Choosing extends Lying {
	readonly chosen: number;
	/** Lines of an item taller than the screen that are above it already. */
	readonly into?: number;
}

/** One that is only scrolled; `top` is its first line. */
interface Scrolled extends Lying {
	readonly top: number;
}

export type Overlay =
	| (Scrolled & {readonly name: 'help'; readonly query: string})
	| (Scrolled & {readonly name: 'about'})
	| (Choosing & {readonly name: 'go-to'; readonly query: string})
	| (Lying & {
			readonly name: 'evidence';
			/** What it is evidence for; absent: whatever is selected in the panes. */
			readonly record: RecordId | undefined;
			/** Which of its passages, from 0. */
			readonly range: number;
			/** Not set yet: where the passage is seen. */
			readonly top: number | undefined;
	  })
	| (Choosing & {readonly name: 'tensions'; readonly tension: Tension['id']})
	| (Choosing & {readonly name: 'coverage'})
	/** The records that cite one paragraph. */
	| (Choosing & {
			readonly name: 'paragraph';
			readonly source: Evidence['source'];
			readonly paragraph: number;
	  })
	| (Choosing & {readonly name: 'facets'; readonly query: string})
	| (Choosing & {readonly name: 'marks'})
	| (Lying & {readonly name: 'map'})
	/** A text that the terminal could not take, to be selected by hand. */
	| (Scrolled & {readonly name: 'copy'; readonly form: CopyForm; readonly text: string});

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
	/** The note of a mark is being written. */
	readonly noting: {readonly record: RecordId; readonly text: string} | undefined;
	readonly isZoomed: boolean;
	readonly map: MapPosition;
	/** How many pieces of the coast have come; they are fetched as a map wants them. */
	readonly coastPieces: number;
	/** How often more has been found of what long lists are looked through for. */
	readonly found: number;
	/** In the order in which they were made. */
	readonly marks: readonly Mark[];
	/** What the last key copied, so that the same key again copies the next form. */
	readonly copied: CopyForm | undefined;
	/** What to tell the reader in the last row, until the next key. */
	readonly status: string | undefined;
	readonly size: Size;
}
