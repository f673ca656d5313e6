import {clampTop} from '../state/scrolling.ts';
import type {Overlay, Size, State} from '../state/state.ts';
import type {LineRange, Viewport} from '../state/viewport.ts';
import type {Display} from './display.ts';
import {roomIn} from './layout.ts';
import type {Spans} from './line.tsx';
import type {DrawnMap} from './map/atlas.ts';
import {type OverlayText, overlayText} from './overlay-text.ts';

export interface OverlayView {
	readonly name: Overlay['name'];
	readonly title: Spans;
	/** Lines that stay above those that scroll. */
	readonly pinned: readonly Spans[];
	/** Every line that scrolls, for where there is no screen. */
	readonly lines: readonly Spans[];
	/** Those on the screen. */
	readonly shown: readonly Spans[];
	/** Lines of `shown` that are chosen and do not say so themselves. */
	readonly chosen: LineRange | undefined;
	/** The lines of each thing that can be chosen, among `lines`. */
	readonly items: readonly LineRange[];
	/** What is typed into it, where something can be. */
	readonly query: string | undefined;
	/** Which of its items is chosen, of how many: `3/120`. */
	readonly count: string;
	/** From edge to edge. */
	readonly isBare: boolean;
	readonly isFramed: boolean;
	readonly isMoreAbove: boolean;
	readonly isMoreBelow: boolean;
}

/** Columns that the cursor and the air beside it take in an overlay. */
export const OVERLAY_MARGIN = 3;

/** Rows that the name being typed takes, with its rule. */
const QUERY_ROWS = 2;

/** A text that is to be picked up with the mouse has no edge but the screen's. */
const isFramed = (overlay: Overlay, isScreenFramed: boolean): boolean =>
	isScreenFramed && overlay.name !== 'copy';

/** The room that an overlay has on the screen, its edges left out. */
export const overlayRoom = (overlay: Overlay, body: Size, isScreenFramed: boolean): Size => {
	const isEdged = isFramed(overlay, isScreenFramed);
	const {columns, rows} = roomIn(body, isEdged);
	// Without a frame there is no edge for the title to stand in.
	return {columns, rows: Math.max(1, isEdged ? rows : rows - 1)};
};

/** The chosen item in the middle, as far as the ends allow; of one that is taller as much as fits. */
const topFor = ({items, top}: OverlayText, overlay: Overlay, rows: number): number => {
	const {chosen = 0, into = 0} = 'chosen' in overlay ? overlay : {};
	const {start, end} = items[chosen] ?? {start: 0, end: 0};
	return (
		top ?? (end - start > rows ? start + into : start - Math.floor((rows - (end - start)) / 2))
	);
};

/** The lines on the screen, the heading of what they are of above them, unless it would hide what is chosen. */
const shownLines = (
	{lines, blocks = []}: OverlayText,
	chosen: LineRange | undefined,
	first: number,
	rows: number,
): readonly Spans[] => {
	const shown = lines.slice(first, first + rows);
	const block = blocks.find(
		({start, end, headingRows}) => start < first && first + headingRows < end,
	);
	const under = first + (block?.headingRows ?? 0);
	const isFree = chosen === undefined || chosen.start >= under || chosen.end <= first;
	return block !== undefined && isFree
		? [...lines.slice(block.start, block.start + block.headingRows), ...shown.slice(under - first)]
		: shown;
};

/** An open overlay laid out for a screen, and how much of it fits. */
export const overlayView = (
	state: State,
	overlay: Overlay,
	body: Size,
	isScreenFramed: boolean,
	map: DrawnMap | undefined,
	display: Display,
): {readonly view: OverlayView; readonly viewport: Viewport['overlay']} => {
	const room = overlayRoom(overlay, body, isScreenFramed);
	const isEdged = isFramed(overlay, isScreenFramed);
	const isBare = overlay.name === 'map' || overlay.name === 'copy';
	const columns = Math.max(1, room.columns - (isBare ? 0 : OVERLAY_MARGIN));
	const text = overlayText(state, overlay, {columns, rows: room.rows}, map, display);
	const {title, pinned, lines, items, isMarked = false, count} = text;
	const isTyped = overlay.name === 'go-to';
	const rows = Math.max(1, room.rows - pinned.length - (isTyped ? QUERY_ROWS : 0));
	const chosen = 'chosen' in overlay ? overlay.chosen : 0;
	const first = clampTop(topFor(text, overlay, rows), rows, lines.length);
	const range = isMarked || !('chosen' in overlay) ? undefined : items[chosen];
	const place = 'chosen' in overlay ? `${items.length === 0 ? 0 : chosen + 1}/${items.length}` : '';
	return {
		view: {
			name: overlay.name,
			title,
			pinned,
			lines,
			shown: shownLines(text, items[chosen], first, rows),
			chosen: range && {start: range.start - first, end: range.end - first},
			items,
			query: isTyped ? overlay.query : undefined,
			count: count ?? place,
			isBare,
			isFramed: isEdged,
			isMoreAbove: first > 0,
			isMoreBelow: first + rows < lines.length,
		},
		viewport: {rows, lineCount: lines.length, top: first, items},
	};
};
