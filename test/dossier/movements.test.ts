import {expect, test} from 'vitest';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {edtfBounds} from '../../source/dossier/edtf-bounds.ts';
import {movementsOn} from '../../source/dossier/movements.ts';
import {aDossier, anEvent, aTown} from '../support/dossier.ts';

const movement = {from: 'place:westbay', to: 'place:eastbay'} as const;

const dossier = aDossier([
	aTown({id: movement.from}),
	aTown({id: movement.to}),
	...[
		'2020-05-02',
		'2020-05-02~',
		'2020-05-02T14:30:00Z',
		'2020-05-01/2020-05-02',
		'2020-05-02/..',
		'2020-05',
		'2020-05-01',
	].map((when, at) => anEvent({id: `event:n${at}`, when, movement})),
	anEvent({id: 'event:still', when: '2020-05-02'}),
]);
const catalog = catalogOf(dossier, edtfBounds);

test('on a day moved what is told of that day, roughly or to the hour', () => {
	expect(movementsOn(catalog, '2020-05-02').map(({when}) => when)).toEqual([
		'2020-05-02',
		'2020-05-02~',
		'2020-05-02T14:30:00Z',
	]);
	expect(movementsOn(catalog, '2020-05-01').map(({when}) => when)).toEqual(['2020-05-01']);
});

test('on a day of which nothing is told nothing moved', () => {
	expect(movementsOn(catalog, '2020-05-03')).toEqual([]);
});
