import type {Catalog} from '../../dossier/catalog.ts';
import type {Binding} from '../binding.ts';
import {keyOf} from '../key-names.ts';
import type {State} from '../state.ts';

const noPlaces = (_: State, {dossier}: Catalog): string | undefined =>
	dossier.places.some(({coordinates}) => coordinates !== undefined)
		? undefined
		: 'This dossier does not say where its places lie.';

/** In the panes the map can only be moved where it is drawn, which is in the list of the front. */
const noMap = (state: State, catalog: Catalog): string | undefined =>
	state.overlay?.name === 'map' || state.pane === 'front'
		? noPlaces(state, catalog)
		: `That is for the map; ${keyOf('map.open')} opens it.`;

const noStory = (_: State, {dossier}: Catalog): string | undefined =>
	dossier.story.length === 0 ? 'This dossier tells no story.' : undefined;

/** The day, the story and the map. */
export const WHERE_AND_WHEN: readonly Binding[] = [
	{
		id: 'day.back',
		chords: ['['],
		modes: ['panes', 'map'],
		group: 'Where and when',
		label: 'the as-of day, one back',
		hint: {label: 'day', rank: 7, keysOf: ['day.back', 'day.on']},
		action: () => ({type: 'step-day', by: -1}),
	},
	{
		id: 'day.on',
		chords: [']'],
		modes: ['panes', 'map'],
		group: 'Where and when',
		label: 'the as-of day, one on',
		action: () => ({type: 'step-day', by: 1}),
	},
	{
		id: 'story.open',
		chords: ['s'],
		modes: ['panes'],
		group: 'Where and when',
		label: 'the story: a tour, a step at a time',
		hint: {label: 'story', rank: 8},
		disabled: noStory,
		action: () => ({type: 'open-story'}),
	},
	{
		id: 'story.next',
		chords: ['return', 'space', 'right', 'n'],
		modes: ['story'],
		group: 'Where and when',
		label: 'the next step of the story',
		hint: {label: 'next', rank: 1},
		action: () => ({type: 'move-story', by: 1}),
	},
	{
		id: 'story.previous',
		chords: ['backspace', 'left', 'N'],
		modes: ['story'],
		group: 'Where and when',
		label: 'the step before',
		hint: {label: 'back', rank: 3},
		action: () => ({type: 'move-story', by: -1}),
	},
	{
		id: 'story.first',
		chords: ['g', 'home'],
		modes: ['story'],
		group: 'Where and when',
		label: 'the story from its beginning',
		hint: {label: 'from the start', rank: 5},
		action: () => ({type: 'move-story', by: Number.NEGATIVE_INFINITY}),
	},
	{
		id: 'story.last',
		chords: ['G', 'end'],
		modes: ['story'],
		group: 'Where and when',
		label: 'the end of the story',
		action: () => ({type: 'move-story', by: Number.POSITIVE_INFINITY}),
	},
	{
		id: 'map.open',
		chords: ['w'],
		modes: ['panes', 'story', 'map'],
		group: 'Where and when',
		label: 'where: the map over the whole screen',
		hint: {label: 'map', rank: 11, modes: ['panes']},
		disabled: noPlaces,
		action: ({overlay}) => ({type: overlay?.name === 'map' ? 'close' : 'open-map'}),
	},
	{
		id: 'map.pan-left',
		chords: ['left', 'h'],
		modes: ['map'],
		group: 'Where and when',
		label: 'move the map west',
		hint: {
			label: 'move',
			rank: 4,
			keysOf: ['map.pan-left', 'map.pan-down', 'map.pan-up', 'map.pan-right'],
		},
		action: () => ({type: 'pan-map', east: -0.25, north: 0}),
	},
	{
		id: 'map.pan-right',
		chords: ['right', 'l'],
		modes: ['map'],
		group: 'Where and when',
		label: 'move the map east',
		action: () => ({type: 'pan-map', east: 0.25, north: 0}),
	},
	{
		id: 'map.pan-up',
		chords: ['up', 'k'],
		modes: ['map'],
		group: 'Where and when',
		label: 'move the map north',
		action: () => ({type: 'pan-map', east: 0, north: 0.25}),
	},
	{
		id: 'map.pan-down',
		chords: ['down', 'j'],
		modes: ['map'],
		group: 'Where and when',
		label: 'move the map south',
		action: () => ({type: 'pan-map', east: 0, north: -0.25}),
	},
	{
		id: 'map.zoom-in',
		chords: ['+', '='],
		modes: ['map', 'panes'],
		group: 'Where and when',
		label: 'the map nearer',
		hint: {label: 'zoom', rank: 3, modes: ['map'], keysOf: ['map.zoom-in', 'map.zoom-out']},
		disabled: noMap,
		action: () => ({type: 'zoom-map', by: 1}),
	},
	{
		id: 'map.zoom-out',
		chords: ['-'],
		modes: ['map', 'panes'],
		group: 'Where and when',
		label: 'the map farther away',
		disabled: noMap,
		action: () => ({type: 'zoom-map', by: -1}),
	},
	{
		id: 'map.fit',
		chords: ['0'],
		modes: ['map', 'panes'],
		group: 'Where and when',
		label: 'the map fitted to its places',
		hint: {label: 'fit', rank: 5, modes: ['map']},
		disabled: noMap,
		action: () => ({type: 'fit-map'}),
	},
	{
		id: 'map.next-place',
		chords: ['tab', 'n'],
		modes: ['map'],
		group: 'Where and when',
		label: 'the next place on the map',
		hint: {label: 'next place', rank: 2.5},
		action: () => ({type: 'move-place', by: 1}),
	},
	{
		id: 'map.previous-place',
		chords: ['shift-tab', 'N'],
		modes: ['map'],
		group: 'Where and when',
		label: 'the place before',
		action: () => ({type: 'move-place', by: -1}),
	},
];
