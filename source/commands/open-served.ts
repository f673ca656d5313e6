import {catalogOf} from '../dossier/catalog.ts';
import {mayHoldObeyed} from '../terminal/visible-text.ts';
import {visibleCatalog} from './load-catalog.ts';
import {loadDossier} from './load-dossier.ts';
import type {Served} from './served.ts';

/**
Reads what is to be served, whole and once for all readers.

@throws {Failure} The report or the article cannot be read, or is not what it should be.
*/
export const openServed = async (
	path: string | undefined,
	articlePath: string | undefined,
): Promise<Served> => {
	const {dossier, boundsOf} = await loadDossier(path);
	const raw = catalogOf(dossier, boundsOf);
	// Only a document of which nothing is known is gone through; most need no second copy.
	const isClean = path === undefined || !mayHoldObeyed(JSON.stringify(dossier));
	const article =
		articlePath === undefined
			? undefined
			: await (await import('./load-article.ts')).loadArticle(dossier, articlePath);
	return {catalogs: {raw, visible: isClean ? raw : visibleCatalog(raw)}, article};
};
