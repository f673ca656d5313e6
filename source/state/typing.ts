import {isEmptyFilter, parseFilter} from '../dossier/filter.ts';
import {select} from './moving.ts';
import {isListPane} from './panes.ts';
import {rowsOf} from './rows.ts';
import type {Overlay, State} from './state.ts';
import {AT_TOP} from './state.ts';
import type {Surroundings} from './surroundings.ts';

/** After a filter changed, or more was found: the selection stays where it is shown, else goes to the first row. */
export const refiltered = (state: State, surroundings: Surroundings): State => {
	const {pane} = state;
	if (!isListPane(pane)) {
		return {...state, detail: AT_TOP};
	}

	const rows = rowsOf(surroundings.catalog, pane, state);
	const at = rows.placeOf(state.lists[pane].selected);
	if (at === -1 && !rows.isWhole) {
		// It may be found still: until all is looked through, it stays.
		return state;
	}

	return rows.ids.length === 0
		? {...state, record: undefined, detail: AT_TOP}
		: select(state, pane, rows, Math.max(0, at), surroundings);
};

export const withFilter = (state: State, text: string, surroundings: Surroundings): State =>
	state.filters[state.pane] === text
		? state
		: refiltered({...state, filters: {...state.filters, [state.pane]: text}}, surroundings);

/** What is searched for in an overlay that can be searched. */
export const searchedIn = (overlay: Overlay | undefined): string | undefined =>
	overlay?.name === 'help' || overlay?.name === 'facets' ? overlay.query : undefined;

/** Changes whatever text is being typed. */
export const edited = (
	state: State,
	edit: (text: string) => string,
	surroundings: Surroundings,
): State => {
	const {overlay, noting} = state;
	if (noting !== undefined) {
		return {...state, noting: {...noting, text: edit(noting.text)}};
	}

	if (overlay?.name === 'go-to' || overlay?.name === 'facets') {
		return {...state, overlay: {...overlay, query: edit(overlay.query), chosen: 0}};
	}

	if (overlay?.name === 'help') {
		return {...state, overlay: {...overlay, query: edit(overlay.query), top: 0}};
	}

	return withFilter(state, edit(state.filters[state.pane]), surroundings);
};

/** Keeps what was typed; of words that filter nothing, spaces or a lone `!`, none are kept. */
export const acceptFilter = (state: State, surroundings: Surroundings): State => {
	const kept = {...state, filtering: undefined};
	const text = searchedIn(state.overlay) ?? state.filters[state.pane];
	return text !== '' && isEmptyFilter(parseFilter(text))
		? edited(kept, () => '', surroundings)
		: kept;
};

export const erased = (text: string, unit: 'character' | 'word' | 'all'): string => {
	switch (unit) {
		case 'character':
			return [...new Intl.Segmenter().segment(text)]
				.slice(0, -1)
				.map(({segment}) => segment)
				.join('');
		case 'word':
			return text.replace(/\S*\s*$/u, '');
		case 'all':
			return '';
	}
};
