import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {KEYMAP} from '../../source/state/keymap.ts';
import type {State, Whereabouts} from '../../source/state/state.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anEvent,
	aQuote,
	aRelation,
	aTension,
	aTown,
} from '../support/dossier.ts';
import {openStore} from '../support/store.ts';

const VERA = 'actor:vera-moss';

const dossier = aDossier([
	anActor(),
	anActor({id: 'actor:tom-reed'}),
	aTown(),
	aTown({id: 'place:westbay'}),
	aQuote({speaker: VERA, about: ['event:crane-falls', 'claim:ropes']}),
	aQuote({id: 'quote:second', speaker: 'actor:tom-reed', about: [VERA]}),
	anEvent({participants: [VERA, 'actor:tom-reed'], places: ['place:eastbay']}),
	aRelation({from: VERA, to: 'actor:tom-reed'}),
	aClaim({assertedBy: VERA, about: ['event:crane-falls']}),
	aTension({
		accounts: [
			{text: 'Cut.', records: ['claim:ropes']},
			{text: 'Worn.', records: ['quote:tide']},
		],
	}),
]);

/** Where a reader is, whatever lies over it. */
const whereabouts = ({
	pane,
	listPane,
	lists,
	record,
	detail,
	filters,
	facets,
	story,
}: State): Whereabouts => ({
	pane,
	listPane,
	lists,
	record,
	detail,
	filters,
	facets,
	story,
	overlay: undefined,
});

describe('opening', () => {
	test('shows a record in the detail pane, and the lists go along', () => {
		const store = openStore(dossier);
		store.dispatch({type: 'open', record: 'place:westbay'});
		expect(store.state()).toMatchObject({
			pane: 'detail',
			listPane: 'front',
			record: 'place:westbay',
			detail: {item: 0, top: 0},
			lists: {front: {selected: 'place:westbay'}, actors: {selected: VERA}},
		});
	});

	test('Enter on a fact that leads nowhere shows where it stands', () => {
		const store = openStore(dossier);
		store.keys('5', 'j', 'return');
		expect(store.state().overlay).toMatchObject({name: 'evidence'});
	});

	test('Enter on a fact from elsewhere says that it has no paragraph', () => {
		const far = aDossier([
			aTown({coordinates: {lat: 1, lon: 2, precision: 1, source: 'source:atlas'}}),
		]);
		const store = openStore(far);
		store.keys('return', 'j', 'j', 'return');
		expect(store.state()).toMatchObject({
			overlay: undefined,
			status: 'This is not from the report, so it has no paragraph.',
		});
	});

	test('a record that its own list leaves out is shown, and where it is missing is said', () => {
		const store = openStore(dossier);
		store.keys('2', '/', ...'westbay', 'return');
		store.dispatch({type: 'open', record: 'place:eastbay'});
		expect(store.state()).toMatchObject({
			record: 'place:eastbay',
			lists: {front: {selected: 'place:westbay'}},
			status: 'This is filtered out of Front line.',
		});
		store.dispatch({type: 'open', record: 'place:westbay'});
		expect(store.state().status).toBeUndefined();
		store.dispatch({type: 'open', record: 'claim:ropes'});
		expect(store.state().status).toBeUndefined();
	});

	test('a record that is not there says so and changes nothing else', () => {
		const store = openStore(dossier);
		const before = whereabouts(store.state());
		store.dispatch({type: 'open', record: 'actor:nobody'});
		expect(store.state().status).toBe('There is no actor:nobody in this dossier.');
		expect(whereabouts(store.state())).toEqual(before);
	});
});

describe('going back', () => {
	test('leads through every record that was opened, to the row where it began', () => {
		const store = openStore(dossier);
		const trail: Whereabouts[] = [];
		const open = (...keys: string[]): void => {
			store.keys(...keys);
			trail.push(whereabouts(store.state()));
			store.keys('return');
			expect(store.state().trail).toHaveLength(trail.length);
		};

		open('j');
		for (let depth = 0; depth < 8; depth++) {
			// To the first fact that leads on.
			open('G');
		}

		for (const place of trail.toReversed()) {
			store.keys('backspace');
			expect(whereabouts(store.state())).toEqual(place);
		}

		store.keys('backspace');
		expect(store.state().status).toBe('This is where you began.');
	});

	test('brings back what was filtered in the detail pane, and the fact that was chosen in it', () => {
		const store = openStore(dossier);
		store.keys('return', '/', ...'tide', 'return', 'j');
		const before = whereabouts(store.state());
		expect(before.filters.detail).toBe('tide');

		store.keys('return');
		expect(store.state()).toMatchObject({record: 'quote:tide', filters: {detail: ''}});
		store.keys('ctrl-o');
		expect(whereabouts(store.state())).toEqual(before);
	});

	test('after any keys at all, each record that was opened is left for where it was opened from', () => {
		const chords = [...new Set(KEYMAP.flatMap(binding => binding.chords)), 'v', 'e', 't', 'space'];
		const going = new Set(['backspace', 'ctrl-o']);
		fc.assert(
			fc.property(
				fc.array(
					fc.constantFrom(...chords.filter(chord => !going.has(chord)), 'return', 'return', 'j'),
					{
						maxLength: 60,
					},
				),
				keys => {
					const store = openStore(dossier);
					let trail: Whereabouts[] = [];
					for (const key of keys) {
						const before = store.state();
						store.keys(key);
						const {length} = store.state().trail;
						if (length > trail.length) {
							trail.push(whereabouts(before));
						} else if (length < trail.length) {
							trail = [];
						}
					}

					for (const place of trail.toReversed()) {
						store.dispatch({type: 'go-back'});
						expect(whereabouts(store.state())).toEqual(place);
					}
				},
			),
			{numRuns: 200},
		);
	});
});
