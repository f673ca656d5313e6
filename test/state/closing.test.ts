import {expect, test} from 'vitest';
import {aDossier, anActor, aQuote} from '../support/dossier.ts';
import {openStore} from '../support/store.ts';

const dossier = aDossier([
	anActor(),
	anActor({id: 'actor:tom-reed'}),
	aQuote({speaker: 'actor:tom-reed'}),
]);

test('Esc closes the topmost thing, one at a time, and never quits', () => {
	const store = openStore(dossier);
	store.keys('return', 'z', '/', ...'also', 'return', 'e', '?', '/', ...'page', 'return');
	const closed: string[] = [];
	for (let press = 0; press < 8; press++) {
		const {overlay, filters, isZoomed, pane} = store.state();
		const query = overlay?.name === 'help' ? `?${overlay.query}` : overlay?.name;
		closed.push([query, filters.detail, isZoomed ? 'zoomed' : '', pane].filter(Boolean).join(' '));
		store.keys('esc');
	}

	expect(closed).toEqual([
		'?page also zoomed detail',
		'? also zoomed detail',
		'evidence also zoomed detail',
		'also zoomed detail',
		'zoomed detail',
		'detail',
		'actors',
		'actors',
	]);
	expect(store.state().status).toBe('Nothing is open; q quits.');
	expect(store.effects).toEqual([]);
});

test('Esc in the detail goes back to the list that it was opened from, for good', () => {
	const store = openStore(dossier);
	store.keys('3', 'return', 'j', 'return', 'esc');
	expect(store.state()).toMatchObject({pane: 'actors', trail: []});
});

test('q goes back before it quits', () => {
	const store = openStore(dossier);
	store.keys('return', '?', 'q');
	expect(store.state()).toMatchObject({overlay: undefined, pane: 'detail'});
	store.keys('q');
	expect(store.state().pane).toBe('actors');
	expect(store.effects).toEqual([]);
	store.keys('q');
	expect(store.effects).toEqual([{type: 'quit'}]);
});

test.each([
	['ctrl-c', 'interrupt'],
	['ctrl-z', 'suspend'],
	['ctrl-l', 'redraw'],
])('%s asks the program to %s, whatever is open', (key, effect) => {
	for (const open of [[], ['/'], ['?'], [':'], ['e'], ['i'], ['return']]) {
		const store = openStore(dossier);
		store.keys(...open);
		const before = store.state();
		store.keys(key);
		expect(store.effects).toEqual([{type: effect}]);
		expect(store.state()).toBe(before);
	}
});

test('q while something is being typed is a letter', () => {
	const store = openStore(dossier);
	store.keys('/', 'q');
	expect(store.state().filters.actors).toBe('q');
	expect(store.effects).toEqual([]);
});

test('a key that means nothing here changes nothing but what is said', () => {
	const store = openStore(dossier);
	store.keys('X');
	const {status, ...rest} = store.state();
	expect(status).toBe('X does nothing here; ? shows every key.');
	store.keys('g');
	expect(store.state()).toEqual({...rest, status: undefined});
});

test('what is said is there until the next key, and survives another size', () => {
	const store = openStore(dossier);
	store.keys('backspace');
	expect(store.state().status).toBe('This is where you began.');
	store.dispatch({type: 'resize', size: {columns: 60, rows: 20}});
	expect(store.state().status).toBe('This is where you began.');
	store.keys('j');
	expect(store.state().status).toBeUndefined();
});

test('nobody is told of a key that changed nothing', () => {
	const store = openStore(dossier);
	let changes = 0;
	const unsubscribe = store.subscribe(() => {
		changes++;
	});
	store.keys('k', 'g', '1');
	expect(changes).toBe(0);
	store.keys('j');
	expect(changes).toBe(1);
	unsubscribe();
	store.keys('k');
	expect(changes).toBe(1);
});
