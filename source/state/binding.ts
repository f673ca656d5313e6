import type {Catalog} from '../dossier/catalog.ts';
import type {Action, Effect} from './actions.ts';
import type {State} from './state.ts';

/** What keys mean depends on what is open. */
export const MODES = [
	'panes',
	'filter',
	'note',
	'story',
	'help',
	'about',
	'go-to',
	'evidence',
	'tensions',
	'coverage',
	'paragraph',
	'facets',
	'marks',
	'map',
	'copy',
] as const;

export type Mode = (typeof MODES)[number];

export const modeOf = ({filtering, noting, overlay, story}: State): Mode => {
	if (filtering !== undefined) {
		return 'filter';
	}

	if (noting !== undefined) {
		return 'note';
	}

	return overlay?.name ?? (story.isOpen ? 'story' : 'panes');
};

interface Hint {
	readonly label: string;
	/** 1 is the most wanted: it stays when there is room for one only. */
	readonly rank: number;
	/** Where it is offered; absent: wherever the key works. */
	readonly modes?: readonly Mode[];
	/** The bindings whose first keys it names; absent: its own. */
	readonly keysOf?: readonly string[];
}

export interface Binding {
	readonly id: string;
	/** Names of keys: a character, `ctrl-d`, `up`, `return`. The first is the one that hints show. */
	readonly chords: readonly string[];
	readonly modes: readonly Mode[];
	readonly group: 'Move' | 'Panes' | 'Read' | 'Where and when' | 'Find' | 'Keep' | 'Program';
	/** Keys in it are put by `keyOf`. */
	readonly label: string;
	/** For the footer; a binding without one is left to the help. */
	readonly hint?: Hint;
	/** What the key is offered for besides while something holds of the state. */
	readonly hintWhile?: Hint & {readonly holds: (state: State, catalog: Catalog) => boolean};
	/** Why it can't act just now; `undefined` when it can. */
	readonly disabled?: (state: State, catalog: Catalog, keymap: Keymap) => string | undefined;
	readonly action: (state: State, catalog: Catalog, keymap: Keymap) => Action | Effect;
}

/** Every key of a reader, in the order of the help; no key has two meanings in a mode. */
export type Keymap = readonly Binding[];

/** A list of items in an overlay. */
export const LISTS: readonly Mode[] = ['tensions', 'coverage', 'paragraph', 'facets', 'marks'];

/** Text in an overlay. */
export const PAGES: readonly Mode[] = ['help', 'about', 'evidence', 'copy'];

/** Where typing goes to a text of one line. */
export const TYPING: readonly Mode[] = ['filter', 'note', 'go-to'];

/** Where a record is pointed at, to copy it or to mark it. */
export const POINTING: readonly Mode[] = [
	'panes',
	'story',
	'evidence',
	'tensions',
	'coverage',
	'paragraph',
	'marks',
	'map',
];
