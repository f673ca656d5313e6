import {evidenceOf} from './coverage.ts';
import type {DossierRecord} from './record.ts';
import type {ArticleSource, Dossier, RecordId} from './schema.ts';
import type {SearchableArticle} from './searchable-article.ts';
import type {Stretch} from './stretch.ts';

/** What holds the words of a quoted span. */
export type Cover =
	| {readonly by: 'quotes'}
	/** No quote, but records that cite the place. */
	| {readonly by: 'records'; readonly records: readonly RecordId[]}
	| {readonly by: 'nothing'};

interface Cited extends Stretch {
	readonly record: RecordId;
}

/** Stretches of one paragraph that do not touch, in order. */
type Held = readonly Stretch[];

const byStart = (a: Stretch, b: Stretch): number => a.start - b.start;

const byParagraph = <Range extends Stretch>(
	ranges: readonly Range[],
): ReadonlyMap<number, readonly Range[]> => Map.groupBy(ranges, ({paragraph}) => paragraph);

const joined = (ranges: readonly Stretch[]): Held => {
	const held: Stretch[] = [];
	for (const range of ranges.toSorted(byStart)) {
		const last = held.at(-1);
		if (last === undefined || range.start > last.end) {
			held.push(range);
		} else if (range.end > last.end) {
			held[held.length - 1] = {...last, end: range.end};
		}
	}

	return held;
};

const heldIn = (cited: ReadonlyMap<number, readonly Stretch[]>): ReadonlyMap<number, Held> =>
	new Map([...cited].map(([paragraph, ranges]) => [paragraph, joined(ranges)]));

/** Which of them is the first that ends after a place. */
const firstAfter = (held: Held, start: number): number => {
	let low = 0;
	let high = held.length;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if ((held[middle]?.end ?? 0) <= start) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return low;
};

/** The parts of a span that nothing holds. */
const leftOf = (span: Stretch, held: Held): readonly Stretch[] => {
	const left: Stretch[] = [];
	let {start} = span;
	for (let at = firstAfter(held, start); start < span.end; at++) {
		const next = held[at];
		if (next === undefined || next.start >= span.end) {
			return [...left, {...span, start}];
		}

		if (next.start > start) {
			left.push({...span, start, end: next.start});
		}

		start = next.end;
	}

	return left;
};

/**
Tells for each span that an article quotes what holds its words; marks and spaces at its ends need
not be held.

@param byQuotes - Where the quotes stand in this article.
*/
export const coverOf = (
	dossier: Dossier,
	source: ArticleSource,
	article: SearchableArticle,
	byQuotes: readonly Stretch[],
): ((span: Stretch) => Cover) => {
	const others: readonly DossierRecord[] = [
		...dossier.actors,
		...dossier.places,
		...dossier.events,
		...dossier.relations,
		...dossier.claims,
		...dossier.tensions,
		...dossier.story,
	];
	const byOthers = others.flatMap((record): readonly Cited[] =>
		evidenceOf(record)
			.filter(evidence => evidence.source === source.id)
			.map(({paragraph, start, end}) => ({record: record.id, paragraph, start, end})),
	);
	const citedIn = byParagraph(byOthers);
	const heldByQuotes = heldIn(byParagraph(byQuotes));
	const heldByAll = heldIn(byParagraph([...byQuotes, ...byOthers]));
	const isHeld = (span: Stretch, held: ReadonlyMap<number, Held>): boolean =>
		leftOf(span, held.get(span.paragraph) ?? []).every(
			rest => !/[\p{L}\p{N}]/u.test(article.wordsAt(rest)),
		);
	return span => {
		if (isHeld(span, heldByQuotes)) {
			return {by: 'quotes'};
		}

		if (!isHeld(span, heldByAll)) {
			return {by: 'nothing'};
		}

		const records = (citedIn.get(span.paragraph) ?? [])
			.filter(({start, end}) => start < span.end && end > span.start)
			.map(({record}) => record);
		return {by: 'records', records: [...new Set(records)]};
	};
};
