import {type Catalog, referrersOfKind} from '../catalog.ts';
import {citation} from '../citation.ts';
import {names} from '../links.ts';
import type {Claim, Evidence, Quote, RecordId} from '../schema.ts';
import {tensionsOver} from '../tensions-over.ts';
import {
	claimFact,
	eventFact,
	eventLabel,
	quoteFact,
	stepFact,
	stepLabel,
	tensionFact,
} from './fact.ts';
import {factSection, listSection, type Section} from './section.ts';

/** What a record is about, in the dossier's own words. */
export const summarySection = (
	catalog: Catalog,
	{summary, evidence}: {summary?: string | undefined; evidence: readonly Evidence[]},
): readonly Section[] =>
	summary === undefined
		? []
		: [factSection([{text: summary, note: citation(catalog.dossier, evidence), evidence}])];

/** Records that name `id` and are shown alike whatever `id` is. */
export const commonSections = (catalog: Catalog, id: RecordId): readonly Section[] => {
	const record = catalog.find(id);
	// What a record is about stands among its own facts.
	const isNamed = (tension: RecordId): boolean => record !== undefined && names(record, tension);
	return [
		...listSection(
			'Accounts that disagree',
			tensionsOver(catalog, id).filter(tension => tension.id !== id && !isNamed(tension.id)),
			tension => tensionFact(catalog, tension),
		),
		...listSection(
			'In the story',
			referrersOfKind(catalog, id, 'step'),
			step => stepFact(catalog, step),
			step => stepLabel(catalog, step),
		),
	];
};

export const claimSections = (catalog: Catalog, id: RecordId): readonly Section[] => {
	const claims = referrersOfKind(catalog, id, 'claim');
	const section = (heading: string, wanted: (claim: Claim) => boolean): readonly Section[] =>
		listSection(heading, claims.filter(wanted), claim => claimFact(catalog, claim));
	return [
		...section('Asserts', ({assertedBy}) => assertedBy === id),
		...section('Claims on this', ({assertedBy, via}) => assertedBy !== id && via !== id),
		...section('Relays', ({via}) => via === id),
	];
};

export const quoteSections = (catalog: Catalog, id: RecordId): readonly Section[] => {
	const quotes = referrersOfKind(catalog, id, 'quote');
	const section = (heading: string, wanted: (quote: Quote) => boolean): readonly Section[] =>
		listSection(heading, quotes.filter(wanted), quote => quoteFact(catalog, quote, id));
	return [
		...section('Says', ({speaker}) => speaker === id),
		...section('Said here', ({place}) => place === id),
		...section('Quotes on this', ({speaker, about}) => speaker !== id && about.includes(id)),
		...section('Relays the words', ({via}) => via === id),
	];
};

export const eventSection = (catalog: Catalog, id: RecordId): readonly Section[] =>
	listSection(
		'Events',
		referrersOfKind(catalog, id, 'event'),
		event => eventFact(catalog, event),
		eventLabel,
	);
