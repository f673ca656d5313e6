import type {Catalog} from './catalog.ts';
import {type DossierRecord, kinded, type RecordKind} from './record.ts';
import type {Asserter, Claim, Quote, RecordId, Step} from './schema.ts';

export const KIND_WORDS: Record<RecordKind, string> = {
	actor: 'actor',
	place: 'place',
	quote: 'quote',
	event: 'event',
	relation: 'tie',
	claim: 'claim',
	tension: 'tension',
	step: 'story step',
};

/** The spans that a quote's text was joined from, one space between two. */
export const spansOf = ({text, evidence}: Quote): readonly string[] => {
	if (evidence.length === 1) {
		return [text];
	}

	const characters = Array.from(text);
	let from = 0;
	const spans = evidence.map(({start, end}) => {
		const span = characters.slice(from, from + end - start).join('');
		from += end - start + 1;
		return span;
	});
	return from === characters.length + 1 ? spans : [text];
};

/** A quote's words in quotation marks; what the report interrupts is shown interrupted. */
export const quotedWords = (quote: Quote): string =>
	spansOf(quote)
		.map(span => `“${span}”`)
		.join(' … ');

/** The report raises something and takes no stand on it: it says neither that it is so nor that it is not. */
export const isLeftOpen = ({assertedBy, certainty}: Claim): boolean =>
	assertedBy === 'author' && certainty === 'uncommitted';

/** What a claim says; one that is denied, or left open by the report, begins by saying so. */
export const claimText = (claim: Claim): string => {
	if (isLeftOpen(claim)) {
		return `Left open: ${claim.text}`;
	}

	return claim.polarity === 'denied' ? `Denied: ${claim.text}` : claim.text;
};

/** A step's place in the story, from 1. */
export const stepNumber = ({dossier}: Catalog, step: Step): number =>
	dossier.story.findIndex(({id}) => id === step.id) + 1;

/** A record in one line: a name, the words, a title, or a tie read out. */
export const titleOf = (catalog: Catalog, record: DossierRecord): string => {
	const entry = kinded(record);
	switch (entry.kind) {
		case 'actor':
		case 'place':
			return entry.record.name;
		case 'quote':
			return quotedWords(entry.record);
		case 'event':
		case 'tension':
			return entry.record.title;
		case 'relation':
			return `${titleById(catalog, entry.record.from)} ${entry.record.label} ${titleById(catalog, entry.record.to)}`;
		case 'claim':
			return claimText(entry.record);
		case 'step':
			return `${stepNumber(catalog, entry.record)}. ${entry.record.text}`;
	}
};

/** The title of a record named by its id; the id itself when the dossier does not hold it. */
export const titleById = (catalog: Catalog, id: RecordId): string => {
	const record = catalog.find(id);
	return record === undefined ? id : titleOf(catalog, record);
};

/** Who asserts something, by name; the report's own voice is `the report`. */
export const asserterName = (catalog: Catalog, asserter: Asserter): string =>
	asserter === 'author' ? 'the report' : titleById(catalog, asserter);
