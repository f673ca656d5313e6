import type {Catalog} from '../dossier/catalog.ts';
import {kindOf} from '../dossier/record.ts';
import type {RecordId} from '../dossier/schema.ts';
import {select} from './moving.ts';
import {isListPane, type ListPane, type Pane, paneTitle} from './panes.ts';
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

export const paneOf = (record: RecordId): ListPane | undefined => {
	switch (kindOf(record)) {
		case 'actor':
			return 'actors';
		case 'place':
			return 'front';
		case 'quote':
			return 'quotes';
		case 'event':
			return 'timeline';
		case 'relation':
		case 'claim':
		case 'tension':
		case 'step':
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

/** That a record is not where a reader would look for it. */
const unlisted = (state: State, followed: State, record: RecordId, catalog: Catalog): State => {
	const pane = paneOf(record);
	return pane === undefined || followed !== state
		? followed
		: {...state, status: `${paneTitle(pane, catalog)} is narrowed, and does not list this.`};
};

export const open = (state: State, record: RecordId, surroundings: Surroundings): State => {
	if (surroundings.catalog.find(record) === undefined) {
		return {...state, status: `There is no ${record} in this dossier.`};
	}

	const {catalog} = surroundings;
	const followed = unlisted(state, followIn(state, record, surroundings), record, catalog);
	return {
		...followed,
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
