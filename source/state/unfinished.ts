import type {Catalog} from '../dossier/catalog.ts';
import type {Keymap} from './binding.ts';
import {goingIn} from './keymap.ts';
import {rowsAhead, unfinishedRows} from './rows.ts';
import type {State} from './state.ts';
import type {Work} from './work.ts';

const unfinishedOverlay = (
	catalog: Catalog,
	keymap: Keymap,
	{overlay, facets, asOf}: State,
): Work | undefined => {
	switch (overlay?.name) {
		case 'go-to':
			return goingIn(catalog, keymap).unfinished(overlay.query);
		case 'facets':
			return catalog.facetIndex(asOf).unfinished(facets);
		default:
			return undefined;
	}
};

/** What a state shows and has not been worked out to its end. */
export const unfinished = (catalog: Catalog, keymap: Keymap, state: State): Work | undefined =>
	unfinishedOverlay(catalog, keymap, state) ?? unfinishedRows(catalog, state);

/** What can be worked out before anybody asks for it. */
export const workAhead = (catalog: Catalog): Work | undefined => {
	const rows = rowsAhead(catalog);
	return rows === undefined || catalog.links.isDone() ? rows : catalog.links;
};
