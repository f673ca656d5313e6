import type {Catalog} from '../dossier/catalog.ts';
import type {IsoDay, RecordId} from '../dossier/schema.ts';
import {FITTED} from './map-position.ts';
import type {Mark} from './marks.ts';
import {focus, followIn} from './opening.ts';
import {isListPane, LIST_PANES, type ListPane, type Pane, paneOf} from './panes.ts';
import {rowsOf} from './rows.ts';
import type {ListPosition, State} from './state.ts';
import {AT_TOP} from './state.ts';
import type {Surroundings} from './surroundings.ts';

/** Where a reader begins, as far as they said. */
export interface Beginning {
	readonly pane?: Pane | undefined;
	/** A day inside the dossier's span; absent: its last. */
	readonly asOf?: IsoDay | undefined;
	/** A record of the dossier. */
	readonly record?: RecordId | undefined;
	/** As they were kept. */
	readonly marks?: readonly Mark[];
	/** What to tell the reader first. */
	readonly status?: string | undefined;
}

const NO_FILTERS: State['filters'] = {actors: '', front: '', quotes: '', timeline: '', detail: ''};

/** The first row; of the timeline the first event of the dossier's days, what came before standing above. */
const firstPosition = (catalog: Catalog, list: ListPane): ListPosition => {
	const rows = rowsOf(catalog, list, {
		filters: NO_FILTERS,
		facets: [],
		asOf: catalog.dossier.span.last,
	});
	const {span, events} = catalog.dossier;
	const begin = list === 'timeline' ? events.findIndex(({when}) => when >= span.first) : 0;
	const top = Math.max(0, begin);
	return {selected: rows.ids[top], top};
};

/**
The state of a reader who has just come: the first row of every list, on the dossier's last day; or
the record they asked for, in its pane.
*/
export const initialState = (
	surroundings: Surroundings,
	size: State['size'],
	{pane, record, asOf, marks = [], status}: Beginning,
): State => {
	const {catalog} = surroundings;
	const lists = Object.fromEntries(
		LIST_PANES.map(list => [list, firstPosition(catalog, list)]),
	) as Record<ListPane, ListPosition>;
	const first = LIST_PANES.find(list => lists[list].selected !== undefined) ?? 'actors';
	const fresh: State = {
		pane: first,
		listPane: first,
		lists,
		record: lists[first].selected,
		detail: AT_TOP,
		asOf: asOf ?? catalog.dossier.span.last,
		trail: [],
		filters: NO_FILTERS,
		facets: [],
		filtering: undefined,
		noting: undefined,
		overlay: undefined,
		isZoomed: false,
		story: {step: 0, isOpen: false},
		map: FITTED,
		coastPieces: 0,
		found: 0,
		marks,
		copied: undefined,
		status,
		size,
	};
	if (record === undefined) {
		return pane === undefined ? fresh : focus(fresh, pane, surroundings);
	}

	const at = {...followIn(fresh, record, surroundings), record};
	const there = pane ?? paneOf(record) ?? 'detail';
	return {...at, pane: there, listPane: isListPane(there) ? there : at.listPane};
};
