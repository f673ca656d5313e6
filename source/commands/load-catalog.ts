import {type Catalog, catalogOf} from '../dossier/catalog.ts';
import {withTexts} from '../dossier/with-texts.ts';
import {visibleText} from '../terminal/visible-text.ts';
import {loadDossier} from './load-dossier.ts';

/**
The records of the dossier in a file; of the built-in one when no file is named.

@param texts - `raw` as they stand, which only a format that escapes them may print.
@throws {Failure} The file cannot be read or is not a dossier.
*/
export const loadCatalog = async (
	path: string | undefined,
	texts: 'raw' | 'visible',
): Promise<Catalog> => {
	const {dossier, boundsOf} = await loadDossier(path);
	// What a document brings is not to be obeyed by a terminal; the built-in one is known to be clean.
	return catalogOf(
		texts === 'visible' && path !== undefined ? withTexts(dossier, visibleText) : dossier,
		boundsOf,
	);
};
