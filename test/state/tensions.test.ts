import {describe, expect, test} from 'vitest';
import type {RecordId, Tension} from '../../source/dossier/schema.ts';
import {aClaim, aDossier, anActor, anEvent, aStep, aTension} from '../support/dossier.ts';
import {feud} from '../support/feud.ts';
import {openStore} from '../support/store.ts';

describe('the accounts that disagree', () => {
	test('open at the first tension when none has to do with what is selected, and that is said', () => {
		const store = openStore(feud, {beginning: {record: 'place:westbay'}});
		store.keys('x');
		expect(store.state()).toMatchObject({
			overlay: {name: 'tensions', tension: 'tension:ropes', chosen: 0},
			status: 'No accounts disagree about what is selected: this is the first of all tensions.',
		});
	});

	test('open without a word where nothing is selected', () => {
		const store = openStore({...aDossier(feud.tensions), places: []});
		expect(store.state().record).toBeUndefined();
		store.keys('x');
		expect(store.state()).toMatchObject({
			overlay: {name: 'tensions', tension: 'tension:ropes'},
			status: undefined,
		});
	});

	test('open at the tension that the selected record has a part in', () => {
		const store = openStore(feud, {beginning: {record: 'actor:zoe'}});
		store.keys('x');
		expect(store.state()).toMatchObject({
			overlay: {tension: 'tension:crane'},
			status: undefined,
		});
	});

	test('open at the tension that is selected itself', () => {
		const store = openStore(feud, {beginning: {record: 'tension:crane'}});
		store.keys('x');
		expect(store.state()).toMatchObject({
			overlay: {tension: 'tension:crane', chosen: 0},
			status: undefined,
		});
	});

	test('begin at the selected record where an account rests on it', () => {
		const store = openStore(feud, {beginning: {record: 'quote:rope'}});
		store.keys('x');
		expect(store.state().overlay).toMatchObject({tension: 'tension:ropes', chosen: 3});
	});

	test('begin at the first record that has to do with the selected one, where none rests on it', () => {
		const store = openStore(feud, {beginning: {record: 'actor:a-clerk'}});
		store.keys('x');
		expect(store.state().overlay).toMatchObject({tension: 'tension:ropes', chosen: 3});
	});

	test('are those that rest on the record itself before those that rest on what is said of it', () => {
		const store = openStore(feud, {beginning: {record: 'event:crane-falls'}});
		store.keys('x');
		expect(store.state().overlay).toMatchObject({tension: 'tension:crane', chosen: 0});
	});

	test.each([
		['the record under the cursor of the details', 'cut', 'tension:cut'],
		['what the details are of, where that one is in none', 'begins', 'tension:fall'],
	])('are those over %s', (_, row, tension) => {
		const fall = anEvent({id: 'event:fall', title: 'The mast falls'});
		const cut = aClaim({id: 'claim:cut', text: 'It was cut.', about: [fall.id]});
		const worn = aClaim({id: 'claim:worn', text: 'It was old.'});
		const over = (id: `tension:${string}`, record: RecordId): Tension =>
			aTension({
				id,
				accounts: [
					{text: 'So it was.', records: [record]},
					{text: 'It was not.', records: [worn.id]},
				],
			});
		const store = openStore(
			aDossier([
				fall,
				cut,
				worn,
				aStep({record: fall.id, text: 'So it begins.'}),
				over('tension:first', worn.id),
				over('tension:fall', fall.id),
				over('tension:cut', cut.id),
			]),
			{beginning: {record: fall.id}},
		);
		store.keys('return', '/', ...row, 'return', 'j', 'x');
		expect(store.state().overlay).toMatchObject({tension});
	});

	test.each([
		['the evidence', ['e']],
		['the records of a paragraph', ['e', 'return']],
		['the marks', ['m', 'return', "'"]],
	])('open from %s, for the record there, and Esc comes back', (_, keys) => {
		const store = openStore(feud, {beginning: {record: 'claim:worn'}});
		store.keys(...keys);
		const before = store.state().overlay;
		expect(before).toBeDefined();
		store.keys('x');
		expect(store.state().overlay).toMatchObject({tension: 'tension:ropes', chosen: 2});
		store.keys('esc');
		expect(store.state().overlay).toEqual(before);
	});

	test('are gone through one tension after the other, from its first account', () => {
		const store = openStore(feud, {beginning: {record: 'claim:ropes'}});
		store.keys('x', 'j', 'j', 'n');
		expect(store.state().overlay).toMatchObject({tension: 'tension:crane', chosen: 0});
		store.keys('tab');
		expect(store.state()).toMatchObject({
			overlay: {tension: 'tension:crane'},
			status: 'That is the last tension.',
		});
		store.keys('shift-tab', 'N');
		expect(store.state()).toMatchObject({
			overlay: {tension: 'tension:ropes'},
			status: 'That is the first tension.',
		});
	});

	test('hold every record of every account, and the cursor stops at either end', () => {
		const store = openStore(feud, {beginning: {record: 'claim:ropes'}});
		store.keys('x', 'k');
		expect(store.state().overlay).toMatchObject({chosen: 0});
		store.keys('G', 'j');
		expect(store.state().overlay).toMatchObject({chosen: 3});
	});

	test('Enter opens the record under the cursor, whichever account it stands in', () => {
		const store = openStore(feud, {beginning: {record: 'claim:ropes'}});
		store.keys('x', 'j', 'j', 'return');
		expect(store.state()).toMatchObject({
			overlay: undefined,
			pane: 'detail',
			record: 'claim:worn',
		});
	});

	test('e shows the evidence of the record under the cursor, and Esc comes back to it', () => {
		const store = openStore(feud, {beginning: {record: 'claim:ropes'}});
		store.keys('x', 'j', 'j', 'e');
		expect(store.state().overlay).toMatchObject({name: 'evidence', record: 'claim:worn'});
		store.keys('esc');
		expect(store.state().overlay).toMatchObject({name: 'tensions', chosen: 2});
	});

	test.each(['x', 'esc', 'q', 'backspace', 'ctrl-o'])('%s closes them', key => {
		const store = openStore(feud);
		store.keys('x', key);
		expect(store.state()).toMatchObject({overlay: undefined, pane: 'actors'});
		expect(store.effects).toEqual([]);
	});

	test('where all accounts agree x says so', () => {
		const store = openStore(aDossier([anActor()]));
		store.keys('x');
		expect(store.state()).toMatchObject({
			overlay: undefined,
			status: 'This dossier holds no accounts that disagree.',
		});
	});
});
