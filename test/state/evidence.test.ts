import {expect, test} from 'vitest';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {selectedEvidence, selectedSubject} from '../../source/state/details.ts';
import {aDossier, anActor, aQuote, aTown, at, held} from '../support/dossier.ts';
import {openStore} from '../support/store.ts';

const dossier = aDossier([
	anActor({evidence: [at(1), at(4), at(7)]}),
	aQuote({speaker: 'actor:vera-moss', evidence: [at(3)]}),
]);
const catalog = catalogOf(dossier);

test('e shows where the selected record stands, and goes through its passages one by one', () => {
	const store = openStore(dossier);
	store.keys('e');
	expect(selectedEvidence(catalog, store.state())).toEqual([at(1), at(4), at(7)]);
	store.keys('n', 'tab');
	expect(store.state().overlay).toMatchObject({name: 'evidence', range: 2});
	store.keys('n');
	expect(store.state()).toMatchObject({overlay: {range: 2}, status: 'That is the last passage.'});
	store.keys('N', 'shift-tab', 'N');
	expect(store.state()).toMatchObject({overlay: {range: 0}, status: 'That is the first passage.'});
});

test('with one passage only, n says so', () => {
	const store = openStore(dossier);
	store.keys('3', 'e', 'n');
	expect(store.state()).toMatchObject({
		overlay: {range: 0},
		status: 'It stands in one passage only.',
	});
});

test('in the detail pane e shows where the fact under the cursor stands', () => {
	const store = openStore(dossier);
	store.keys('return', '/', ...'tide', 'return', 'j', 'e');
	expect(selectedEvidence(catalog, store.state())).toEqual([at(3)]);
	expect(store.state().overlay).toMatchObject({name: 'evidence'});
});

test.each([
	['in the list of towns', []],
	['on the head of its details, which says so too', ['return']],
	['on the map', ['w']],
])('of a town %s e shows what says who holds it, and nothing else', (_, keys) => {
	const town = aTown({
		evidence: [at(2)],
		coordinates: {lat: 52, lon: -7, precision: 1, source: 'source:atlas'},
		control: [
			held('2020-05-01', 'opposition', {evidence: [at(5)]}),
			held('2020-05-02', 'contested', {evidence: [at(8)]}),
		],
	});
	const store = openStore(aDossier([town]));
	store.keys(...keys, 'e');
	const towns = catalogOf(aDossier([town]));
	expect(selectedEvidence(towns, store.state())).toEqual([at(8)]);
	expect(selectedSubject(towns, store.state())?.statement).toBe('Eastbay on 2 May 2020: contested');
});

test.each(['e', 'backspace', 'ctrl-o', 'esc', 'q'])('%s goes back from the evidence', key => {
	const store = openStore(dossier);
	store.keys('e');
	expect(store.state().overlay).toBeDefined();
	store.keys(key);
	expect(store.state()).toMatchObject({overlay: undefined, pane: 'actors'});
	expect(store.effects).toEqual([]);
});

test('with nothing selected e and Enter say so', () => {
	const store = openStore(aDossier([], {places: []}));
	store.keys('e');
	expect(store.state().status).toBe('Nothing is selected.');
	store.keys('g', 'return');
	expect(store.state().status).toBe('Nothing is selected.');
});

test('scrolling keeps to the place, and another place is shown from where it is seen', () => {
	const store = openStore(dossier);
	store.keys('e', 'j', 'j');
	expect(store.state().overlay).toMatchObject({range: 0, top: 2});
	store.keys('n');
	expect(store.state().overlay).toMatchObject({range: 1, top: undefined});
});
