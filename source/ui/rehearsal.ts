import {LIST_PANES, type ListPane} from '../state/panes.ts';
import {rowsOf} from '../state/rows.ts';
import type {State} from '../state/state.ts';
import type {Work} from '../state/work.ts';
import type {Display} from './display.ts';
import {createViews} from './view.ts';

/** Rows of each list: by then the code that lays out one more is as quick as it will be soon. */
const ROWS = 14;

/** The state that has come to one of the first rows of a list, from below the selected one on. */
const stateAt = (state: State, pane: ListPane, below: number, {catalog}: Display): State => {
	const {ids, placeOf} = rowsOf(catalog, pane, state);
	const list = state.lists[pane];
	const record = ids[placeOf(list.selected) + 1 + below];
	return record === undefined
		? state
		: {...state, pane, record, lists: {...state.lists, [pane]: {...list, selected: record}}};
};

/**
Lays out what the first keys lead to, a row at a time and for nobody to see. Among very many records the
first rows take several times as long as those after them: after this what they need of the dossier is at
hand, and the code that draws them compiled.
*/
export const createRehearsal = (display: Display, stateOf: () => State): Work => {
	const {viewOf} = createViews(display);
	const rows = LIST_PANES.flatMap(pane =>
		Array.from({length: ROWS}, (_, below) => [pane, below] as const),
	);
	let next = 0;
	return {
		isDone: () => next >= rows.length,
		go() {
			const row = rows[next];
			next++;
			try {
				if (row !== undefined) {
					viewOf(stateAt(stateOf(), ...row, display));
				}
			} catch {
				// A fault is reported by whoever draws it for somebody.
				next = rows.length;
			}
		},
	};
};
