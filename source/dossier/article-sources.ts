import type {ArticleSource, Dossier} from './schema.ts';

/** The dossier's article sources, in order. */
export const articlesOf = (dossier: Dossier): readonly ArticleSource[] =>
	dossier.sources.filter(source => source.kind === 'article');
