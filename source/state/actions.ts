import type {RecordId} from '../dossier/schema.ts';
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
	/** Adds to the filter, or to the name being gone to. */
	| {readonly type: 'type'; readonly text: string}
	/** Takes away the last character, the last word, or everything typed. */
	| {readonly type: 'erase'; readonly unit: 'character' | 'word' | 'all'}
	| {readonly type: 'open-help'}
	| {readonly type: 'open-about'}
	| {readonly type: 'open-go-to'}
	| {readonly type: 'open-evidence'}
	/** To the next or the last of the passages that the shown evidence names. */
	| {readonly type: 'move-range'; readonly by: 1 | -1}
	/** Closes the overlay that an action was chosen in, then does it. */
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
	| {readonly type: 'redraw'};

export const isEffect = (intent: Action | Effect): intent is Effect => {
	switch (intent.type) {
		case 'quit':
		case 'interrupt':
		case 'suspend':
		case 'redraw':
			return true;
		default:
			return false;
	}
};
