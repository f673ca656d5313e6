import {keyOf} from './key-names.ts';
import {withoutLastFacet} from './narrowing.ts';
import {focus} from './opening.ts';
import type {Pane} from './panes.ts';
import type {Overlay, State} from './state.ts';
import type {Surroundings} from './surroundings.ts';
import {edited, withFilter} from './typing.ts';

/** Closes one thing of an overlay: what is searched for in it, then the overlay itself. */
const closeOverlay = (state: State, overlay: Overlay): State => {
	if (overlay.name === 'help' && overlay.query !== '') {
		return {...state, overlay: {...overlay, query: '', top: 0}};
	}

	return overlay.name === 'facets' && overlay.query !== ''
		? {...state, overlay: {...overlay, query: '', chosen: 0}}
		: {...state, overlay: overlay.over};
};

/**
How many things `close` closes before it comes to what narrows the panes, where no overlay is open: to the
filter of the focused one, were there one, and to the last facet.
*/
export const closedBefore = ({
	story,
	filters,
	isZoomed,
	pane,
	listPane,
}: State): {readonly filter: number; readonly facet: number} => {
	const above = story.isOpen ? 1 : 0;
	const filtered = (name: Pane): number => (filters[name] === '' ? 0 : 1);
	const within = filtered(pane) + (isZoomed ? 1 : 0);
	const back = pane === 'detail' ? 1 + filtered(listPane) : 0;
	return {filter: above, facet: above + within + back};
};

/** Whether in the panes the next thing that `close` takes away is something that narrows them. */
export const isNarrowingNext = (state: State): boolean =>
	state.filters[state.pane] !== '' || (state.facets.length > 0 && closedBefore(state).facet === 0);

/** Closes one thing, the topmost first: typing, overlay, story, filter, zoom, detail, facet. */
export const close = (state: State, surroundings: Surroundings): State => {
	const {filtering, noting, overlay, story, pane} = state;
	if (filtering !== undefined) {
		return {
			...edited(state, () => filtering.query, surroundings),
			...filtering.before,
			filtering: undefined,
		};
	}

	if (noting !== undefined) {
		return {...state, noting: undefined};
	}

	if (overlay !== undefined) {
		return closeOverlay(state, overlay);
	}

	if (story.isOpen) {
		return {
			...state,
			story: {...story, isOpen: false},
			status: `The story waits here; ${keyOf('story.open')} goes on with it.`,
		};
	}

	if (state.filters[pane] !== '') {
		return withFilter(state, '', surroundings);
	}

	if (state.isZoomed) {
		return {...state, isZoomed: false};
	}

	if (pane === 'detail') {
		return {...focus(state, state.listPane, surroundings), trail: []};
	}

	if (state.facets.length > 0) {
		return withoutLastFacet(state, surroundings);
	}

	return {...state, status: `Nothing is open; ${keyOf('quit')} quits.`};
};
