import {townsInRoadOrder} from '../dossier/as-of.ts';
import type {Catalog} from '../dossier/catalog.ts';
import {isEmptyFilter, parseFilter} from '../dossier/filter.ts';
import {recent} from '../dossier/recent.ts';
import {type DossierRecord, kindOf} from '../dossier/record.ts';
import type {RecordId} from '../dossier/schema.ts';
import {createSearchIndex, type SearchIndex} from '../dossier/search-index.ts';
import {LIST_PANES, type ListPane} from './panes.ts';
import type {State} from './state.ts';
import type {Work} from './work.ts';

/** What the rows of a list depend on. */
export type Narrowing = Pick<State, 'filters' | 'facets' | 'asOf'>;

/** The rows of a list pane. */
export interface Rows {
	readonly ids: readonly RecordId[];
	/** The place of a record among them, from 0; -1 for one that is not. */
	readonly placeOf: (id: RecordId | undefined) => number;
	/** How many of some records of the dossier are among them. */
	readonly countOf: (ids: ReadonlySet<RecordId>) => number;
	/** The place of each in the list when it is narrowed by nothing; absent while it is not. */
	readonly places: readonly number[] | undefined;
	/** All records have been looked at; until then these are the first of the rows. */
	readonly isWhole: boolean;
}

const recordsOf = ({dossier}: Catalog, pane: ListPane): readonly DossierRecord[] => {
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

/** Rows among which something is looked for. */
interface Search extends Work {
	readonly rows: () => Rows;
}

/** What looking at a record costs: where its text is at hand, and where that has to be made. */
export const LOOK = 1;
export const MAKE = 80;

/** What is looked at while a key waits: a list of six hundred whole, however it is looked through. */
const AT_ONCE = 48_000;

/**
Searches of a list that are remembered: going back to one is as quick as staying. Of a long one those of many
readers at a time, who would else begin anew at every turn.
*/
const MOST_SHORT = 6;
const MOST_LONG = 48;

/** What is looked for: a filter, and the facets with the day that they are as of. */
type SearchKey = readonly [text: string, facets: State['facets'], asOf: string];

interface List {
	readonly all: Rows;
	/** In the order of the rows. */
	readonly records: readonly DossierRecord[];
	readonly index: SearchIndex;
	/** Whether all of it is looked through at once. */
	readonly isShort: boolean;
	readonly search: (narrowing: Narrowing) => Search;
}

/** The place of a number among ascending ones; -1 for one that is not among them. */
const placeIn = (numbers: readonly number[], wanted: number): number => {
	let low = 0;
	let high = numbers.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((numbers[middle] ?? 0) < wanted) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return numbers[low] === wanted ? low : -1;
};

/** How many of some ids are told of. */
const counting =
	(isTold: (id: RecordId) => boolean): Rows['countOf'] =>
	ids => {
		let count = 0;
		for (const id of ids) {
			count += isTold(id) ? 1 : 0;
		}

		return count;
	};

/** How many of some ids are of each kind, for one list after another that holds all of a kind. */
const kindsAmong = new WeakMap<ReadonlySet<RecordId>, ReadonlyMap<string, number>>();

/** By what ids of the kind begin with; none begins with nothing. */
const countKinds = (ids: ReadonlySet<RecordId>): ReadonlyMap<string, number> => {
	const counts = new Map<string, number>();
	let [prefix, count] = ['', 0];
	for (const id of ids) {
		// Most stand beside others of their kind.
		if (prefix === '' || !id.startsWith(prefix)) {
			counts.set(prefix, count);
			prefix = `${kindOf(id)}:`;
			count = counts.get(prefix) ?? 0;
		}

		count++;
	}

	return counts.set(prefix, count);
};

const countOfKind =
	(prefix: string): Rows['countOf'] =>
	ids => {
		const counts = kindsAmong.get(ids) ?? countKinds(ids);
		kindsAmong.set(ids, counts);
		return counts.get(prefix) ?? 0;
	};

/** What the ids of all records of a list begin with, and of no others. */
const prefixOf = ([first]: readonly DossierRecord[]): string =>
	first === undefined ? '' : `${kindOf(first.id)}:`;

/** Tells the place of a record in a list, of which all stand together in the file, in whatever order. */
const placesIn = (catalog: Catalog, records: readonly DossierRecord[]): Rows['placeOf'] => {
	const [first] = records;
	if (first === undefined) {
		return () => -1;
	}

	const prefix = prefixOf(records);
	/** In the file; sooner told for what is of another kind, of which there may be many. */
	const inFile = (id: RecordId | undefined): number | undefined =>
		id?.startsWith(prefix) === true ? catalog.placeOf(id) : undefined;
	const firstPlace = inFile(first.id) ?? 0;
	if (records.every((record, at) => catalog.records[firstPlace + at] === record)) {
		return id => {
			const place = inFile(id);
			return place === undefined ? -1 : place - firstPlace;
		};
	}

	const places = records.map(({id}) => inFile(id) ?? -1);
	const begin = places.reduce((least, place) => Math.min(least, place), catalog.records.length);
	const order = new Int32Array(records.length);
	for (let at = 0; at < places.length; at++) {
		order[(places[at] ?? 0) - begin] = at;
	}

	return id => {
		const place = inFile(id);
		return place === undefined ? -1 : (order[place - begin] ?? -1);
	};
};

const listOf = (catalog: Catalog, pane: ListPane): List => {
	const records = recordsOf(catalog, pane);
	const ids = records.map(({id}) => id);
	const places = placesIn(catalog, records);
	const prefix = prefixOf(records);
	const all: Rows = {
		ids,
		placeOf: places,
		// Of a long list nothing has to be looked up for that.
		countOf: countOfKind(prefix),
		places: undefined,
		isWhole: true,
	};
	const index = createSearchIndex(catalog, records);

	const begin = ([text, facets, asOf]: SearchKey): Search => {
		const filter = parseFilter(text);
		const matches = isEmptyFilter(filter) ? () => true : index.matcher(filter);
		const found: RecordId[] = [];
		const foundPlaces: number[] = [];
		let next = 0;
		const placeOf = (id: RecordId | undefined): number => placeIn(foundPlaces, all.placeOf(id));
		const countOf = counting(id => placeOf(id) !== -1);
		const isDone = (): boolean => next >= ids.length;
		let last: Rows = {ids: [], placeOf, countOf, places: [], isWhole: isDone()};
		return {
			isDone,
			go(effort) {
				let left = effort;
				if (facets.length > 0 && !catalog.links.isDone()) {
					catalog.links.go(effort);
					return;
				}

				// Facets are worked out once, and not before they are needed.
				const passes =
					facets.length === 0
						? () => true
						: (id: RecordId) => catalog.facetIndex(asOf).passes(id, facets);
				for (; next < ids.length && left > 0; next++) {
					left -= index.isMade(next) && facets.length === 0 ? LOOK : MAKE;
					const id = ids[next];
					if (id !== undefined && passes(id) && matches(next)) {
						found.push(id);
						foundPlaces.push(next);
					}
				}
			},
			rows() {
				// The same object while nothing has come, a list of its own for whoever keeps it.
				if (last.ids.length !== found.length || last.isWhole !== isDone()) {
					last = {
						ids: isDone() ? found : [...found],
						places: isDone() ? foundPlaces : [...foundPlaces],
						placeOf,
						countOf,
						isWhole: isDone(),
					};
				}

				return last;
			},
		};
	};

	const isShort = ids.length * MAKE <= AT_ONCE;
	const searchFor = recent(isShort ? MOST_SHORT : MOST_LONG, (key: string) => {
		const search = begin(JSON.parse(key));
		search.go(AT_ONCE);
		return search;
	});
	return {
		all,
		records,
		index,
		isShort,
		search({filters, facets, asOf}) {
			// Without facets the day changes nothing in what is listed.
			const key: SearchKey = [filters[pane], facets, facets.length === 0 ? '' : asOf];
			return searchFor(JSON.stringify(key));
		},
	};
};

type Lists = (pane: ListPane) => List;

const createLists = (catalog: Catalog): Lists => {
	const lists = new Map<ListPane, List>();
	return pane => {
		const list = lists.get(pane) ?? listOf(catalog, pane);
		lists.set(pane, list);
		return list;
	};
};

const isNarrowed = ({filters, facets}: Narrowing, pane: ListPane): boolean =>
	facets.length > 0 || filters[pane].trim() !== '';

/**
The rows of a list pane that pass its filter and the facets of all panes, in the order in which they
are shown: actors and quotes as in the file, towns in road order before the other places, events in
order of time. Of a long list only the first of them, until all of it has been looked through.
*/
export const rowsOf = (catalog: Catalog, pane: ListPane, narrowing: Narrowing): Rows => {
	const list = catalog.derived(createLists)(pane);
	return isNarrowed(narrowing, pane) ? list.search(narrowing).rows() : list.all;
};

/** A list as it is looked through, whatever it is narrowed to. */
export const wholeList = (catalog: Catalog, pane: ListPane): Pick<List, 'records' | 'index'> =>
	catalog.derived(createLists)(pane);

/** What is still to be looked through before the lists are whole. */
export const unfinishedRows = (catalog: Catalog, narrowing: Narrowing): Work | undefined => {
	const lists = catalog.derived(createLists);
	return LIST_PANES.filter(pane => isNarrowed(narrowing, pane))
		.map(pane => lists(pane).search(narrowing))
		.find(search => !search.isDone());
};

/** Makes the texts that filters look through, so that they are there when one is typed. */
const createWarming = (catalog: Catalog): Work => {
	const lists = catalog.derived(createLists);
	let pane = 0;
	let at = 0;
	return {
		isDone: () => pane >= LIST_PANES.length,
		go(effort) {
			let left = effort;
			while (left > 0 && pane < LIST_PANES.length) {
				const {all, index} = lists(LIST_PANES[pane] ?? 'actors');
				for (; at < all.ids.length && left > 0; at++) {
					left -= index.isMade(at) ? LOOK : MAKE;
					index.make(at);
				}

				if (at >= all.ids.length) {
					pane++;
					at = 0;
				}
			}
		},
	};
};

/** What can be done ahead of any key; nothing in a dossier of which every list is looked through at once. */
export const rowsAhead = (catalog: Catalog): Work | undefined => {
	const lists = catalog.derived(createLists);
	if (LIST_PANES.every(pane => lists(pane).isShort)) {
		return undefined;
	}

	const warming = catalog.derived(createWarming);
	return warming.isDone() ? undefined : warming;
};
