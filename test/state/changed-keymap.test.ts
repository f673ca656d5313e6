import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {MODES} from '../../source/state/binding.ts';
import {changedKeymap} from '../../source/state/changed-keymap.ts';
import {chordNamed} from '../../source/state/chord.ts';
import {keyHints} from '../../source/state/key-hints.ts';
import {KEYMAP} from '../../source/state/keymap.ts';
import {aDossier, anActor, aTown} from '../support/dossier.ts';
import {encodeKey} from '../support/keys.ts';
import {openStore} from '../support/store.ts';

const chordsOf = (changes: Parameters<typeof changedKeymap>[1], id: string): readonly string[] =>
	changedKeymap(KEYMAP, changes).keymap.find(binding => binding.id === id)?.chords ?? [];

const faultsOf = (changes: Parameters<typeof changedKeymap>[1]): readonly string[] =>
	changedKeymap(KEYMAP, changes).faults.map(({id, message}) => `${id}: ${message}`);

const dossier = aDossier([
	anActor(),
	anActor({id: 'actor:tom-reed'}),
	aTown({coordinates: {lat: 1, lon: 2, precision: 1, source: 'source:atlas'}}),
]);

describe('a key that a reader has set', () => {
	const {keymap, faults} = changedKeymap(KEYMAP, {
		'map.open': ['W'],
		help: ['ctrl-g', 'f1'],
		'move.down': ['t', 'down'],
		quit: ['Q'],
	});

	test('takes the place of all that the action had', () => {
		expect(faults).toEqual([]);
		const store = openStore(dossier, {keymap});
		store.keys('w');
		expect(store.state().overlay).toBeUndefined();
		expect(store.state().status).toBe('w does nothing here; ctrl-g shows every key.');
		store.keys('W');
		expect(store.state().overlay?.name).toBe('map');
	});

	test('is the one that is named wherever the program names a key', () => {
		const store = openStore(dossier, {keymap});
		store.keys('esc');
		expect(store.state().status).toBe('Nothing is open; Q quits.');
		store.keys('+');
		expect(store.state().status).toBe('That is for the map; W opens it.');
		store.keys(':', ...'map: where');
		store.keys('return');
		expect(store.state().overlay?.name).toBe('map');
	});

	test('stands in the footer, also where another action is named with it', () => {
		const hints = keyHints('panes', 1000, () => 1, keymap);
		const chords = (label: string): readonly string[] | undefined =>
			hints.find(hint => hint.label === label)?.chords;
		expect(chords('map')).toEqual(['W']);
		expect(chords('help')).toEqual(['ctrl-g']);
		expect(chords('move')).toEqual(['up', 't']);
	});

	test('may be Enter’s part in the list of names', () => {
		const {keymap: going} = changedKeymap(KEYMAP, {'go-to.accept': ['ctrl-g']});
		const store = openStore(dossier, {keymap: going});
		store.keys(':', ...'quit', 'ctrl-g');
		expect(store.effects).toEqual([{type: 'quit'}]);
		expect(store.state().overlay).toBeUndefined();
	});

	test('may be written as the help writes it', () => {
		expect(chordsOf({help: ['Ctrl-G', 'F1']}, 'help')).toEqual(['ctrl-g', 'f1']);
		expect(chordsOf({'read.open': ['Enter', 'PgUp']}, 'read.open')).toEqual(['return']);
		expect(chordsOf({'read.open': ['Enter', 'é']}, 'read.open')).toEqual(['return', 'é']);
	});
});

describe('a change that cannot be made is left out and named', () => {
	test.each<[string, Parameters<typeof changedKeymap>[1], string]>([
		[
			'for a key that does something else there',
			{'map.open': ['e']},
			'map.open: e is the key of read.evidence in panes; that one needs another key first',
		],
		['for a key that is named twice', {'map.open': ['W', 'W']}, 'map.open: names W twice'],
		['for an id that nothing has', {'map.opne': ['W']}, 'map.opne: nothing goes by that id'],
		['for no key at all', {'map.open': []}, 'map.open: should name at least one key'],
		[
			'for a key that no terminal sends',
			{'map.open': ['ctrl-m']},
			'map.open: "ctrl-m" is no key; one is a character, or a name such as ctrl-d, up, return or f1',
		],
		[
			'for a character where something is typed',
			{'page.down': ['J']},
			'page.down: "J" is typed in filter, where this works too; it needs a key such as ctrl-d or up',
		],
		[
			'for the key that always leaves',
			{interrupt: ['Q']},
			'interrupt: its key stays ctrl-c, so that there is always a way out',
		],
	])('%s', (_, changes, fault) => {
		expect(faultsOf(changes)).toEqual([fault]);
		for (const id of Object.keys(changes)) {
			expect(chordsOf(changes, id)).toEqual(
				KEYMAP.find(binding => binding.id === id)?.chords ?? [],
			);
		}
	});

	test('while the others are made', () => {
		const changes = {'map.open': ['e'], 'story.open': ['S']};
		expect(chordsOf(changes, 'story.open')).toEqual(['S']);
		expect(faultsOf(changes)).toHaveLength(1);
	});

	test('with whatever was to have its key', () => {
		const changes = {'map.open': ['e'], 'read.evidence': ['ctrl-m'], 'story.open': ['w']};
		expect(faultsOf(changes)).toHaveLength(3);
		expect(chordsOf(changes, 'story.open')).toEqual(['s']);
	});
});

test('two actions can change keys with each other', () => {
	const changes = {'map.open': ['e'], 'read.evidence': ['w']};
	expect(faultsOf(changes)).toEqual([]);
	expect(chordsOf(changes, 'read.evidence')).toEqual(['w']);
});

test('one key may do two things in two modes', () => {
	expect(faultsOf({'map.next-place': ['s']})).toEqual([]);
});

const KEYS = ['e', 'w', 'W', 'ctrl-g', 'return', 'up', 'x', 'é', 'nonsense', 'esc', ' '];

test('whatever is set, no key has two meanings in a mode, every action has one, and a terminal can send it', () => {
	const names: Readonly<Record<string, string>> = {return: 'enter'};
	fc.assert(
		fc.property(
			fc.dictionary(
				fc.constantFrom('no.such', ...KEYMAP.map(({id}) => id)),
				fc.array(fc.constantFrom(...KEYS), {maxLength: 3}),
				{maxKeys: 8},
			),
			changes => {
				const {keymap, faults} = changedKeymap(KEYMAP, changes);
				for (const mode of MODES) {
					const chords = keymap
						.filter(({modes}) => modes.includes(mode))
						.flatMap(binding => binding.chords);
					expect(new Set(chords).size).toBe(chords.length);
				}

				for (const {id, chords} of keymap) {
					expect(chords.length).toBeGreaterThan(0);
					const isLeftOut = faults.some(fault => fault.id === id);
					const wanted = isLeftOut ? undefined : changes[id]?.map(key => chordNamed(key));
					expect(chords).toEqual(wanted ?? KEYMAP.find(known => known.id === id)?.chords);
					for (const chord of chords) {
						expect(() => encodeKey(names[chord] ?? chord)).not.toThrow();
					}
				}
			},
		),
	);
});
