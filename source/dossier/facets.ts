/*
What the lists can be narrowed by. A facet is one value of one dimension, wanted or not; the chips
that stand over the lists are facets.
*/

export const FACETS = ['side', 'attribution', 'day', 'kind', 'place'] as const;

export type FacetName = (typeof FACETS)[number];

export interface Facet {
	readonly facet: FacetName;
	/** As in `FacetValues`. */
	readonly value: string;
	readonly isExcluded: boolean;
}

/**
The values of one record, each once: a `Side`, a kind behind its record kind (`actor/person`), a
place's id, a day, an attribution. A dimension in which the report tells nothing is empty.
*/
export type FacetValues = Readonly<Record<FacetName, readonly string[]>>;

/** `actor` of `actor/person`. */
const recordKindOf = (kind: string): string => kind.slice(0, kind.indexOf('/'));

const concerns = ({kind: kinds}: FacetValues, {facet, value}: Facet): boolean =>
	facet !== 'kind' || kinds.some(kind => recordKindOf(kind) === recordKindOf(value));

/** Whether a record passes the facets of one dimension, whatever the others say. */
export const passesDimension = (
	values: FacetValues,
	dimension: FacetName,
	facets: readonly Facet[],
): boolean => {
	let isMissed = false;
	let isMet = false;
	for (const facet of facets) {
		if (facet.facet !== dimension || !concerns(values, facet)) {
			continue;
		}

		const isHeld = values[dimension].includes(facet.value);
		if (facet.isExcluded && isHeld) {
			return false;
		}

		isMet ||= isHeld;
		isMissed ||= !facet.isExcluded && !isHeld;
	}

	return isMet || !isMissed;
};

/**
Whether a record is shown. Within a dimension any wanted value will do and no excluded one may
hold; every dimension must pass. A record of which nothing is told in a dimension has none of its
wanted values. A kind concerns only records of its own record kind: wanting persons hides other
actors, and no quotes.
*/
export const passesFacets = (values: FacetValues, facets: readonly Facet[]): boolean =>
	facets.length === 0 || FACETS.every(dimension => passesDimension(values, dimension, facets));
