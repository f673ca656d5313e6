import type {Facet} from '../dossier/facets.ts';
import {facetChoices} from './chosen.ts';
import {isListPane, LIST_PANES, type ListPane} from './panes.ts';
import {rowsOf} from './rows.ts';
import {AT_TOP, type ListPosition, type State} from './state.ts';
import type {Surroundings} from './surroundings.ts';
import {refiltered} from './typing.ts';

const isAlike = (a: Facet, b: Pick<Facet, 'facet' | 'value'>): boolean =>
	a.facet === b.facet && a.value === b.value;

/**
After the facets or their day changed: every list selects something that it shows. The shared selection
stays what it is, unless it was the focused list's and is shown no longer.
*/
const narrowed = (state: State, {catalog}: Surroundings): State => {
	const position = (pane: ListPane): ListPosition => {
		const known = state.lists[pane];
		const rows = rowsOf(catalog, pane, state);
		// What is not found yet may be still: until all is looked through, it stays.
		return rows.placeOf(known.selected) !== -1 || !rows.isWhole
			? known
			: {selected: rows.ids[0], top: 0};
	};

	const lists = Object.fromEntries(LIST_PANES.map(pane => [pane, position(pane)])) as Record<
		ListPane,
		ListPosition
	>;
	const {pane, record} = state;
	if (!isListPane(pane) || record !== state.lists[pane].selected) {
		return {...state, lists};
	}

	const {selected} = lists[pane];
	return selected === record
		? {...state, lists}
		: {...state, lists, record: selected, detail: AT_TOP};
};

/** After the day changed, or everything did: facets go by the day too, so the lists may show others. */
export const settled = (state: State, surroundings: Surroundings): State =>
	state.facets.length === 0 ? state : narrowed(state, surroundings);

/** After more was found of what the lists are looked through for. */
export const withFound = (state: State, surroundings: Surroundings): State =>
	settled(
		isListPane(state.pane) && state.filters[state.pane] !== ''
			? refiltered(state, surroundings)
			: state,
		surroundings,
	);

/** Chooses a value, or drops it when it is chosen just so; wanted and left out are two choices. */
export const toggleFacet = (state: State, facet: Facet, surroundings: Surroundings): State => {
	const known = state.facets.find(chosen => isAlike(chosen, facet));
	const others = state.facets.filter(chosen => !isAlike(chosen, facet));
	const facets = known?.isExcluded === facet.isExcluded ? others : [...others, facet];
	return narrowed({...state, facets}, surroundings);
};

export const withoutLastFacet = (state: State, surroundings: Surroundings): State =>
	narrowed({...state, facets: state.facets.slice(0, -1)}, surroundings);

/** To the first value of the next dimension that is listed, or of the one before. */
export const moveFacetList = (state: State, by: number, {catalog}: Surroundings): State => {
	const {overlay} = state;
	if (overlay?.name !== 'facets') {
		return state;
	}

	const choices = facetChoices(state, overlay.query, catalog);
	const lists = [...new Set(choices.map(({facet}) => facet))];
	const current = choices[overlay.chosen]?.facet;
	const at = current === undefined ? -1 : lists.indexOf(current);
	const next = lists[at + by];
	return next === undefined
		? {...state, status: by > 0 ? 'That is the last list.' : 'That is the first list.'}
		: {
				...state,
				overlay: {...overlay, chosen: choices.findIndex(({facet}) => facet === next)},
			};
};

/** To the value in the next column that stands on the same line or nearest to it; of one column by lists. */
export const moveFacetColumn = (state: State, by: number, surroundings: Surroundings): State => {
	const {overlay} = state;
	if (overlay?.name !== 'facets') {
		return state;
	}

	const {items} = surroundings.measure(state).overlay;
	const lineOf = (at: number): number => items[at]?.start ?? 0;
	// Where a column ends the next one begins further up.
	const tops = items.flatMap((_, at) => (at === 0 || lineOf(at) <= lineOf(at - 1) ? [at] : []));
	if (tops.length < 2) {
		return moveFacetList(state, by, surroundings);
	}

	const column = tops.findLastIndex(at => at <= overlay.chosen) + by;
	const top = tops[column];
	if (top === undefined) {
		return {
			...state,
			status: by > 0 ? 'That is the last column.' : 'That is the first column.',
		};
	}

	const end = tops[column + 1] ?? items.length;
	const away = (at: number): number => Math.abs(lineOf(at) - lineOf(overlay.chosen));
	let chosen = top;
	for (let at = top + 1; at < end && away(at) < away(chosen); at++) {
		chosen = at;
	}

	return {...state, overlay: {...overlay, chosen}};
};

/** To the next value that is chosen, or to the one before, as far as such are listed. */
export const moveToChosenFacet = (state: State, by: number, {catalog}: Surroundings): State => {
	const {overlay, facets} = state;
	if (overlay?.name !== 'facets') {
		return state;
	}

	const places = facetChoices(state, overlay.query, catalog).flatMap((choice, at) =>
		facets.some(known => isAlike(known, choice)) ? [at] : [],
	);
	const chosen =
		by > 0 ? places.find(at => at > overlay.chosen) : places.findLast(at => at < overlay.chosen);
	return chosen === undefined
		? {...state, status: `No chosen value stands ${by > 0 ? 'after' : 'before'} this one.`}
		: {...state, overlay: {...overlay, chosen}};
};
