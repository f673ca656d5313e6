import type {Catalog} from '../dossier/catalog.ts';
import type {RecordId} from '../dossier/schema.ts';
import {type ListPane, paneOf, paneTitle} from './panes.ts';
import {type Narrowing, rowsOf} from './rows.ts';

/** The list that a record stands in and that, as it is narrowed, does not show it; of one not looked through yet nobody knows. */
export const leftOutOf = (
	catalog: Catalog,
	record: RecordId | undefined,
	narrowing: Narrowing,
): ListPane | undefined => {
	const pane = record && paneOf(record);
	if (pane === undefined) {
		return undefined;
	}

	const rows = rowsOf(catalog, pane, narrowing);
	return rows.isWhole && rows.placeOf(record) === -1 ? pane : undefined;
};

/** `filtered out of Actors`. */
export const leftOutWords = (pane: ListPane, catalog: Catalog): string =>
	`filtered out of ${paneTitle(pane, catalog)}`;

/** The same as a sentence. */
export const leftOutText = (pane: ListPane, catalog: Catalog): string =>
	`This is ${leftOutWords(pane, catalog)}.`;
