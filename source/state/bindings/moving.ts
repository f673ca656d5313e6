import {type Binding, LISTS, type Mode, PAGES} from '../binding.ts';

const SCROLLED: readonly Mode[] = ['panes', 'story', ...PAGES, ...LISTS];
const ENDED: readonly Mode[] = ['panes', ...PAGES, ...LISTS];
const CHOOSING: readonly Mode[] = [...SCROLLED, 'go-to', 'filter'];

/** Up and down whatever is focused. */
export const MOVING: readonly Binding[] = [
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
		hint: {
			label: 'move',
			rank: 4,
			modes: ['panes', ...PAGES, ...LISTS],
			keysOf: ['move.up', 'move.down'],
		},
		action: () => ({type: 'move', rows: 1}),
	},
	{
		id: 'choose.up',
		chords: ['up', 'ctrl-p'],
		modes: ['filter', 'go-to'],
		group: 'Move',
		label: 'one up while typing',
		action: () => ({type: 'move', rows: -1}),
	},
	{
		id: 'choose.down',
		chords: ['down', 'ctrl-n'],
		modes: ['filter', 'go-to'],
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
		modes: ENDED,
		group: 'Move',
		label: 'to the first',
		action: () => ({type: 'move-to-end', end: 'first'}),
	},
	{
		id: 'move.last',
		chords: ['G', 'end'],
		modes: ENDED,
		group: 'Move',
		label: 'to the last',
		action: () => ({type: 'move-to-end', end: 'last'}),
	},
];
