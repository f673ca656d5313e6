import {type Fault, pointerTo} from './fault.ts';
import {lengthFault} from './quote-length.ts';
import {type Standing, standingOf} from './quote-standing.ts';
import {type QuotedSpan, quotedIn} from './quoted-spans.ts';
import type {ArticleSource, Dossier, Evidence, Quote, RecordId} from './schema.ts';
import {type SearchableArticle, searchableArticle} from './searchable-article.ts';
import {coverOf} from './span-coverage.ts';
import type {Stretch} from './stretch.ts';

/** What a finding is about; it stands in the JSON of `verify`. */
type FindingCode =
	| 'paragraph-count'
	| 'range-outside'
	| 'quote-typography'
	| 'quote-elsewhere'
	| 'quote-other'
	| 'quote-length'
	| 'span-uncovered'
	| 'span-without-quote'
	| 'mark-unclosed';

/** One thing that a dossier and its article do not agree on. */
export interface Finding extends Fault {
	readonly code: FindingCode;
	/** A warning leaves the dossier proved. */
	readonly severity: 'fault' | 'warning';
	/** The record that it is in; none: it is not in any. */
	readonly record?: RecordId;
	/** Where in the article. */
	readonly places: readonly Stretch[];
	/** What the dossier has, and what the article has there; for a quote in other words, or fewer. */
	readonly words?: {readonly dossier: string; readonly article: string};
}

/** How a dossier stood up to one of its articles. */
export interface Proof {
	readonly paragraphs: {readonly found: number; readonly stated: number};
	readonly quotes: {
		readonly verbatim: number;
		/** The same but for typography. */
		readonly alike: number;
		readonly total: number;
		/** Those that cite other sources, which were not looked up. */
		readonly ofOtherSources: number;
	};
	readonly ranges: {readonly inside: number; readonly total: number};
	readonly spans: {readonly covered: number; readonly total: number};
	/** In the order of the dossier, then of the article. */
	readonly findings: readonly Finding[];
}

/** How far a proof has come. */
export interface ProofProgress {
	readonly done: number;
	readonly of: number;
}

type Path = readonly (string | number)[];

interface FoundRange {
	readonly range: Evidence;
	readonly path: Path;
	readonly record: RecordId | undefined;
}

const isEvidence = (value: object): value is Evidence =>
	'paragraph' in value && 'start' in value && 'source' in value;

/** Every range in an article, wherever in a dossier it stands. */
function* rangesIn(
	value: unknown,
	article: ArticleSource,
	path: Path = [],
	record?: RecordId,
): Generator<FoundRange> {
	if (typeof value !== 'object' || value === null) {
		return;
	}

	if (isEvidence(value)) {
		if (value.source === article.id) {
			yield {range: value, path, record};
		}

		return;
	}

	// The dossier and its sources have ids, but are no records.
	const isRecord = 'id' in value && path.length > 0 && path[0] !== 'sources';
	const within = isRecord ? (value.id as RecordId) : record;
	for (const [key, item] of Object.entries(value)) {
		if (typeof item === 'object') {
			yield* rangesIn(item, article, [...path, key], within);
		}
	}
}

const characters = ({start, end}: Stretch): string => `characters ${start} to ${end}`;

const placeWords = (places: readonly Stretch[]): string =>
	places.map(place => `paragraph ${place.paragraph}, ${characters(place)}`).join('; ');

const outsideFinding = (
	{range, path, record}: FoundRange,
	article: SearchableArticle,
): Finding | undefined => {
	const {paragraph, end} = range;
	const length = article.lengthOf(paragraph);
	if (length !== undefined && end <= length) {
		return undefined;
	}

	const common = {
		code: 'range-outside',
		severity: 'fault',
		places: [],
		...(record === undefined ? {} : {record}),
	} as const;
	return length === undefined
		? {
				...common,
				pointer: pointerTo([...path, 'paragraph']),
				message: `there is no paragraph ${paragraph}; the article has ${article.paragraphs.length}`,
			}
		: {
				...common,
				pointer: pointerTo([...path, 'end']),
				message: `the range ends at ${end}, but paragraph ${paragraph} has ${length} characters`,
			};
};

const butFor = (standing: {readonly differences: readonly string[]}): string =>
	standing.differences.length === 0
		? ''
		: `, the same but for ${standing.differences.join(' and ')}`;

type QuoteFinding = Omit<Finding, 'pointer' | 'record'>;

interface Found {
	readonly cited: readonly Evidence[];
	readonly standing: Standing;
}

const isOver = (one: Stretch, other: Stretch): boolean =>
	one.paragraph === other.paragraph && one.start < other.end && other.start < one.end;

/** Whether a quote is less than what it cites, or more, and so does not stand quite there. */
const isCut = (quote: Quote, {cited, standing}: Found): boolean =>
	standing.type === 'elsewhere' &&
	lengthFault(quote) !== undefined &&
	standing.places.some(place => cited.some(range => isOver(place, range)));

const quoteFinding = (
	quote: Quote,
	found: Found,
	{wordsAt}: SearchableArticle,
): QuoteFinding | undefined => {
	const {text} = quote;
	const {cited, standing} = found;
	switch (standing.type) {
		case 'verbatim':
			return undefined;
		case 'typography':
			return {
				code: 'quote-typography',
				severity: 'warning',
				message: `the same but for ${standing.differences.join(' and ')}`,
				places: [],
			};
		case 'elsewhere':
			return {
				code: 'quote-elsewhere',
				severity: 'fault',
				message: `these words do not stand there; they stand in ${placeWords(standing.places)}${butFor(standing)}`,
				places: standing.places,
				...(isCut(quote, found)
					? {words: {dossier: text, article: cited.map(wordsAt).join(' ')}}
					: {}),
			};
		case 'other': {
			const {words, like} = standing;
			return {
				code: 'quote-other',
				severity: 'fault',
				message:
					like !== undefined
						? `these words do not stand there; most like them is ${placeWords([like.place])}`
						: words === ''
							? 'these words do not stand in the article'
							: 'these words do not stand there',
				places: like === undefined ? [] : [like.place],
				words: {dossier: text, article: like?.words ?? words},
			};
		}
	}
};

/** What was found of a quote, and that its length is not that of its ranges, if so. */
const withLength = (
	finding: QuoteFinding | undefined,
	length: string | undefined,
): QuoteFinding | undefined => {
	if (length === undefined) {
		return finding;
	}

	return finding === undefined
		? {code: 'quote-length', severity: 'fault', message: length, places: []}
		: {...finding, message: `${finding.message}; ${length}`};
};

/** Where a quote stands in the article, as far as it does. */
const placesOf = (standing: Standing, cited: readonly Evidence[]): readonly Stretch[] => {
	switch (standing.type) {
		case 'verbatim':
			return cited;
		case 'typography':
		case 'elsewhere':
			return standing.places;
		case 'other':
			return standing.like === undefined ? cited : [standing.like.place];
	}
};

const spanFinding = (
	span: QuotedSpan,
	cover: ReturnType<ReturnType<typeof coverOf>>,
): Finding | undefined => {
	const {paragraph, start, end, goesOn} = span;
	const where = `paragraph ${paragraph}, ${characters(span)}${goesOn ? ' (they go on in the next paragraph)' : ''}`;
	const common = {pointer: '/quotes', places: [{paragraph, start, end}]} as const;
	switch (cover.by) {
		case 'quotes':
			return undefined;
		case 'records':
			return {
				...common,
				code: 'span-without-quote',
				severity: 'warning',
				message: `no quote covers the words quoted in ${where}; cited by ${cover.records.join(', ')}`,
			};
		case 'nothing':
			return {
				...common,
				code: 'span-uncovered',
				severity: 'fault',
				message: `no record covers the words quoted in ${where}`,
			};
	}
};

/** Spans of the article that a quote which is not found is compared with, on either side. */
const COMPARED = 12;

const isBefore = (one: Stretch, other: Stretch): boolean =>
	one.paragraph < other.paragraph || (one.paragraph === other.paragraph && one.start < other.start);

/** Those of the spans, which are in reading order, that are nearest to a place. */
const spansNear = (spans: readonly QuotedSpan[], place: Stretch): readonly QuotedSpan[] => {
	let low = 0;
	let high = spans.length;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		const span = spans[middle];
		if (span !== undefined && isBefore(span, place)) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return spans.slice(Math.max(0, low - COMPARED), low + COMPARED);
};

/** An article as quotes are looked for in it. */
export interface SearchedArticle {
	readonly article: SearchableArticle;
	/** The words that stand in quotation marks in it. */
	readonly spans: readonly QuotedSpan[];
}

/** How a quote stands in an article that it cites as `source`; `undefined`: not at all, or rather in another. */
export const standingIn = (
	quote: Quote,
	source: ArticleSource['id'],
	{article, spans}: SearchedArticle,
): Found | undefined => {
	const cited = quote.evidence.filter(({source: id}) => id === source);
	const [first] = cited;
	if (first === undefined) {
		return undefined;
	}

	const standing = standingOf(quote, cited, article, spansNear(spans, first));
	const isSpread = cited.length < quote.evidence.length;
	// Of a quote that stands in several articles, what is missing here may stand in another.
	return isSpread && /elsewhere|other/.test(standing.type) ? undefined : {cited, standing};
};

/**
Proves a dossier against the text of one of its articles, a quote a step, so that whoever asked can
tell how far it has come, or stop.

@param paragraphs - From `paragraphsOf`.
*/
export function* prove(
	dossier: Dossier,
	source: ArticleSource,
	paragraphs: readonly string[],
): Generator<ProofProgress, Proof> {
	const article = searchableArticle(paragraphs);
	const findings: Finding[] = [];
	const of = dossier.quotes.length;
	yield {done: 0, of};
	if (paragraphs.length !== source.paragraphs) {
		findings.push({
			code: 'paragraph-count',
			severity: 'fault',
			pointer: pointerTo(['sources', dossier.sources.indexOf(source), 'paragraphs']),
			message: `the article has ${paragraphs.length} paragraph${paragraphs.length === 1 ? '' : 's'}, not ${source.paragraphs}`,
			places: [],
		});
	}

	const ranges = {inside: 0, total: 0};
	for (const range of rangesIn(dossier, source)) {
		const finding = outsideFinding(range, article);
		ranges.total++;
		if (finding === undefined) {
			ranges.inside++;
		} else {
			findings.push(finding);
		}
	}

	const quoted = quotedIn(paragraphs);
	const places: Stretch[] = [];
	const quotes = {verbatim: 0, alike: 0, total: 0, ofOtherSources: 0};
	for (const [at, quote] of dossier.quotes.entries()) {
		yield {done: at, of};
		const found = standingIn(quote, source.id, {article, spans: quoted.spans});
		if (found === undefined) {
			quotes.ofOtherSources++;
		} else {
			const {cited, standing} = found;
			quotes.total++;
			for (const place of isCut(quote, found) ? cited : placesOf(standing, cited)) {
				places.push(place);
			}

			quotes.verbatim += standing.type === 'verbatim' ? 1 : 0;
			quotes.alike += standing.type === 'typography' ? 1 : 0;
		}

		const finding = withLength(found && quoteFinding(quote, found, article), lengthFault(quote));
		if (finding !== undefined) {
			findings.push({...finding, pointer: pointerTo(['quotes', at, 'text']), record: quote.id});
		}
	}

	const cover = coverOf(dossier, source, article, places);
	const spans = {covered: 0, total: quoted.spans.length};
	for (const span of quoted.spans) {
		const covered = cover(span);
		const finding = spanFinding(span, covered);
		spans.covered += covered.by === 'nothing' ? 0 : 1;
		if (finding !== undefined) {
			findings.push(finding);
		}
	}

	for (const place of quoted.unclosed) {
		findings.push({
			code: 'mark-unclosed',
			severity: 'warning',
			pointer: '/quotes',
			message: `the quotation mark in paragraph ${place.paragraph}, character ${place.start}, is never closed`,
			places: [place],
		});
	}

	return {
		paragraphs: {found: paragraphs.length, stated: source.paragraphs},
		quotes,
		ranges,
		spans,
		findings,
	};
}

/** What steps lead to, all at once. */
export const endOf = <Result>(steps: Generator<unknown, Result>): Result => {
	for (;;) {
		const {done, value} = steps.next();
		if (done === true) {
			return value;
		}
	}
};

/**
What of a dossier cannot be shown beside the text of one of its articles: ranges that leave their
paragraphs, and quotes that do not stand where they say. Words that nobody has drawn from it yet are
no fault to a reader.

@param paragraphs - From `paragraphsOf`.
*/
export const faultsAgainstArticle = (
	dossier: Dossier,
	article: ArticleSource,
	paragraphs: readonly string[],
): readonly Fault[] =>
	endOf(prove(dossier, article, paragraphs))
		.findings.filter(({code, severity}) => severity === 'fault' && code !== 'span-uncovered')
		.map(({pointer, message, words}) => ({
			pointer,
			message:
				words === undefined || words.article === ''
					? message
					: `${message}; the article has ${JSON.stringify(words.article)}`,
		}));
