import {LIST_PANES, type ListPane, type Pane} from '../state/panes.ts';
import {clamp} from '../state/scrolling.ts';
import type {Size, State} from '../state/state.ts';

/** A pane's place on the screen, in cells, its frame included. */
export interface Slot {
	readonly pane: Pane;
	readonly columns: number;
	readonly rows: number;
}

export interface Layout {
	/** How much is shown at once; `tiny` is too small for anything. */
	readonly kind: 'wide' | 'beside' | 'stacked' | 'single' | 'tiny';
	/** Rows of panes, from the top; in a row from left to right. */
	readonly bands: readonly (readonly Slot[])[];
	/** Whether panes have a frame of their own. */
	readonly isFramed: boolean;
	/** Rows of the title and the panes' names. */
	readonly headerRows: number;
	/** What the panes share, and what an overlay fills. */
	readonly body: Size;
}

export const LEAST = {columns: 20, rows: 6} as const;

const FOOTER_ROWS = 1;

const WIDE = {columns: 110, rows: 26} as const;
const STACKED = {columns: 70, rows: 20} as const;

/** Rows, those of the title included, with which two panes still make sense. */
const LEAST_BESIDE = 12;
const LEAST_STACKED = 15;

const kindFor = ({columns, rows}: Size): Exclude<Layout['kind'], 'tiny'> => {
	if (columns >= WIDE.columns) {
		return rows >= WIDE.rows ? 'wide' : rows >= LEAST_BESIDE ? 'beside' : 'single';
	}

	return columns >= STACKED.columns && rows >= STACKED.rows ? 'stacked' : 'single';
};

/** What is left of a kind of layout when so many rows are: what stands over the panes makes them lower first. */
const kindIn = (size: Size, rows: number): Exclude<Layout['kind'], 'tiny'> => {
	const kind = kindFor(size);
	switch (kind) {
		case 'wide':
			if (rows >= WIDE.rows) {
				return 'wide';
			}

			return rows >= LEAST_BESIDE ? 'beside' : 'single';
		case 'beside':
			return rows >= LEAST_BESIDE ? 'beside' : 'single';
		case 'stacked':
			return rows >= LEAST_STACKED ? 'stacked' : 'single';
		case 'single':
			return 'single';
	}
};

const wideBands = ({columns, rows}: Size): Layout['bands'] => {
	const left = clamp(Math.round(columns * 0.4), 42, 84);
	const right = columns - left;
	const timeline = clamp(Math.round(rows * 0.24), 7, 12);
	const top = clamp(Math.round((rows - timeline) * 0.44), 8, 22);
	const middle = rows - timeline - top;
	return [
		[
			{pane: 'actors', columns: left, rows: top},
			{pane: 'front', columns: right, rows: top},
		],
		[
			{pane: 'quotes', columns: left, rows: middle},
			{pane: 'detail', columns: right, rows: middle},
		],
		[{pane: 'timeline', columns, rows: timeline}],
	];
};

const bandsFor = (
	kind: Layout['kind'],
	body: Size,
	{pane, listPane}: Pick<State, 'pane' | 'listPane'>,
): Layout['bands'] => {
	const {columns, rows} = body;
	switch (kind) {
		case 'wide':
			return wideBands(body);
		case 'beside': {
			const left = clamp(Math.round(columns * 0.42), 46, 72);
			return [
				[
					{pane: listPane, columns: left, rows},
					{pane: 'detail', columns: columns - left, rows},
				],
			];
		}

		case 'stacked': {
			const list = clamp(Math.round(rows * 0.52), 7, 22);
			return [
				[{pane: listPane, columns, rows: list}],
				[{pane: 'detail', columns, rows: rows - list}],
			];
		}

		case 'single':
			return [[{pane, columns, rows}]];
		case 'tiny':
			return [];
	}
};

/** Rows that something takes over and under the panes, besides the title and the last row. */
export interface Taken {
	readonly above: number;
	readonly below: number;
}

/**
Which panes are on the screen and how large: everything at once when it is wide, the focused list
beside or over its detail when it is not, and one pane when it is small or zoomed.
*/
export const layoutOf = (
	{size, pane, listPane, isZoomed}: Pick<State, 'size' | 'pane' | 'listPane' | 'isZoomed'>,
	taken: Taken = {above: 0, below: 0},
): Layout => {
	const {columns} = size;
	const isTiny = columns < LEAST.columns || size.rows < LEAST.rows;
	const rows = size.rows - taken.above - taken.below;
	const kind = isTiny ? 'tiny' : kindIn(size, rows);
	// One row for where the reader is; where panes are hidden, they are named in a second.
	const headerRows = kind === 'stacked' || kind === 'beside' ? 2 : 1;
	const body = {columns, rows: Math.max(0, rows - headerRows - FOOTER_ROWS)};
	return {
		kind,
		bands:
			isZoomed && kind !== 'tiny'
				? bandsFor('single', body, {pane, listPane})
				: bandsFor(kind, body, {pane, listPane}),
		isFramed: kind !== 'single' && kind !== 'tiny',
		headerRows,
		body,
	};
};

/** The slot of a pane; `undefined` while it is not on the screen. */
export const slotOf = ({bands}: Layout, pane: Pane): Slot | undefined =>
	bands.flat().find(slot => slot.pane === pane);

/** The room inside a slot's frame. */
export const roomIn = ({columns, rows}: Size, isFramed: boolean): Size =>
	isFramed ? {columns: columns - 2, rows: rows - 2} : {columns, rows};

/** How many records of a list fit into so many rows. */
export const listCapacity = (pane: ListPane, rows: number): number => {
	switch (pane) {
		// Two rows a quote: the words, and who said them where and when.
		case 'quotes':
			return Math.max(1, Math.floor(rows / 2));
		// One row for the columns' names.
		case 'actors':
		case 'timeline':
			return Math.max(1, rows - 1);
		// And one more where the towns end and the other places begin.
		case 'front':
			return Math.max(1, rows - 2);
	}
};

export const emptyCapacities = (): Record<ListPane, number> =>
	Object.fromEntries(LIST_PANES.map(pane => [pane, 0])) as Record<ListPane, number>;
