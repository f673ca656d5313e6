import {dayAfter, longDay, shortDay} from '../dossier/days.ts';
import type {Action} from './actions.ts';
import {close} from './closing.ts';
import {type CopyForm, citationAfter} from './copy-form.ts';
import {FITTED} from './map-position.ts';
import {acceptMark, startMark, unmark, withMarks} from './marking.ts';
import {move, page} from './moving.ts';
import {movePlace, panMap, zoomMap} from './moving-map.ts';
import {
	moveFacetColumn,
	moveFacetList,
	moveToChosenFacet,
	settled,
	toggleFacet,
	withFound,
	withoutLastFacet,
} from './narrowing.ts';
import {focus, open, whereabouts} from './opening.ts';
import {
	moveRange,
	moveTension,
	openCoverage,
	openEvidence,
	openParagraph,
	openTensions,
} from './overlaying.ts';
import {PANES} from './panes.ts';
import type {Overlay, State} from './state.ts';
import {moveStory, openStory} from './story.ts';
import type {Surroundings} from './surroundings.ts';
import {acceptFilter, edited, erased, searchedIn} from './typing.ts';

const stepDay = (state: State, by: number, surroundings: Surroundings): State => {
	const {first, last} = surroundings.catalog.dossier.span;
	const day = dayAfter(state.asOf, by);
	if (day < first || day > last) {
		const begin = first.slice(0, 4) === last.slice(0, 4) ? shortDay(first) : longDay(first);
		const told = first === last ? longDay(last) : `${begin} to ${longDay(last)}`;
		return {...state, status: `Only ${told} is told of.`};
	}

	// Facets go by the day too, so the lists may hold others now.
	return settled({...state, asOf: day}, surroundings);
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null;

/** One text to copy by hand takes the place of another. */
const uncopied = (overlay: Overlay | undefined): Overlay | undefined =>
	overlay?.name === 'copy' ? overlay.over : overlay;

// No terminal says whether it took the text, so this says no more than that it was sent.
const copiedStatus = ({form, text}: Extract<Action, {type: 'tell-copied'}>): string =>
	`${SENT[form]} to the clipboard${form === 'text' ? '' : ` (Y again: ${citationAfter(form)})`}: ${text.replaceAll(/\s+/gu, ' ')}`;

const SENT: Record<CopyForm, string> = {
	text: 'Sent',
	citation: 'Citation sent',
	BibTeX: 'BibTeX sent',
	'CSL-JSON': 'CSL-JSON sent',
};

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
			return focus(state, action.pane, surroundings);
		case 'cycle-pane': {
			const at = PANES.indexOf(state.pane);
			const next = PANES[(at + action.by + PANES.length) % PANES.length];
			return next === undefined ? state : focus(state, next, surroundings);
		}

		case 'step-day':
			return stepDay(state, action.by, surroundings);
		case 'toggle-zoom':
			return {...state, isZoomed: !state.isZoomed};
		case 'open':
			return open(state, action.record, surroundings);
		case 'go-back': {
			const last = state.trail.at(-1);
			if (last === undefined) {
				return {...state, status: 'This is where you began.'};
			}

			// Back from the story its step is kept; back into it, it goes on where it was left for something.
			const story = last.story.isOpen ? last.story : {...state.story, isOpen: false};
			return settled({...state, ...last, story, trail: state.trail.slice(0, -1)}, surroundings);
		}

		case 'close':
			return close(state, surroundings);
		case 'start-filter': {
			const query = searchedIn(state.overlay) ?? state.filters[state.pane];
			return {...state, filtering: {query, before: whereabouts(state)}};
		}

		case 'accept-filter':
			return acceptFilter(state, surroundings);
		case 'type':
			return edited(state, text => text + action.text, surroundings);
		case 'erase':
			return edited(state, text => erased(text, action.unit), surroundings);
		case 'open-help':
			return {...state, overlay: {name: 'help', query: '', top: 0, over: state.overlay}};
		case 'open-about':
			return {...state, overlay: {name: 'about', top: 0, over: state.overlay}};
		case 'open-go-to':
			return {...state, overlay: {name: 'go-to', query: '', chosen: 0, over: state.overlay}};
		case 'open-evidence':
			return openEvidence(state, action.record, surroundings);
		case 'move-range':
			return moveRange(state, action.by, surroundings);
		case 'open-tensions':
			return openTensions(state, action.records, surroundings);
		case 'move-tension':
			return moveTension(state, action.by, surroundings);
		case 'open-coverage':
			return openCoverage(state, action, surroundings);
		case 'open-paragraph':
			return openParagraph(state, action, surroundings);
		case 'open-facets':
			return {...state, overlay: {name: 'facets', query: '', chosen: 0, over: state.overlay}};
		case 'toggle-facet':
			return toggleFacet(state, action.facet, surroundings);
		case 'move-facet-list':
			return moveFacetList(state, action.by, surroundings);
		case 'move-facet-column':
			return moveFacetColumn(state, action.by, surroundings);
		case 'move-to-chosen-facet':
			return moveToChosenFacet(state, action.by, surroundings);
		case 'drop-facet':
			return withoutLastFacet(state, surroundings);
		case 'open-map':
			return {...state, overlay: {name: 'map', over: state.overlay}};
		case 'pan-map':
			return panMap(state, action.east, action.north, surroundings);
		case 'zoom-map':
			return zoomMap(state, action.by, surroundings);
		case 'fit-map':
			return state.map === FITTED
				? {...state, status: 'The map is fitted to its places already.'}
				: {...state, map: FITTED, status: 'The map is fitted to its places.'};
		case 'move-place':
			return movePlace(state, action.by, surroundings);
		case 'take-coast':
			return {...state, coastPieces: state.coastPieces + 1};
		case 'take-found':
			return withFound({...state, found: state.found + 1}, surroundings);
		case 'open-story':
			return openStory(state, surroundings);
		case 'move-story':
			return moveStory(state, action.by, surroundings);
		case 'start-mark':
			return startMark(state, surroundings.catalog);
		case 'accept-mark':
			return acceptMark(state, surroundings.catalog);
		case 'unmark':
			return unmark(state, action.record, surroundings.catalog);
		case 'open-marks':
			return {...state, overlay: {name: 'marks', chosen: 0, over: state.overlay}};
		case 'take-marks':
			return withMarks(state, action.marks);
		case 'tell-copied':
			return {...state, copied: action.form, status: copiedStatus(action)};
		case 'show-copy':
			return {
				...state,
				copied: action.form,
				overlay: {
					name: 'copy',
					form: action.form,
					text: action.text,
					top: 0,
					over: uncopied(state.overlay),
				},
			};
		case 'close-then':
			return reduced(
				{
					...state,
					overlay: undefined,
					filtering: undefined,
					story: {...state.story, isOpen: false},
				},
				action.action,
				surroundings,
			);
		case 'say':
			return {...state, status: action.status};
		case 'resize':
			return {...state, size: action.size};
	}
};

/** What comes about without a key leaves what the last key said. */
const UNASKED: ReadonlySet<Action['type']> = new Set([
	'resize',
	'take-coast',
	'take-found',
	'take-marks',
]);

/**
The state after an action. What was said in the status line is gone with the next action; a state
in which nothing changed is the same object.
*/
export const reduce = (state: State, action: Action, surroundings: Surroundings): State => {
	const isByItself = UNASKED.has(action.type);
	const isQuiet = state.status === undefined && state.copied === undefined;
	// The very same state where there is nothing to take away, as it has been laid out already.
	const quiet = isByItself || isQuiet ? state : {...state, status: undefined, copied: undefined};
	const next = reduced(quiet, action, surroundings);
	return isSame(next, state) ? state : next;
};
