import type {Catalog} from './catalog.ts';
import {longDay, readableDate} from './days.ts';
import {type KindedRecord, kinded} from './record.ts';
import type {
	Asserter,
	Claim,
	Control,
	Evidence,
	Quote,
	RecordId,
	Relation,
	Source,
} from './schema.ts';
import {asserterName, isLeftOpen, quotedWords, titleById} from './title.ts';
import {CERTAINTY_WORDS} from './words.ts';

/** What a citation is for: a record, or something narrower that is told of it. */
export interface CitedSubject {
	/** The record itself, or the one that the narrower thing is told of. */
	readonly record: RecordId | undefined;
	/**
	The very thing that is cited, in words; the record's title when it is the record itself. Empty: a
	passage of which nothing is told.
	*/
	readonly statement: string;
	/** Who says so, where the record does not tell. */
	readonly assertedBy?: Asserter | undefined;
	/** How it is known, where that is told. */
	readonly basis?: Control['basis'] | undefined;
	readonly evidence: readonly Evidence[];
}

/** One source of a subject and the paragraphs it cites there, in order. */
export interface CitedSource {
	readonly source: Source;
	readonly paragraphs: readonly number[];
}

const given = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);

const entryOf = (catalog: Catalog, {record: id}: CitedSubject): KindedRecord | undefined => {
	const record = id === undefined ? undefined : catalog.find(id);
	return record === undefined ? undefined : kinded(record);
};

/** Whether it is the record that is cited, and nothing narrower. */
export const isWholeRecord = (catalog: Catalog, subject: CitedSubject): boolean =>
	subject.record !== undefined && subject.statement === titleById(catalog, subject.record);

/** Whether it is a passage itself that is cited, and nothing that is told of it. */
export const isPassage = ({statement}: CitedSubject): boolean => statement === '';

const relayed = (catalog: Catalog, via: RecordId | undefined): readonly string[] =>
	via === undefined ? [] : [`relayed by ${titleById(catalog, via)}`];

const quoteDetails = (catalog: Catalog, {place, day, via}: Quote): readonly string[] => {
	const said = [...given(place && titleById(catalog, place)), ...given(day && longDay(day))];
	return [...(said.length === 0 ? [] : [said.join(', ')]), ...relayed(catalog, via)];
};

const claimDetails = (catalog: Catalog, claim: Claim): readonly string[] => {
	const {assertedBy, certainty, polarity, via, day} = claim;
	return [
		...(isLeftOpen(claim)
			? ['raised by the report, which leaves it open']
			: [
					`${polarity === 'denied' ? 'denied by' : 'says'} ${asserterName(catalog, assertedBy)}`,
					...relayed(catalog, via),
					CERTAINTY_WORDS[certainty],
				]),
		...given(day && longDay(day)),
	];
};

const relationDetails = (catalog: Catalog, relation: Relation): readonly string[] => {
	const {since, until, assertedBy, certainty} = relation;
	return [
		...(since !== undefined && since === until
			? [readableDate(since)]
			: [
					...given(since && `from ${readableDate(since)}`),
					...given(until && `until ${readableDate(until)}`),
				]),
		`says ${asserterName(catalog, assertedBy)}`,
		CERTAINTY_WORDS[certainty],
	];
};

/** When, by whom and how sure, as far as it is told. */
const detailsOf = (catalog: Catalog, subject: CitedSubject): readonly string[] => {
	const {assertedBy, basis, evidence} = subject;
	// What we infer nobody says.
	if (basis === 'inferred') {
		return ['inferred, not said outright'];
	}

	const entry = entryOf(catalog, subject);
	switch (entry?.kind) {
		case 'quote':
			return quoteDetails(catalog, entry.record);
		case 'event':
			return [
				readableDate(entry.record.when),
				`says ${asserterName(catalog, entry.record.assertedBy)}`,
				CERTAINTY_WORDS[entry.record.certainty],
			];
		case 'relation':
			return relationDetails(catalog, entry.record);
		case 'claim':
			return claimDetails(catalog, entry.record);
		case 'tension':
			return ['accounts that cannot all be the whole truth'];
		case 'step':
			return [];
		default:
			return [
				// A bare name is nobody's assertion, and without a passage nobody is known to say it.
				...(assertedBy === undefined &&
				basis === undefined &&
				(evidence.length === 0 || isWholeRecord(catalog, subject))
					? []
					: [`says ${asserterName(catalog, assertedBy ?? 'author')}`]),
				...given(basis),
			];
	}
};

const statementOf = (catalog: Catalog, subject: CitedSubject): string => {
	const entry = isWholeRecord(catalog, subject) ? entryOf(catalog, subject) : undefined;
	switch (entry?.kind) {
		case 'quote':
			return `${titleById(catalog, entry.record.speaker)}: ${quotedWords(entry.record)}`;
		case 'tension':
			return `${entry.record.title}: ${entry.record.question}`;
		case 'step':
			return entry.record.text;
		default:
			return subject.statement;
	}
};

/**
What is cited, without its source: `Vera Moss: “…” (Eastbay, 2 May 2020; relayed by Tom Reed)`.
What the report does not state is left out.
*/
export const citedStatement = (catalog: Catalog, subject: CitedSubject): string => {
	const details = detailsOf(catalog, subject);
	return `${statementOf(catalog, subject)}${details.length === 0 ? '' : ` (${details.join('; ')})`}`;
};

/** The sources of a subject in the order in which its evidence names them. */
export const citedSources = (
	catalog: Catalog,
	{evidence}: Pick<CitedSubject, 'evidence'>,
): readonly CitedSource[] => {
	const paragraphs = new Map<Source, Set<number>>();
	for (const range of evidence) {
		const source = catalog.source(range.source);
		if (source !== undefined) {
			paragraphs.set(source, (paragraphs.get(source) ?? new Set()).add(range.paragraph));
		}
	}

	return Array.from(paragraphs, ([source, numbers]) => ({
		source,
		paragraphs: [...numbers].toSorted((a, b) => a - b),
	}));
};

export const paragraphMark = ({paragraphs}: CitedSource): string => `¶ ${paragraphs.join(', ')}`;

/** `Brega, 31 Mar 2011`: where and when an article says it was written. */
export const datelineOf = (catalog: Catalog, source: Source): string | undefined =>
	source.kind === 'article'
		? `${titleById(catalog, source.dateline.place)}, ${longDay(source.dateline.day)}`
		: undefined;

/** `An invented report, Dunmore Post, Dunmore, 2 May 2020, ¶ 5, 8`. */
export const sourceText = (catalog: Catalog, cited: CitedSource): string =>
	[
		cited.source.title,
		...(cited.source.kind === 'article' ? given(cited.source.publisher) : []),
		...given(datelineOf(catalog, cited.source)),
		paragraphMark(cited),
	].join(', ');

/**
A citation in one line: what is cited, when, by whom and how sure, then every source with its
paragraphs. What no passage is cited for is cited from the dossier.
*/
export const citationText = (catalog: Catalog, subject: CitedSubject): string => {
	const sources = citedSources(catalog, subject).map(cited => sourceText(catalog, cited));
	return [
		...(isPassage(subject) ? [] : [citedStatement(catalog, subject)]),
		sources.length === 0 ? `dossier “${catalog.dossier.title}”` : sources.join('; '),
	].join(' — ');
};

/** Why something that is told is no plain fact; nothing where the report itself tells it. */
const standing = (catalog: Catalog, {assertedBy = 'author', basis}: CitedSubject): string => {
	if (basis === 'inferred') {
		return ' (inferred)';
	}

	return assertedBy === 'author' ? '' : ` (says ${asserterName(catalog, assertedBy)})`;
};

/**
A subject as text to be copied: a quote's words in quotation marks and nothing else, a step's text
without its number, else what it says or is called. What is a claim or only inferred says so, so that
it is not taken for a fact.
*/
export const copyText = (catalog: Catalog, subject: CitedSubject): string => {
	const entry = isWholeRecord(catalog, subject) ? entryOf(catalog, subject) : undefined;
	switch (entry?.kind) {
		case 'claim':
			return isLeftOpen(entry.record)
				? subject.statement
				: `${subject.statement} (${
						entry.record.polarity === 'denied' ? 'by' : 'says'
					} ${asserterName(catalog, entry.record.assertedBy)})`;
		case 'step':
			return entry.record.text;
		default:
			return `${subject.statement}${standing(catalog, subject)}`;
	}
};
