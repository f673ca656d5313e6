import {keyOf} from './key-names.ts';
import {withoutLastFacet} from './narrowing.ts';
import {focus} from './opening.ts';
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
		return {...focus(state, state.listPane), trail: []};
	}

	if (state.facets.length > 0) {
		return withoutLastFacet(state, surroundings);
	}

	return {...state, status: `Nothing is open; ${keyOf('quit')} quits.`};
};
