import {townsInRoadOrder} from '../dossier/as-of.ts';
import type {Catalog} from '../dossier/catalog.ts';
import {isEmptyFilter, matchesFilter, parseFilter} from '../dossier/filter.ts';
import type {DossierRecord} from '../dossier/record.ts';
import type {RecordId} from '../dossier/schema.ts';
import {searchText} from '../dossier/search-text.ts';
import type {ListPane} from './panes.ts';

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

/**
The rows of a list pane that pass its filter, in the order in which they are shown: actors and
quotes as in the file, towns in road order before the other places, events in order of time.
*/
export const rowsOf = (
	catalog: Catalog,
	pane: ListPane,
	filterText: string,
): readonly RecordId[] => {
	const filter = parseFilter(filterText);
	const rows = allRows(catalog, pane);
	return (
		isEmptyFilter(filter)
			? rows
			: rows.filter(record => matchesFilter(filter, searchText(catalog, record)))
	).map(record => record.id);
};
