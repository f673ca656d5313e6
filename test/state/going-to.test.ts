import {describe, expect, test} from 'vitest';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {goingIn, KEYMAP} from '../../source/state/keymap.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anArticle,
	anEvent,
	aPlace,
	aQuote,
	aTown,
	at,
} from '../support/dossier.ts';
import {openStore} from '../support/store.ts';

const dossier = aDossier([
	anActor({aliases: ['the harbour master']}),
	anActor({id: 'actor:tom-reed', name: 'Tómas Reed'}),
	aTown(),
	aQuote(),
	aClaim(),
]);

const offered = (query: string): readonly string[] =>
	goingIn(catalogOf(dossier), KEYMAP)
		.found(query)
		.matches.map(({destination}) => destination.name);

describe('the names that : offers', () => {
	test('are every record, then the commands, before anything is typed', () => {
		const all = offered('  ');
		expect(all.slice(0, 5)).toEqual([
			'Vera Moss',
			'Tómas Reed',
			'Eastbay',
			'“The tide does not ask.”',
			'The ropes were cut.',
		]);
		expect(all).toContain('to Quotes');
		expect(all).not.toContain('one down');
	});

	test.each([
		['vmo', 'Vera Moss'],
		['tmrd', 'Tómas Reed'],
		['eastby', 'Eastbay'],
		['moss vera', 'Vera Moss'],
		['harbour master', 'Vera Moss'],
		['tomas', 'Tómas Reed'],
		['tide', '“The tide does not ask.”'],
		['EASTB', 'Eastbay'],
		['front line', 'to Front line'],
	])('for %s begin with %s', (query, name) => {
		expect(offered(query)[0]).toBe(name);
	});

	test('can be found by their kind', () => {
		expect(offered('claim')).toContain('The ropes were cut.');
	});

	test('are none for what nothing resembles', () => {
		expect(offered('zzzzqqqq')).toEqual([]);
	});

	test('say which characters matched, and none where another name did', () => {
		const [vera] = goingIn(catalogOf(dossier), KEYMAP).found('vera').matches;
		expect([...(vera?.marked ?? [])]).toEqual([0, 1, 2, 3]);
		const [alias] = goingIn(catalogOf(dossier), KEYMAP).found('harbour mas').matches;
		expect(alias).toMatchObject({destination: {name: 'Vera Moss'}, marked: new Set()});
	});
});

describe('a paragraph that is called by its number', () => {
	const two = aDossier([
		...dossier.actors,
		anArticle(),
		anArticle({id: 'source:letter', title: 'A letter', paragraphs: 4}),
	]);
	const first = (query: string, given = dossier): readonly string[] =>
		goingIn(catalogOf(given), KEYMAP)
			.found(query)
			.matches.slice(0, 2)
			.map(({destination}) => destination.name);

	test.each(['2', ' ¶2', '¶ 2', 'par. 2', 'Paragraph 2'])('is the first for %j', query => {
		expect(first(query)[0]).toBe('¶ 2');
		const {matches, count} = goingIn(catalogOf(dossier), KEYMAP).found(query);
		expect(count).toBe(matches.length);
	});

	test.each(['0', '10', '2 May', 'para', '¶'])('is none for %j', query => {
		expect(first(query).filter(name => name.startsWith('¶'))).toEqual([]);
	});

	test('is named with its article where there are several that have it', () => {
		expect(first('3', two)).toEqual(['¶ 3 of An invented report', '¶ 3 of A letter']);
		expect(first('5', two).filter(name => name.startsWith('¶'))).toEqual([
			'¶ 5 of An invented report',
		]);
	});

	test('opens on the records that cite it, and closes to where it was asked for', () => {
		const store = openStore(dossier);
		store.keys('3', ':', ...'par. 2', 'return');
		expect(store.state().overlay).toMatchObject({
			name: 'paragraph',
			source: 'source:report',
			paragraph: 2,
		});
		store.keys('esc');
		expect(store.state()).toMatchObject({overlay: undefined, pane: 'quotes'});
	});

	test('that nothing cites says so', () => {
		const store = openStore(dossier);
		store.keys(':', '9', 'return');
		expect(store.state()).toMatchObject({
			overlay: undefined,
			status: 'No record cites paragraph 9.',
		});
	});
});

describe('a name that is not quite right', () => {
	const town = aDossier([
		anActor({name: 'Muammar Qaddafi'}),
		aTown({id: 'place:benghazi'}),
		aClaim({text: 'The girl and the dog sat by the fire in Benghazi for an hour.'}),
	]);
	const first = (query: string): string | undefined =>
		goingIn(catalogOf(town), KEYMAP).found(query).matches[0]?.destination.name;

	test.each([
		['gaddafi', 'Muammar Qaddafi'],
		['qadafi', 'Muammar Qaddafi'],
		['benghzi', 'Benghazi'],
		['bengazhi', 'Benghazi'],
	])('%s finds %s before letters scattered over a sentence', (query, name) => {
		expect(first(query)).toBe(name);
	});

	test('who and where come before what is said of them', () => {
		expect(first('benghazi')).toBe('Benghazi');
	});

	const several = aDossier([
		aClaim({text: 'They spoke of Qaddafi.'}),
		anEvent({title: 'Qaddafi was seen'}),
		anActor({name: 'Muammar Qaddafi'}),
		aTown({id: 'place:benghasi'}),
		aTown({id: 'place:benghazi'}),
	]);
	const names = (query: string): readonly string[] =>
		goingIn(catalogOf(several), KEYMAP)
			.found(query)
			.matches.map(({destination}) => destination.name);

	test('finds all that it may mean, who before what happened before what is said', () => {
		expect(names('gaddafi').slice(0, 3)).toEqual([
			'Muammar Qaddafi',
			'Qaddafi was seen',
			'They spoke of Qaddafi.',
		]);
	});

	test('finds what it may mean besides after what it is', () => {
		expect(names('benghazi').slice(0, 2)).toEqual(['Benghazi', 'Benghasi']);
		expect(names('benghasi').slice(0, 2)).toEqual(['Benghasi', 'Benghazi']);
	});
});

test('a reporter, who is no record, leads to the page about the dossier', () => {
	const store = openStore(
		aDossier([
			aPlace(),
			anArticle({
				byline: [{name: 'Ada Quill', role: 'reported', from: ['place:dunmore'], evidence: [at(9)]}],
			}),
		]),
	);
	store.keys(':', ...'quill', 'return');
	expect(store.state().overlay).toMatchObject({name: 'about'});
});

describe('going to a name', () => {
	test('opens the record, and Backspace comes back', () => {
		const store = openStore(dossier);
		store.keys('j', ':', ...'ropes', 'return');
		expect(store.state()).toMatchObject({
			overlay: undefined,
			pane: 'detail',
			record: 'claim:ropes',
		});
		store.keys('backspace');
		expect(store.state()).toMatchObject({pane: 'actors', record: 'actor:tom-reed'});
	});

	test('takes the one that was chosen with the arrows', () => {
		const store = openStore(dossier);
		store.keys(':', 'down', 'down', 'up', 'return');
		expect(store.state().record).toBe('actor:tom-reed');
	});

	test('a command called by its name comes first', () => {
		const store = openStore(
			aDossier([aTown({coordinates: {lat: 1, lon: 1, precision: 1, source: 'source:report'}})]),
		);
		store.keys(':', ...'map', 'return');
		expect(store.state().overlay).toMatchObject({name: 'map'});
	});

	test('does a command as its key would', () => {
		const store = openStore(dossier);
		store.keys(':', ...'pane over', 'return');
		expect(store.state()).toMatchObject({overlay: undefined, isZoomed: true});
		store.keys('ctrl-p', ...'every key', 'return');
		expect(store.state().overlay).toMatchObject({name: 'help'});
	});

	test('a command that cannot act says why, and the names are closed', () => {
		const store = openStore(dossier);
		store.keys(':', ...'next match', 'return');
		expect(store.state()).toMatchObject({
			overlay: undefined,
			status: 'Nothing is being looked for; / filters.',
		});
	});

	test('a command for the program round it gets there', () => {
		const store = openStore(dossier);
		store.keys(':', ...'quit at once', 'return');
		expect(store.effects).toEqual([{type: 'interrupt'}]);
	});

	test('nothing goes by that name', () => {
		const store = openStore(dossier);
		store.keys(':', ...'zzzzqqqq', 'return');
		expect(store.state()).toMatchObject({
			overlay: {name: 'go-to'},
			status: 'Nothing goes by that name.',
		});
	});

	test('typing begins with the best name again', () => {
		const store = openStore(dossier);
		store.keys(':', 'down', 'down', 'v');
		expect(store.state().overlay).toMatchObject({query: 'v', chosen: 0});
	});
});
