import {townsInRoadOrder} from '../dossier/as-of.ts';
import type {Catalog} from '../dossier/catalog.ts';
import {isEmptyFilter, matchesFilter, parseFilter} from '../dossier/filter.ts';
import type {DossierRecord} from '../dossier/record.ts';
import type {RecordId} from '../dossier/schema.ts';
import {searchText} from '../dossier/search-text.ts';
import type {ListPane} from './panes.ts';
import type {State} from './state.ts';

const allRows = ({dossier}: Catalog, pane: ListPane): readonly DossierRecord[] => {
	switch (pane) {
		case 'actors':
			return dossier.actors;
		case 'front':
			return [...townsInRoadOrder(dossier), ...dossier.places.filter(place => !place.frontLine)];
		case 'quotes':
			return dossier.quotes;
		case 'timeline':
			return dossier.events;
	}
};

/** What the rows of a list depend on. */
export type Narrowing = Pick<State, 'filters' | 'facets' | 'asOf'>;

/**
The rows of a list pane that pass its filter and the facets of all panes, in the order in which they
are shown: actors and quotes as in the file, towns in road order before the other places, events in
order of time.
*/
export const rowsOf = (
	catalog: Catalog,
	pane: ListPane,
	{filters, facets, asOf}: Narrowing,
): readonly RecordId[] => {
	const filter = parseFilter(filters[pane]);
	const rows = allRows(catalog, pane);
	const wanted =
		facets.length === 0 ? rows : rows.filter(({id}) => catalog.facetIndex(asOf).passes(id, facets));
	return (
		isEmptyFilter(filter)
			? wanted
			: wanted.filter(record => matchesFilter(filter, searchText(catalog, record)))
	).map(record => record.id);
};
