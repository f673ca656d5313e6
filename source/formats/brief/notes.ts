import {articlesOf} from '../../dossier/article-sources.ts';
import type {Catalog} from '../../dossier/catalog.ts';
import {citedSources, paragraphMark} from '../../dossier/cite.ts';
import {longDay} from '../../dossier/days.ts';
import type {ArticleSource, Evidence, Source} from '../../dossier/schema.ts';
import {titleById} from '../../dossier/title.ts';
import {data, joinPieces, type Piece, type Pieces, phrase, words} from './piece.ts';
import {shortTitles} from './short-titles.ts';

/** A source and where in it; without a place the whole of it. */
interface Cited {
	readonly source: Source;
	readonly where: string | undefined;
}

export interface Note {
	readonly pieces: Pieces;
	/** How many references there are to it. */
	readonly uses: number;
}

/** The notes of a brief, which are numbered in the order in which they are asked for. */
export interface Notes {
	/** The reference to put after a statement; words that say so when it cites no passage. */
	readonly cite: (evidence: readonly Evidence[]) => Pieces;
	/** The same for what is from somewhere in these sources; nothing for none. */
	readonly citeWhole: (ids: readonly Source['id'][]) => Pieces;
	/** The reference for what the dossier says of itself. */
	readonly citeArticles: () => Pieces;
	/** In the order of their numbers, from 1. */
	readonly all: () => readonly Note[];
}

const NO_PASSAGE: Pieces = [words(' (no passage cited)')];

/** Publisher, place and day of an article. */
const articlePieces = (catalog: Catalog, {publisher, dateline}: ArticleSource): Pieces =>
	joinPieces(
		[
			publisher === undefined ? undefined : data(publisher),
			data(titleById(catalog, dateline.place)),
			words(longDay(dateline.day)),
		],
		', ',
	);

/** A title, the first time with all that is known of where it appeared, then a short one. */
const sourcePieces = (
	catalog: Catalog,
	{source, where}: Cited,
	shortTitle: string | undefined,
): Pieces =>
	joinPieces(
		[
			data(shortTitle ?? source.title),
			shortTitle === undefined && source.kind === 'article'
				? articlePieces(catalog, source)
				: undefined,
			where === undefined ? undefined : words(where),
		],
		', ',
	);

/**
Keeps the notes of one brief. What stands in one place has one note, however many statements rest on it.
*/
export const createNotes = (catalog: Catalog): Notes => {
	const shortTitleOf = shortTitles(catalog.dossier.sources);
	const numbers = new Map<string, number>();
	const notes: {readonly pieces: Pieces; uses: number}[] = [];
	const known = new Set<Source['id']>();

	const write = (cited: readonly Cited[]): Pieces =>
		joinPieces(
			cited.map(one => {
				const isKnown = known.has(one.source.id);
				known.add(one.source.id);
				return sourcePieces(catalog, one, isKnown ? shortTitleOf(one.source.id) : undefined);
			}),
			'; ',
		);

	const refer = (cited: readonly Cited[]): Pieces => {
		const key = cited.map(({source, where}) => `${source.id} ${where ?? ''}`).join('\n');
		const number = numbers.get(key) ?? notes.length + 1;
		const note = notes[number - 1] ?? {pieces: phrase`${write(cited)}.`, uses: 0};
		note.uses++;
		numbers.set(key, number);
		notes[number - 1] = note;
		return [{kind: 'note', note: number, use: note.uses} satisfies Piece];
	};

	const whole = (sources: readonly Source[]): Pieces =>
		sources.length === 0 ? [] : refer(sources.map(source => ({source, where: undefined})));

	return {
		cite(evidence) {
			const cited = citedSources(catalog, {evidence});
			return cited.length === 0
				? NO_PASSAGE
				: refer(cited.map(one => ({source: one.source, where: paragraphMark(one)})));
		},
		citeWhole: ids => whole([...new Set(ids)].flatMap(id => catalog.source(id) ?? [])),
		citeArticles() {
			const articles = articlesOf(catalog.dossier);
			return whole(articles.length === 0 ? catalog.dossier.sources : articles);
		},
		all: () => notes,
	};
};
