import type {Catalog} from '../catalog.ts';
import {citation} from '../citation.ts';
import {dayIn, readableDate} from '../days.ts';
import type {
	Asserter,
	Claim,
	Control,
	DossierEvent,
	Evidence,
	Quote,
	RecordId,
	Relation,
	Step,
	Tension,
} from '../schema.ts';
import {
	asserterName,
	claimText,
	isLeftOpen,
	quotedWords,
	stepNumber,
	titleById,
	titleOf,
} from '../title.ts';
import {CERTAINTY_WORDS, NOT_STATED} from '../words.ts';

/** One thing known of a record. */
export interface Fact {
	/** What it is: `spoken by`; absent where the heading of its section says it. */
	readonly label?: string;
	readonly text: string;
	/** Who says so, how sure, and where it stands. */
	readonly note?: string;
	/** The record it leads to. */
	readonly link?: RecordId;
	/** Set on control, so that it can be drawn with its glyph. */
	readonly state?: Control['state'];
	/** How it is known, where that is told. */
	readonly basis?: Control['basis'];
	/** Who says so, where that is not told by the record it leads to. */
	readonly assertedBy?: Asserter | undefined;
	/** Where this fact stands; empty for a fact that is not from an article. */
	readonly evidence: readonly Evidence[];
}

export const joined = (...parts: readonly (string | undefined)[]): string =>
	parts.filter(part => part !== undefined && part !== '').join(' · ');

export const plainFact = (
	label: string,
	text: string | undefined,
	evidence: readonly Evidence[],
): Fact => ({
	label,
	text: text ?? NOT_STATED,
	evidence,
});

export const linkFact = (catalog: Catalog, id: RecordId, label?: string): Fact => ({
	...(label === undefined ? {} : {label}),
	text: titleById(catalog, id),
	link: id,
	evidence: catalog.find(id)?.evidence ?? [],
});

export const asserterFact = (
	catalog: Catalog,
	asserter: Asserter,
	evidence: readonly Evidence[],
): Fact =>
	asserter === 'author'
		? plainFact('says', 'the report, in its own voice', evidence)
		: linkFact(catalog, asserter, 'says');

/** A quote on the page of `of`, which does not have to be told what it is itself. */
export const quoteFact = (catalog: Catalog, quote: Quote, of?: RecordId): Fact => ({
	text: quotedWords(quote),
	note: joined(
		quote.speaker === of ? undefined : titleById(catalog, quote.speaker),
		quote.place === undefined || quote.place === of ? undefined : titleById(catalog, quote.place),
		quote.day && dayIn(catalog.dossier, quote.day),
		citation(catalog.dossier, quote.evidence),
	),
	link: quote.id,
	evidence: quote.evidence,
});

export const eventLabel = ({when}: DossierEvent): string => readableDate(when);

export const eventFact = (catalog: Catalog, event: DossierEvent): Fact => ({
	label: eventLabel(event),
	text: event.title,
	note: joined(
		event.assertedBy === 'author' ? undefined : `says ${asserterName(catalog, event.assertedBy)}`,
		event.certainty === 'certain' ? undefined : CERTAINTY_WORDS[event.certainty],
		citation(catalog.dossier, event.evidence),
	),
	link: event.id,
	evidence: event.evidence,
});

export const claimFact = (catalog: Catalog, claim: Claim): Fact => ({
	text: claimText(claim),
	note: joined(
		isLeftOpen(claim)
			? 'by the report'
			: `${claim.polarity === 'denied' ? 'by' : 'says'} ${asserterName(catalog, claim.assertedBy)}`,
		claim.via && `via ${titleById(catalog, claim.via)}`,
		claim.certainty === 'certain' || isLeftOpen(claim)
			? undefined
			: CERTAINTY_WORDS[claim.certainty],
		citation(catalog.dossier, claim.evidence),
	),
	link: claim.id,
	evidence: claim.evidence,
});

/** `1980s` for a tie within one time, else `from … `, `until …`. */
export const spanOf = ({since, until}: Relation): readonly string[] => {
	if (since !== undefined && since === until) {
		return [readableDate(since)];
	}

	return [
		...(since === undefined ? [] : [`from ${readableDate(since)}`]),
		...(until === undefined ? [] : [`until ${readableDate(until)}`]),
	];
};

export const relationFact = (catalog: Catalog, relation: Relation, of: RecordId): Fact => ({
	text:
		relation.from === of
			? `${relation.label} ${titleById(catalog, relation.to)}`
			: titleOf(catalog, relation),
	note: joined(
		...spanOf(relation),
		relation.assertedBy === 'author'
			? undefined
			: `says ${asserterName(catalog, relation.assertedBy)}`,
		relation.certainty === 'certain' ? undefined : CERTAINTY_WORDS[relation.certainty],
		citation(catalog.dossier, relation.evidence),
	),
	link: relation.id,
	evidence: relation.evidence,
});

export const tensionFact = (catalog: Catalog, tension: Tension): Fact => ({
	text: tension.title,
	note: joined(tension.question, citation(catalog.dossier, tension.evidence)),
	link: tension.id,
	evidence: tension.evidence,
});

export const stepLabel = (catalog: Catalog, step: Step): string =>
	`step ${stepNumber(catalog, step)}`;

export const stepFact = (catalog: Catalog, step: Step): Fact => ({
	label: stepLabel(catalog, step),
	text: step.text,
	note: citation(catalog.dossier, step.evidence),
	link: step.id,
	evidence: step.evidence,
});
