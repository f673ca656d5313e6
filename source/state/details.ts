import type {Catalog} from '../dossier/catalog.ts';
import {isEmptyFilter, matchesFilter, parseFilter} from '../dossier/filter.ts';
import type {Fact, Section} from '../dossier/profile/fact.ts';
import {type Profile, profileOf} from '../dossier/profile.ts';
import type {Evidence} from '../dossier/schema.ts';
import type {State} from './state.ts';

const factText = ({label, text, note}: Fact): string => `${label ?? ''}\n${text}\n${note ?? ''}`;

/** The sections of a profile whose facts pass the filter; sections left empty are left out. */
const filtered = (sections: readonly Section[], filterText: string): readonly Section[] => {
	const filter = parseFilter(filterText);
	if (isEmptyFilter(filter)) {
		return sections;
	}

	return sections
		.map(section => ({
			...section,
			facts: section.facts.filter(fact =>
				matchesFilter(filter, `${section.heading ?? ''}\n${factText(fact)}`),
			),
		}))
		.filter(({facts}) => facts.length > 0);
};

/** What the detail pane shows: the profile of the shared selection, filtered. */
export const shownProfile = (
	catalog: Catalog,
	{record: id, asOf, filters}: Pick<State, 'record' | 'asOf' | 'filters'>,
): Profile | undefined => {
	const record = id === undefined ? undefined : catalog.find(id);
	if (record === undefined) {
		return undefined;
	}

	const profile = profileOf(catalog, record, asOf);
	return {...profile, sections: filtered(profile.sections, filters.detail)};
};

/** The facts of a profile in order; item 0 of the detail pane is the record itself, so fact 0 is item 1. */
export const factsOf = (profile: Profile): readonly Fact[] =>
	profile.sections.flatMap(section => section.facts);

/** The fact that the detail pane's cursor is on; `undefined` on the record itself. */
export const selectedFact = (catalog: Catalog, state: State): Fact | undefined => {
	const profile = shownProfile(catalog, state);
	return profile === undefined || state.detail.item === 0
		? undefined
		: factsOf(profile)[state.detail.item - 1];
};

/** The fact under the cursor when the detail pane is focused; else nothing narrower than the record. */
const focusedFact = (catalog: Catalog, state: State): Fact | undefined =>
	state.pane === 'detail' ? selectedFact(catalog, state) : undefined;

/** Evidence of what is selected: the fact under the detail's cursor, else the whole record. */
export const selectedEvidence = (catalog: Catalog, state: State): readonly Evidence[] => {
	const fact = focusedFact(catalog, state);
	if (fact !== undefined) {
		return fact.evidence;
	}

	return (state.record === undefined ? undefined : catalog.find(state.record))?.evidence ?? [];
};
