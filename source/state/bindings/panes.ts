import type {Binding} from '../binding.ts';
import {PANE_TITLES, PANES} from '../panes.ts';

/** From pane to pane. */
export const PANE_KEYS: readonly Binding[] = [
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
		hint: {label: 'zoom', rank: 14},
		action: () => ({type: 'toggle-zoom'}),
	},
];
