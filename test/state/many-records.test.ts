import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Catalog, catalogOf} from '../../source/dossier/catalog.ts';
import {createFacetReader} from '../../source/dossier/facet-values.ts';
import {type Facet, passesFacets} from '../../source/dossier/facets.ts';
import {matchesFilter, parseFilter} from '../../source/dossier/filter.ts';
import type {RecordId} from '../../source/dossier/schema.ts';
import {searchText} from '../../source/dossier/search-text.ts';
import {initialState} from '../../source/state/initial-state.ts';
import {goingIn, KEYMAP} from '../../source/state/keymap.ts';
import {rowsOf} from '../../source/state/rows.ts';
import type {State} from '../../source/state/state.ts';
import {createStore, type Store} from '../../source/state/store.ts';
import {unfinished, workAhead} from '../../source/state/unfinished.ts';
import type {Viewport} from '../../source/state/viewport.ts';
import {largeDossier} from '../support/large-dossier.ts';

const dossier = largeDossier({actors: 300, places: 100, quotes: 4000, events: 3000});

const room: Viewport = {
	lists: {actors: 5, front: 5, quotes: 5, timeline: 5},
	detail: {rows: 5, lineCount: 5, items: []},
	overlay: {rows: 5, lineCount: 5, top: 0, items: []},
	story: {rows: 5, lineCount: 5},
	map: undefined,
};

/** A reader whose long lists are looked through only when `finish` is called. */
const openMany = (
	catalog = catalogOf(dossier),
): {
	readonly store: Store;
	readonly catalog: Catalog;
	readonly press: (...chords: string[]) => void;
	readonly isFinished: () => boolean;
	/** A turn of the work that the state waits for. */
	readonly turn: () => void;
	readonly finish: () => void;
} => {
	const surroundings = {catalog, keymap: KEYMAP, measure: () => room};
	const store = createStore(
		initialState(surroundings, {columns: 120, rows: 40}, {pane: 'quotes'}),
		surroundings,
		() => {},
	);
	const turn = (): void => {
		unfinished(catalog, KEYMAP, store.state())?.go(2000);
		store.dispatch({type: 'take-found'});
	};

	const isFinished = (): boolean => unfinished(catalog, KEYMAP, store.state()) === undefined;
	return {
		store,
		catalog,
		press(...chords) {
			for (const chord of chords) {
				store.press(chord);
			}
		},
		isFinished,
		turn,
		finish() {
			while (!isFinished()) {
				turn();
			}
		},
	};
};

const quotesShown = (catalog: Catalog, state: State): readonly RecordId[] =>
	rowsOf(catalog, 'quotes', state).ids;

/** By the rule itself, one record after the other. */
const quotesMatching = (catalog: Catalog, filter: string): readonly RecordId[] =>
	catalog.dossier.quotes
		.filter(quote => matchesFilter(parseFilter(filter), searchText(catalog, quote)))
		.map(({id}) => id);

describe('a filter over a long list', () => {
	test('is looked through in turns, the first of what it finds before the last', () => {
		const {store, catalog, press, isFinished, turn, finish} = openMany();
		press('/');
		store.paste('bridge');
		expect(isFinished()).toBe(false);
		turn();
		const {ids: some, isWhole} = rowsOf(catalog, 'quotes', store.state());
		const all = quotesMatching(catalog, 'bridge');
		expect(isWhole).toBe(false);
		expect(some.length).toBeGreaterThan(0);
		expect(some).toEqual(all.slice(0, some.length));
		finish();
		expect(rowsOf(catalog, 'quotes', store.state()).isWhole).toBe(true);
		expect(quotesShown(catalog, store.state())).toEqual(all);
	});

	test('selects the first of what it finds, wherever in the list that is', () => {
		const {store, catalog, press, finish} = openMany();
		const last = catalog.dossier.quotes.findLast(({text}) => text.includes('tanker'));
		const word = (last?.text ?? '').split(' ').slice(0, 3).join(' ').toLowerCase();
		press('/', ...Array.from(word, letter => (letter === ' ' ? 'space' : letter)));
		finish();
		const [first] = quotesMatching(catalog, word);
		expect(store.state().record).toBe(first);
	});

	test('that finds nothing says so only when all has been looked through', () => {
		const {store, catalog, press, finish, isFinished} = openMany();
		const {record} = store.state();
		press('/');
		store.paste('xyzzy');
		expect(isFinished()).toBe(false);
		expect(store.state().record).toBe(record);
		finish();
		expect(quotesShown(catalog, store.state())).toEqual([]);
		expect(store.state().record).toBeUndefined();
	});

	test('selects in a list that is gone back to what it selected, until all has been looked through', () => {
		const {store, press, finish} = openMany();
		press('G');
		const {record} = store.state();
		press('/', 'e', 'return', '1', '3');
		expect(store.state()).toMatchObject({pane: 'quotes', record});
		press('/', ...'xyzzy', 'return', '1', '3');
		finish();
		press('1');
		const {record: actor} = store.state();
		press('3');
		expect(store.state()).toMatchObject({pane: 'quotes', record: actor});
	});

	test('says of a record that it leaves it out only when all has been looked through', () => {
		const {store, catalog, press, finish} = openMany();
		const last = catalog.dossier.quotes.at(-1)?.id ?? 'quote:none';
		press('/', ...'xyzzy', 'return');
		store.dispatch({type: 'open', record: last});
		expect(store.state()).toMatchObject({record: last, status: undefined});
		finish();
		store.dispatch({type: 'open', record: last});
		expect(store.state().status).toBe('This is filtered out of Quotes.');
	});

	test('that is changed meanwhile comes to what was typed last', () => {
		const {store, catalog, press, turn, finish} = openMany();
		press('/', ...'bridge');
		turn();
		press('backspace', 'backspace', 'backspace', 'backspace', 'backspace', 'e', 'l', 'l');
		finish();
		expect(store.state().filters.quotes).toBe('bell');
		expect(quotesShown(catalog, store.state())).toEqual(quotesMatching(catalog, 'bell'));
	});

	test('finds the same as the rule does, whatever is typed and however far it was looked through', () => {
		const {store, catalog, press, turn, finish} = openMany();
		const words = fc.constantFrom(
			'the',
			'The',
			'!the',
			'bridge',
			'BRI',
			'é',
			'josé',
			'Jose',
			'“',
			'!“the',
			'Ł',
			'أحمد',
			'—',
			'!',
			'said',
			'12',
			"'",
		);
		press('/');
		fc.assert(
			fc.property(fc.array(words, {maxLength: 3}), fc.nat(3), (typed, turns) => {
				const text = typed.join(' ');
				press('ctrl-u', ...Array.from(text, letter => (letter === ' ' ? 'space' : letter)));
				for (let at = 0; at < turns; at++) {
					turn();
				}

				finish();
				expect(quotesShown(catalog, store.state())).toEqual(quotesMatching(catalog, text));
			}),
			{numRuns: 40},
		);
	});

	test('needs no turns once its texts have been made ahead', () => {
		const {store, catalog, press, isFinished} = openMany();
		for (let work = workAhead(catalog); work !== undefined; work = workAhead(catalog)) {
			work.go(2000);
		}

		press('/', ...'bridge');
		expect(isFinished()).toBe(true);
		expect(quotesShown(catalog, store.state())).toEqual(quotesMatching(catalog, 'bridge'));
	});

	test('and facets together hold what passes both', () => {
		const {store, catalog, press, finish} = openMany();
		const facet: Facet = {facet: 'side', value: 'opposition', isExcluded: false};
		store.dispatch({type: 'toggle-facet', facet});
		press('/', ...'bridge');
		finish();
		const read = createFacetReader(catalog, store.state().asOf);
		const wanted = new Set(quotesMatching(catalog, 'bridge'));
		const both = catalog.dossier.quotes.filter(
			quote => wanted.has(quote.id) && passesFacets(read(quote), [facet]),
		);
		expect(both.length).toBeGreaterThan(0);
		expect(quotesShown(catalog, store.state())).toEqual(both.map(({id}) => id));
	});
});

describe('the facets of many records', () => {
	test('are counted in turns, and as they are among few', () => {
		const {store, catalog, press, finish, isFinished} = openMany();
		press('f');
		expect(isFinished()).toBe(false);
		expect(catalog.facetIndex(store.state().asOf).counts([]).kind).toEqual([]);
		finish();
		const read = createFacetReader(catalog, store.state().asOf);
		const {kind, place} = catalog.facetIndex(store.state().asOf).counts(store.state().facets);
		const {actors, places, quotes, events} = catalog.dossier;
		const values = [...actors, ...places, ...quotes, ...events].map(read);
		for (const {value, count} of [...kind, ...place]) {
			const key = value.startsWith('place:') ? 'place' : 'kind';
			expect(count).toBe(values.filter(one => one[key].includes(value)).length);
		}

		expect(kind.length).toBeGreaterThan(5);
	});

	test('keep their list while they are counted again', () => {
		const {store, catalog, press, finish, isFinished} = openMany();
		press('f');
		finish();
		const {asOf, facets} = store.state();
		const before = catalog.facetIndex(asOf).counts(facets);
		press('return');
		expect(store.state().facets).toHaveLength(1);
		expect(isFinished()).toBe(false);
		expect(catalog.facetIndex(asOf).counts(store.state().facets)).toBe(before);
		finish();
		const after = catalog.facetIndex(asOf).counts(store.state().facets);
		expect(after.place.map(({value}) => value)).toEqual(before.place.map(({value}) => value));
		expect(after.place).not.toEqual(before.place);
	});
});

describe('going to one of many records', () => {
	const named = (catalog: Catalog, query: string): readonly string[] => {
		const going = goingIn(catalog, KEYMAP);
		for (let work = going.unfinished(query); work !== undefined; work = going.unfinished(query)) {
			work.go(2000);
		}

		return going.found(query).matches.map(({destination}) => destination.name);
	};

	test('finds an actor by name, by a few letters of it, and misspelt', () => {
		const catalog = catalogOf(dossier);
		const {name} = catalog.dossier.actors[200] ?? {name: ''};
		const surname = name.split(' ')[1] ?? '';
		expect(named(catalog, name)[0]).toBe(name);
		expect(named(catalog, surname.slice(0, 5))).toContain(name);
		expect(named(catalog, `${surname.slice(0, 2)}x${surname.slice(3)}`)).toContain(name);
	});

	test('finds a sentence by words that stand in it, in any order, and not by scattered letters', () => {
		const catalog = catalogOf(dossier);
		const {text} = catalog.dossier.quotes[3000] ?? {text: ''};
		const words = text
			.toLowerCase()
			.replaceAll(/[^a-z ]/g, '')
			.split(' ');
		expect(named(catalog, [words[5], words[1], words[2]].join(' '))).toContain(`“${text}”`);
		expect(named(catalog, 'qzbridge')).toEqual([]);
	});

	test('finds commands as ever', () => {
		expect(named(catalogOf(dossier), 'suspend').length).toBeGreaterThanOrEqual(0);
		expect(named(catalogOf(dossier), 'facets')[0]).toContain('facets');
	});

	test('offers the best five hundred and counts them all', () => {
		const catalog = catalogOf(dossier);
		expect(named(catalog, 'the')).toHaveLength(500);
		expect(goingIn(catalog, KEYMAP).found('the').count).toBeGreaterThan(5000);
		expect(goingIn(catalog, KEYMAP).found('').matches).toHaveLength(500);
		expect(goingIn(catalog, KEYMAP).found('').count).toBeGreaterThan(7400);
	});

	test('goes to what stands under the cursor when Enter is pressed', () => {
		const {store, catalog, press, finish} = openMany();
		const {name, id} = catalog.dossier.actors[100] ?? {name: '', id: undefined};
		press(':', ...Array.from(name, letter => (letter === ' ' ? 'space' : letter)));
		finish();
		press('return');
		expect(store.state().record).toBe(id);
		expect(store.state().pane).toBe('detail');
	});
});

describe('who names a record among many', () => {
	test('is the same before and after all records have been linked', () => {
		const catalog = catalogOf(dossier);
		const ids = [...catalog.dossier.actors.slice(0, 4), ...catalog.dossier.places.slice(0, 4)];
		const before = ids.map(({id}) => catalog.referrers(id));
		expect(catalog.links.isDone()).toBe(false);
		while (!catalog.links.isDone()) {
			catalog.links.go(700);
		}

		expect(ids.map(({id}) => catalog.referrers(id))).toEqual(before);
		expect(before.flat().length).toBeGreaterThan(100);
	});
});

describe('readers of the same many records at a time', () => {
	test.each([
		['filters', (word: string) => ['/', ...word]],
		['names', (word: string) => [':', ...word]],
		['facets', (word: string) => ['f', ...word, 'return']],
	])('all come to the end of their own %s', (_, keysFor) => {
		const catalog = catalogOf(dossier);
		const readers = ['bridge', 'convoy', 'harbour', 'press', 'camp', 'road', 'market', 'day'].map(
			word => {
				const reader = openMany(catalog);
				reader.press(...keysFor(word));
				return reader;
			},
		);
		let turns = 0;
		while (readers.some(({isFinished}) => !isFinished())) {
			turns++;
			expect(turns).toBeLessThan(2000);
			for (const reader of readers) {
				reader.turn();
			}
		}
	});
});
