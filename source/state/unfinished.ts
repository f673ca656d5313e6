import type {Catalog} from '../dossier/catalog.ts';
import {goingIn} from './keymap.ts';
import {rowsAhead, unfinishedRows} from './rows.ts';
import type {State} from './state.ts';
import type {Work} from './work.ts';

/** What a state shows and has not been worked out to its end. */
export const unfinished = (catalog: Catalog, state: State): Work | undefined =>
	(state.overlay?.name === 'go-to'
		? goingIn(catalog).unfinished(state.overlay.query)
		: undefined) ?? unfinishedRows(catalog, state);

/** What can be worked out before anybody asks for it. */
export const workAhead = (catalog: Catalog): Work | undefined => rowsAhead(catalog);
