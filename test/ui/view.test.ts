import fc from 'fast-check';
import {expect, test} from 'vitest';
import {unfinishedRows} from '../../source/state/rows.ts';
import type {State} from '../../source/state/state.ts';
import {createViews, type View} from '../../source/ui/view.ts';
import {aDisplay} from '../support/display.ts';
import {feud} from '../support/feud.ts';
import {largeDossier} from '../support/large-dossier.ts';
import {openStore} from '../support/store.ts';

const KEYS = [
	...['j', 'k', 'tab', '1', '2', '3', '4', '5', 'return', 'backspace', 'escape'],
	...['[', ']', 'z', 's', 'n', 'm', 'x', 'f', '?', '/', 'a', 'e', 'g', 'G'],
];

const SIZES = [
	{columns: 120, rows: 40},
	{columns: 80, rows: 24},
	{columns: 40, rows: 12},
];

/** With the facts of a profile made, which a view makes only when they are seen. */
const plain = ({detail, ...view}: View) => ({
	...view,
	detail: {
		...detail,
		profile: detail.profile && {
			...detail.profile,
			sections: detail.profile.sections.map(({heading, facts}) => ({heading, facts})),
		},
	},
});

test('whatever was on the screen before, a state is laid out as it would be by itself', () => {
	const display = aDisplay(feud);
	fc.assert(
		fc.property(
			fc.array(fc.record({key: fc.constantFrom(...KEYS), size: fc.constantFrom(...SIZES)}), {
				maxLength: 25,
			}),
			presses => {
				const store = openStore(feud);
				const {viewOf} = createViews(display);
				for (const {key, size} of presses) {
					store.keys(key);
					const state = {...store.state(), size};
					expect(plain(viewOf(state))).toEqual(plain(createViews(display).viewOf(state)));
				}
			},
		),
	);
});

test('what a key does not change is not laid out again', () => {
	const store = openStore(feud);
	const {viewOf} = createViews(aDisplay(feud));
	const laidOut = () => {
		const state: State = {...store.state(), size: {columns: 120, rows: 40}};
		return viewOf(state);
	};
	const before = laidOut();
	// Into the detail pane.
	store.keys('5');
	const after = laidOut();
	expect(store.state().pane).toBe('detail');
	expect(after).not.toBe(before);
	expect(after.lists.actors).toBe(before.lists.actors);
	expect(after.lists.timeline).toBe(before.lists.timeline);
	expect(after.front).toBe(before.front);
	expect(after.front).toBeDefined();
	expect(after.related).toBe(before.related);
	expect(after.timeline).toBe(before.timeline);
	expect(after.marked).toBe(before.marked);
});

test('a record is not said to be filtered out of a list that is looked through still', () => {
	const dossier = largeDossier({actors: 10, places: 10, quotes: 4000, events: 10});
	const display = aDisplay(dossier);
	const store = openStore(dossier, {beginning: {pane: 'quotes'}});
	const filters = {...store.state().filters, quotes: 'xyzzy'};
	const leftOutOf = (): string | undefined =>
		// A state of its own every time, as after every turn of the search.
		createViews(display).viewOf({...store.state(), filters}).detail.leftOutOf;
	expect(leftOutOf()).toBeUndefined();
	let work = unfinishedRows(display.catalog, {...store.state(), filters});
	expect(work).toBeDefined();
	for (; work !== undefined; work = unfinishedRows(display.catalog, {...store.state(), filters})) {
		work.go(10_000);
	}

	expect(leftOutOf()).toBe('quotes');
});
