import {recordsOfKind, relatedTo} from '../dossier/catalog.ts';
import type {Profile} from '../dossier/profile.ts';
import type {IsoDay, RecordId} from '../dossier/schema.ts';
import {factCount, shownProfile} from '../state/details.ts';
import {leftOutOf} from '../state/left-out.ts';
import {type Mark, markOf} from '../state/marks.ts';
import {LIST_PANES, type ListPane, PANES, type Pane} from '../state/panes.ts';
import {type Rows, rowsOf} from '../state/rows.ts';
import {clampTop, scrolledTo} from '../state/scrolling.ts';
import type {Size, State} from '../state/state.ts';
import type {Viewport} from '../state/viewport.ts';
import {chipLine} from './chips.ts';
import {type DetailLine, type DetailLines, detailLines} from './detail-lines.ts';
import type {Display} from './display.ts';
import {type FrontRoom, frontRoom} from './front-room.ts';
import {frontStrip, LEAST_STRIP_ROWS} from './front-strip.ts';
import {
	emptyCapacities,
	type Layout,
	layoutOf,
	listCapacity,
	roomIn,
	type Slot,
	slotOf,
} from './layout.ts';
import type {Spans} from './line.tsx';
import type {DrawnMap} from './map/atlas.ts';
import {type OverlayView, overlayRoom, overlayView} from './overlay-view.ts';
import {keepingSame, remembering} from './remembering.ts';
import {type StoryLines, storyLines} from './story-lines.ts';
import {createTimeline} from './timeline-above.ts';

export interface ListView {
	/** Every record that passes the filter, as far as they have been found. */
	readonly all: Rows;
	/** Those on the screen. */
	readonly shown: readonly RecordId[];
	readonly selected: RecordId | undefined;
	readonly filter: string;
	/** The facets narrow it too. */
	readonly isNarrowed: boolean;
}

export interface DetailView {
	readonly profile: Profile | undefined;
	/** The lines on the screen. */
	readonly shown: readonly DetailLine[];
	/** The item under the cursor. */
	readonly item: number;
	readonly itemCount: number;
	readonly filter: string;
	/** The list that the record stands in and that shows it no longer, as it is narrowed. */
	readonly leftOutOf: ListPane | undefined;
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
	/** The strip, and the map where it has room; absent while the front is not on the screen. */
	readonly front: (FrontRoom & {readonly lines: readonly Spans[]}) | undefined;
	/** The line of time over the list of events. */
	readonly timeline: readonly Spans[];
	/** What the panes are narrowed to, in one row. */
	readonly chips: Spans | undefined;
	/** The story, a step of it. */
	readonly story: readonly Spans[];
	/** Records that the reader has marked. */
	readonly marked: ReadonlySet<RecordId>;
	/** How many records each pane holds, unfiltered or filtered as it stands. */
	readonly counts: Readonly<Record<Pane, number>>;
	readonly viewport: Viewport;
	/** Fetches what the map on the screen still lacks; then it is drawn anew. */
	readonly fetch: (() => Promise<void>) | undefined;
}

/** Columns that the cursor and the air beside it take in the detail pane. */
export const DETAIL_MARGIN = 3;

const NO_SPANS: readonly Spans[] = [];
const NO_LINES: DetailLines = {lines: [], items: []};

/**
What states are laid out from. What a key does not change stays the very object that it was, so that it is
neither worked out nor drawn again.
*/
const createParts = (display: Display) => {
	const {catalog} = display;
	const lists = Object.fromEntries(
		LIST_PANES.map(pane => [pane, keepingSame<ListView>()]),
	) as Record<ListPane, (view: ListView) => ListView>;
	return {
		timelineAbove: createTimeline(display),
		relatedTo: remembering(
			(record: RecordId | undefined): ReadonlySet<RecordId> =>
				record === undefined ? new Set() : relatedTo(catalog, record),
		),
		frontRoom: remembering(
			(
				day: IsoDay,
				selected: RecordId | undefined,
				columns: number,
				rows: number,
				listed: number,
			) => frontRoom(day, selected, {columns, rows}, listed, display),
		),
		profileOf: remembering((record: RecordId | undefined, asOf: IsoDay, filter: string) =>
			shownProfile(catalog, {record, asOf, filters: {detail: filter}}),
		),
		detailOf: remembering(
			(
				profile: Profile,
				columns: number,
				filter: string,
				mark: Mark | undefined,
				most: number | undefined,
			) => detailLines(profile, columns, filter, mark, display, most),
		),
		markedIn: remembering(
			(marks: State['marks']): ReadonlySet<RecordId> => new Set(marks.map(({record}) => record)),
		),
		keepList: (pane: ListPane, view: ListView): ListView => lists[pane](view),
		keepDetail: keepingSame<DetailView>(),
		keepFront: keepingSame<NonNullable<View['front']>>(),
	};
};

type Parts = ReturnType<typeof createParts>;

/** Whether places are all towns on the front line, or none of them is. */
const isUnderOneHeading = (places: readonly RecordId[], {catalog}: Display): boolean =>
	new Set(recordsOfKind(catalog, places, 'place').map(({frontLine}) => frontLine)).size === 1;

const listView = (state: State, pane: ListPane, display: Display, capacity: number): ListView => {
	const all = rowsOf(display.catalog, pane, state);
	const {ids} = all;
	const {selected, top} = state.lists[pane];
	const at = all.placeOf(selected);
	const first = at === -1 ? 0 : scrolledTo(top, capacity, ids.length, {start: at, end: at + 1});
	const from = (start: number, count: number): readonly RecordId[] =>
		ids.slice(start, start + count);
	// Under one heading there is room for one place more than under two.
	const oneMore =
		pane === 'front' && capacity > 1
			? [from(first, capacity + 1), from(Math.max(0, first - 1), capacity + 1)]
			: [];
	return {
		all,
		shown: oneMore.find(places => isUnderOneHeading(places, display)) ?? from(first, capacity),
		selected,
		filter: state.filters[pane],
		isNarrowed: state.facets.length > 0,
	};
};

/** What a map of this size would show; nothing while what draws maps has not come. */
const drawnMap = (state: State, size: Size, display: Display): DrawnMap | undefined =>
	display.atlas.current()?.draw(
		{
			position: state.map,
			day: state.asOf,
			selected: state.record,
			size,
			coastPieces: state.coastPieces,
		},
		display,
	);

/** The one map on the screen: the overlay's, else the front pane's. */
const shownMap = (
	state: State,
	layout: Layout,
	room: FrontRoom | undefined,
	display: Display,
): {readonly map: DrawnMap | undefined; readonly isWanted: boolean} => {
	const {overlay} = state;
	const size =
		overlay === undefined
			? room?.map
			: overlay.name === 'map'
				? overlayRoom(overlay, layout.body, layout.isFramed)
				: undefined;
	return {
		map: size && drawnMap(state, size, display),
		isWanted: size !== undefined,
	};
};

/** What is to be fetched before the map on the screen is whole. */
const fetchFor = (map: DrawnMap | undefined, isWanted: boolean, {atlas}: Display): View['fetch'] =>
	isWanted && map === undefined ? atlas.load : map?.fetch;

const detailView = (
	state: State,
	slot: Slot | undefined,
	isFramed: boolean,
	{profileOf, detailOf}: Parts,
	{catalog}: Display,
): {readonly view: DetailView; readonly viewport: Viewport['detail']} => {
	const room = slot === undefined ? {columns: 0, rows: 0} : roomIn(slot, isFramed);
	const profile = profileOf(state.record, state.asOf, state.filters.detail);
	// While it is only passed by in a list, its first lines are all that is seen of it.
	const isPassedBy = state.pane !== 'detail' && state.detail.top === 0;
	const {lines, items} =
		profile === undefined || slot === undefined
			? NO_LINES
			: detailOf(
					profile,
					Math.max(8, room.columns - DETAIL_MARGIN),
					state.filters.detail,
					profile && markOf(state.marks, profile.id),
					isPassedBy ? room.rows + 1 : undefined,
				);
	const top = clampTop(state.detail.top, room.rows, lines.length);
	return {
		view: {
			profile,
			shown: lines.slice(top, top + room.rows),
			item: state.detail.item,
			itemCount: profile === undefined || slot === undefined ? 0 : factCount(profile) + 1,
			filter: state.filters.detail,
			leftOutOf: leftOutOf(catalog, state.record, state),
			isMoreAbove: top > 0,
			isMoreBelow: top + room.rows < lines.length,
		},
		viewport: {rows: room.rows, lineCount: lines.length, items},
	};
};

/** Rows of the panes that the story may not take. */
const LEAST_PANE_ROWS = 1;

/** Of what is opened over it, to be read: with fewer the story keeps no more than its rule. */
const LEAST_OVERLAY_ROWS = 8;

/** Where the screen is too small for the pane of the front line, the story shows its strip. */
const storyFront = (state: State, display: Display): readonly Spans[] =>
	state.story.isOpen && slotOf(layoutOf(state), 'front') === undefined
		? frontStrip(
				state.asOf,
				state.record,
				{columns: state.size.columns - 1, rows: LEAST_STRIP_ROWS},
				Number.POSITIVE_INFINITY,
				display,
			)
		: [];

const storyIn = (state: State, rows: number, display: Display): StoryLines => {
	const story = storyLines(state, rows, storyFront(state, display), display);
	const isInTheWay = state.overlay !== undefined && rows - story.lines.length < LEAST_OVERLAY_ROWS;
	return isInTheWay ? storyLines(state, Math.min(1, rows), [], display) : story;
};

/** What a state shows round its lists, and so how much of them fits: all that most keys need to know. */
interface Ground {
	readonly chips: Spans | undefined;
	readonly story: StoryLines;
	readonly layout: Layout;
	readonly front: FrontRoom | undefined;
	readonly related: ReadonlySet<RecordId>;
	readonly timeline: readonly Spans[];
	readonly capacities: Viewport['lists'];
}

/** What stands over and under the panes, and the panes in what that leaves. */
const aroundPanes = (
	state: State,
	display: Display,
): Pick<Ground, 'chips' | 'story' | 'layout'> => {
	const under = (above: 0 | 1): Pick<Ground, 'story' | 'layout'> => {
		const rows = Math.max(0, state.size.rows - 2 - LEAST_PANE_ROWS - above);
		const story = storyIn(state, rows, display);
		return {story, layout: layoutOf(state, {above, below: story.lines.length})};
	};

	const bare = under(0);
	const chips = chipLine(state, bare.layout, display);
	if (chips === undefined) {
		return {chips, ...bare};
	}

	// Their row may leave no room for a pane whose filter is then told among them.
	const rest = under(1);
	return {chips: chipLine(state, rest.layout, display) ?? chips, ...rest};
};

const groundOf = (state: State, display: Display, parts: Parts): Ground => {
	const {chips, story, layout} = aroundPanes(state, display);
	const capacities = emptyCapacities();
	for (const pane of LIST_PANES) {
		const slot = slotOf(layout, pane);
		if (slot !== undefined) {
			capacities[pane] = listCapacity(pane, roomIn(slot, layout.isFramed).rows);
		}
	}

	const frontSlot = slotOf(layout, 'front');
	const frontSize = frontSlot && roomIn(frontSlot, layout.isFramed);
	const front =
		frontSize &&
		parts.frontRoom(
			state.asOf,
			state.lists.front.selected,
			frontSize.columns,
			frontSize.rows,
			// More than there are rows for is all the same.
			Math.min(frontSize.rows, rowsOf(display.catalog, 'front', state).ids.length),
		);
	if (front !== undefined) {
		capacities.front = listCapacity('front', front.rows);
	}

	const related = parts.relatedTo(state.record);
	const timelineSlot = slotOf(layout, 'timeline');
	const timeline =
		timelineSlot === undefined
			? []
			: parts.timelineAbove(state, related, roomIn(timelineSlot, layout.isFramed));
	if (timelineSlot !== undefined) {
		const {rows} = roomIn(timelineSlot, layout.isFramed);
		capacities.timeline = listCapacity('timeline', rows - timeline.length);
	}

	return {chips, story, layout, front, related, timeline, capacities};
};

const laidOut = (
	state: State,
	{chips, story, layout, front, related, timeline, capacities}: Ground,
	display: Display,
	parts: Parts,
): View => {
	const lists = Object.fromEntries(
		LIST_PANES.map(pane => [
			pane,
			parts.keepList(pane, listView(state, pane, display, capacities[pane])),
		]),
	) as Record<ListPane, ListView>;
	const {map, isWanted} = shownMap(state, layout, front, display);
	const detail = detailView(state, slotOf(layout, 'detail'), layout.isFramed, parts, display);
	const overlay =
		state.overlay && overlayView(state, state.overlay, layout.body, layout.isFramed, map, display);
	return {
		layout,
		chips,
		story: story.lines,
		lists,
		front: front && parts.keepFront({...front, lines: map?.lines ?? NO_SPANS}),
		timeline,
		detail: parts.keepDetail(detail.view),
		overlay: overlay?.view,
		related,
		marked: parts.markedIn(state.marks),
		counts: Object.fromEntries(
			PANES.map(pane => [
				pane,
				pane === 'detail' ? Math.max(0, detail.view.itemCount - 1) : lists[pane].all.ids.length,
			]),
		) as Record<Pane, number>,
		viewport: {
			lists: capacities,
			detail: detail.viewport,
			story: story.text,
			overlay: overlay?.viewport ?? {rows: 0, lineCount: 0, top: 0, items: []},
			map: map?.room,
		},
		fetch: fetchFor(map, isWanted, display),
	};
};

/** Lays out the states of one reader. */
export interface Views {
	readonly viewOf: (state: State) => View;
	/** How much fits: no more of a state is laid out than what is asked for. */
	readonly measure: (state: State) => Viewport;
}

/**
Lays states out, and remembers the last: a key is measured against the state that was just drawn,
so the work is done once.
*/
export const createViews = (display: Display): Views => {
	const parts = createParts(display);
	const ground = remembering((state: State) => groundOf(state, display, parts));
	const viewOf = remembering((state: State) => laidOut(state, ground(state), display, parts));
	return {
		viewOf,
		measure: state => ({
			get lists() {
				return ground(state).capacities;
			},
			get detail() {
				return viewOf(state).viewport.detail;
			},
			get overlay() {
				return viewOf(state).viewport.overlay;
			},
			get story() {
				return ground(state).story.text;
			},
			get map() {
				return viewOf(state).viewport.map;
			},
		}),
	};
};
