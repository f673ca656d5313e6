import {type Catalog, catalogOf} from '../dossier/catalog.ts';
import {withTexts} from '../dossier/with-texts.ts';
import {visibleText} from '../terminal/visible-text.ts';
import type {Host} from './host.ts';
import {loadDossier} from './load-dossier.ts';

/** The same records with nothing in their texts that a terminal would obey. */
export const visibleCatalog = (catalog: Catalog): Catalog => {
	const dossier = withTexts(catalog.dossier, visibleText);
	return dossier === catalog.dossier ? catalog : catalogOf(dossier, catalog.boundsOf);
};

/**
The records of the dossier in a file; of the built-in one when no file is named, and of the one that is served
where one is.

@param texts - `raw` as they stand, which only a format that escapes them may print.
@throws {Failure} The file cannot be read or is not a dossier.
*/
export const loadCatalog = async (
	{served, whenReading}: Pick<Host, 'served' | 'whenReading'>,
	path: string | undefined,
	texts: 'raw' | 'visible',
): Promise<Catalog> => {
	if (served !== undefined) {
		return served.catalogs[texts];
	}

	const {dossier, boundsOf, places} = await loadDossier(path, {whenReading});
	// What a document brings is not to be obeyed by a terminal; the built-in one is known to be clean.
	const catalog = catalogOf(dossier, boundsOf, places);
	return texts === 'visible' && path !== undefined ? visibleCatalog(catalog) : catalog;
};
