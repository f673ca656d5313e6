import {articlesOf, hasOneArticle} from '../dossier/article-sources.ts';
import type {Catalog} from '../dossier/catalog.ts';
import type {Match} from './go-to.ts';

/** A paragraph as people write it: `21`, `¶ 21`, `par. 21`, `paragraph 21`. */
const PARAGRAPH = /^(?:¶|par(?:\.|agraph)?)?\s*(\d{1,9})$/iu;

/** The paragraph that a query names, in every article that has it. */
export const paragraphMatches = ({dossier}: Catalog, query: string): readonly Match[] => {
	const paragraph = Number(PARAGRAPH.exec(query.trim())?.[1] ?? 0);
	const isOnlyArticle = hasOneArticle(dossier);
	return articlesOf(dossier)
		.filter(({paragraphs}) => paragraph >= 1 && paragraph <= paragraphs)
		.map(({id, title}) => ({
			destination: {
				name: `¶ ${paragraph}${isOnlyArticle ? '' : ` of ${title}`}`,
				kind: 'paragraph',
				aliases: '',
				target: {type: 'paragraph', source: id, paragraph},
			},
			marked: new Set<number>(),
		}));
};
