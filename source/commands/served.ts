import type {Catalog} from '../dossier/catalog.ts';
import type {ServedReport} from './command-messages.ts';
import type {LoadedArticle} from './load-article.ts';

/** The one report that can be read where nothing else may be. */
export interface Served {
	/** By what may be printed of it: texts as they stand, or none that a terminal would obey. */
	readonly catalogs: Readonly<Record<'raw' | 'visible', Catalog>>;
	readonly article: LoadedArticle | undefined;
	/** The same for another thread, which has to make its own of it. */
	readonly report: ServedReport;
}
