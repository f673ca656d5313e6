import type {ArticleSource, Dossier} from './schema.ts';

/** The dossier's article sources, in order. */
export const articlesOf = (dossier: Dossier): readonly ArticleSource[] =>
	dossier.sources.filter(source => source.kind === 'article');

/** Whether paragraphs can be told without saying of which article: asked for every row and fact. */
export const hasOneArticle = ({sources}: Dossier): boolean => {
	const first = sources.findIndex(({kind}) => kind === 'article');
	return first !== -1 && !sources.some(({kind}, at) => at > first && kind === 'article');
};
