import type {Catalog} from '../dossier/catalog.ts';
import {kindOf} from '../dossier/record.ts';
import type {RecordId} from '../dossier/schema.ts';

/** Panes that hold a list of records, in the order in which Tab walks them. */
export const LIST_PANES = ['actors', 'front', 'quotes', 'timeline'] as const;

export type ListPane = (typeof LIST_PANES)[number];

/** Every pane; the number key of a pane is its place here, from 1. */
export const PANES = [...LIST_PANES, 'detail'] as const;

export type Pane = (typeof PANES)[number];

export const PANE_TITLES: Record<Pane, string> = {
	actors: 'Actors',
	front: 'Front line',
	quotes: 'Quotes',
	timeline: 'Timeline',
	detail: 'Detail',
};

/** A pane's name over what it shows: without a town on a front line there is none to speak of. */
export const paneTitle = (pane: Pane, {hasFrontLine}: Catalog): string =>
	pane === 'front' && !hasFrontLine ? 'Places' : PANE_TITLES[pane];

export const isListPane = (pane: Pane): pane is ListPane => pane !== 'detail';

/** The pane that lists a record; nothing of a kind that none lists. */
export const paneOf = (record: RecordId): ListPane | undefined => {
	switch (kindOf(record)) {
		case 'actor':
			return 'actors';
		case 'place':
			return 'front';
		case 'quote':
			return 'quotes';
		case 'event':
			return 'timeline';
		case 'relation':
		case 'claim':
		case 'tension':
		case 'step':
			return undefined;
	}
};
