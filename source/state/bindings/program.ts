import {type Binding, LISTS, MODES, PAGES, POINTING} from '../binding.ts';
import {isNarrowingNext} from '../closing.ts';
import {keyOf} from '../key-names.ts';

/** The program itself. */
export const PROGRAM: readonly Binding[] = [
	{
		id: 'close',
		chords: ['esc'],
		modes: MODES,
		group: 'Program',
		label: 'close or clear, never quit',
		hint: {label: 'close', rank: 2, modes: MODES.filter(mode => mode !== 'panes')},
		hintWhile: {label: 'clear', rank: 2, modes: ['panes'], holds: isNarrowingNext},
		action: () => ({type: 'close'}),
	},
	{
		id: 'help',
		chords: ['?', 'f1'],
		modes: [...new Set([...POINTING, ...LISTS, 'about', 'copy'] as const)],
		group: 'Program',
		label: `every key; ${keyOf('find.filter')} searches it`,
		hint: {label: 'help', rank: 1},
		action: () => ({type: 'open-help'}),
	},
	{
		id: 'quit',
		chords: ['q'],
		modes: ['panes', 'story', 'map', ...PAGES, ...LISTS],
		group: 'Program',
		label: 'back, then quit',
		hint: {label: 'quit', rank: 2, modes: ['panes']},
		action: ({overlay, pane, story}) =>
			overlay === undefined && !story.isOpen && pane !== 'detail'
				? {type: 'quit'}
				: {type: 'close'},
	},
	{
		id: 'interrupt',
		chords: ['ctrl-c'],
		modes: MODES,
		group: 'Program',
		label: 'quit at once',
		action: () => ({type: 'interrupt'}),
	},
	{
		id: 'suspend',
		chords: ['ctrl-z'],
		modes: MODES,
		group: 'Program',
		label: 'to the shell; fg comes back',
		action: () => ({type: 'suspend'}),
	},
	{
		id: 'redraw',
		chords: ['ctrl-l'],
		modes: MODES,
		group: 'Program',
		label: 'draw the screen again',
		action: () => ({type: 'redraw'}),
	},
];
