import type {Facet} from '../dossier/facets.ts';
import type {Evidence, RecordId} from '../dossier/schema.ts';
import type {CopyForm} from './copy-form.ts';
import type {Mark} from './marks.ts';
import type {Pane} from './panes.ts';
import type {Size} from './state.ts';

/** What a reader means by a key. */
export type Action =
	/** Moves the selection, or scrolls what cannot be selected. Stops at either end; never wraps. */
	| {readonly type: 'move'; readonly rows: number}
	/** The same by so many screenfuls of what is focused; halves are possible. */
	| {readonly type: 'page'; readonly pages: number}
	| {readonly type: 'move-to-end'; readonly end: 'first' | 'last'}
	| {readonly type: 'focus-pane'; readonly pane: Pane}
	/** Goes round the panes, from the last to the first. */
	| {readonly type: 'cycle-pane'; readonly by: 1 | -1}
	/** Moves the as-of day. Says so where the dossier's span ends. */
	| {readonly type: 'step-day'; readonly by: 1 | -1}
	| {readonly type: 'toggle-zoom'}
	/** Shows a record in the detail pane and remembers the way back. */
	| {readonly type: 'open'; readonly record: RecordId}
	/** To where the reader was before the last `open`. */
	| {readonly type: 'go-back'}
	/** Closes the topmost thing that is open. */
	| {readonly type: 'close'}
	| {readonly type: 'start-filter'}
	/** Leaves the filter line and keeps the filter. */
	| {readonly type: 'accept-filter'}
	/** Adds to the filter, to the name being gone to, or to the note. */
	| {readonly type: 'type'; readonly text: string}
	/** Takes away the last character, the last word, or everything typed. */
	| {readonly type: 'erase'; readonly unit: 'character' | 'word' | 'all'}
	| {readonly type: 'open-help'}
	| {readonly type: 'open-about'}
	| {readonly type: 'open-go-to'}
	/** Of a record; absent: of what is selected in the panes. */
	| {readonly type: 'open-evidence'; readonly record?: RecordId}
	/** To the next or the last of the passages that the shown evidence names. */
	| {readonly type: 'move-range'; readonly by: 1 | -1}
	/** Those that have to do with one of these records, the narrowest first; else the first of all. */
	| {readonly type: 'open-tensions'; readonly records: readonly RecordId[]}
	/** To the next tension or the one before. */
	| {readonly type: 'move-tension'; readonly by: 1 | -1}
	/** At a paragraph; absent: at the first one. */
	| {
			readonly type: 'open-coverage';
			readonly source?: Evidence['source'];
			readonly paragraph?: number;
	  }
	| {
			readonly type: 'open-paragraph';
			readonly source: Evidence['source'];
			readonly paragraph: number;
	  }
	| {readonly type: 'open-facets'}
	/** Narrows all panes to a value, or no longer. */
	| {readonly type: 'toggle-facet'; readonly facet: Facet}
	/** To the first value of the next dimension, or of the one before. */
	| {readonly type: 'move-facet-list'; readonly by: 1 | -1}
	/** To the value beside this one, where values stand in columns; else to the next list, or the one before. */
	| {readonly type: 'move-facet-column'; readonly by: 1 | -1}
	/** To the next value that is chosen, or to the one before. */
	| {readonly type: 'move-to-chosen-facet'; readonly by: 1 | -1}
	/** Takes back the value that was chosen last. */
	| {readonly type: 'drop-facet'}
	| {readonly type: 'open-map'}
	/** By fractions of what the map shows. */
	| {readonly type: 'pan-map'; readonly east: number; readonly north: number}
	| {readonly type: 'zoom-map'; readonly by: 1 | -1}
	| {readonly type: 'fit-map'}
	/** Selects the next place on the map, or the one before. */
	| {readonly type: 'move-place'; readonly by: 1 | -1}
	/** A piece of the coast has come. */
	| {readonly type: 'take-coast'}
	/** Goes on with the story where it was left. */
	| {readonly type: 'open-story'}
	| {readonly type: 'move-story'; readonly by: number}
	/** Opens the note of a mark on the record that is pointed at; accepting it makes the mark. */
	| {readonly type: 'start-mark'}
	| {readonly type: 'accept-mark'}
	| {readonly type: 'unmark'; readonly record: RecordId}
	| {readonly type: 'open-marks'}
	/** The marks as they are kept, those of other sessions too. */
	| {readonly type: 'take-marks'; readonly marks: readonly Mark[]}
	/** More of what is looked for has been found. */
	| {readonly type: 'take-found'}
	/** A text has gone to the clipboard. */
	| {readonly type: 'tell-copied'; readonly form: CopyForm; readonly text: string}
	/** A text could not go to the clipboard, and is shown. */
	| {readonly type: 'show-copy'; readonly form: CopyForm; readonly text: string}
	/** Closes the overlay or the story that an action was chosen in, then does it. */
	| {readonly type: 'close-then'; readonly action: Action}
	| {readonly type: 'say'; readonly status: string}
	| {readonly type: 'resize'; readonly size: Size};

/** What the program around the reader has to do; nothing that a replay of the keys would bring back. */
export type Effect =
	| {readonly type: 'quit'}
	/** As by ctrl-c: the process ends as interrupted. */
	| {readonly type: 'interrupt'}
	/** Hands the terminal back to the shell until the job is continued. */
	| {readonly type: 'suspend'}
	/** Draws the whole screen again. */
	| {readonly type: 'redraw'}
	/** Hands a text to the reader's clipboard. */
	| {readonly type: 'copy'; readonly form: CopyForm; readonly text: string}
	/** Keeps a mark beyond this session, or no longer. */
	| {readonly type: 'keep-mark'; readonly record: RecordId; readonly mark: Mark | undefined};

export const isEffect = (intent: Action | Effect): intent is Effect => {
	switch (intent.type) {
		case 'quit':
		case 'interrupt':
		case 'suspend':
		case 'redraw':
		case 'copy':
		case 'keep-mark':
			return true;
		default:
			return false;
	}
};
