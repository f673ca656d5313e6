import {type Catalog, referrersOfKind} from '../catalog.ts';
import {citation} from '../citation.ts';
import {longDay} from '../days.ts';
import type {Actor, RecordId} from '../schema.ts';
import {SIDE_WORDS} from '../words.ts';
import {type Fact, joined, linkFact, plainFact, relationFact} from './fact.ts';
import {factSection, listSection, type Section} from './section.ts';
import {
	claimSections,
	commonSections,
	eventSection,
	quoteSections,
	summarySection,
} from './sections.ts';

/** The places of an actor's events and words, each once. */
const placesOf = (catalog: Catalog, actor: Actor): readonly RecordId[] => {
	const all = new Set<RecordId>();
	for (const {places} of referrersOfKind(catalog, actor.id, 'event')) {
		for (const place of places) {
			all.add(place);
		}
	}

	for (const {speaker, place} of referrersOfKind(catalog, actor.id, 'quote')) {
		if (speaker === actor.id && place !== undefined) {
			all.add(place);
		}
	}

	for (const place of referrersOfKind(catalog, actor.id, 'place')) {
		all.add(place.id);
	}

	return [...all];
};

const sideFacts = (catalog: Catalog, actor: Actor): readonly Fact[] =>
	actor.sides.map(({side, from, until, basis, evidence}) => ({
		label: 'side',
		text: joined(
			SIDE_WORDS[side],
			from && `from ${longDay(from)}`,
			until && `until ${longDay(until)}`,
		),
		note: joined(basis, citation(catalog.dossier, evidence)),
		basis,
		evidence,
	}));

export const actorSections = (catalog: Catalog, actor: Actor): readonly Section[] => [
	...summarySection(catalog, actor),
	factSection([
		plainFact('role', actor.role, actor.evidence),
		...sideFacts(catalog, actor),
		...(actor.aliases.length === 0
			? []
			: [plainFact('also', actor.aliases.join(', '), actor.evidence)]),
	]),
	...quoteSections(catalog, actor.id),
	...eventSection(catalog, actor.id),
	...listSection('Ties', referrersOfKind(catalog, actor.id, 'relation'), relation =>
		relationFact(catalog, relation, actor.id),
	),
	...listSection('Places', placesOf(catalog, actor), id => linkFact(catalog, id)),
	...claimSections(catalog, actor.id),
	...commonSections(catalog, actor.id),
];
