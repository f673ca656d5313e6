import {type Catalog, referrersOfKind} from '../catalog.ts';
import {citation} from '../citation.ts';
import type {Evidence, Quote, RecordId} from '../schema.ts';
import {tensionsOver} from '../tensions-over.ts';
import {
	claimFact,
	eventFact,
	type Fact,
	quoteFact,
	type Section,
	stepFact,
	tensionFact,
} from './fact.ts';

export const section = (heading: string, facts: readonly Fact[]): readonly Section[] =>
	facts.length === 0 ? [] : [{heading, facts}];

/** What a record is about, in the dossier's own words. */
export const summarySection = (
	catalog: Catalog,
	{summary, evidence}: {summary?: string | undefined; evidence: readonly Evidence[]},
): readonly Section[] =>
	summary === undefined
		? []
		: [{facts: [{text: summary, note: citation(catalog.dossier, evidence), evidence}]}];

/** Records that name `id` and are shown alike whatever `id` is. */
export const commonSections = (catalog: Catalog, id: RecordId): readonly Section[] => [
	...section(
		'Accounts that disagree',
		tensionsOver(catalog, id)
			.filter(tension => tension.id !== id)
			.map(tension => tensionFact(catalog, tension)),
	),
	...section(
		'In the story',
		referrersOfKind(catalog, id, 'step').map(step => stepFact(catalog, step)),
	),
];

export const claimSections = (catalog: Catalog, id: RecordId): readonly Section[] => {
	const claims = referrersOfKind(catalog, id, 'claim');
	return [
		...section(
			'Asserts',
			claims.filter(claim => claim.assertedBy === id).map(claim => claimFact(catalog, claim)),
		),
		...section(
			'Claims on this',
			claims
				.filter(claim => claim.assertedBy !== id && claim.via !== id)
				.map(claim => claimFact(catalog, claim)),
		),
		...section(
			'Relays',
			claims.filter(claim => claim.via === id).map(claim => claimFact(catalog, claim)),
		),
	];
};

export const quoteSections = (catalog: Catalog, id: RecordId): readonly Section[] => {
	const quotes = referrersOfKind(catalog, id, 'quote');
	const facts = (wanted: (quote: Quote) => boolean): readonly Fact[] =>
		quotes.filter(wanted).map(quote => quoteFact(catalog, quote, id));
	return [
		...section(
			'Says',
			facts(quote => quote.speaker === id),
		),
		...section(
			'Said here',
			facts(quote => quote.place === id),
		),
		...section(
			'Quotes on this',
			facts(quote => quote.speaker !== id && quote.about.includes(id)),
		),
		...section(
			'Relays the words',
			facts(quote => quote.via === id),
		),
	];
};

export const eventSection = (catalog: Catalog, id: RecordId): readonly Section[] =>
	section(
		'Events',
		referrersOfKind(catalog, id, 'event').map(event => eventFact(catalog, event)),
	);
