import type {RecordId} from '../dossier/schema.ts';
import {leftOutOf, leftOutText} from './left-out.ts';
import {select} from './moving.ts';
import {isListPane, type Pane, paneOf} from './panes.ts';
import {rowsOf} from './rows.ts';
import type {Overlay, State, Whereabouts} from './state.ts';
import {AT_TOP} from './state.ts';
import type {Surroundings} from './surroundings.ts';

export const whereabouts = (state: State): Whereabouts => {
	const {pane, listPane, lists, record, detail, filters, facets, overlay, story} = state;
	return {pane, listPane, lists, record, detail, filters, facets, overlay, story};
};

/** What is worth coming back to; a list of names has done its work. */
const resumable = (overlay: Overlay | undefined): Overlay | undefined => {
	switch (overlay?.name) {
		case 'tensions':
		case 'coverage':
		case 'paragraph':
		case 'marks':
		case 'map':
			return overlay;
		default:
			return undefined;
	}
};

/** Moves a list's own selection to a record, when the list holds it and its filter shows it. */
export const followIn = (state: State, record: RecordId, surroundings: Surroundings): State => {
	const pane = paneOf(record);
	if (pane === undefined) {
		return state;
	}

	const rows = rowsOf(surroundings.catalog, pane, state);
	const at = rows.placeOf(record);
	return at === -1 ? state : {...select(state, pane, rows, at, surroundings), listPane: pane};
};

export const open = (state: State, record: RecordId, surroundings: Surroundings): State => {
	if (surroundings.catalog.find(record) === undefined) {
		return {...state, status: `There is no ${record} in this dossier.`};
	}

	const {catalog} = surroundings;
	const followed = followIn(state, record, surroundings);
	const leftOut = leftOutOf(catalog, record, state);
	return {
		...followed,
		status: leftOut === undefined ? followed.status : leftOutText(leftOut, catalog),
		overlay: undefined,
		filtering: undefined,
		filters: {...followed.filters, detail: ''},
		trail: [...state.trail, {...whereabouts(state), overlay: resumable(state.overlay)}],
		pane: 'detail',
		record,
		detail: record === state.record ? state.detail : AT_TOP,
		// What is opened out of the story is looked at for itself; the way back leads into the story.
		story: {...state.story, isOpen: false},
	};
};

/** A list that shows what it selects selects it for all panes; one that does not changes nothing. */
export const focus = (state: State, pane: Pane, {catalog}: Surroundings): State => {
	if (!isListPane(pane)) {
		return {...state, pane};
	}

	const {selected} = state.lists[pane];
	const rows = rowsOf(catalog, pane, state);
	const isShown = selected !== undefined && (!rows.isWhole || rows.placeOf(selected) !== -1);
	const record = isShown ? selected : state.record;
	return {
		...state,
		pane,
		listPane: pane,
		record,
		detail: record === state.record ? state.detail : AT_TOP,
	};
};
