import {describe, expect, test} from 'vitest';
import type {Overlay} from '../../source/state/state.ts';
import {feud} from '../support/feud.ts';
import {type OpenStore, openStore} from '../support/store.ts';

/** What lies over the panes, the topmost first. */
const stack = (store: OpenStore): readonly string[] => {
	const names: string[] = [];
	for (
		let overlay: Overlay | undefined = store.state().overlay;
		overlay !== undefined;
		overlay = overlay.over
	) {
		names.push(overlay.name);
	}

	return names;
};

describe('what lies over something else', () => {
	test('closes to it, one after the other', () => {
		const store = openStore(feud);
		store.keys('e', 'c', 'return', 'e', '?');
		const seen = [stack(store)];
		while (stack(store).length > 0) {
			store.keys('esc');
			seen.push(stack(store));
		}

		const all = ['help', 'evidence', 'paragraph', 'coverage', 'evidence'];
		expect(seen).toEqual(all.map((_, at) => all.slice(at)).concat([[]]));
		expect(store.state()).toMatchObject({pane: 'actors', record: 'actor:vera-moss'});
	});

	test('closes to the very place that it was opened from', () => {
		const store = openStore(feud);
		store.keys('c', 'j', 'return', 'j', 'e', 'esc');
		expect(store.state().overlay).toMatchObject({name: 'paragraph', paragraph: 2, chosen: 1});
		store.keys('esc');
		expect(store.state().overlay).toMatchObject({name: 'coverage', chosen: 1});
	});

	test('closes what is searched for in it first', () => {
		const store = openStore(feud);
		store.keys('f', '/', ...'side', 'return', 'esc');
		expect(store.state().overlay).toMatchObject({name: 'facets', query: ''});
		store.keys('esc');
		expect(store.state().overlay).toBeUndefined();
	});
});

describe('a record that was opened from', () => {
	test.each([
		['the accounts', ['x', 'j', 'return'], {name: 'tensions', chosen: 1}],
		['a paragraph', ['c', 'return', 'j', 'return'], {name: 'paragraph', paragraph: 1, chosen: 1}],
		['the coverage', ['c', 'G', 'return'], {name: 'coverage'}],
		['the marks', ['m', 'return', "'", 'return'], {name: 'marks', chosen: 0}],
		['the map', ['w', 'n', 'return'], {name: 'map'}],
	])('%s is left by Backspace to where it stood there', (_, keys, overlay) => {
		const store = openStore(feud);
		store.keys(...keys);
		expect(store.state()).toMatchObject({overlay: undefined, pane: 'detail'});
		store.keys('backspace');
		expect(store.state()).toMatchObject({overlay, pane: 'actors'});
	});

	test('a list over another list comes back with what it lay over', () => {
		const store = openStore(feud);
		store.keys('c', 'return', 'return', 'backspace');
		expect(stack(store)).toEqual(['paragraph', 'coverage']);
	});

	test('the list of names comes back to the panes', () => {
		const store = openStore(feud);
		store.keys(':', ...'westbay', 'return', 'backspace');
		expect(store.state()).toMatchObject({overlay: undefined, record: 'actor:vera-moss'});
	});
});

/** What Esc can close, the topmost first. */
const open = (store: OpenStore): readonly string[] => {
	const {noting, overlay, story, filters, facets, isZoomed, pane} = store.state();
	return [
		...(noting === undefined ? [] : ['note']),
		...(overlay === undefined ? [] : [overlay.name]),
		...(story.isOpen ? ['story'] : []),
		...(filters[pane] === '' ? [] : ['filter']),
		...(isZoomed ? ['zoom'] : []),
		...(pane === 'detail' ? ['detail'] : []),
		...facets.map(({value}) => value).toReversed(),
	];
};

describe('Esc closes one thing at a time:', () => {
	test.each([
		[
			'note, filter, zoom, detail, facets from the last to the first',
			['f', 'return', 'j', 'return', 'esc', '5', '/', 'e', 'return', 'z', 'm'],
			['note', 'filter', 'zoom', 'detail', 'opposition', 'government'],
		],
		[
			'note, evidence, story, detail, facets',
			['f', 'return', 'esc', 's', 'e', 'm'],
			['note', 'evidence', 'story', 'detail', 'government'],
		],
	])('%s', (_, keys, layers) => {
		const store = openStore(feud);
		store.keys(...keys);
		for (let at = 0; at < layers.length; at++) {
			expect(open(store)).toEqual(layers.slice(at));
			store.keys('esc');
		}

		expect(open(store)).toEqual([]);
		expect(store.state().pane).not.toBe('detail');
		store.keys('esc');
		expect(store.state().status).toBe('Nothing is open; q quits.');
		expect(store.effects).toEqual([]);
	});
});
