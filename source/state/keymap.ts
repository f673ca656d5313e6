import type {Catalog} from '../dossier/catalog.ts';
import {type Action, type Effect, isEffect} from './actions.ts';
import {type Binding, type Keymap, type Mode, modeOf, TYPING} from './binding.ts';
import {FINDING} from './bindings/finding.ts';
import {KEEPING} from './bindings/keeping.ts';
import {MOVING} from './bindings/moving.ts';
import {PANE_KEYS} from './bindings/panes.ts';
import {PROGRAM} from './bindings/program.ts';
import {READING} from './bindings/reading.ts';
import {WHERE_AND_WHEN} from './bindings/where-and-when.ts';
import {type Destination, reporterDestinations} from './go-to.ts';
import {type Going, goingOver} from './going.ts';
import {keyName, keyOf, withKeys} from './key-names.ts';
import type {State} from './state.ts';

const commandDestinations = (keymap: Keymap): readonly Destination[] =>
	keymap
		.filter(
			binding =>
				binding.modes.includes('panes') && binding.group !== 'Move' && binding.id !== 'go-to',
		)
		.map(({id, hint, label, chords}) => ({
			name: withKeys(hint === undefined ? label : `${hint.label}: ${label}`, keymap),
			kind: `key ${chords[0] ?? ''}`,
			aliases: `command ${id}`,
			target: {type: 'command', binding: id},
		}));

const noGoings = (): Map<Keymap, Going> => new Map();

/** Everywhere `:` can go: every record, then the commands. */
export const goingIn = (catalog: Catalog, keymap: Keymap): Going => {
	const goings = catalog.derived(noGoings);
	const known = goings.get(keymap);
	if (known !== undefined) {
		return known;
	}

	const going = goingOver(catalog, [
		...reporterDestinations(catalog),
		...commandDestinations(keymap),
	]);
	goings.set(keymap, going);
	return going;
};

const chosenDestination = (
	state: State,
	catalog: Catalog,
	keymap: Keymap,
): Destination | undefined =>
	state.overlay?.name === 'go-to'
		? goingIn(catalog, keymap).found(state.overlay.query).matches[state.overlay.chosen]?.destination
		: undefined;

/** What a binding that was chosen by name does, once the list of names is closed. */
const intentOfCommand = (
	id: string,
	state: State,
	catalog: Catalog,
	keymap: Keymap,
): Action | Effect => {
	const closed = {...state, overlay: undefined};
	const binding = keymap.find(candidate => candidate.id === id);
	const refusal = binding?.disabled?.(closed, catalog, keymap);
	const intent: Action | Effect =
		binding === undefined || refusal !== undefined
			? {type: 'say', status: refusal ?? `There is no command ${id}.`}
			: binding.action(closed, catalog, keymap);
	return isEffect(intent) ? intent : {type: 'close-then', action: intent};
};

const GOING: readonly Binding[] = [
	{
		id: 'go-to',
		chords: [':', 'ctrl-p'],
		modes: ['panes'],
		group: 'Find',
		label: 'go to any record, paragraph or command',
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
		disabled: (state, catalog, keymap) =>
			chosenDestination(state, catalog, keymap) === undefined
				? 'Nothing goes by that name.'
				: undefined,
		action(state, catalog, keymap) {
			const destination = chosenDestination(state, catalog, keymap);
			switch (destination?.target.type) {
				case 'record':
					return {type: 'open', record: destination.target.record};
				case 'paragraph': {
					const {source, paragraph} = destination.target;
					return {type: 'close-then', action: {type: 'open-paragraph', source, paragraph}};
				}

				case 'command':
					return intentOfCommand(destination.target.binding, state, catalog, keymap);
				case undefined:
					return {type: 'close'};
			}
		},
	},
];

/**
Every key of the program as it comes. The footer, the help and the README are printed from such a list,
in this order.
*/
export const KEYMAP: Keymap = [
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
const bindingFor = (keymap: Keymap, mode: Mode, chord: string): Binding | undefined =>
	keymap.find(binding => binding.modes.includes(mode) && binding.chords.includes(chord));

/** Whether a key goes where a reader has chosen to, from the list of names. */
export const isGoing = (state: State, chord: string, keymap: Keymap): boolean =>
	state.overlay?.name === 'go-to' &&
	bindingFor(keymap, modeOf(state), chord)?.id === 'go-to.accept';

/** A key that means something in the panes leaves the story, which waits, and does it there. */
const intentOutOfStory = (
	state: State,
	catalog: Catalog,
	chord: string,
	keymap: Keymap,
): Action | Effect => {
	const left: State = {...state, story: {...state.story, isOpen: false}};
	if (bindingFor(keymap, 'panes', chord) === undefined) {
		return {
			type: 'say',
			status: `${keyName(chord)} does nothing here; ${keyOf('close')} leaves the story.`,
		};
	}

	const intent = intentOf(left, catalog, chord, keymap);
	return isEffect(intent) || intent.type === 'say' ? intent : {type: 'close-then', action: intent};
};

/**
What a key means now. A key that types goes to whatever is being typed; one that can't act says
why; one that means nothing says where to look.
*/
export const intentOf = (
	state: State,
	catalog: Catalog,
	chord: string,
	keymap: Keymap,
): Action | Effect => {
	const mode = modeOf(state);
	const binding = bindingFor(keymap, mode, chord);
	if (mode === 'story' && binding === undefined) {
		return intentOutOfStory(state, catalog, chord, keymap);
	}

	if (binding !== undefined) {
		const refusal = binding.disabled?.(state, catalog, keymap);
		return refusal === undefined
			? binding.action(state, catalog, keymap)
			: {type: 'say', status: refusal};
	}

	const text = chord === 'space' ? ' ' : chord;
	if (TYPING.includes(mode) && [...text].length === 1) {
		return {type: 'type', text};
	}

	return {
		type: 'say',
		status: `${keyName(chord)} does nothing here; ${keyOf('help')} shows every key.`,
	};
};

/** What pasted text means now: typing where something is being typed, and nothing elsewhere. */
export const intentOfPaste = (state: State, text: string): Action =>
	TYPING.includes(modeOf(state))
		? {type: 'type', text: text.replaceAll(/\s+/gu, ' ').trim()}
		: {
				type: 'say',
				status: `Pasted text was ignored; press ${keyOf('find.filter')} or ${keyOf('go-to')} first.`,
			};
