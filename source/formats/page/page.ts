import type {Catalog} from '../../dossier/catalog.ts';
import type {IsoDay} from '../../dossier/schema.ts';
import type {CoastLookup} from './svg-map.ts';

/** What a page is drawn of. */
export interface Page {
	readonly catalog: Catalog;
	readonly day: IsoDay;
	/** `undefined`: maps have no coast. */
	readonly coast: CoastLookup | undefined;
}
