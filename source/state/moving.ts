import {inSight} from './in-sight.ts';
import type {ListPane} from './panes.ts';
import {type Rows, rowsOf} from './rows.ts';
import {clamp, clampTop, scrolledTo} from './scrolling.ts';
import type {ListPosition, Overlay, State} from './state.ts';
import {AT_TOP} from './state.ts';
import type {Surroundings} from './surroundings.ts';
import type {LineRange} from './viewport.ts';

const withList = (state: State, pane: ListPane, position: ListPosition): State => ({
	...state,
	lists: {...state.lists, [pane]: position},
});

/**
Selects a row of a list and makes it the selection that all panes share. A map that the reader has moved
goes along with the list of places.
*/
export const select = (
	state: State,
	pane: ListPane,
	{ids}: Rows,
	at: number,
	surroundings: Surroundings,
): State => {
	const selected = ids[at];
	const {top} = state.lists[pane];
	const shown = Math.max(1, surroundings.measure(state).lists[pane]);
	const isWithMap = pane === 'front' && state.map.centre !== undefined;
	const next = withList(isWithMap ? inSight(state, selected, surroundings) : state, pane, {
		selected,
		top: scrolledTo(top, shown, ids.length, {start: at, end: at + 1}),
	});
	return selected === state.record ? next : {...next, record: selected, detail: AT_TOP};
};

const moveInList = (
	state: State,
	pane: ListPane,
	rows: number,
	surroundings: Surroundings,
): State => {
	const listed = rowsOf(surroundings.catalog, pane, state);
	const {length} = listed.ids;
	if (length === 0) {
		return state;
	}

	const from = listed.placeOf(state.lists[pane].selected);
	return select(state, pane, listed, clamp(from + rows, 0, length - 1), surroundings);
};

/** Down an item taller than the pane line by line, else on to the next item. */
const moveInDetail = (state: State, by: number, {measure}: Surroundings): State => {
	const {rows, lineCount, items} = measure(state).detail;
	const {item, top} = state.detail;
	const current = items[item];
	if (current !== undefined && Math.abs(by) === 1) {
		const hidden = by > 0 ? current.end - (top + rows) : top - current.start;
		if (hidden > 0 && current.end - current.start > rows) {
			const step = by * Math.min(hidden, Math.max(1, rows - 1));
			return {...state, detail: {item, top: clampTop(top + step, rows, lineCount)}};
		}
	}

	const next = clamp(item + by, 0, items.length - 1);
	const wanted = items[next];
	if (wanted === undefined) {
		return state;
	}

	// Going up to a tall item shows its end first, as a reader going up expects.
	const shownFrom =
		by < 0 && wanted.end - wanted.start > rows
			? clampTop(wanted.end - rows, rows, lineCount)
			: scrolledTo(top, rows, lineCount, next === 0 ? {start: 0, end: wanted.end} : wanted);
	return {...state, detail: {item: next, top: shownFrom}};
};

/** Lines of an item that do not fit on the screen with the rest of it. */
const hiddenLines = (item: LineRange | undefined, rows: number): number =>
	item === undefined ? 0 : Math.max(0, item.end - item.start - rows);

/** To the item so many further, or down the lines of what has no items. */
const moveInOverlay = (
	state: State,
	overlay: Overlay,
	by: number,
	{measure}: Surroundings,
): State => {
	const {rows, lineCount, top, items} = measure(state).overlay;
	if ('chosen' in overlay) {
		const {chosen, into = 0} = overlay;
		const hidden = hiddenLines(items[chosen], rows);
		const further = clamp(into + Math.sign(by) * Math.max(1, rows - 1), 0, hidden);
		if (Math.abs(by) === 1 && further !== into) {
			return {...state, overlay: {...overlay, into: further}};
		}

		const next = clamp(chosen + by, 0, Math.max(0, items.length - 1));
		// Going up to a tall item, or to the last line of all, shows its end first, as a reader expects.
		const isEndFirst = (by === -1 && next !== chosen) || by === Number.POSITIVE_INFINITY;
		const end = isEndFirst ? hiddenLines(items[next], rows) : 0;
		return {
			...state,
			overlay: {...overlay, chosen: next, into: next === chosen && Math.abs(by) === 1 ? into : end},
		};
	}

	return 'top' in overlay
		? {...state, overlay: {...overlay, top: clampTop(top + by, rows, lineCount)}}
		: state;
};

/** To the item that stands so many lines further in an overlay with a list in it. */
const pageInOverlay = (
	state: State,
	overlay: Extract<Overlay, {readonly chosen: number}>,
	lines: number,
	surroundings: Surroundings,
): State => {
	const {items} = surroundings.measure(state).overlay;
	const wanted = (items[overlay.chosen]?.start ?? 0) + lines;
	const found =
		lines > 0
			? items.findLastIndex(({start}) => start <= wanted)
			: items.findIndex(({start}) => start >= wanted);
	const at = found === -1 ? (lines > 0 ? 0 : items.length - 1) : found;
	// One item taller than the screen must not hold the reader up.
	const by = at - overlay.chosen === 0 ? Math.sign(lines) : at - overlay.chosen;
	return moveInOverlay(state, overlay, by, surroundings);
};

export const move = (state: State, by: number, surroundings: Surroundings): State => {
	if (state.overlay !== undefined) {
		return moveInOverlay(state, state.overlay, by, surroundings);
	}

	if (state.story.isOpen) {
		// The story has the cursor, so what stands over it only scrolls.
		return pageInDetail(state, Math.sign(by), surroundings);
	}

	return state.pane === 'detail'
		? moveInDetail(state, by, surroundings)
		: moveInList(state, state.pane, by, surroundings);
};

/** How many rows one screenful of the focused thing is. */
const pageRows = (state: State, {measure}: Surroundings): number => {
	const viewport = measure(state);
	if (state.overlay !== undefined) {
		return viewport.overlay.rows;
	}

	return state.pane === 'detail' ? viewport.detail.rows : viewport.lists[state.pane];
};

/** By screenfuls of lines in the detail pane; the cursor goes along to the first item that is seen. */
const pageInDetail = (state: State, lines: number, {measure}: Surroundings): State => {
	const {rows, lineCount, items} = measure(state).detail;
	const top = clampTop(state.detail.top + lines, rows, lineCount);
	if (top === state.detail.top) {
		return {...state, detail: {item: lines > 0 ? Math.max(0, items.length - 1) : 0, top}};
	}

	const seen = items.findIndex(({start, end}) => start >= top || end > top + 1);
	return {...state, detail: {item: seen === -1 ? state.detail.item : seen, top}};
};

export const page = (state: State, pages: number, surroundings: Surroundings): State => {
	const size = Math.max(1, pageRows(state, surroundings) - (Math.abs(pages) < 1 ? 0 : 1));
	const rows = Math.sign(pages) * Math.max(1, Math.floor(size * Math.abs(pages)));
	const {overlay} = state;
	if (overlay !== undefined && 'chosen' in overlay) {
		return pageInOverlay(state, overlay, rows, surroundings);
	}

	return overlay === undefined && state.pane === 'detail'
		? pageInDetail(state, rows, surroundings)
		: move(state, rows, surroundings);
};
