import {expect, test} from 'vitest';
import {aDossier, anActor, LAST_DAY} from '../support/dossier.ts';
import {openStore} from '../support/store.ts';

const dossier = aDossier([anActor()]);

test('[ and ] step the day, and stop with a word at either end of the dossier', () => {
	const store = openStore(dossier);
	expect(store.state().asOf).toBe(LAST_DAY);
	store.keys(']');
	expect(store.state()).toMatchObject({
		asOf: LAST_DAY,
		status: 'Only 1 May to 2 May 2020 is told of.',
	});
	store.keys('[');
	expect(store.state()).toMatchObject({asOf: '2020-05-01', status: undefined});
	store.keys('[');
	expect(store.state().asOf).toBe('2020-05-01');
	store.keys(']');
	expect(store.state().asOf).toBe(LAST_DAY);
});

test.each([
	[{first: LAST_DAY, last: LAST_DAY}, 'Only 2 May 2020 is told of.'],
	[{first: '2019-12-31', last: LAST_DAY}, 'Only 31 Dec 2019 to 2 May 2020 is told of.'],
])('a dossier of %j says so with its years', (span, status) => {
	const store = openStore(aDossier([anActor()], {span}));
	store.keys(']');
	expect(store.state()).toMatchObject({asOf: LAST_DAY, status});
});
