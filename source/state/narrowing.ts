import type {Facet} from '../dossier/facets.ts';
import type {State} from './state.ts';
import type {Surroundings} from './surroundings.ts';
import {refiltered} from './typing.ts';

const isAlike = (a: Facet, b: Facet): boolean => a.facet === b.facet && a.value === b.value;

/** Chooses a value, or drops it when it is chosen just so; wanted and left out are two choices. */
export const toggleFacet = (state: State, facet: Facet, surroundings: Surroundings): State => {
	const known = state.facets.find(chosen => isAlike(chosen, facet));
	const others = state.facets.filter(chosen => !isAlike(chosen, facet));
	const facets = known?.isExcluded === facet.isExcluded ? others : [...others, facet];
	return refiltered({...state, facets}, surroundings);
};

export const withoutLastFacet = (state: State, surroundings: Surroundings): State =>
	refiltered({...state, facets: state.facets.slice(0, -1)}, surroundings);
