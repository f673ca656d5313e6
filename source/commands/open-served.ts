import {loadCatalog, visibleCatalog} from './load-catalog.ts';
import type {Served} from './served.ts';

/**
Reads what is to be served, whole and once for all readers.

@throws {Failure} The report or the article cannot be read, or is not what it should be.
*/
export const openServed = async (
	path: string | undefined,
	articlePath: string | undefined,
): Promise<Served> => {
	const raw = await loadCatalog({}, path, 'raw');
	const article =
		articlePath === undefined
			? undefined
			: await (await import('./load-article.ts')).loadArticle(raw.dossier, articlePath);
	return {catalogs: {raw, visible: visibleCatalog(raw)}, article};
};
