import {controlAsOf} from '../dossier/as-of.ts';
import type {Catalog} from '../dossier/catalog.ts';
import {evidenceOf} from '../dossier/coverage.ts';
import {longDay} from '../dossier/days.ts';
import {isEmptyFilter, matchesFilter, parseFilter} from '../dossier/filter.ts';
import type {Fact} from '../dossier/profile/fact.ts';
import {factSection, type Section} from '../dossier/profile/section.ts';
import {type Profile, profileOf} from '../dossier/profile.ts';
import {kinded} from '../dossier/record.ts';
import type {Asserter, Control, Evidence, Place, RecordId} from '../dossier/schema.ts';
import {titleById, titleOf} from '../dossier/title.ts';
import {CONTROL_WORDS} from '../dossier/words.ts';
import type {State} from './state.ts';

const factText = ({label, text, note}: Fact): string => `${label ?? ''}\n${text}\n${note ?? ''}`;

/** The sections of a profile whose facts pass the filter; sections left empty are left out. */
const filtered = (sections: readonly Section[], filterText: string): readonly Section[] => {
	const filter = parseFilter(filterText);
	if (isEmptyFilter(filter)) {
		return sections;
	}

	return sections
		.map(({heading, facts}) =>
			factSection(
				facts.filter(fact => matchesFilter(filter, `${heading ?? ''}\n${factText(fact)}`)),
				heading,
			),
		)
		.filter(({count}) => count > 0);
};

/** What the detail pane shows: the profile of the shared selection, filtered. */
export const shownProfile = (
	catalog: Catalog,
	{
		record: id,
		asOf,
		filters,
	}: Pick<State, 'record' | 'asOf'> & {readonly filters: Pick<State['filters'], 'detail'>},
): Profile | undefined => {
	const record = id === undefined ? undefined : catalog.find(id);
	if (record === undefined) {
		return undefined;
	}

	const profile = profileOf(catalog, record, asOf);
	return {...profile, sections: filtered(profile.sections, filters.detail)};
};

/** How many facts a profile has, none of which has to be made for that. */
export const factCount = ({sections}: Profile): number =>
	sections.reduce((sum, {count}) => sum + count, 0);

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

/** The fact under the cursor when the detail pane is focused and no story is told over it; else nothing narrower than the record. */
const focusedFact = (catalog: Catalog, state: State): Fact | undefined =>
	state.pane === 'detail' && !state.story.isOpen ? selectedFact(catalog, state) : undefined;

/** What evidence is shown for. */
export interface Subject {
	readonly record: RecordId | undefined;
	/** The very thing that it is evidence for, in words. */
	readonly statement: string;
	/** Who says so, where the record does not tell. */
	readonly assertedBy: Asserter | undefined;
	/** How it is known, where that is told. */
	readonly basis: Control['basis'] | undefined;
	/** What was read from the passages, or where else it is from. */
	readonly note: string | undefined;
	readonly evidence: readonly Evidence[];
}

const ofFact = (catalog: Catalog, state: State, fact: Fact): Subject => {
	const about = state.record === undefined ? '' : titleById(catalog, state.record);
	const said = fact.label === undefined ? fact.text : `${fact.label}: ${fact.text}`;
	return {
		record: fact.link ?? state.record,
		statement: fact.link === undefined ? `${about} · ${said}` : titleById(catalog, fact.link),
		assertedBy: fact.assertedBy,
		basis: fact.basis,
		// Who says so and where is told of evidence anyway; where there is none the note tells the source.
		note: fact.evidence.length === 0 ? fact.note : undefined,
		evidence: fact.evidence,
	};
};

/** The row of a town, its mark on the map and the head of its details say who holds it, so that is what it is evidence for. */
const ofTown = ({dossier}: Catalog, {asOf}: State, town: Place): Subject | undefined => {
	const held = controlAsOf(dossier, town, asOf);
	if (held === undefined) {
		return undefined;
	}

	const {control, isCarried, toldFor} = held;
	// With the years, as it is read elsewhere too once it has been copied.
	const carried = isCarried ? `, carried over from ${longDay(toldFor)}` : '';
	return {
		record: town.id,
		statement: `${town.name} on ${longDay(asOf)}: ${CONTROL_WORDS[control.state]}${carried}`,
		assertedBy: control.assertedBy,
		basis: control.basis,
		note: control.note,
		evidence: control.evidence,
	};
};

/** A record by itself, as far as `id` is one. */
export const subjectOf = (catalog: Catalog, id: RecordId): Subject | undefined => {
	const record = catalog.find(id);
	return record === undefined
		? undefined
		: {
				record: record.id,
				statement: titleOf(catalog, record),
				assertedBy: undefined,
				basis: undefined,
				note: undefined,
				evidence: record.evidence,
			};
};

const rangeKey = ({source, paragraph, start, end}: Evidence): string =>
	`${source} ${paragraph} ${start} ${end}`;

/** A record with every passage that it cites, those of its sides or of who held it too, each once. */
const wholeSubjectOf = (catalog: Catalog, id: RecordId): Subject | undefined => {
	const subject = subjectOf(catalog, id);
	const record = catalog.find(id);
	return (
		subject &&
		record && {
			...subject,
			evidence: [...new Map(evidenceOf(record).map(range => [rangeKey(range), range])).values()],
		}
	);
};

/**
What `e` shows evidence for: the record it was asked for, the fact under the detail's cursor, else
what the selected row says.
*/
export const selectedSubject = (catalog: Catalog, state: State): Subject | undefined => {
	if (state.overlay?.name === 'evidence' && state.overlay.record !== undefined) {
		return wholeSubjectOf(catalog, state.overlay.record);
	}

	const fact = focusedFact(catalog, state);
	if (fact !== undefined) {
		return ofFact(catalog, state, fact);
	}

	const record = state.record === undefined ? undefined : catalog.find(state.record);
	if (record === undefined) {
		return undefined;
	}

	const entry = kinded(record);
	const town = entry.kind === 'place' ? ofTown(catalog, state, entry.record) : undefined;
	return town ?? subjectOf(catalog, record.id);
};

export const selectedEvidence = (catalog: Catalog, state: State): readonly Evidence[] =>
	selectedSubject(catalog, state)?.evidence ?? [];
