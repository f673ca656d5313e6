import {describe, expect, test} from 'vitest';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {shownEvidence} from '../../source/state/chosen.ts';
import {aClaim, aDossier, anActor, aPlace, at, onSide} from '../support/dossier.ts';
import {openStore} from '../support/store.ts';

/** Of nine paragraphs the second, the third and the fifth are cited. */
const dossier = aDossier([
	anActor({evidence: [at(3), at(5)]}),
	anActor({id: 'actor:tom-reed', evidence: [at(3)], sides: []}),
	anActor({id: 'actor:ida-finch', evidence: [], sides: []}),
	aPlace({evidence: [at(2)]}),
	aClaim({evidence: []}),
]);

describe('the coverage', () => {
	test('begins at the first paragraph, and ends with what stands nowhere', () => {
		const store = openStore(dossier);
		store.keys('c');
		expect(store.state().overlay).toMatchObject({name: 'coverage', chosen: 0});
		store.keys('G', 'return');
		expect(store.state()).toMatchObject({overlay: undefined, record: 'claim:ropes'});
	});

	test('from a passage begins at its paragraph, and Esc comes back to the passage', () => {
		const store = openStore(dossier);
		store.keys('e', 'n', 'c');
		expect(store.state().overlay).toMatchObject({name: 'coverage', chosen: 4});
		store.keys('esc');
		expect(store.state().overlay).toMatchObject({name: 'evidence', range: 1});
	});

	test('Enter shows the records of a paragraph, and Enter there opens one', () => {
		const store = openStore(dossier);
		store.keys('c', 'j', 'j', 'return');
		expect(store.state().overlay).toMatchObject({name: 'paragraph', paragraph: 3, chosen: 0});
		store.keys('G', 'return');
		expect(store.state()).toMatchObject({
			overlay: undefined,
			pane: 'detail',
			record: 'actor:tom-reed',
		});
	});

	test('of a paragraph that no record cites says so', () => {
		const store = openStore(dossier);
		store.keys('c', 'G', 'k', 'k', 'return');
		expect(store.state()).toMatchObject({
			overlay: {name: 'coverage', chosen: 8},
			status: 'No record cites paragraph 9.',
		});
	});

	test.each(['c', 'esc', 'q', 'backspace'])('%s closes it', key => {
		const store = openStore(dossier);
		store.keys('c', key);
		expect(store.state()).toMatchObject({overlay: undefined, pane: 'actors'});
		expect(store.effects).toEqual([]);
	});
});

describe('the records of a paragraph', () => {
	test('asked for in a passage begin at the record whose passage it was', () => {
		const store = openStore(dossier, {beginning: {record: 'actor:tom-reed'}});
		store.keys('e', 'return');
		expect(store.state().overlay).toMatchObject({name: 'paragraph', paragraph: 3, chosen: 1});
	});

	test('each show the passage that stands in this very paragraph', () => {
		const store = openStore(dossier);
		store.keys('c', 'j', 'j', 'j', 'j', 'return', 'e');
		expect(store.state().overlay).toMatchObject({
			name: 'evidence',
			record: 'actor:vera-moss',
			range: 1,
		});
	});

	test('and the passage of one of them lead to each other without end, and Esc comes back at once', () => {
		const store = openStore(dossier);
		store.keys('c', 'j', 'j', 'return', 'j');
		const records = store.state().overlay;
		expect(records).toMatchObject({name: 'paragraph', paragraph: 3, chosen: 1});
		store.keys('e', 'return', 'e', 'return', 'e', 'return');
		expect(store.state().overlay).toEqual(records);
		store.keys('esc');
		expect(store.state().overlay).toMatchObject({name: 'coverage', chosen: 2});
	});
});

test('e on a record that cites a paragraph only for its side leads to that paragraph', () => {
	const actor = anActor({evidence: [at(1)], sides: [onSide('civilian', {evidence: [at(4)]})]});
	const sided = aDossier([actor]);
	const store = openStore(sided);
	store.keys('c', 'j', 'j', 'j', 'return', 'e');
	expect(shownEvidence(store.state(), catalogOf(sided))?.paragraph).toBe(4);
	store.keys('return');
	expect(store.state().overlay).toMatchObject({name: 'paragraph', paragraph: 4});
});
