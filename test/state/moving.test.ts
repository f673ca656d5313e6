import {describe, expect, test} from 'vitest';
import {aDossier, anActor, anEvent, aQuote} from '../support/dossier.ts';
import {openStore} from '../support/store.ts';

const NUMBERS = Array.from({length: 10}, (_, number) => number);

/** Ten actors, `actor:n0` to `actor:n9`. */
const ten = aDossier(NUMBERS.map(number => anActor({id: `actor:n${number}`})));

const selectedAfter = (...keys: string[]): string | undefined => {
	const store = openStore(ten);
	store.keys(...keys);
	return store.state().lists.actors.selected;
};

describe('in a list', () => {
	test.each([
		[[], 'actor:n0'],
		[['j'], 'actor:n1'],
		[['down', 'down', 'up'], 'actor:n1'],
		[['k'], 'actor:n0'],
		[['G'], 'actor:n9'],
		[['G', 'j'], 'actor:n9'],
		[['end', 'k'], 'actor:n8'],
		[['G', 'g'], 'actor:n0'],
		[['G', 'home'], 'actor:n0'],
	])('after %j the selection is on %s, and never wraps', (keys, selected) => {
		expect(selectedAfter(...keys)).toBe(selected);
	});

	test('a screenful keeps one row in sight, half of one is half', () => {
		const store = openStore(ten, {listRows: 5});
		store.keys('pagedown');
		expect(store.state().lists.actors.selected).toBe('actor:n4');
		store.keys('pagedown', 'pagedown', 'pagedown');
		expect(store.state().lists.actors.selected).toBe('actor:n9');
		store.keys('ctrl-u');
		expect(store.state().lists.actors.selected).toBe('actor:n7');
		store.keys('pageup', 'pageup', 'pageup');
		expect(store.state().lists.actors.selected).toBe('actor:n0');
		store.keys('ctrl-d');
		expect(store.state().lists.actors.selected).toBe('actor:n2');
	});

	test('a screen of one row still moves by screenfuls', () => {
		const store = openStore(ten, {listRows: 1});
		store.keys('pagedown', 'ctrl-d');
		expect(store.state().lists.actors.selected).toBe('actor:n2');
	});

	test('the selection stays in sight', () => {
		const store = openStore(ten, {listRows: 3});
		for (const key of ['j', 'j', 'j', 'G', 'k', 'k', 'k', 'g', 'pagedown', 'pagedown']) {
			store.keys(key);
			const {selected, top} = store.state().lists.actors;
			const row = Number(selected?.slice(-1));
			expect(row - top).toBeGreaterThanOrEqual(0);
			expect(row - top).toBeLessThan(3);
		}
	});

	test('the selection is the one that all panes share', () => {
		const store = openStore(ten);
		store.keys('j', 'j');
		expect(store.state().record).toBe('actor:n2');
	});

	test('with nothing in it a key changes nothing', () => {
		const store = openStore(aDossier([], {places: []}));
		store.keys('j', 'pagedown', 'G', 'k');
		expect(store.state().record).toBeUndefined();
		expect(store.state().lists.actors).toEqual({selected: undefined, top: 0});
	});
});

describe('in the detail pane', () => {
	const dossier = aDossier([anActor({aliases: ['V.', 'the harbour master']})]);

	test('the cursor goes from fact to fact and stops at either end', () => {
		const store = openStore(dossier);
		store.keys('5', 'k');
		expect(store.state().detail.item).toBe(0);
		store.keys('j', 'j');
		expect(store.state().detail.item).toBe(2);
		store.keys('G', 'j');
		const {item} = store.state().detail;
		expect(item).toBeGreaterThan(2);
		store.keys('j');
		expect(store.state().detail.item).toBe(item);
		store.keys('g');
		expect(store.state().detail).toEqual({item: 0, top: 0});
	});

	test('a fact taller than the pane is read to its end before the next', () => {
		const store = openStore(dossier, {detailRows: 4, itemLines: [1, 9, 1]});
		store.keys('5', 'j');
		expect(store.state().detail).toEqual({item: 1, top: 1});
		store.keys('j');
		expect(store.state().detail).toEqual({item: 1, top: 4});
		store.keys('j');
		expect(store.state().detail).toEqual({item: 1, top: 6});
		store.keys('j');
		expect(store.state().detail.item).toBe(2);
	});

	test('going up into a tall fact shows its end first', () => {
		const store = openStore(dossier, {detailRows: 4, itemLines: [1, 9, 1]});
		store.keys('5', 'G', 'k', 'k', 'k');
		expect(store.state().detail).toEqual({item: 1, top: 6});
		store.keys('k');
		expect(store.state().detail).toEqual({item: 1, top: 3});
	});

	test('a screenful goes by lines, and the cursor goes along', () => {
		const store = openStore(dossier, {detailRows: 3, itemLines: [2]});
		store.keys('5', 'pagedown');
		expect(store.state().detail).toEqual({item: 1, top: 2});
		store.keys('pagedown', 'pagedown', 'pagedown');
		const {item} = store.state().detail;
		expect(item).toBe(4);
		store.keys('pageup', 'pageup', 'pageup', 'pageup');
		expect(store.state().detail).toEqual({item: 0, top: 0});
	});
});

describe('in an overlay', () => {
	test('help scrolls from its first line to its last', () => {
		const store = openStore(ten, {overlayRows: 5, overlayLines: 12});
		store.keys('?', 'k');
		expect(store.state().overlay).toMatchObject({top: 0});
		store.keys('j', 'j');
		expect(store.state().overlay).toMatchObject({top: 2});
		store.keys('pagedown', 'pagedown');
		expect(store.state().overlay).toMatchObject({top: 7});
		store.keys('g');
		expect(store.state().overlay).toMatchObject({top: 0});
		store.keys('G', 'j');
		expect(store.state().overlay).toMatchObject({top: 7});
	});

	test('what lies under it stays where it is', () => {
		const store = openStore(ten);
		store.keys('j', '?', 'j', 'j', 'esc');
		expect(store.state().lists.actors.selected).toBe('actor:n1');
	});
});

test('two keys in one packet act on what the first of them left', () => {
	const store = openStore(
		aDossier([
			anActor(),
			aQuote({speaker: 'actor:vera-moss'}),
			anEvent(),
			anEvent({id: 'event:late'}),
		]),
	);
	store.keys('4', 'j', 'return');
	expect(store.state()).toMatchObject({pane: 'detail', record: 'event:late'});
});
