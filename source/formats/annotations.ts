import {paragraphStarts} from '../dossier/article.ts';
import {articlesOf} from '../dossier/article-sources.ts';
import type {Catalog} from '../dossier/catalog.ts';
import {type CitedSubject, citedStatement} from '../dossier/cite.ts';
import {longDay} from '../dossier/days.ts';
import {type DossierRecord, kinded, kindOf, type RecordKind} from '../dossier/record.ts';
import type {Actor, ArticleSource, Evidence, Place, Tension} from '../dossier/schema.ts';
import {KIND_WORDS, spansOf, titleOf} from '../dossier/title.ts';
import {CONTROL_WORDS, SIDE_WORDS} from '../dossier/words.ts';
import {jsonPieces} from './json-pieces.ts';

/** The text of an article of a dossier, as in the file that has its SHA-256. */
export interface WholeArticle {
	readonly source: ArticleSource['id'];
	readonly text: string;
}

type Motivation = 'identifying' | 'classifying' | 'questioning';

/** Something that is told at one or more places. */
interface Note {
	/** What the id of its annotations ends in, before their number. */
	readonly name: string;
	readonly motivation: Motivation;
	/** What it is, in one word or two. */
	readonly tag: string;
	/** What is told, put together when asked for. */
	readonly text: () => string;
	readonly evidence: readonly Evidence[];
	/** What is quoted, a text for each piece of evidence. */
	readonly quoted?: readonly string[];
}

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** Code points before and after quoted words, which tell them from the same words elsewhere. */
const SURROUNDINGS = 32;

const MOTIVATIONS: Record<RecordKind, Motivation> = {
	actor: 'identifying',
	place: 'identifying',
	quote: 'identifying',
	event: 'classifying',
	relation: 'classifying',
	claim: 'classifying',
	tension: 'questioning',
	step: 'classifying',
};

/** `day` to `day` as far as they are told; nothing where neither is. */
const dates = (from: string | undefined, until: string | undefined): string =>
	[
		...(from === undefined ? [] : [` from ${longDay(from)}`]),
		...(until === undefined ? [] : [` until ${longDay(until)}`]),
	].join('');

const narrower = (
	catalog: Catalog,
	name: string,
	tag: string,
	subject: CitedSubject & {readonly record: DossierRecord['id']},
): Note => ({
	name: `${subject.record}:${name}`,
	motivation: 'classifying',
	tag,
	text: () => citedStatement(catalog, subject),
	evidence: subject.evidence,
});

const sideNotes = (catalog: Catalog, {id, name, sides}: Actor): readonly Note[] =>
	sides.map(({side, from, until, basis, evidence}, at) =>
		narrower(catalog, `side-${at + 1}`, 'side', {
			record: id,
			statement: `${name}: ${SIDE_WORDS[side]}${dates(from, until)}`,
			basis,
			evidence,
		}),
	);

const controlNotes = (catalog: Catalog, {id, name, control}: Place): readonly Note[] =>
	control.map(({day, state, basis, assertedBy, evidence}, at) =>
		narrower(catalog, `control-${at + 1}`, 'control', {
			record: id,
			statement: `${name}: ${CONTROL_WORDS[state]}, ${longDay(day)}`,
			basis,
			assertedBy,
			evidence,
		}),
	);

/** Where a tension stands; one that cites nothing itself stands where its accounts do. */
const tensionEvidence = (catalog: Catalog, tension: Tension): readonly Evidence[] =>
	tension.evidence.length > 0
		? tension.evidence
		: tension.accounts.flatMap(({records}) =>
				records.flatMap(id => catalog.find(id)?.evidence ?? []),
			);

function* notesOf(catalog: Catalog, record: DossierRecord): Generator<Note> {
	const entry = kinded(record);
	const evidence =
		entry.kind === 'tension' ? tensionEvidence(catalog, entry.record) : record.evidence;
	yield {
		name: record.id,
		motivation: MOTIVATIONS[entry.kind],
		tag: KIND_WORDS[kindOf(record.id)],
		text: () =>
			citedStatement(catalog, {
				record: record.id,
				statement: titleOf(catalog, record),
				evidence,
			}),
		evidence,
		...(entry.kind === 'quote' ? {quoted: spansOf(entry.record)} : {}),
	};
	if (entry.kind === 'actor') {
		yield* sideNotes(catalog, entry.record);
	} else if (entry.kind === 'place') {
		yield* controlNotes(catalog, entry.record);
	}
}

function* allNotes(catalog: Catalog): Generator<Note> {
	for (const {id, byline} of articlesOf(catalog.dossier)) {
		for (const [at, {name, evidence}] of byline.entries()) {
			yield {
				name: `${id}:byline-${at + 1}`,
				motivation: 'identifying',
				tag: 'reporter',
				text: () => name,
				evidence,
			};
		}
	}

	for (const record of catalog.records) {
		yield* notesOf(catalog, record);
	}
}

/** A text by its hash (RFC 6920), as it is known by nothing else. */
const addressOf = ({sha256}: ArticleSource): string =>
	`ni:///sha-256;${Buffer.from(sha256, 'hex').toString('base64url')}`;

type Json = Readonly<Record<string, unknown>>;

type SelectorsOf = (evidence: Evidence, quoted: string | undefined) => readonly Json[];

const position = (start: number, end: number): Json => ({
	type: 'TextPositionSelector',
	start,
	end,
});

/** Without the article a position is known within its paragraph only. */
const inParagraph: SelectorsOf = ({paragraph, start, end}, quoted) => [
	{
		type: 'FragmentSelector',
		value: `paragraph=${paragraph}`,
		refinedBy: position(start, end),
	},
	...(quoted === undefined ? [] : [{type: 'TextQuoteSelector', exact: quoted}]),
];

const inWhole = ({text}: WholeArticle): SelectorsOf => {
	const starts = paragraphStarts(text);
	const plain = text.replace(/^\u{FEFF}/u, '');
	// Long texts are cut once; a quote then costs no more than its surroundings.
	const characters = Array.from(plain);
	const between = (from: number, to: number): string =>
		characters.slice(Math.max(0, from), Math.max(0, to)).join('');
	return ({paragraph, start, end}, quoted) => {
		const offset = starts[paragraph - 1] ?? 0;
		const [from, to] = [offset + start, offset + end];
		return [
			position(from, to),
			...(quoted === undefined
				? []
				: [
						{
							type: 'TextQuoteSelector',
							exact: quoted,
							prefix: between(from - SURROUNDINGS, from),
							suffix: between(to, to + SURROUNDINGS),
						},
					]),
		];
	};
};

function* annotationsOf(
	catalog: Catalog,
	collection: string,
	article: WholeArticle | undefined,
): Generator<Json> {
	const addresses = new Map(
		articlesOf(catalog.dossier).map(source => [source.id, addressOf(source)]),
	);
	const wholeSelectors = article && inWhole(article);
	for (const {name, motivation, tag, text, evidence, quoted} of allNotes(catalog)) {
		for (const [at, range] of evidence.entries()) {
			const selectorsOf =
				wholeSelectors !== undefined && range.source === article?.source
					? wholeSelectors
					: inParagraph;
			yield {
				'@context': CONTEXT,
				id: `${collection}:${name}:${at + 1}`,
				type: 'Annotation',
				motivation,
				body: [
					{type: 'TextualBody', value: text(), format: 'text/plain', purpose: motivation},
					{type: 'TextualBody', value: tag, format: 'text/plain', purpose: 'tagging'},
				],
				target: {
					type: 'SpecificResource',
					source: addresses.get(range.source),
					selector: selectorsOf(range, quoted?.[at]),
				},
			};
		}
	}
}

const countOf = (catalog: Catalog): number => {
	let count = 0;
	for (const {evidence} of allNotes(catalog)) {
		count += evidence.length;
	}

	return count;
};

/**
A dossier as a collection of Web Annotations: one for every range of evidence, of records, sides, control
and bylines. The target is an article, named by its hash; positions count code points, within the paragraph
or, where the article is at hand, from its beginning. Of the article's words it has those that people
are quoted as saying, and only where it is at hand a few characters round those.
*/
export const annotations = (
	catalog: Catalog,
	article: WholeArticle | undefined,
): Iterable<string> => {
	const {dossier} = catalog;
	const collection = `urn:dossier:${dossier.id}`;
	const total = countOf(catalog);
	return jsonPieces(
		{
			'@context': CONTEXT,
			id: collection,
			type: 'AnnotationCollection',
			label: dossier.title,
			total,
			// A page must hold at least one.
			...(total === 0
				? {}
				: {
						first: {
							id: `${collection}:page-1`,
							type: 'AnnotationPage',
							partOf: collection,
							startIndex: 0,
							items: annotationsOf(catalog, collection, article),
						},
					}),
		},
		'line',
	);
};
