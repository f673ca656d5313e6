import type {Catalog} from '../dossier/catalog.ts';
import type {RecordId} from '../dossier/schema.ts';
import {type Action, type Effect, isEffect} from './actions.ts';
import {selectedEvidence, selectedFact} from './details.ts';
import {
	type Destination,
	matchingDestinations,
	recordDestinations,
	reporterDestinations,
} from './go-to.ts';
import {PANE_TITLES, PANES} from './panes.ts';
import type {State} from './state.ts';

/** What keys mean depends on what is open. */
export type Mode = 'panes' | 'filter' | 'help' | 'about' | 'go-to' | 'evidence';

export const modeOf = ({filtering, overlay}: State): Mode =>
	filtering === undefined ? (overlay?.name ?? 'panes') : 'filter';

interface Hint {
	readonly label: string;
	/** 1 is the most wanted: it stays when there is room for one only. */
	readonly rank: number;
	/** Where it is offered; absent: wherever the key works. */
	readonly modes?: readonly Mode[];
	/** The keys it names; absent: the binding's first. */
	readonly chords?: readonly string[];
}

export interface Binding {
	readonly id: string;
	/** Names of keys: a character, `ctrl-d`, `up`, `return`. The first is the one that hints show. */
	readonly chords: readonly string[];
	readonly modes: readonly Mode[];
	readonly group: 'Move' | 'Panes' | 'Read' | 'Find' | 'Program';
	readonly label: string;
	/** For the footer; a binding without one is left to the help. */
	readonly hint?: Hint;
	/** Why it can't act just now; `undefined` when it can. */
	readonly disabled?: (state: State, catalog: Catalog) => string | undefined;
	readonly action: (state: State, catalog: Catalog) => Action | Effect;
}

const SCROLLED: readonly Mode[] = ['panes', 'help', 'about', 'evidence'];
const CHOOSING: readonly Mode[] = [...SCROLLED, 'go-to', 'filter'];
const TYPING: readonly Mode[] = ['filter', 'go-to'];
const EVERYWHERE: readonly Mode[] = ['panes', 'filter', 'help', 'about', 'go-to', 'evidence'];

const nothingSelected = (state: State): string | undefined =>
	state.record === undefined ? 'Nothing is selected.' : undefined;

/** What Enter opens: the record that a fact leads to, or from a list the selected record. */
const linkOf = (state: State, catalog: Catalog): RecordId | undefined =>
	state.pane === 'detail' ? selectedFact(catalog, state)?.link : state.record;

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

/** Everywhere `:` can go: every record, then the commands. */
export const allDestinations = (catalog: Catalog): readonly Destination[] => [
	...recordDestinations(catalog),
	...reporterDestinations(catalog),
	...commandDestinations(),
];

const chosenDestination = (state: State, catalog: Catalog): Destination | undefined =>
	state.overlay?.name === 'go-to'
		? matchingDestinations(allDestinations(catalog), state.overlay.query)[state.overlay.chosen]
				?.destination
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

/**
Every key of the program. The footer, the help and the README are printed from this list, in this
order.
*/
export const KEYMAP: readonly Binding[] = [
	{
		id: 'move.up',
		chords: ['up', 'k'],
		modes: SCROLLED,
		group: 'Move',
		label: 'one up',
		action: () => ({type: 'move', rows: -1}),
	},
	{
		id: 'move.down',
		chords: ['down', 'j'],
		modes: SCROLLED,
		group: 'Move',
		label: 'one down',
		hint: {label: 'move', rank: 4, chords: ['up', 'down']},
		action: () => ({type: 'move', rows: 1}),
	},
	{
		id: 'choose.up',
		chords: ['up', 'ctrl-p'],
		modes: TYPING,
		group: 'Move',
		label: 'one up while typing',
		action: () => ({type: 'move', rows: -1}),
	},
	{
		id: 'choose.down',
		chords: ['down', 'ctrl-n'],
		modes: TYPING,
		group: 'Move',
		label: 'one down while typing',
		action: () => ({type: 'move', rows: 1}),
	},
	{
		id: 'page.up',
		chords: ['pageup'],
		modes: CHOOSING,
		group: 'Move',
		label: 'a screenful up',
		action: () => ({type: 'page', pages: -1}),
	},
	{
		id: 'page.down',
		chords: ['pagedown'],
		modes: CHOOSING,
		group: 'Move',
		label: 'a screenful down',
		action: () => ({type: 'page', pages: 1}),
	},
	{
		id: 'page.half-up',
		chords: ['ctrl-u'],
		modes: SCROLLED,
		group: 'Move',
		label: 'half a screenful up',
		action: () => ({type: 'page', pages: -0.5}),
	},
	{
		id: 'page.half-down',
		chords: ['ctrl-d'],
		modes: SCROLLED,
		group: 'Move',
		label: 'half a screenful down',
		action: () => ({type: 'page', pages: 0.5}),
	},
	{
		id: 'move.first',
		chords: ['g', 'home'],
		modes: SCROLLED,
		group: 'Move',
		label: 'to the first',
		action: () => ({type: 'move-to-end', end: 'first'}),
	},
	{
		id: 'move.last',
		chords: ['G', 'end'],
		modes: SCROLLED,
		group: 'Move',
		label: 'to the last',
		action: () => ({type: 'move-to-end', end: 'last'}),
	},
	{
		id: 'pane.next',
		chords: ['tab', 'right', 'l'],
		modes: ['panes'],
		group: 'Panes',
		label: 'next pane',
		hint: {label: 'pane', rank: 5},
		action: () => ({type: 'cycle-pane', by: 1}),
	},
	{
		id: 'pane.previous',
		chords: ['shift-tab', 'left', 'h'],
		modes: ['panes'],
		group: 'Panes',
		label: 'previous pane',
		action: () => ({type: 'cycle-pane', by: -1}),
	},
	...PANES.map(
		(pane, at): Binding => ({
			id: `pane.${pane}`,
			chords: [String(at + 1)],
			modes: ['panes'],
			group: 'Panes',
			label: `to ${PANE_TITLES[pane]}`,
			action: () => ({type: 'focus-pane', pane}),
		}),
	),
	{
		id: 'pane.zoom',
		chords: ['z'],
		modes: ['panes'],
		group: 'Panes',
		label: 'the pane over the whole screen, and back',
		hint: {label: 'zoom', rank: 10},
		action: () => ({type: 'toggle-zoom'}),
	},
	{
		id: 'read.open',
		chords: ['return'],
		modes: ['panes'],
		group: 'Read',
		label: 'open what is selected',
		hint: {label: 'open', rank: 3},
		disabled: nothingSelected,
		action(state, catalog) {
			const link = linkOf(state, catalog);
			return link === undefined ? {type: 'open-evidence'} : {type: 'open', record: link};
		},
	},
	{
		id: 'read.back',
		chords: ['backspace', 'ctrl-o'],
		modes: ['panes'],
		group: 'Read',
		label: 'back to where you were',
		hint: {label: 'back', rank: 8},
		action: () => ({type: 'go-back'}),
	},
	{
		id: 'read.evidence',
		chords: ['e'],
		modes: ['panes'],
		group: 'Read',
		label: 'evidence: where it stands and who says so',
		hint: {label: 'evidence', rank: 6},
		disabled: nothingSelected,
		action: () => ({type: 'open-evidence'}),
	},
	{
		id: 'evidence.next',
		chords: ['n', 'tab', 'right', 'l'],
		modes: ['evidence'],
		group: 'Read',
		label: 'the next passage of the evidence',
		hint: {label: 'next passage', rank: 4},
		disabled: (state, catalog) =>
			selectedEvidence(catalog, state).length < 2 ? 'It stands in one passage only.' : undefined,
		action: () => ({type: 'move-range', by: 1}),
	},
	{
		id: 'evidence.previous',
		chords: ['N', 'shift-tab', 'left', 'h'],
		modes: ['evidence'],
		group: 'Read',
		label: 'the passage before',
		disabled: (state, catalog) =>
			selectedEvidence(catalog, state).length < 2 ? 'It stands in one passage only.' : undefined,
		action: () => ({type: 'move-range', by: -1}),
	},
	{
		id: 'evidence.close',
		chords: ['backspace', 'ctrl-o', 'e', 'return'],
		modes: ['evidence'],
		group: 'Read',
		label: 'back from the evidence',
		action: () => ({type: 'close'}),
	},
	{
		id: 'about.close',
		chords: ['backspace', 'ctrl-o', 'i', 'return'],
		modes: ['about'],
		group: 'Read',
		label: 'back from the page about the dossier',
		action: () => ({type: 'close'}),
	},
	{
		id: 'day.back',
		chords: ['['],
		modes: ['panes'],
		group: 'Read',
		label: 'the as-of day, one back',
		hint: {label: 'day', rank: 6, chords: ['[', ']']},
		action: () => ({type: 'step-day', by: -1}),
	},
	{
		id: 'day.on',
		chords: [']'],
		modes: ['panes'],
		group: 'Read',
		label: 'the as-of day, one on',
		action: () => ({type: 'step-day', by: 1}),
	},
	{
		id: 'read.about',
		chords: ['i'],
		modes: ['panes'],
		group: 'Read',
		label: 'about this dossier: sources, reporters',
		action: () => ({type: 'open-about'}),
	},
	{
		id: 'find.filter',
		chords: ['/'],
		modes: ['panes', 'help'],
		group: 'Find',
		label: 'filter as you type; !word leaves out',
		hint: {label: 'filter', rank: 7},
		action: () => ({type: 'start-filter'}),
	},
	{
		id: 'find.accept',
		chords: ['return'],
		modes: ['filter'],
		group: 'Find',
		label: 'keep the filter',
		hint: {label: 'keep', rank: 1},
		action: () => ({type: 'accept-filter'}),
	},
	{
		id: 'find.next',
		chords: ['n'],
		modes: ['panes'],
		group: 'Find',
		label: 'next match',
		disabled: ({filters, pane}) =>
			filters[pane] === '' ? 'Nothing is being looked for; / filters.' : undefined,
		action: () => ({type: 'move', rows: 1}),
	},
	{
		id: 'find.previous',
		chords: ['N'],
		modes: ['panes'],
		group: 'Find',
		label: 'previous match',
		disabled: ({filters, pane}) =>
			filters[pane] === '' ? 'Nothing is being looked for; / filters.' : undefined,
		action: () => ({type: 'move', rows: -1}),
	},
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
	{
		id: 'type.erase',
		chords: ['backspace'],
		modes: TYPING,
		group: 'Find',
		label: 'take back a character',
		action: () => ({type: 'erase', unit: 'character'}),
	},
	{
		id: 'type.erase-word',
		chords: ['ctrl-w'],
		modes: TYPING,
		group: 'Find',
		label: 'take back a word',
		action: () => ({type: 'erase', unit: 'word'}),
	},
	{
		id: 'type.erase-all',
		chords: ['ctrl-u'],
		modes: TYPING,
		group: 'Find',
		label: 'take back everything typed',
		action: () => ({type: 'erase', unit: 'all'}),
	},
	{
		id: 'close',
		chords: ['esc'],
		modes: EVERYWHERE,
		group: 'Program',
		label: 'close or clear, never quit',
		hint: {label: 'close', rank: 2, modes: ['filter', 'go-to', 'help', 'about', 'evidence']},
		action: () => ({type: 'close'}),
	},
	{
		id: 'help',
		chords: ['?', 'f1'],
		modes: ['panes', 'about', 'evidence'],
		group: 'Program',
		label: 'every key; / searches it',
		hint: {label: 'help', rank: 1},
		action: () => ({type: 'open-help'}),
	},
	{
		id: 'quit',
		chords: ['q'],
		modes: SCROLLED,
		group: 'Program',
		label: 'back, then quit',
		hint: {label: 'quit', rank: 2, modes: ['panes']},
		action: ({overlay, pane}) =>
			overlay === undefined && pane !== 'detail' ? {type: 'quit'} : {type: 'close'},
	},
	{
		id: 'interrupt',
		chords: ['ctrl-c'],
		modes: EVERYWHERE,
		group: 'Program',
		label: 'quit at once',
		action: () => ({type: 'interrupt'}),
	},
	{
		id: 'suspend',
		chords: ['ctrl-z'],
		modes: EVERYWHERE,
		group: 'Program',
		label: 'to the shell; fg comes back',
		action: () => ({type: 'suspend'}),
	},
	{
		id: 'redraw',
		chords: ['ctrl-l'],
		modes: EVERYWHERE,
		group: 'Program',
		label: 'draw the screen again',
		action: () => ({type: 'redraw'}),
	},
];

/** The binding of a key in a mode. */
const bindingFor = (mode: Mode, chord: string): Binding | undefined =>
	KEYMAP.find(binding => binding.modes.includes(mode) && binding.chords.includes(chord));

/**
What a key means now. A key that types goes to whatever is being typed; one that can't act says
why; one that means nothing says where to look.
*/
export const intentOf = (state: State, catalog: Catalog, chord: string): Action | Effect => {
	const mode = modeOf(state);
	const binding = bindingFor(mode, chord);
	if (binding !== undefined) {
		const refusal = binding.disabled?.(state, catalog);
		return refusal === undefined ? binding.action(state, catalog) : {type: 'say', status: refusal};
	}

	const text = chord === 'space' ? ' ' : chord;
	if (TYPING.includes(mode) && [...text].length === 1) {
		return {type: 'type', text};
	}

	return {type: 'say', status: `${chord} does nothing here; ? shows every key.`};
};

/** What pasted text means now: typing where something is being typed, and nothing elsewhere. */
export const intentOfPaste = (state: State, text: string): Action =>
	TYPING.includes(modeOf(state))
		? {type: 'type', text: text.replaceAll(/\s+/gu, ' ').trim()}
		: {type: 'say', status: 'Pasted text was ignored; press / or : first.'};
