import type {Catalog} from '../../dossier/catalog.ts';
import type {Facet} from '../../dossier/facets.ts';
import type {Action} from '../actions.ts';
import {type Binding, TYPING} from '../binding.ts';
import {chosenFacet} from '../chosen.ts';
import {keyOf} from '../key-names.ts';
import type {State} from '../state.ts';

const nothingSought = ({filters, pane}: State): string | undefined =>
	filters[pane] === ''
		? `Nothing is being looked for; ${keyOf('find.filter')} filters.`
		: undefined;

const nothingChosen = ({facets}: State): string | undefined =>
	facets.length === 0 ? 'Nothing is chosen.' : undefined;

const toggled = (state: State, catalog: Catalog, isExcluded: boolean): Action => {
	const chosen: Facet | undefined = chosenFacet(state, catalog);
	return chosen === undefined
		? {type: 'say', status: 'Nothing goes by that name.'}
		: {type: 'toggle-facet', facet: {...chosen, isExcluded}};
};

/** Narrowing what the panes hold. */
export const FINDING: readonly Binding[] = [
	{
		id: 'find.filter',
		chords: ['/'],
		modes: ['panes', 'help', 'facets'],
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
		disabled: nothingSought,
		action: () => ({type: 'move', rows: 1}),
	},
	{
		id: 'find.previous',
		chords: ['N'],
		modes: ['panes'],
		group: 'Find',
		label: 'previous match',
		disabled: nothingSought,
		action: () => ({type: 'move', rows: -1}),
	},
	{
		id: 'find.facets',
		chords: ['f'],
		modes: ['panes', 'facets'],
		group: 'Find',
		label: 'facets: side, kind, place, day, by whom',
		hint: {label: 'facets', rank: 13, modes: ['panes']},
		action: ({overlay}) => ({type: overlay?.name === 'facets' ? 'close' : 'open-facets'}),
	},
	{
		id: 'facets.toggle',
		chords: ['return', 'space'],
		modes: ['facets'],
		group: 'Find',
		label: 'only this, in every pane; again: off',
		hint: {label: 'only this', rank: 3},
		action: (state, catalog) => toggled(state, catalog, false),
	},
	{
		id: 'facets.exclude',
		chords: ['!'],
		modes: ['facets'],
		group: 'Find',
		label: 'all but this; again: off',
		hint: {label: 'not this', rank: 5},
		action: (state, catalog) => toggled(state, catalog, true),
	},
	{
		id: 'facets.next',
		chords: ['tab'],
		modes: ['facets'],
		group: 'Find',
		label: 'the next list of values',
		action: () => ({type: 'move-facet-list', by: 1}),
	},
	{
		id: 'facets.previous',
		chords: ['shift-tab'],
		modes: ['facets'],
		group: 'Find',
		label: 'the list before',
		action: () => ({type: 'move-facet-list', by: -1}),
	},
	{
		id: 'facets.right',
		chords: ['right', 'l'],
		modes: ['facets'],
		group: 'Find',
		label: 'the column of values on the right',
		action: () => ({type: 'move-facet-column', by: 1}),
	},
	{
		id: 'facets.left',
		chords: ['left', 'h'],
		modes: ['facets'],
		group: 'Find',
		label: 'the column on the left',
		action: () => ({type: 'move-facet-column', by: -1}),
	},
	{
		id: 'facets.next-chosen',
		chords: ['n'],
		modes: ['facets'],
		group: 'Find',
		label: 'the next value that is chosen',
		hintWhile: {label: 'next chosen', rank: 6, holds: ({facets}) => facets.length > 0},
		disabled: nothingChosen,
		action: () => ({type: 'move-to-chosen-facet', by: 1}),
	},
	{
		id: 'facets.previous-chosen',
		chords: ['N'],
		modes: ['facets'],
		group: 'Find',
		label: 'the one before that is chosen',
		disabled: nothingChosen,
		action: () => ({type: 'move-to-chosen-facet', by: -1}),
	},
	{
		id: 'facets.drop',
		chords: ['backspace'],
		modes: ['facets'],
		group: 'Find',
		label: 'take back the last choice',
		disabled: nothingChosen,
		action: () => ({type: 'drop-facet'}),
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
];
