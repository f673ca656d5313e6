import {describe, expect, test} from 'vitest';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {chosenFacet, facetChoices} from '../../source/state/chosen.ts';
import {LIST_PANES, type ListPane} from '../../source/state/panes.ts';
import {rowsOf} from '../../source/state/rows.ts';
import {aDossier, anActor, anEvent, aQuote, aTown, held, onSide} from '../support/dossier.ts';
import {feud} from '../support/feud.ts';
import {type OpenStore, openStore} from '../support/store.ts';

const VERA = 'actor:vera-moss';
const TOM = 'actor:tom-reed';
const IDA = 'actor:ida-finch';

/** Tom changes sides on the second day, and Eastbay with him. */
const dossier = aDossier([
	anActor({id: VERA, sides: [onSide('government')]}),
	anActor({
		id: TOM,
		sides: [
			onSide('government', {until: '2020-05-01'}),
			onSide('opposition', {from: '2020-05-02'}),
		],
	}),
	anActor({id: IDA, kind: 'group', sides: [onSide('civilian')]}),
	aTown({control: [held('2020-05-01', 'government'), held('2020-05-02', 'opposition')]}),
	aTown({id: 'place:westbay', control: [held('2020-05-01', 'government')]}),
	aQuote({speaker: VERA, place: 'place:eastbay'}),
	aQuote({id: 'quote:other', speaker: TOM, place: 'place:westbay'}),
	anEvent({participants: [IDA], places: ['place:westbay']}),
]);
const catalog = catalogOf(dossier);

const choices = (store: OpenStore, query = '') => facetChoices(store.state(), query, catalog);

/** Puts the cursor of the open list of facets on a value. */
const point = (store: OpenStore, value: string): void => {
	const at = choices(store).findIndex(choice => choice.value === value);
	expect(at).not.toBe(-1);
	store.keys('g', ...Array.from({length: at}, () => 'j'));
};

/** Wants these values, one after the other, and comes back to the panes. */
const want = (store: OpenStore, ...values: readonly string[]): void => {
	store.keys('f');
	for (const value of values) {
		point(store, value);
		store.keys('return');
	}

	store.keys('esc');
};

const rows = (store: OpenStore, pane: ListPane): readonly string[] =>
	rowsOf(catalog, pane, store.state()).ids;

describe('what is narrowed', () => {
	test('is narrowed in every list at once', () => {
		const store = openStore(dossier);
		want(store, 'government');
		expect(LIST_PANES.map(pane => rows(store, pane))).toEqual([
			[VERA],
			['place:westbay'],
			['quote:tide'],
			[],
		]);
	});

	test('shows what has any of the values that are wanted in one dimension', () => {
		const store = openStore(dossier);
		want(store, 'government', 'civilian');
		expect(rows(store, 'actors')).toEqual([VERA, IDA]);
		expect(rows(store, 'timeline')).toEqual(['event:crane-falls']);
	});

	test('shows only what passes every dimension', () => {
		const store = openStore(dossier);
		want(store, 'government', 'civilian', 'place:westbay');
		expect(rows(store, 'actors')).toEqual([IDA]);
		expect(rows(store, 'front')).toEqual(['place:westbay']);
		expect(rows(store, 'quotes')).toEqual([]);
	});

	test('follows the as-of day', () => {
		const store = openStore(dossier);
		want(store, 'opposition');
		expect(rows(store, 'actors')).toEqual([TOM]);
		expect(rows(store, 'front')).toEqual(['place:eastbay']);
		store.keys('[');
		expect(rows(store, 'actors')).toEqual([]);
		expect(rows(store, 'front')).toEqual([]);
		store.keys(']');
		expect(rows(store, 'actors')).toEqual([TOM]);
	});

	test('is narrowed by the filter of a pane besides', () => {
		const store = openStore(dossier);
		want(store, 'government', 'civilian');
		store.keys('/', ...'ida', 'return');
		expect(rows(store, 'actors')).toEqual([IDA]);
	});
});

describe('the list of facets', () => {
	test('takes a value on, and off again', () => {
		const store = openStore(dossier);
		store.keys('f');
		point(store, 'civilian');
		store.keys('return');
		expect(store.state().facets).toEqual([{facet: 'side', value: 'civilian', isExcluded: false}]);
		store.keys('space');
		expect(store.state().facets).toEqual([]);
	});

	test('leaves a value out with !, and changes between out and wanted', () => {
		const store = openStore(dossier);
		store.keys('f');
		point(store, 'civilian');
		store.keys('!');
		expect(store.state().facets).toEqual([{facet: 'side', value: 'civilian', isExcluded: true}]);
		expect(rows(store, 'actors')).toEqual([VERA, TOM]);
		store.keys('return');
		expect(store.state().facets).toEqual([{facet: 'side', value: 'civilian', isExcluded: false}]);
		store.keys('!', '!');
		expect(store.state().facets).toEqual([]);
	});

	test('takes back with Backspace what was chosen last, and then says that nothing is', () => {
		const store = openStore(dossier);
		want(store, 'government', 'place:westbay');
		store.keys('f', 'backspace');
		expect(store.state().facets.map(({value}) => value)).toEqual(['government']);
		store.keys('backspace', 'backspace');
		expect(store.state()).toMatchObject({
			facets: [],
			overlay: {name: 'facets'},
			status: 'Nothing is chosen.',
		});
	});

	test('can be searched, by a value or by what it is a value of', () => {
		const store = openStore(dossier);
		store.keys('f', '/', ...'westb');
		expect(choices(store, 'westb').map(({value}) => value)).toEqual(['place:westbay']);
		store.keys('return', 'return');
		expect(store.state()).toMatchObject({
			overlay: {name: 'facets', query: 'westb'},
			facets: [{facet: 'place', value: 'place:westbay'}],
		});
		expect(choices(store, 'day').every(({facet}) => facet === 'day')).toBe(true);
	});

	test.each([
		['attribution', 'attribution'],
		['whose word', 'attribution'],
		['side', 'side'],
	])('can be searched by the name of a list: %s', (query, name) => {
		const found = choices(openStore(dossier), query);
		expect(found.length).toBeGreaterThan(0);
		expect(found.every(({facet}) => facet === name)).toBe(true);
	});

	test('keeps its place when a search is begun and nothing is typed', () => {
		const store = openStore(dossier);
		store.keys('f', 'j', 'j', '/', 'return');
		expect(store.state().overlay).toMatchObject({chosen: 2});
	});

	test('goes with n and N to what is chosen, as far as there is something', () => {
		const store = openStore(dossier);
		store.keys('f', 'n');
		expect(store.state().status).toBe('Nothing is chosen.');
		point(store, 'opposition');
		store.keys('return');
		point(store, 'place:westbay');
		store.keys('!', 'g', 'n');
		expect(chosenFacet(store.state(), catalog)?.value).toBe('opposition');
		store.keys('n');
		expect(chosenFacet(store.state(), catalog)?.value).toBe('place:westbay');
		store.keys('n');
		expect(store.state().status).toBe('No chosen value stands after this one.');
		store.keys('N');
		expect(chosenFacet(store.state(), catalog)?.value).toBe('opposition');
		store.keys('N');
		expect(store.state().status).toBe('No chosen value stands before this one.');
		store.keys('return');
		expect(store.state().facets.map(({value}) => value)).toEqual(['place:westbay']);
	});

	test('holds what is chosen on a day too on which nothing has it', () => {
		const store = openStore(dossier);
		want(store, 'opposition');
		store.keys('[', 'f');
		expect(choices(store)).toContainEqual({facet: 'side', value: 'opposition', count: 0});
		point(store, 'opposition');
		store.keys('return');
		expect(store.state().facets).toEqual([]);
	});

	test('is gone through list by list with Tab, and stops with a word at either end', () => {
		const store = openStore(dossier);
		store.keys('f', 'shift-tab');
		expect(store.state().status).toBe('That is the first list.');
		const facetsSeen = () => {
			const {overlay} = store.state();
			return overlay?.name === 'facets' ? choices(store)[overlay.chosen]?.facet : undefined;
		};

		const seen = [facetsSeen()];
		for (let press = 0; press < 4; press++) {
			store.keys('j', 'tab');
			seen.push(facetsSeen());
		}

		expect(seen).toEqual(['side', 'attribution', 'day', 'kind', 'place']);
		store.keys('tab');
		expect(store.state().status).toBe('That is the last list.');
	});

	test('says so when nothing goes by what was typed', () => {
		const store = openStore(dossier);
		store.keys('f', '/', ...'zzz', 'return', 'return');
		expect(store.state()).toMatchObject({facets: [], status: 'Nothing goes by that name.'});
	});

	test('counts what each value would leave, the other dimensions as they stand', () => {
		const store = openStore(dossier);
		const countOf = (value: string): number | undefined =>
			choices(store).find(choice => choice.value === value)?.count;
		expect(countOf('government')).toBe(3);
		want(store, 'place:westbay');
		expect(countOf('government')).toBe(1);
		// What is wanted in the same dimension does not count: the town, the quote there and who said it.
		expect(countOf('place:eastbay')).toBe(3);
	});

	test.each(['f', 'esc', 'q'])('%s closes it and keeps what was chosen', key => {
		const store = openStore(dossier);
		store.keys('f', 'return', key);
		expect(store.state()).toMatchObject({overlay: undefined, pane: 'actors'});
		expect(store.state().facets).toHaveLength(1);
	});
});

describe('the selection', () => {
	test('stays where it is still shown', () => {
		const store = openStore(dossier);
		store.keys('j', 'j');
		want(store, 'civilian', 'government');
		expect(rows(store, 'actors')).toEqual([VERA, IDA]);
		expect(store.state()).toMatchObject({record: IDA, lists: {actors: {selected: IDA}}});
	});

	test('goes to the first row where it is hidden', () => {
		const store = openStore(dossier);
		store.keys('j', 'j');
		want(store, 'government');
		expect(store.state()).toMatchObject({record: VERA, lists: {actors: {selected: VERA}}});
	});

	test('is none where no row is left, and the first key of it says so', () => {
		const store = openStore(dossier);
		store.keys('4');
		want(store, 'government');
		expect(store.state().record).toBeUndefined();
		store.keys('return');
		expect(store.state().status).toBe('Nothing is selected.');
	});

	test('comes back with the row once it is shown again', () => {
		const store = openStore(dossier);
		store.keys('4');
		want(store, 'government');
		store.keys('esc');
		expect(store.state()).toMatchObject({facets: [], record: 'event:crane-falls'});
	});
});

test('a list whose selected row is hidden shows its first row as the selected one when it is gone to', () => {
	const store = openStore(dossier);
	store.keys('2', '1');
	expect(store.state().lists.front.selected).toBe('place:eastbay');
	want(store, 'government');
	store.keys('2');
	expect(store.state()).toMatchObject({
		record: 'place:westbay',
		lists: {front: {selected: 'place:westbay'}},
	});
});

test('what was opened under other facets comes back with them', () => {
	const store = openStore(dossier);
	want(store, 'government');
	store.keys('return');
	store.keys('f', 'backspace', 'esc', 'backspace');
	expect(store.state()).toMatchObject({pane: 'actors', facets: [{value: 'government'}]});
});

describe('what is selected outlives the facets', () => {
	test('a place chosen on the map, when the day is stepped', () => {
		const store = openStore(feud);
		store.keys('f', 'return', 'f', 'w', 'n', '[');
		expect(store.state().record).toBe('place:westbay');
	});

	test('the cursor in the detail, when a facet is chosen', () => {
		const store = openStore(feud);
		store.keys('5', 'j', 'j', 'f', 'return', 'f');
		expect(store.state().detail.item).toBe(2);
	});

	test('a record that was begun at, in another pane than its own', () => {
		const store = openStore(feud, {beginning: {pane: 'quotes', record: 'place:westbay'}});
		store.keys('f', 'return', 'f');
		expect(store.state().record).toBe('place:westbay');
	});
});
