import type {Catalog} from '../dossier/catalog.ts';
import type {RecordId} from '../dossier/schema.ts';
import {titleById} from '../dossier/title.ts';
import {pointedRecord} from './chosen.ts';
import {type Mark, markOf, withMark, withoutMark} from './marks.ts';
import {clamp} from './scrolling.ts';
import type {State} from './state.ts';

/** Opens the note of a mark, the one that is there already or an empty one. */
export const startMark = (state: State, catalog: Catalog): State => {
	const record = pointedRecord(state, catalog);
	return record === undefined
		? state
		: {...state, noting: {record, text: markOf(state.marks, record)?.note ?? ''}};
};

/** Makes the mark with the note as it is written now. */
export const acceptMark = (state: State, catalog: Catalog): State => {
	if (state.noting === undefined) {
		return state;
	}

	const {record, text} = state.noting;
	return {
		...state,
		marks: withMark(state.marks, {record, note: text.trim()}),
		noting: undefined,
		status: `Marked: ${titleById(catalog, record)}`,
	};
};

/** With other marks; the list of marks keeps its cursor in it, and closes with the last. */
export const withMarks = (state: State, marks: readonly Mark[]): State => {
	const {overlay} = state;
	if (overlay?.name !== 'marks') {
		return {...state, marks};
	}

	return {
		...state,
		marks,
		overlay:
			marks.length === 0
				? overlay.over
				: {...overlay, chosen: clamp(overlay.chosen, 0, marks.length - 1)},
	};
};

/** Takes a mark away, of a record that the dossier no longer holds too. */
export const unmark = (state: State, record: RecordId, catalog: Catalog): State => ({
	...withMarks(state, withoutMark(state.marks, record)),
	status: `No longer marked: ${titleById(catalog, record)}`,
});

/** What a mark could be taken from: in the list of marks the chosen one, else what is pointed at. */
export const markableRecord = (state: State, catalog: Catalog): RecordId | undefined =>
	state.overlay?.name === 'marks'
		? state.marks[state.overlay.chosen]?.record
		: pointedRecord(state, catalog);
