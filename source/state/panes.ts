import type {Catalog} from '../dossier/catalog.ts';

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
