import {describe, expect, test} from 'vitest';
import {aDossier, anActor} from '../support/dossier.ts';
import {feud} from '../support/feud.ts';
import {openStore} from '../support/store.ts';

describe('the accounts that disagree', () => {
	test('open at the first tension when nothing is known of what is selected', () => {
		const store = openStore(feud, {beginning: {record: 'place:westbay'}});
		store.keys('x');
		expect(store.state().overlay).toMatchObject({
			name: 'tensions',
			tension: 'tension:ropes',
			chosen: 0,
		});
	});

	test('open at the tension that the selected record has a part in', () => {
		const store = openStore(feud, {beginning: {record: 'actor:zoe'}});
		store.keys('x');
		expect(store.state().overlay).toMatchObject({tension: 'tension:crane'});
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
