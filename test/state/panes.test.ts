import {describe, expect, test} from 'vitest';
import {LIST_PANES, PANES} from '../../source/state/panes.ts';
import {aDossier, anActor, anEvent, aQuote, aTown} from '../support/dossier.ts';
import {openStore} from '../support/store.ts';

const dossier = aDossier([
	anActor(),
	anActor({id: 'actor:tom-reed'}),
	aTown(),
	aQuote(),
	anEvent(),
]);

describe('focus', () => {
	test('goes round the panes in order, both ways', () => {
		const store = openStore(dossier);
		const seen = [0, 1, 2, 3, 4].map(() => {
			store.keys('tab');
			return store.state().pane;
		});
		expect(seen).toEqual(['front', 'quotes', 'timeline', 'detail', 'actors']);
		store.keys('shift-tab');
		expect(store.state().pane).toBe('detail');
		store.keys('h', 'left', 'l', 'right');
		expect(store.state().pane).toBe('detail');
	});

	test('goes to a pane by its number', () => {
		const store = openStore(dossier);
		for (const [at, pane] of PANES.entries()) {
			store.keys(String(at + 1));
			expect(store.state().pane).toBe(pane);
		}
	});

	test('on a list makes its row the selection, and comes back to the row that was left', () => {
		const store = openStore(dossier);
		store.keys('j', '3');
		expect(store.state().record).toBe('quote:tide');
		store.keys('1');
		expect(store.state().record).toBe('actor:tom-reed');
	});

	test('on an empty list leaves the selection as it is', () => {
		const store = openStore(aDossier([anActor()]));
		store.keys('4');
		expect(store.state()).toMatchObject({pane: 'timeline', record: 'actor:vera-moss'});
	});
});

test('z zooms the focused pane and back', () => {
	const store = openStore(dossier);
	store.keys('z');
	expect(store.state().isZoomed).toBe(true);
	store.keys('tab', 'z');
	expect(store.state()).toMatchObject({isZoomed: false, pane: 'front'});
});

describe('a reader begins', () => {
	test('on the last day, at the first row of the first list that holds anything', () => {
		expect(openStore(dossier).state()).toMatchObject({
			pane: 'actors',
			record: 'actor:vera-moss',
			asOf: '2020-05-02',
		});
		expect(openStore(aDossier([anEvent()], {places: []})).state()).toMatchObject({
			pane: 'timeline',
			record: 'event:crane-falls',
		});
	});

	test('in the timeline at the first event of its days, what came before standing above', () => {
		const store = openStore(
			aDossier([
				anEvent({id: 'event:a', when: '1969'}),
				anEvent({id: 'event:b', when: '198X'}),
				anEvent({id: 'event:c', when: '2020-05-01'}),
				anEvent({id: 'event:d', when: '2020-05-02'}),
			]),
		);
		expect(store.state().lists.timeline).toEqual({selected: 'event:c', top: 2});
	});

	test('with nothing selected in a dossier that holds nothing', () => {
		expect(openStore(aDossier([], {places: []})).state()).toMatchObject({
			pane: 'actors',
			record: undefined,
		});
	});

	test('in the pane they asked for', () => {
		const store = openStore(dossier, {beginning: {pane: 'quotes'}});
		expect(store.state()).toMatchObject({pane: 'quotes', listPane: 'quotes', record: 'quote:tide'});
	});

	test('at the record they asked for, in its pane', () => {
		const store = openStore(dossier, {beginning: {record: 'actor:tom-reed'}});
		expect(store.state()).toMatchObject({
			pane: 'actors',
			record: 'actor:tom-reed',
			lists: {actors: {selected: 'actor:tom-reed'}},
		});
	});

	test('with both, in that pane, which is on the screen, and with that record in the detail', () => {
		for (const pane of LIST_PANES) {
			const store = openStore(dossier, {beginning: {pane, record: 'place:eastbay'}});
			expect(store.state()).toMatchObject({pane, listPane: pane, record: 'place:eastbay'});
		}
	});
});
