import type {Catalog} from './catalog.ts';
import {
	type CitedSource,
	type CitedSubject,
	citedSources,
	citedStatement,
	datelineOf,
	isPassage,
	isWholeRecord,
	paragraphMark,
	sourceText,
} from './cite.ts';
import type {Dossier, IsoDay, Source} from './schema.ts';

export type CslName =
	| {readonly family: string; readonly given: string}
	/** A name that has no family part, or none that can be told. */
	| {readonly literal: string};

/** As in the schema of CSL input data, as far as it is used here. */
interface CslItem {
	readonly id: string;
	readonly type: 'article-newspaper' | 'document';
	readonly title: string;
	readonly author?: readonly CslName[];
	readonly 'container-title'?: string;
	readonly issued?: {readonly 'date-parts': readonly [readonly [number, number, number]]};
	readonly URL?: string;
	readonly note: string;
}

/**
The family name begins at the first word in small letters (`bin Laden`), else it is the last word; where
nothing stands before it, nobody can tell.
*/
const nameOf = ({actors}: Dossier, name: string): CslName => {
	const words = name.split(/\s+/u).filter(word => word !== '');
	const isNobody = actors.some(actor => actor.name === name && actor.kind !== 'person');
	const particle = words.findIndex(word => /^\p{Ll}/u.test(word));
	if (isNobody || words.length < 2 || name.includes(',') || words[0] === 'The' || particle === 0) {
		return {literal: name};
	}

	const at = particle === -1 ? words.length - 1 : particle;
	return {family: words.slice(at).join(' '), given: words.slice(0, at).join(' ')};
};

const datePartsOf = (day: IsoDay): readonly [number, number, number] => {
	const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
	return [year, month, date];
};

/** FNV-1a, 32 bits, in base 36: a short name for a text, the same every time. */
const shortName = (text: string): string => {
	let hash = 0x81_1c_9d_c5;
	for (const byte of new TextEncoder().encode(text)) {
		hash = Math.imul(hash ^ byte, 0x01_00_01_93) >>> 0;
	}

	return hash.toString(36);
};

/**
The same for a record every time and for no other: the ids of dossier and record, and for something
narrower a short name of what it says; for a passage its source and paragraph. Letters, digits and hyphens
only, as BibTeX wants its keys.
*/
const itemId = (catalog: Catalog, subject: CitedSubject): string =>
	[
		catalog.dossier.id,
		...(subject.record === undefined ? [] : [subject.record.replace(':', '-')]),
		...(isPassage(subject)
			? subject.evidence.map(({source, paragraph}) => `${source.replace(':', '-')}-${paragraph}`)
			: isWholeRecord(catalog, subject)
				? []
				: [shortName(subject.statement)]),
	].join('-');

const sourceParts = (
	{dossier}: Catalog,
	source: Source | undefined,
): Omit<CslItem, 'id' | 'note'> => {
	if (source?.kind !== 'article') {
		return {
			type: 'document',
			title: source?.title ?? dossier.title,
			...(source?.url === undefined ? {} : {URL: source.url}),
		};
	}

	const reporters = source.byline.filter(({role}) => role === 'reported');
	return {
		type: 'article-newspaper',
		title: source.title,
		...(reporters.length === 0 ? {} : {author: reporters.map(({name}) => nameOf(dossier, name))}),
		...(source.publisher === undefined ? {} : {'container-title': source.publisher}),
		issued: {'date-parts': [datePartsOf(source.dateline.day)]},
	};
};

const locatorOf = (catalog: Catalog, cited: CitedSource): readonly string[] => {
	const dateline = datelineOf(catalog, cited.source);
	return [paragraphMark(cited), ...(dateline === undefined ? [] : [`dateline ${dateline}`])];
};

/**
A citation as an item of CSL-JSON: the first source of the subject, or the dossier where no passage
is cited. What is cited, its paragraphs and any further sources stand in the note. The dateline is
where an article was written, not where it was published, so it stands in the note too.
*/
export const cslItem = (catalog: Catalog, subject: CitedSubject): CslItem => {
	const [first, ...others] = citedSources(catalog, subject);
	return {
		id: itemId(catalog, subject),
		...sourceParts(catalog, first?.source),
		note: [
			...(isPassage(subject) ? [] : [citedStatement(catalog, subject)]),
			...(first === undefined ? [] : locatorOf(catalog, first)),
			...others.map(cited => `also ${sourceText(catalog, cited)}`),
		].join('; '),
	};
};

/** An array of the one item, ending in a line break, as reference managers import it. */
export const cslJson = (catalog: Catalog, subject: CitedSubject): string =>
	`${JSON.stringify([cslItem(catalog, subject)], undefined, 2)}\n`;
