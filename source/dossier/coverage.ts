import {articlesOf} from './article-sources.ts';
import type {Catalog} from './catalog.ts';
import {type DossierRecord, kinded} from './record.ts';
import type {ArticleSource, Evidence, RecordId} from './schema.ts';

/** A paragraph of an article, and what was drawn from it. */
export interface CoveredParagraph {
	readonly source: ArticleSource['id'];
	/** From 1. */
	readonly paragraph: number;
	/** Those that cite it, each once, in the order of the file. */
	readonly records: readonly RecordId[];
	/**
	The furthest end that a record cites, in code points: without the article all that is known of
	its length. 0 when no record cites it.
	*/
	readonly extent: number;
}

export interface Coverage {
	/** Every paragraph of every article, in order, cited or not. */
	readonly paragraphs: readonly CoveredParagraph[];
	/** Records that cite nothing at all, in the order of the file. */
	readonly uncited: readonly RecordId[];
}

/** A line of the coverage that can be chosen. */
export type CoverageItem =
	| {readonly kind: 'paragraph'; readonly paragraph: CoveredParagraph}
	| {readonly kind: 'record'; readonly record: RecordId};

/** Everything a record rests on: its own evidence, then that of its sides or of who held it. */
export const evidenceOf = (record: DossierRecord): readonly Evidence[] => {
	const entry = kinded(record);
	switch (entry.kind) {
		case 'actor':
			return [...entry.record.evidence, ...entry.record.sides.flatMap(({evidence}) => evidence)];
		case 'place':
			return [...entry.record.evidence, ...entry.record.control.flatMap(({evidence}) => evidence)];
		default:
			return entry.record.evidence;
	}
};

/**
Which paragraphs the records of a dossier stand on, and which records stand on none.

Evidence outside the articles' paragraphs is passed over: it covers nothing, though a record that
has no other is not without evidence.
*/
export const coverageOf = ({dossier, records}: Catalog): Coverage => {
	const bySource = new Map(
		articlesOf(dossier).map(({id, paragraphs}) => [
			id,
			Array.from({length: paragraphs}, (_, at) => ({
				source: id,
				paragraph: at + 1,
				records: [] as RecordId[],
				extent: 0,
			})),
		]),
	);
	const uncited: RecordId[] = [];
	for (const record of records) {
		const evidence = evidenceOf(record);
		if (evidence.length === 0) {
			uncited.push(record.id);
		}

		for (const {source, paragraph, end} of evidence) {
			const covered = bySource.get(source)?.[paragraph - 1];
			if (covered === undefined) {
				continue;
			}

			covered.extent = Math.max(covered.extent, end);
			if (covered.records.at(-1) !== record.id) {
				covered.records.push(record.id);
			}
		}
	}

	return {paragraphs: [...bySource.values()].flat(), uncited};
};

/** What can be chosen in the coverage: the paragraphs, then the records without evidence. */
export const coverageItems = ({paragraphs, uncited}: Coverage): readonly CoverageItem[] => [
	...paragraphs.map(paragraph => ({kind: 'paragraph', paragraph}) as const),
	...uncited.map(record => ({kind: 'record', record}) as const),
];
