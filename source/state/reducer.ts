import type {Catalog} from '../dossier/catalog.ts';
import type {RecordId} from '../dossier/schema.ts';
import type {Action} from './actions.ts';
import {selectedEvidence} from './details.ts';
import {isListPane, LIST_PANES, type ListPane, PANES, type Pane} from './panes.ts';
import {rowsOf} from './rows.ts';
import {clamp, clampTop, scrolledTo} from './scrolling.ts';
import type {ListPosition, Overlay, State, Whereabouts} from './state.ts';
import type {Viewport} from './viewport.ts';

/** What the reducer may look at besides the state. */
export interface Surroundings {
	readonly catalog: Catalog;
	/** How much fits on the screen while `state` is shown. */
	readonly measure: (state: State) => Viewport;
}

const AT_TOP = {item: 0, top: 0} as const;

const withList = (state: State, pane: ListPane, position: ListPosition): State => ({
	...state,
	lists: {...state.lists, [pane]: position},
});

/** Selects a row of a list and makes it the selection that all panes share. */
const select = (
	state: State,
	pane: ListPane,
	rows: readonly RecordId[],
	at: number,
	{measure}: Surroundings,
): State => {
	const selected = rows[at];
	const {top} = state.lists[pane];
	const shown = Math.max(1, measure(state).lists[pane]);
	const next = withList(state, pane, {
		selected,
		top: scrolledTo(top, shown, rows.length, {start: at, end: at + 1}),
	});
	return selected === state.record ? next : {...next, record: selected, detail: AT_TOP};
};

const moveInList = (
	state: State,
	pane: ListPane,
	rows: number,
	surroundings: Surroundings,
): State => {
	const ids = rowsOf(surroundings.catalog, pane, state.filters[pane]);
	if (ids.length === 0) {
		return state;
	}

	const {selected} = state.lists[pane];
	const from = selected === undefined ? -1 : ids.indexOf(selected);
	return select(state, pane, ids, clamp(from + rows, 0, ids.length - 1), surroundings);
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

const scrolled = <Open extends Exclude<Overlay, {readonly name: 'go-to'}>>(
	overlay: Open,
	by: number,
	{rows, lineCount, top}: Viewport['overlay'],
): Open => ({...overlay, top: clampTop(top + by, rows, lineCount)});

const moveInOverlay = (
	state: State,
	overlay: Overlay,
	by: number,
	{measure}: Surroundings,
): State => {
	const viewport = measure(state).overlay;
	return {
		...state,
		overlay:
			overlay.name === 'go-to'
				? {...overlay, chosen: clamp(overlay.chosen + by, 0, Math.max(0, viewport.lineCount - 1))}
				: scrolled(overlay, by, viewport),
	};
};

const move = (state: State, by: number, surroundings: Surroundings): State => {
	if (state.overlay !== undefined) {
		return moveInOverlay(state, state.overlay, by, surroundings);
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

const page = (state: State, pages: number, surroundings: Surroundings): State => {
	const size = Math.max(1, pageRows(state, surroundings) - (Math.abs(pages) < 1 ? 0 : 1));
	const rows = Math.sign(pages) * Math.max(1, Math.floor(size * Math.abs(pages)));
	return state.overlay === undefined && state.pane === 'detail'
		? pageInDetail(state, rows, surroundings)
		: move(state, rows, surroundings);
};

const whereabouts = ({pane, listPane, lists, record, detail}: State): Whereabouts => ({
	pane,
	listPane,
	lists,
	record,
	detail,
});

const paneOf = (record: RecordId): ListPane | undefined => {
	switch (record.slice(0, record.indexOf(':'))) {
		case 'actor':
			return 'actors';
		case 'place':
			return 'front';
		case 'quote':
			return 'quotes';
		case 'event':
			return 'timeline';
		default:
			return undefined;
	}
};

/** Moves a list's own selection to a record, when the list holds it and its filter shows it. */
const followIn = (state: State, record: RecordId, surroundings: Surroundings): State => {
	const pane = paneOf(record);
	if (pane === undefined) {
		return state;
	}

	const rows = rowsOf(surroundings.catalog, pane, state.filters[pane]);
	const at = rows.indexOf(record);
	return at === -1 ? state : {...select(state, pane, rows, at, surroundings), listPane: pane};
};

const open = (state: State, record: RecordId, surroundings: Surroundings): State => {
	if (surroundings.catalog.find(record) === undefined) {
		return {...state, status: `There is no ${record} in this dossier.`};
	}

	const followed = followIn(state, record, surroundings);
	return {
		...followed,
		overlay: undefined,
		filtering: undefined,
		filters: {...followed.filters, detail: ''},
		trail: [...state.trail, whereabouts(state)],
		pane: 'detail',
		record,
		detail: record === state.record ? state.detail : AT_TOP,
	};
};

const focus = (state: State, pane: Pane): State => {
	if (!isListPane(pane)) {
		return {...state, pane};
	}

	const {selected} = state.lists[pane];
	const record = selected ?? state.record;
	return {
		...state,
		pane,
		listPane: pane,
		record,
		detail: record === state.record ? state.detail : AT_TOP,
	};
};

/** After a filter changed: the selection stays where it is shown, else goes to the first row. */
const refiltered = (state: State, surroundings: Surroundings): State => {
	const {pane} = state;
	if (!isListPane(pane)) {
		return {...state, detail: AT_TOP};
	}

	const rows = rowsOf(surroundings.catalog, pane, state.filters[pane]);
	const {selected} = state.lists[pane];
	const at = selected === undefined ? -1 : rows.indexOf(selected);
	return rows.length === 0 ? state : select(state, pane, rows, Math.max(0, at), surroundings);
};

const withFilter = (state: State, text: string, surroundings: Surroundings): State =>
	state.filters[state.pane] === text
		? state
		: refiltered({...state, filters: {...state.filters, [state.pane]: text}}, surroundings);

/** Changes whatever text is being typed. */
const edited = (
	state: State,
	edit: (text: string) => string,
	surroundings: Surroundings,
): State => {
	const {overlay} = state;
	if (overlay?.name === 'go-to') {
		return {...state, overlay: {...overlay, query: edit(overlay.query), chosen: 0}};
	}

	if (overlay?.name === 'help') {
		return {...state, overlay: {...overlay, query: edit(overlay.query), top: 0}};
	}

	return withFilter(state, edit(state.filters[state.pane]), surroundings);
};

const erased = (text: string, unit: 'character' | 'word' | 'all'): string => {
	switch (unit) {
		case 'character':
			return [...new Intl.Segmenter().segment(text)]
				.slice(0, -1)
				.map(({segment}) => segment)
				.join('');
		case 'word':
			return text.replace(/\S*\s*$/u, '');
		case 'all':
			return '';
	}
};

/** Closes one thing, the topmost first: filter line, overlay, filter, zoom, detail. */
const close = (state: State, surroundings: Surroundings): State => {
	const {filtering, overlay, pane} = state;
	if (filtering !== undefined) {
		return {...edited(state, () => filtering.before, surroundings), filtering: undefined};
	}

	if (overlay?.name === 'help' && overlay.query !== '') {
		return {...state, overlay: {...overlay, query: '', top: 0}};
	}

	if (overlay !== undefined) {
		return {...state, overlay: overlay.name === 'help' ? overlay.over : undefined};
	}

	if (state.filters[pane] !== '') {
		return withFilter(state, '', surroundings);
	}

	if (state.isZoomed) {
		return {...state, isZoomed: false};
	}

	if (pane === 'detail') {
		return {...focus(state, state.listPane), trail: []};
	}

	return {...state, status: 'Nothing is open; q quits.'};
};

const openEvidence = (state: State, {catalog}: Surroundings): State =>
	selectedEvidence(catalog, state).length === 0
		? {...state, status: 'This is not from the report, so it has no paragraph.'}
		: {...state, overlay: {name: 'evidence', range: 0, top: undefined}};

/** Between the places that evidence names, one at a time. */
const moveRange = (state: State, by: number, {catalog}: Surroundings): State => {
	if (state.overlay?.name !== 'evidence') {
		return state;
	}

	const last = selectedEvidence(catalog, state).length - 1;
	const range = clamp(state.overlay.range + by, 0, last);
	return range === state.overlay.range
		? {...state, status: by > 0 ? 'That is the last place.' : 'That is the first place.'}
		: {...state, overlay: {name: 'evidence', range, top: undefined}};
};

const isSame = (a: State, b: State): boolean =>
	(Object.keys(a) as (keyof State)[]).every(key => a[key] === b[key]);

const reduced = (state: State, action: Action, surroundings: Surroundings): State => {
	switch (action.type) {
		case 'move':
			return move(state, action.rows, surroundings);
		case 'page':
			return page(state, action.pages, surroundings);
		case 'move-to-end':
			return move(
				state,
				action.end === 'first' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
				surroundings,
			);
		case 'focus-pane':
			return focus(state, action.pane);
		case 'cycle-pane': {
			const at = PANES.indexOf(state.pane);
			const next = PANES[(at + action.by + PANES.length) % PANES.length];
			return next === undefined ? state : focus(state, next);
		}

		case 'toggle-zoom':
			return {...state, isZoomed: !state.isZoomed};
		case 'open':
			return open(state, action.record, surroundings);
		case 'go-back': {
			const last = state.trail.at(-1);
			return last === undefined
				? {...state, status: 'This is where you began.'}
				: {...state, ...last, trail: state.trail.slice(0, -1)};
		}

		case 'close':
			return close(state, surroundings);
		case 'start-filter': {
			const before =
				state.overlay?.name === 'help' ? state.overlay.query : state.filters[state.pane];
			return {...state, filtering: {before}};
		}

		case 'accept-filter':
			return {...state, filtering: undefined};
		case 'type':
			return edited(state, text => text + action.text, surroundings);
		case 'erase':
			return edited(state, text => erased(text, action.unit), surroundings);
		case 'open-help':
			return {...state, overlay: {name: 'help', query: '', top: 0, over: state.overlay}};
		case 'open-about':
			return {...state, overlay: {name: 'about', top: 0}};
		case 'open-go-to':
			return {...state, overlay: {name: 'go-to', query: '', chosen: 0}};
		case 'open-evidence':
			return openEvidence(state, surroundings);
		case 'move-range':
			return moveRange(state, action.by, surroundings);
		case 'close-then':
			return reduced(
				{...state, overlay: undefined, filtering: undefined},
				action.action,
				surroundings,
			);
		case 'say':
			return {...state, status: action.status};
		case 'resize':
			return {...state, size: action.size};
	}
};

/**
The state after an action. What was said in the status line is gone with the next action; a state
in which nothing changed is the same object.
*/
export const reduce = (state: State, action: Action, surroundings: Surroundings): State => {
	const quiet =
		state.status === undefined || action.type === 'resize' ? state : {...state, status: undefined};
	const next = reduced(quiet, action, surroundings);
	return isSame(next, state) ? state : next;
};

/** Where a reader begins, as far as they said. */
export interface Beginning {
	readonly pane?: Pane | undefined;
	/** A record of the dossier. */
	readonly record?: RecordId | undefined;
}

/**
The state of a reader who has just come: the first row of every list, on the dossier's last day; or
the record they asked for, in its pane.
*/
export const initialState = (
	surroundings: Surroundings,
	size: State['size'],
	{pane, record}: Beginning,
): State => {
	const {catalog} = surroundings;
	const lists = Object.fromEntries(
		LIST_PANES.map(list => [list, {selected: rowsOf(catalog, list, '')[0], top: 0}]),
	) as Record<ListPane, ListPosition>;
	const first = LIST_PANES.find(list => lists[list].selected !== undefined) ?? 'actors';
	const fresh: State = {
		pane: first,
		listPane: first,
		lists,
		record: lists[first].selected,
		detail: AT_TOP,
		asOf: catalog.dossier.span.last,
		trail: [],
		filters: {actors: '', front: '', quotes: '', timeline: '', detail: ''},
		filtering: undefined,
		overlay: undefined,
		isZoomed: false,
		status: undefined,
		size,
	};
	if (record === undefined) {
		return pane === undefined ? fresh : focus(fresh, pane);
	}

	const at = {...followIn(fresh, record, surroundings), record};
	return pane === undefined ? {...at, pane: paneOf(record) ?? 'detail'} : {...at, pane};
};
