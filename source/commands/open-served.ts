import {catalogOf} from '../dossier/catalog.ts';
import {visibleCatalog} from './load-catalog.ts';
import {dossierIn, loadDossier} from './load-dossier.ts';
import type {Served} from './served.ts';
import type {ServedFiles} from './served-files.ts';
import {sharedBytes} from './shared-bytes.ts';

/**
What is to be served, whole and once for all readers. The bytes of the dossier are gone after it, but for the copy
in what it returns.

@throws {Failure} The report or the article is not what it should be.
*/
export const openServed = async (
	files: Pick<ServedFiles, 'dossier' | 'article'>,
): Promise<Served> => {
	let bytes: Uint8Array<SharedArrayBuffer> | undefined;
	const {dossier, boundsOf} =
		files.dossier === undefined
			? await loadDossier(undefined)
			: await dossierIn(files.dossier.bytes, files.dossier.path, {
					onBytes(read) {
						bytes = sharedBytes(read);
					},
				});
	const raw = catalogOf(dossier, boundsOf);
	const article =
		files.article === undefined
			? undefined
			: (await import('./load-article.ts')).articleIn(
					dossier,
					files.article.bytes,
					files.article.path,
				);
	return {catalogs: {raw, visible: visibleCatalog(raw)}, article, report: {bytes, article}};
};
