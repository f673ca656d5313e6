import type {Catalog} from './catalog.ts';
import {ATTRIBUTIONS, createFacetReader} from './facet-values.ts';
import {QUOTE_FORM_WORDS} from './facet-words.ts';
import {
	FACETS,
	type Facet,
	type FacetName,
	type FacetValues,
	passesDimension,
	passesFacets,
} from './facets.ts';
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
	facets do not count. Every value that some record has, if only with a count of 0: sides, kinds
	and attributions in the order of the format, places as in the file, days in order of time.
	*/
	readonly counts: (facets: readonly Facet[]) => FacetCounts;
}

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

/**
The facets of a dossier's lists (actors, places, quotes, events) as things stood at the end of
`day`. Reads every record once; counting goes through them once more.

@throws {RangeError} `day` lies outside the dossier's span.
*/
export const createFacetIndex = (catalog: Catalog, day: IsoDay): FacetIndex => {
	const {actors, places, quotes, events} = catalog.dossier;
	const read = createFacetReader(catalog, day);
	const valuesById = new Map<RecordId, FacetValues>(
		[...actors, ...places, ...quotes, ...events].map(record => [record.id, read(record)]),
	);
	const occurring = perFacet(name => {
		const found = new Set<string>();
		for (const values of valuesById.values()) {
			for (const value of values[name]) {
				found.add(value);
			}
		}

		return name === 'day'
			? [...found].toSorted()
			: allValues(catalog, name).filter(value => found.has(value));
	});

	const count = (facets: readonly Facet[]): FacetCounts => {
		const counted = perFacet(name => new Map(occurring[name].map(value => [value, 0])));
		for (const values of valuesById.values()) {
			for (const name of countedIn(values, facets)) {
				for (const value of values[name]) {
					counted[name].set(value, (counted[name].get(value) ?? 0) + 1);
				}
			}
		}

		return perFacet(name => Array.from(counted[name], ([value, count]) => ({value, count})));
	};

	// A screen is drawn many times between two choices.
	let last: {readonly facets: readonly Facet[]; readonly counts: FacetCounts} | undefined;
	return {
		passes: (id, facets) => {
			const values = valuesById.get(id);
			return values === undefined || passesFacets(values, facets);
		},
		counts: facets => {
			if (last?.facets !== facets) {
				last = {facets, counts: count(facets)};
			}

			return last.counts;
		},
	};
};
