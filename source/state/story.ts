import type {RecordId} from '../dossier/schema.ts';
import {keyOf} from './key-names.ts';
import {settled} from './narrowing.ts';
import {followIn, whereabouts} from './opening.ts';
import {paneOf} from './panes.ts';
import {rowsOf} from './rows.ts';
import {clamp} from './scrolling.ts';
import {AT_TOP, type State} from './state.ts';
import type {Surroundings} from './surroundings.ts';

/** With nothing in the way of listing a record: its list's filter, and then the facets, only as far as needed. */
const listing = (state: State, record: RecordId, {catalog}: Surroundings): State => {
	const pane = paneOf(record);
	if (pane === undefined) {
		return state;
	}

	const unfiltered = {...state, filters: {...state.filters, [pane]: ''}};
	const unhidden = [state, unfiltered, {...unfiltered, facets: []}].find(
		candidate => rowsOf(catalog, pane, candidate).placeOf(record) !== -1,
	);
	return unhidden === undefined || unhidden === state
		? state
		: {
				...unhidden,
				status: `What left this out is off; ${keyOf('read.back')} after the story brings it back.`,
			};
};

/** Shows what a step is about, on its day. */
const atStep = (state: State, step: number, surroundings: Surroundings): State => {
	const told = surroundings.catalog.dossier.story[step];
	if (told === undefined) {
		return state;
	}

	const there = listing(
		settled({...state, asOf: told.day}, surroundings),
		told.record,
		surroundings,
	);
	const followed = followIn(there, told.record, surroundings);
	return {
		...followed,
		pane: 'detail',
		record: told.record,
		detail: AT_TOP,
		filters: {...followed.filters, detail: ''},
		isZoomed: false,
		story: {step, isOpen: true},
	};
};

/** Goes on with the story where it was left; leaving it, Backspace leads back to before it. */
export const openStory = (state: State, surroundings: Surroundings): State => ({
	...atStep(state, state.story.step, surroundings),
	trail: [...state.trail, {...whereabouts(state), asOf: state.asOf}],
});

/** Further in a text that is too long for the screen, or back in it; nothing where it is at its end. */
const readOn = (state: State, by: number, {measure}: Surroundings): State | undefined => {
	const {rows, lineCount} = measure(state).story;
	const most = Math.max(0, lineCount - rows);
	const into = clamp(state.story.into ?? 0, 0, most);
	const next = clamp(into + Math.sign(by) * rows, 0, most);
	return next === into ? undefined : {...state, story: {...state.story, into: next}};
};

export const moveStory = (state: State, by: number, surroundings: Surroundings): State => {
	const read = Number.isFinite(by) ? readOn(state, by, surroundings) : undefined;
	if (read !== undefined) {
		return read;
	}

	const last = surroundings.catalog.dossier.story.length - 1;
	const step = clamp(state.story.step + by, 0, last);
	if (step !== state.story.step) {
		return atStep(state, step, surroundings);
	}

	return {
		...state,
		status:
			by > 0
				? `That was the last step: ${keyOf('close')} leaves the story, ${keyOf('story.first')} begins it again.`
				: 'The story begins here.',
	};
};
