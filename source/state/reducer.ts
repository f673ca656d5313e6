import {dayAfter, dayWithWeekday} from '../dossier/days.ts';
import type {Action} from './actions.ts';
import {selectedEvidence} from './details.ts';
import {move, page} from './moving.ts';
import {focus, open, whereabouts} from './opening.ts';
import {PANES} from './panes.ts';
import {clamp} from './scrolling.ts';
import type {State} from './state.ts';
import type {Surroundings} from './surroundings.ts';
import {edited, erased, withFilter} from './typing.ts';

/** Closes one thing, the topmost first: filter line, overlay, filter, zoom, detail. */
const close = (state: State, surroundings: Surroundings): State => {
	const {filtering, overlay, pane} = state;
	if (filtering !== undefined) {
		return {
			...edited(state, () => filtering.query, surroundings),
			...filtering.before,
			filtering: undefined,
		};
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

const stepDay = (state: State, by: number, {catalog}: Surroundings): State => {
	const {first, last} = catalog.dossier.span;
	const day = dayAfter(state.asOf, by);
	if (day < first || day > last) {
		return {
			...state,
			status: `This dossier tells of ${dayWithWeekday(first)} to ${dayWithWeekday(last)}.`,
		};
	}

	return {...state, asOf: day};
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
		? {...state, status: by > 0 ? 'That is the last passage.' : 'That is the first passage.'}
		: {...state, overlay: {name: 'evidence', range, top: undefined}};
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null;

/** Parts that were made anew count as the same when all in them is. */
const isSame = (a: unknown, b: unknown): boolean =>
	a === b ||
	(isObject(a) &&
		isObject(b) &&
		Object.keys(a).length === Object.keys(b).length &&
		Object.keys(a).every(key => isSame(a[key], b[key])));

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

		case 'step-day':
			return stepDay(state, action.by, surroundings);
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
			const query =
				state.overlay?.name === 'help' ? state.overlay.query : state.filters[state.pane];
			return {...state, filtering: {query, before: whereabouts(state)}};
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
