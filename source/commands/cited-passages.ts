import {codePointSlice} from '../dossier/article.ts';
import type {Catalog} from '../dossier/catalog.ts';
import {evidenceOf} from '../dossier/coverage.ts';
import type {DossierRecord} from '../dossier/record.ts';
import type {Evidence} from '../dossier/schema.ts';
import type {ArticleText} from '../ui/display.ts';

/** A passage that a record rests on. */
export interface CitedPassage extends Evidence {
	readonly sourceTitle: string;
	/** Null without the article's text. */
	readonly words: string | null;
}

const keyOf = ({source, paragraph, start, end}: Evidence): string =>
	[source, paragraph, start, end].join(' ');

/** Everything that a record rests on, each passage once: its own, then that of its sides or of who held it. */
export const citedPassages = (
	catalog: Catalog,
	record: DossierRecord,
	article: ArticleText | undefined,
): readonly CitedPassage[] => {
	const passages = new Map(evidenceOf(record).map(passage => [keyOf(passage), passage]));
	return Array.from(passages.values(), ({source, paragraph, start, end}) => ({
		source,
		sourceTitle: catalog.source(source)?.title ?? source,
		paragraph,
		start,
		end,
		words:
			article?.source === source
				? codePointSlice(article.paragraphs[paragraph - 1] ?? '', start, end)
				: null,
	}));
};
