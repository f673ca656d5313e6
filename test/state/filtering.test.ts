import {describe, expect, test} from 'vitest';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {factsOf, shownProfile} from '../../source/state/details.ts';
import {rowsOf} from '../../source/state/rows.ts';
import {aDossier, anActor, anEvent, aPlace, aQuote, aRoad, aTown} from '../support/dossier.ts';
import {openStore} from '../support/store.ts';

const VERA = 'actor:vera-moss';
const TOM = 'actor:tom-reed';
const IDA = 'actor:ida-moss';

const dossier = aDossier([
	anActor({id: VERA}),
	anActor({id: TOM, role: 'Pilot'}),
	anActor({id: IDA}),
	aQuote({speaker: VERA, about: [TOM]}),
]);
const catalog = catalogOf(dossier);

const shown = (store: ReturnType<typeof openStore>) => rowsOf(catalog, 'actors', store.state()).ids;

describe('/ in a list', () => {
	test('filters with every character typed, and taken back', () => {
		const store = openStore(dossier);
		store.keys('/', 'm', 'o', 's', 's');
		expect(shown(store)).toEqual([VERA, IDA]);
		store.keys('space', '!', 'v', 'e');
		expect(store.state().filters.actors).toBe('moss !ve');
		expect(shown(store)).toEqual([IDA]);
		store.keys('backspace', 'backspace');
		expect(shown(store)).toEqual([VERA, IDA]);
		store.keys('ctrl-w', 'ctrl-w', ...'pilot');
		expect(shown(store)).toEqual([TOM]);
		store.keys('ctrl-u');
		expect(shown(store)).toEqual([VERA, TOM, IDA]);
	});

	test('selects the first row that is left, unless the selected one is', () => {
		const store = openStore(dossier);
		store.keys('G', '/', 'm');
		expect(store.state().record).toBe(IDA);
		store.keys('ctrl-u', ...'tom');
		expect(store.state()).toMatchObject({record: TOM, lists: {actors: {selected: TOM}}});
	});

	test('Enter keeps the filter and gives the keys back; Esc then clears it', () => {
		const store = openStore(dossier);
		store.keys('/', ...'moss', 'return', 'j');
		expect(store.state()).toMatchObject({record: IDA, filters: {actors: 'moss'}});
		store.keys('esc');
		expect(store.state().filters.actors).toBe('');
	});

	test('Esc while typing brings back the filter that was there before', () => {
		const store = openStore(dossier);
		store.keys('/', ...'moss', 'return', '/', ...' ida', 'esc');
		expect(store.state()).toMatchObject({filters: {actors: 'moss'}, filtering: undefined});
	});

	test('a character goes as a reader sees it, not as it is stored', () => {
		const store = openStore(dossier);
		store.keys('/', 'a', 'b', 'e', '\u0301', 'backspace');
		expect(store.state().filters.actors).toBe('ab');
		store.keys('👩', '\u200D', '🚀', 'backspace');
		expect(store.state().filters.actors).toBe('ab');
	});

	test('the arrows move in what is left while typing', () => {
		const store = openStore(dossier);
		store.keys('/', ...'moss', 'down');
		expect(store.state()).toMatchObject({record: IDA, filters: {actors: 'moss'}});
		store.keys('ctrl-p');
		expect(store.state().record).toBe(VERA);
	});

	test('that leaves nothing shows nothing, and clearing it brings the selection back', () => {
		const store = openStore(dossier);
		store.keys('j', '/', ...'zebra', 'return', 'j', 'G', 'pagedown');
		expect(store.state().record).toBeUndefined();
		store.keys('esc');
		expect(store.state().record).toBe(TOM);
	});

	test('n and N go to the next match and the one before, and say so where nothing is sought', () => {
		const store = openStore(dossier);
		store.keys('n');
		expect(store.state().status).toBe('Nothing is being looked for; / filters.');
		store.keys('/', ...'moss', 'return', 'n');
		expect(store.state().record).toBe(IDA);
		store.keys('n', 'N');
		expect(store.state().record).toBe(VERA);
	});

	test.each(['   ', '!', ' ! '])('%j filters nothing, so Enter keeps nothing of it', typed => {
		const store = openStore(dossier);
		store.keys('j', '/', ...[...typed].map(key => (key === ' ' ? 'space' : key)), 'return');
		expect(store.state()).toMatchObject({record: TOM, filters: {actors: ''}});
		store.keys('n');
		expect(store.state().status).toBe('Nothing is being looked for; / filters.');
		store.keys('esc');
		expect(store.state().status).toBe('Nothing is open; q quits.');
	});

	test('a list that it leaves empty selects nothing when it is gone back to', () => {
		const store = openStore(dossier);
		store.keys('/', ...'zebra', 'return', '3');
		expect(store.state().record).toBe('quote:tide');
		store.keys('1');
		expect(store.state()).toMatchObject({pane: 'actors', record: 'quote:tide'});
		store.keys('esc');
		expect(store.state().record).toBe(VERA);
	});

	test('each pane keeps its own', () => {
		const store = openStore(dossier);
		store.keys('/', 'm', 'return', '3', '/', 't', 'return');
		expect(store.state().filters).toMatchObject({actors: 'm', quotes: 't'});
	});
});

test('/ in the detail pane leaves the facts that match, and moves among them', () => {
	const store = openStore(dossier);
	store.keys('return', 'j', '/', ...'tide');
	const profile = shownProfile(catalog, store.state());
	expect(profile && factsOf(profile).map(({text}) => text)).toEqual(['“The tide does not ask.”']);
	store.keys('return', 'j', 'return');
	expect(store.state().record).toBe('quote:tide');
});

test('spaces alone search nothing in the help', () => {
	const store = openStore(dossier);
	store.keys('?', '/', 'space', 'return');
	expect(store.state().overlay).toMatchObject({name: 'help', query: ''});
});

test('/ in the help searches the keys', () => {
	const store = openStore(dossier);
	store.keys('?', '/', ...'zoom', 'return');
	expect(store.state().overlay).toMatchObject({name: 'help', query: 'zoom'});
});

describe('pasted text', () => {
	test('is typed where something is being typed, its lines joined', () => {
		const store = openStore(dossier);
		store.keys('/');
		store.paste('  tom\r\n reed ');
		expect(store.state().filters.actors).toBe('tom reed');
	});

	test('is no keys anywhere else, and says so', () => {
		const store = openStore(dossier);
		store.paste('qqq');
		expect(store.state().status).toBe('Pasted text was ignored; press / or : first.');
		expect(store.effects).toEqual([]);
	});
});

test('towns come in road order before other places, and events in order of the file', () => {
	const places = catalogOf(
		aDossier([
			aPlace(),
			aTown({id: 'place:south'}),
			aTown({id: 'place:north'}),
			aRoad({
				towns: [
					{place: 'place:north', km: 0},
					{place: 'place:south', km: 5},
				],
			}),
			anEvent({id: 'event:a'}),
			anEvent({id: 'event:b'}),
		]),
	);
	const fresh = openStore(places.dossier).state();
	expect(rowsOf(places, 'front', fresh).ids).toEqual([
		'place:north',
		'place:south',
		'place:dunmore',
	]);
	expect(rowsOf(places, 'timeline', fresh).ids).toEqual(['event:a', 'event:b']);
});
