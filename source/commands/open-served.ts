import {catalogOf} from '../dossier/catalog.ts';
import {visibleCatalog} from './load-catalog.ts';
import {loadDossier} from './load-dossier.ts';
import type {Served} from './served.ts';

/** A copy that several threads can look at. */
const shared = (bytes: Uint8Array): Uint8Array<SharedArrayBuffer> => {
	const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
	copy.set(bytes);
	return copy;
};

/**
Reads what is to be served, whole and once for all readers.

@throws {Failure} The report or the article cannot be read, or is not what it should be.
*/
export const openServed = async (
	path: string | undefined,
	articlePath: string | undefined,
): Promise<Served> => {
	let bytes: Uint8Array<SharedArrayBuffer> | undefined;
	const {dossier, boundsOf} = await loadDossier(path, {
		onBytes(read) {
			bytes = shared(read);
		},
	});
	const raw = catalogOf(dossier, boundsOf);
	const article =
		articlePath === undefined
			? undefined
			: await (await import('./load-article.ts')).loadArticle(dossier, articlePath);
	return {catalogs: {raw, visible: visibleCatalog(raw)}, article, report: {bytes, article}};
};
