import type {Catalog} from './catalog.ts';
import {dayIn} from './days.ts';
import {type Attribution, UNDATED} from './facet-values.ts';
import type {Facet, FacetName} from './facets.ts';
import type {Quote, RecordId} from './schema.ts';
import {titleById} from './title.ts';
import {
	ACTOR_KIND_WORDS,
	EVENT_KIND_WORDS,
	NOT_STATED,
	PLACE_KIND_WORDS,
	SIDE_WORDS,
} from './words.ts';

export const FACET_WORDS: Record<FacetName, string> = {
	side: 'side',
	kind: 'kind',
	place: 'place',
	day: 'day',
	attribution: 'by',
};

/** Over the list of values. */
export const FACET_HEADINGS: Record<FacetName, string> = {
	side: 'Side',
	kind: 'Kind',
	place: 'Place',
	day: 'Day',
	attribution: 'On whose word',
};

export const QUOTE_FORM_WORDS: Record<Quote['form'], string> = {
	direct: 'whole sentences',
	fragment: 'part of a sentence',
};

const ATTRIBUTION_WORDS: Record<Attribution, string> = {
	author: 'author',
	named: 'named',
	unnamed: 'unnamed',
	relayed: 'relayed',
};

const KIND_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
	Object.entries({
		actor: ACTOR_KIND_WORDS,
		place: PLACE_KIND_WORDS,
		quote: QUOTE_FORM_WORDS,
		event: EVENT_KIND_WORDS,
	}).flatMap(([record, words]) =>
		Object.entries(words).map(([kind, word]) => [`${record}/${kind}`, word]),
	),
);

const dayLabel = ({dossier}: Catalog, day: string): string =>
	day === UNDATED ? NOT_STATED : dayIn(dossier, day);

/** A value as it stands in a list of values: `opposition`, `Brega`, `31 Mar`. */
export const facetValueLabel = (
	catalog: Catalog,
	{facet, value}: Pick<Facet, 'facet' | 'value'>,
): string => {
	switch (facet) {
		case 'side':
			return SIDE_WORDS[value as keyof typeof SIDE_WORDS] ?? value;
		case 'kind':
			return KIND_WORDS[value] ?? value;
		case 'place':
			return titleById(catalog, value as RecordId);
		case 'day':
			return dayLabel(catalog, value);
		case 'attribution':
			return ATTRIBUTION_WORDS[value as Attribution] ?? value;
	}
};

/** A facet as it stands on its chip: `side: opposition`, `not place: Brega`. */
export const facetLabel = (catalog: Catalog, facet: Facet): string =>
	`${facet.isExcluded ? 'not ' : ''}${FACET_WORDS[facet.facet]}: ${facetValueLabel(catalog, facet)}`;

/** The same where there is little room: `opposition`, `not Brega`. */
export const facetShortLabel = (catalog: Catalog, facet: Facet): string =>
	// By itself it would read as the negation of something.
	facet.value === UNDATED
		? facetLabel(catalog, facet)
		: `${facet.isExcluded ? 'not ' : ''}${facetValueLabel(catalog, facet)}`;
