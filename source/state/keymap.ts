import type {Catalog} from '../dossier/catalog.ts';
import {type Action, type Effect, isEffect} from './actions.ts';
import {type Binding, type Mode, modeOf, TYPING} from './binding.ts';
import {FINDING} from './bindings/finding.ts';
import {KEEPING} from './bindings/keeping.ts';
import {MOVING} from './bindings/moving.ts';
import {PANE_KEYS} from './bindings/panes.ts';
import {PROGRAM} from './bindings/program.ts';
import {READING} from './bindings/reading.ts';
import {WHERE_AND_WHEN} from './bindings/where-and-when.ts';
import {type Destination, reporterDestinations} from './go-to.ts';
import {type Going, goingOver} from './going.ts';
import type {State} from './state.ts';

const commandDestinations = (): readonly Destination[] =>
	KEYMAP.filter(
		binding =>
			binding.modes.includes('panes') && binding.group !== 'Move' && binding.id !== 'go-to',
	).map(binding => ({
		name: binding.hint === undefined ? binding.label : `${binding.hint.label}: ${binding.label}`,
		kind: `key ${binding.chords[0] ?? ''}`,
		aliases: `command ${binding.id}`,
		target: {type: 'command', binding: binding.id},
	}));

const createGoing = (catalog: Catalog): Going =>
	goingOver(catalog, [...reporterDestinations(catalog), ...commandDestinations()]);

/** Everywhere `:` can go: every record, then the commands. */
export const goingIn = (catalog: Catalog): Going => catalog.derived(createGoing);

const chosenDestination = (state: State, catalog: Catalog): Destination | undefined =>
	state.overlay?.name === 'go-to'
		? goingIn(catalog).found(state.overlay.query).matches[state.overlay.chosen]?.destination
		: undefined;

/** What a binding that was chosen by name does, once the list of names is closed. */
const intentOfCommand = (id: string, state: State, catalog: Catalog): Action | Effect => {
	const closed = {...state, overlay: undefined};
	const binding = KEYMAP.find(candidate => candidate.id === id);
	const refusal = binding?.disabled?.(closed, catalog);
	const intent: Action | Effect =
		binding === undefined || refusal !== undefined
			? {type: 'say', status: refusal ?? `There is no command ${id}.`}
			: binding.action(closed, catalog);
	return isEffect(intent) ? intent : {type: 'close-then', action: intent};
};

const GOING: readonly Binding[] = [
	{
		id: 'go-to',
		chords: [':', 'ctrl-p'],
		modes: ['panes'],
		group: 'Find',
		label: 'go to any record or command by name',
		hint: {label: 'go to', rank: 9},
		action: () => ({type: 'open-go-to'}),
	},
	{
		id: 'go-to.accept',
		chords: ['return'],
		modes: ['go-to'],
		group: 'Find',
		label: 'go there',
		hint: {label: 'go there', rank: 1},
		disabled: (state, catalog) =>
			chosenDestination(state, catalog) === undefined ? 'Nothing goes by that name.' : undefined,
		action(state, catalog) {
			const destination = chosenDestination(state, catalog);
			switch (destination?.target.type) {
				case 'record':
					return {type: 'open', record: destination.target.record};
				case 'command':
					return intentOfCommand(destination.target.binding, state, catalog);
				case undefined:
					return {type: 'close'};
			}
		},
	},
];

/**
Every key of the program. The footer, the help and the README are printed from this list, in this
order.
*/
export const KEYMAP: readonly Binding[] = [
	...MOVING,
	...PANE_KEYS,
	...READING,
	...WHERE_AND_WHEN,
	...FINDING,
	...GOING,
	...KEEPING,
	...PROGRAM,
];

/** The binding of a key in a mode. */
const bindingFor = (mode: Mode, chord: string): Binding | undefined =>
	KEYMAP.find(binding => binding.modes.includes(mode) && binding.chords.includes(chord));

/** A key that means something in the panes leaves the story, which waits, and does it there. */
const intentOutOfStory = (state: State, catalog: Catalog, chord: string): Action | Effect => {
	const left: State = {...state, story: {...state.story, isOpen: false}};
	if (bindingFor('panes', chord) === undefined) {
		return {type: 'say', status: `${keyName(chord)} does nothing here; Esc leaves the story.`};
	}

	const intent = intentOf(left, catalog, chord);
	return isEffect(intent) || intent.type === 'say' ? intent : {type: 'close-then', action: intent};
};

const KEY_NAMES: Readonly<Record<string, string>> = {
	return: 'Enter',
	space: 'Space',
	tab: 'Tab',
	backspace: 'Backspace',
	'shift-tab': 'Shift-Tab',
};

const keyName = (chord: string): string => KEY_NAMES[chord] ?? chord;

/**
What a key means now. A key that types goes to whatever is being typed; one that can't act says
why; one that means nothing says where to look.
*/
export const intentOf = (state: State, catalog: Catalog, chord: string): Action | Effect => {
	const mode = modeOf(state);
	if (mode === 'story' && bindingFor(mode, chord) === undefined) {
		return intentOutOfStory(state, catalog, chord);
	}

	const binding = bindingFor(mode, chord);
	if (binding !== undefined) {
		const refusal = binding.disabled?.(state, catalog);
		return refusal === undefined ? binding.action(state, catalog) : {type: 'say', status: refusal};
	}

	const text = chord === 'space' ? ' ' : chord;
	if (TYPING.includes(mode) && [...text].length === 1) {
		return {type: 'type', text};
	}

	return {type: 'say', status: `${keyName(chord)} does nothing here; ? shows every key.`};
};

/** What pasted text means now: typing where something is being typed, and nothing elsewhere. */
export const intentOfPaste = (state: State, text: string): Action =>
	TYPING.includes(modeOf(state))
		? {type: 'type', text: text.replaceAll(/\s+/gu, ' ').trim()}
		: {type: 'say', status: 'Pasted text was ignored; press / or : first.'};
