import type {Control} from '../../dossier/schema.ts';
import type {Pieces} from './piece.ts';

/** One of a list, with a list of its own under it or none. */
export interface Item {
	readonly pieces: Pieces;
	readonly items: readonly Item[];
}

/** A cell of a table. */
export interface Cell {
	readonly pieces: Pieces;
	/** Who holds it, to be drawn as a sign before the words; `null` for control that is not stated. */
	readonly state?: Control['state'] | null;
}

/** An account of a tension: whose it is, what it says and what it rests on. */
export interface AccountBlock {
	readonly heading: Pieces;
	readonly text: Pieces;
	readonly grounds: readonly Item[];
}

/** Something that happened. */
export interface DatedBlock {
	readonly when: string;
	readonly pieces: Pieces;
	readonly details: Pieces;
}

/**
What a part of a brief is made of. What may be very long is made as it is gone through, in order and once, as
notes are numbered by the way.
*/
export type Block =
	| {readonly kind: 'paragraph'; readonly pieces: Pieces}
	/** What accounts answer differently: text of the dossier's own. */
	| {readonly kind: 'question'; readonly pieces: Pieces}
	| {readonly kind: 'heading'; readonly pieces: Pieces}
	| {readonly kind: 'list'; readonly items: Iterable<Item>}
	/** A list whose items each begin with what they are about. */
	| {readonly kind: 'entries'; readonly items: Iterable<Item>}
	| {readonly kind: 'dated'; readonly entries: Iterable<DatedBlock>}
	/** The first cell of a row names it. */
	| {
			readonly kind: 'table';
			readonly caption: string;
			readonly head: readonly string[];
			readonly rows: Iterable<readonly Cell[]>;
	  }
	| {readonly kind: 'quote'; readonly words: Pieces; readonly from: Pieces}
	| {readonly kind: 'accounts'; readonly accounts: readonly AccountBlock[]}
	/** A picture where pictures can be drawn, else the same in words. */
	| {readonly kind: 'map'; readonly inWords: readonly Item[]; readonly caption: Pieces}
	| {readonly kind: 'timeline'};

export const item = (pieces: Pieces, items: readonly Item[] = []): Item => ({pieces, items});

export const paragraph = (pieces: Pieces): Block => ({kind: 'paragraph', pieces});
