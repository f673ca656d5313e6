import type {Catalog} from './catalog.ts';
import {ATTRIBUTIONS, createFacetReader, isListed, type ListedRecord} from './facet-values.ts';
import {QUOTE_FORM_WORDS} from './facet-words.ts';
import {
	FACETS,
	type Facet,
	type FacetName,
	type FacetValues,
	passesDimension,
	passesFacets,
} from './facets.ts';
import {recent} from './recent.ts';
import type {IsoDay, RecordId} from './schema.ts';
import {ACTOR_KIND_WORDS, EVENT_KIND_WORDS, PLACE_KIND_WORDS, SIDE_WORDS} from './words.ts';

export interface FacetCount {
	readonly value: string;
	/** Records of all lists that have the value and pass the facets of every other dimension. */
	readonly count: number;
}

type FacetCounts = Readonly<Record<FacetName, readonly FacetCount[]>>;

export interface FacetIndex {
	/** Whether a record is shown; one that stands in no list always is. */
	readonly passes: (id: RecordId, facets: readonly Facet[]) => boolean;
	/**
	What each value would leave if it were the one wanted in its dimension; its own dimension's
	facets do not count. Every value that some record has or that is chosen, if only with a count of
	0: sides, kinds and attributions in the order of the format, places as in the file, days in order
	of time.
	*/
	readonly counts: (facets: readonly Facet[]) => FacetCounts;
	/**
	What is still to be counted for these facets, by so many records at a time. Until that is done `counts` are
	those of other facets, and before there are any, empty.
	*/
	readonly unfinished: (facets: readonly Facet[]) => Counting | undefined;
}

interface Counting {
	readonly isDone: () => boolean;
	readonly go: (effort: number) => void;
}

/** Records that are counted at once, and of which the values are kept. */
const FEW = 5000;

/** Choices whose counts are kept: of one reader, and of many who choose at a time. */
const MOST_TALLIES = 24;

/** What reading the values of a record costs, as effort is counted. */
const READ = 40;

const perFacet = <Value>(make: (name: FacetName) => Value): Readonly<Record<FacetName, Value>> => ({
	side: make('side'),
	kind: make('kind'),
	place: make('place'),
	day: make('day'),
	attribution: make('attribution'),
});

/** Every value that a dimension can have, in order; days, of which there is no list, as they come. */
const allValues = ({dossier}: Catalog, name: FacetName): readonly string[] => {
	switch (name) {
		case 'side':
			return Object.keys(SIDE_WORDS);
		case 'kind':
			return [
				...Object.keys(ACTOR_KIND_WORDS).map(kind => `actor/${kind}`),
				...Object.keys(PLACE_KIND_WORDS).map(kind => `place/${kind}`),
				...Object.keys(QUOTE_FORM_WORDS).map(form => `quote/${form}`),
				...Object.keys(EVENT_KIND_WORDS).map(kind => `event/${kind}`),
			];
		case 'place':
			return dossier.places.map(place => place.id);
		case 'day':
			return [];
		case 'attribution':
			return ATTRIBUTIONS;
	}
};

/** The dimensions of which a record passes all others. */
const countedIn = (values: FacetValues, facets: readonly Facet[]): readonly FacetName[] => {
	const failed = FACETS.filter(name => !passesDimension(values, name, facets));
	if (failed.length === 0) {
		return FACETS;
	}

	return failed.length === 1 ? failed : [];
};

interface Tally extends Counting {
	readonly facets: readonly Facet[];
	/** Of what has been counted. */
	readonly counts: () => FacetCounts;
}

/** Values with their counts: days in order of time, all others in the order of the format or the file. */
const inOrder = (catalog: Catalog, name: FacetName, counted: ReadonlyMap<string, number>) => {
	const values =
		name === 'day'
			? [...counted.keys()].toSorted()
			: allValues(catalog, name).filter(value => counted.has(value));
	return values.map((value): FacetCount => ({value, count: counted.get(value) ?? 0}));
};

/**
The facets of a dossier's lists (actors, places, quotes, events) as things stood at the end of
`day`. Counting goes through every record; of many records a stretch at a time.

@throws {RangeError} `day` lies outside the dossier's span.
*/
export const createFacetIndex = (catalog: Catalog, day: IsoDay): FacetIndex => {
	const {actors, places, quotes, events} = catalog.dossier;
	const records = [...actors, ...places, ...quotes, ...events];
	const isOfFew = records.length <= FEW;
	const read = createFacetReader(catalog, day);
	const valuesById = new Map<RecordId, FacetValues>();
	const valuesOf = (record: ListedRecord): FacetValues => {
		const known = valuesById.get(record.id);
		const values = known ?? read(record);
		if (known === undefined && isOfFew) {
			valuesById.set(record.id, values);
		}

		return values;
	};

	const tallyFor = (facets: readonly Facet[]): Tally => {
		const counted = perFacet(() => new Map<string, number>());
		for (const {facet, value} of facets) {
			counted[facet].set(value, 0);
		}

		let next = 0;
		let counts: FacetCounts | undefined;
		const count = (values: FacetValues): void => {
			const countable = countedIn(values, facets);
			for (const name of FACETS) {
				const one = countable.includes(name) ? 1 : 0;
				for (const value of values[name]) {
					counted[name].set(value, (counted[name].get(value) ?? 0) + one);
				}
			}
		};

		return {
			facets,
			isDone: () => next >= records.length,
			go(effort) {
				// Who named an actor tells their places and days.
				if (!catalog.links.isDone()) {
					catalog.links.go(effort);
					return;
				}

				const end = Math.min(records.length, next + Math.ceil(effort / READ));
				for (; next < end; next++) {
					count(valuesOf(records[next] as ListedRecord));
				}
			},
			counts() {
				counts ??= perFacet(name => inOrder(catalog, name, counted[name]));
				return counts;
			},
		};
	};

	// A screen is drawn many times between two choices, and by many readers.
	const known = recent(MOST_TALLIES, (key: string) => {
		const fresh = tallyFor(JSON.parse(key));
		while (isOfFew && !fresh.isDone()) {
			fresh.go(FEW * READ);
		}

		return fresh;
	});
	let before: Tally | undefined;
	const tally = (facets: readonly Facet[]): Tally => {
		const found = known(JSON.stringify(facets));
		before = found.isDone() ? found : before;
		return found;
	};

	return {
		passes: (id, facets) => {
			const record = catalog.find(id);
			return record === undefined || !isListed(record) || passesFacets(valuesOf(record), facets);
		},
		counts(facets) {
			const now = tally(facets);
			const shown = now.isDone() ? now : before;
			return shown === undefined ? perFacet(() => []) : shown.counts();
		},
		unfinished(facets) {
			const now = tally(facets);
			return now.isDone() ? undefined : now;
		},
	};
};
