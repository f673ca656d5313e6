import type {Catalog} from '../dossier/catalog.ts';
import type {RecordId} from '../dossier/schema.ts';
import {titleById} from '../dossier/title.ts';
import {pointedRecord} from './chosen.ts';
import {markOf, withMark, withoutMark} from './marks.ts';
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

/** Takes a mark away; the last one closes the list of marks with it. */
export const unmark = (state: State, record: RecordId, catalog: Catalog): State => {
	const marks = withoutMark(state.marks, record);
	const {overlay} = state;
	return {
		...state,
		marks,
		overlay:
			overlay?.name !== 'marks'
				? overlay
				: marks.length === 0
					? overlay.over
					: {...overlay, chosen: clamp(overlay.chosen, 0, marks.length - 1)},
		status: `No longer marked: ${titleById(catalog, record)}`,
	};
};
