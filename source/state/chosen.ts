import {tensionItems} from '../dossier/accounts.ts';
import type {Catalog} from '../dossier/catalog.ts';
import {type CoveredParagraph, coverageItems} from '../dossier/coverage.ts';
import type {FacetCount, FacetIndex} from '../dossier/facet-index.ts';
import {FACET_HEADINGS, FACET_WORDS, facetValueLabel} from '../dossier/facet-words.ts';
import {FACETS, type Facet} from '../dossier/facets.ts';
import {matchesFilter, parseFilter} from '../dossier/filter.ts';
import type {Evidence, RecordId} from '../dossier/schema.ts';
import {LISTS} from './binding.ts';
import {type Subject, selectedEvidence, selectedSubject, subjectOf} from './details.ts';
import {keyOf} from './key-names.ts';
import type {Overlay, State} from './state.ts';

/* What stands under the cursor of an overlay, and with it what a key there is about. */

/** The records that cite a paragraph, in the order in which they are listed. */
export const recordsOfParagraph = (
	catalog: Catalog,
	{source, paragraph}: Pick<Evidence, 'source' | 'paragraph'>,
): CoveredParagraph | undefined =>
	catalog
		.coverage()
		.paragraphs.find(covered => covered.source === source && covered.paragraph === paragraph);

type FacetChoice = Pick<Facet, 'facet' | 'value'> & FacetCount;
type Counts = ReturnType<FacetIndex['counts']>;

const choicesAmong = (counts: Counts, query: string, catalog: Catalog): readonly FacetChoice[] => {
	const filter = parseFilter(query);
	return FACETS.flatMap(facet =>
		counts[facet].map(({value, count}) => ({facet, value, count})),
	).filter(choice =>
		matchesFilter(
			filter,
			[
				`${FACET_WORDS[choice.facet]} ${facetValueLabel(catalog, choice)}`,
				`${choice.value.split('/')[0]}: ${facetValueLabel(catalog, choice)}`,
				choice.facet,
				FACET_HEADINGS[choice.facet],
			].join('\n'),
		),
	);
};

/** Remembers the last choices: a key asks for them several times, and a list of places may be long. */
const createChoices = (
	catalog: Catalog,
): ((counts: Counts, query: string) => readonly FacetChoice[]) => {
	let last: {counts: Counts; query: string; choices: readonly FacetChoice[]} | undefined;
	return (counts, query) => {
		if (last?.counts !== counts || last.query !== query) {
			last = {counts, query, choices: choicesAmong(counts, query, catalog)};
		}

		return last.choices;
	};
};

/**
The facets that can be chosen, as of the day and under the rest of the choice, searched. Of many records none
until they have been counted.
*/
export const facetChoices = (
	{facets, asOf}: Pick<State, 'facets' | 'asOf'>,
	query: string,
	catalog: Catalog,
): readonly FacetChoice[] =>
	catalog.derived(createChoices)(catalog.facetIndex(asOf).counts(facets), query);

/** The facet under the cursor of the list of facets. */
export const chosenFacet = ({overlay, ...state}: State, catalog: Catalog): Facet | undefined => {
	const choice =
		overlay?.name === 'facets'
			? facetChoices(state, overlay.query, catalog)[overlay.chosen]
			: undefined;
	return choice && {facet: choice.facet, value: choice.value, isExcluded: false};
};

/** The paragraph under the cursor of the coverage; none on a record without evidence. */
export const chosenParagraph = (
	{overlay}: Pick<State, 'overlay'>,
	catalog: Catalog,
): CoveredParagraph | undefined => {
	const item =
		overlay?.name === 'coverage' ? coverageItems(catalog.coverage())[overlay.chosen] : undefined;
	return item?.kind === 'paragraph' ? item.paragraph : undefined;
};

/** The record under the cursor of an overlay that has one. */
const recordIn = (overlay: Overlay, state: State, catalog: Catalog): RecordId | undefined => {
	switch (overlay.name) {
		case 'tensions': {
			const tension = catalog.dossier.tensions.find(({id}) => id === overlay.tension);
			return tension && (tensionItems(tension)[overlay.chosen]?.record ?? tension.id);
		}

		case 'paragraph':
			return recordsOfParagraph(catalog, overlay)?.records[overlay.chosen];
		case 'coverage': {
			const item = coverageItems(catalog.coverage())[overlay.chosen];
			return item?.kind === 'record' ? item.record : undefined;
		}

		case 'marks':
			return state.marks[overlay.chosen]?.record;
		default:
			return undefined;
	}
};

/** What a key is about: the record under the cursor of what is open, else what is selected. */
export const pointedSubject = (state: State, catalog: Catalog): Subject | undefined => {
	const {overlay} = state;
	if (overlay === undefined || !LISTS.includes(overlay.name)) {
		return selectedSubject(catalog, state);
	}

	// What is chosen in a list is meant or nothing, never what lies under the list.
	const listed = recordIn(overlay, state, catalog);
	return listed === undefined ? undefined : subjectOf(catalog, listed);
};

export const pointedRecord = (state: State, catalog: Catalog): RecordId | undefined =>
	pointedSubject(state, catalog)?.record;

/** Why a key that is about a record can't act. */
export const nothingPointedAt = (state: State, catalog: Catalog): string | undefined => {
	if (pointedRecord(state, catalog) !== undefined) {
		return undefined;
	}

	if (chosenParagraph(state, catalog) !== undefined) {
		return `A paragraph is no record; ${keyOf('coverage.open')} shows those that cite it.`;
	}

	const listed = state.overlay && recordIn(state.overlay, state, catalog);
	return listed === undefined ? 'Nothing is selected.' : `${listed} is no longer in this dossier.`;
};

/** The passage that the evidence shows; `undefined` while none is shown. */
export const shownEvidence = (state: State, catalog: Catalog): Evidence | undefined =>
	state.overlay?.name === 'evidence'
		? selectedEvidence(catalog, state)[state.overlay.range]
		: undefined;
