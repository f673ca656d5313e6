import {relatedTo} from '../dossier/catalog.ts';
import type {Profile} from '../dossier/profile.ts';
import type {RecordId} from '../dossier/schema.ts';
import {selectedSubject, shownProfile} from '../state/details.ts';
import {LIST_PANES, type ListPane, PANES, type Pane} from '../state/panes.ts';
import {rowsOf} from '../state/rows.ts';
import {clampTop, scrolledTo} from '../state/scrolling.ts';
import type {Overlay, Size, State} from '../state/state.ts';
import type {Viewport} from '../state/viewport.ts';
import {aboutLines} from './about-lines.ts';
import {type DetailLine, type DetailLines, detailLines} from './detail-lines.ts';
import type {Display} from './display.ts';
import {evidenceLines} from './evidence-lines.ts';
import {frontStrip} from './front-strip.ts';
import {goToLines} from './go-to-lines.ts';
import {helpLines} from './help-lines.ts';
import {emptyCapacities, type Layout, layoutOf, listCapacity, roomIn, slotOf} from './layout.ts';
import type {Spans} from './line.tsx';

export interface ListView {
	/** Every record that passes the filter. */
	readonly ids: readonly RecordId[];
	/** Those on the screen. */
	readonly shown: readonly RecordId[];
	readonly selected: RecordId | undefined;
	readonly filter: string;
}

export interface DetailView {
	readonly profile: Profile | undefined;
	/** The lines on the screen. */
	readonly shown: readonly DetailLine[];
	/** The item under the cursor. */
	readonly item: number;
	readonly itemCount: number;
	readonly filter: string;
	readonly isMoreAbove: boolean;
	readonly isMoreBelow: boolean;
}

export interface OverlayView {
	readonly name: Overlay['name'];
	readonly title: Spans;
	/** Lines that stay above those that scroll. */
	readonly pinned: readonly Spans[];
	/** Every line that scrolls, for where there is no screen. */
	readonly lines: readonly Spans[];
	/** Those on the screen. */
	readonly shown: readonly Spans[];
	/** Index into `shown` of what Enter takes, where there is a choice. */
	readonly chosen: number | undefined;
	/** What is typed into it, where something can be. */
	readonly query: string | undefined;
	/** Counts its lines or its choices: `3/120`. */
	readonly count: string;
	readonly isMoreAbove: boolean;
	readonly isMoreBelow: boolean;
}

/** One state of one reader, laid out for one terminal: all that is drawn, and how much of it fits. */
export interface View {
	readonly layout: Layout;
	readonly lists: Readonly<Record<ListPane, ListView>>;
	readonly detail: DetailView;
	readonly overlay: OverlayView | undefined;
	/** Records that have to do with the selection. */
	readonly related: ReadonlySet<RecordId>;
	/** How many records each pane holds, unfiltered or filtered as it stands. */
	readonly counts: Readonly<Record<Pane, number>>;
	readonly viewport: Viewport;
}

/** Columns that the cursor and the air beside it take in the detail pane. */
export const DETAIL_MARGIN = 3;

/** The same in an overlay. */
export const OVERLAY_MARGIN = 3;

const NO_LINES: DetailLines = {lines: [], items: []};

const listView = (state: State, pane: ListPane, display: Display, capacity: number): ListView => {
	const ids = rowsOf(display.catalog, pane, state.filters[pane]);
	const {selected, top} = state.lists[pane];
	const at = selected === undefined ? -1 : ids.indexOf(selected);
	const first = at === -1 ? 0 : scrolledTo(top, capacity, ids.length, {start: at, end: at + 1});
	return {
		ids,
		shown: ids.slice(first, first + capacity),
		selected,
		filter: state.filters[pane],
	};
};

interface OverlayText {
	readonly title: Spans;
	readonly pinned: readonly Spans[];
	readonly lines: readonly Spans[];
	/** First line to draw. */
	readonly top: number;
}

/** Rows that the name being typed takes, with its rule. */
const QUERY_ROWS = 2;

const evidenceText = (
	state: State,
	range: number,
	top: number | undefined,
	{columns, rows}: Size,
	display: Display,
): OverlayText => {
	const {theme, present} = display;
	const subject = selectedSubject(display.catalog, state);
	const all = subject?.evidence ?? [];
	const evidence = all[range];
	if (subject === undefined || evidence === undefined) {
		return {title: [{text: 'Evidence', look: theme.title}], pinned: [], lines: [], top: 0};
	}

	const passage = all.length > 1 ? `, passage ${range + 1} of ${all.length}` : '';
	const title: Spans = [
		{text: `Evidence${passage}`, look: theme.title},
		{text: present(` · ${subject.statement}`), look: theme.secondary},
	];
	const {head, body, cited} = evidenceLines(subject, evidence, columns, display);
	// On a small screen the head scrolls with the rest, or there would be no room for the article.
	const isPinned = head.length <= rows * 0.4;
	const lines = isPinned ? body : [...head, ...body];
	const room = isPinned ? rows - head.length : rows;
	const first = cited === undefined ? 0 : cited.start + lines.length - body.length;
	const height = cited === undefined ? 0 : cited.end - cited.start;
	return {
		title,
		pinned: isPinned ? head : [],
		lines,
		top: top ?? (cited === undefined ? 0 : first - Math.max(0, Math.floor((room - height) / 3))),
	};
};

const overlayText = (state: State, overlay: Overlay, room: Size, display: Display): OverlayText => {
	const {theme} = display;
	switch (overlay.name) {
		case 'help':
			return {
				title: [
					{text: 'Keys', look: theme.title},
					...(overlay.query === ''
						? []
						: [{text: ` /${display.present(overlay.query)}`, look: theme.status}]),
				],
				pinned: [],
				lines: helpLines(overlay.query, room.columns, display),
				top: overlay.top,
			};
		case 'about':
			return {
				title: [{text: 'About this dossier', look: theme.title}],
				pinned: [],
				lines: aboutLines(room.columns, display),
				top: overlay.top,
			};
		case 'go-to':
			return {
				title: [{text: 'Go to', look: theme.title}],
				pinned: [],
				lines: goToLines(overlay.query, room.columns, display),
				// The chosen one in the middle, as far as the ends allow.
				top: overlay.chosen - Math.floor((room.rows - QUERY_ROWS) / 2),
			};
		case 'evidence':
			return evidenceText(state, overlay.range, overlay.top, room, display);
	}
};

const overlayView = (
	state: State,
	layout: Layout,
	display: Display,
): {view: OverlayView; viewport: Viewport['overlay']} | undefined => {
	const {overlay} = state;
	if (overlay === undefined) {
		return undefined;
	}

	const room = roomIn(layout.body, layout.isFramed);
	const columns = Math.max(1, room.columns - OVERLAY_MARGIN);
	const {title, pinned, lines, top} = overlayText(
		state,
		overlay,
		{columns, rows: room.rows},
		display,
	);
	const isChoice = overlay.name === 'go-to';
	// Without a frame there is no edge for the title to stand in.
	const above = layout.isFramed ? pinned : [title, ...pinned];
	const rows = Math.max(1, room.rows - above.length - (isChoice ? QUERY_ROWS : 0));
	const first = clampTop(top, rows, lines.length);
	return {
		view: {
			name: overlay.name,
			title,
			pinned: above,
			lines,
			shown: lines.slice(first, first + rows),
			chosen: isChoice ? overlay.chosen - first : undefined,
			query: isChoice ? overlay.query : undefined,
			count: isChoice ? `${lines.length === 0 ? 0 : overlay.chosen + 1}/${lines.length}` : '',
			isMoreAbove: first > 0,
			isMoreBelow: first + rows < lines.length,
		},
		viewport: {rows, lineCount: lines.length, top: first},
	};
};

const laidOut = (state: State, display: Display): View => {
	const {catalog} = display;
	const layout = layoutOf(state);
	const capacities = emptyCapacities();
	for (const pane of LIST_PANES) {
		const slot = slotOf(layout, pane);
		if (slot !== undefined) {
			const room = roomIn(slot, layout.isFramed);
			const above =
				pane === 'front'
					? frontStrip(state.asOf, state.lists.front.selected, room, display).length
					: 0;
			capacities[pane] = listCapacity(pane, room.rows - above);
		}
	}

	const lists = Object.fromEntries(
		LIST_PANES.map(pane => [pane, listView(state, pane, display, capacities[pane])]),
	) as Record<ListPane, ListView>;

	const slot = slotOf(layout, 'detail');
	const room = slot === undefined ? {columns: 0, rows: 0} : roomIn(slot, layout.isFramed);
	const profile = shownProfile(catalog, state);
	const {lines, items} =
		profile === undefined || slot === undefined
			? NO_LINES
			: detailLines(
					profile,
					Math.max(8, room.columns - DETAIL_MARGIN),
					state.filters.detail,
					display,
				);
	const top = clampTop(state.detail.top, room.rows, lines.length);
	const overlay = overlayView(state, layout, display);
	return {
		layout,
		lists,
		detail: {
			profile,
			shown: lines.slice(top, top + room.rows),
			item: state.detail.item,
			itemCount: items.length,
			filter: state.filters.detail,
			isMoreAbove: top > 0,
			isMoreBelow: top + room.rows < lines.length,
		},
		overlay: overlay?.view,
		related: state.record === undefined ? new Set() : relatedTo(catalog, state.record),
		counts: Object.fromEntries(
			PANES.map(pane => [
				pane,
				pane === 'detail' ? Math.max(0, items.length - 1) : lists[pane].ids.length,
			]),
		) as Record<Pane, number>,
		viewport: {
			lists: capacities,
			detail: {rows: room.rows, lineCount: lines.length, items},
			overlay: overlay?.viewport ?? {rows: 0, lineCount: 0, top: 0},
		},
	};
};

/**
Lays states out, and remembers the last: a key is measured against the state that was just drawn,
so the work is done once.
*/
export const createViews = (display: Display): ((state: State) => View) => {
	let lastState: State | undefined;
	let lastView: View | undefined;
	return state => {
		if (lastView === undefined || state !== lastState) {
			lastView = laidOut(state, display);
			lastState = state;
		}

		return lastView;
	};
};
