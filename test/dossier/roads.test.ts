import {expect, test} from 'vitest';
import {legsFrom} from '../../source/dossier/roads.ts';
import {aDossier, aRoad, aTown} from '../support/dossier.ts';

const dossier = aDossier([
	aTown({id: 'place:a'}),
	aTown({id: 'place:b'}),
	aTown({id: 'place:c'}),
	aRoad({
		towns: [
			{place: 'place:a', km: 0},
			{place: 'place:b', km: 7.4},
			{place: 'place:c', km: 20},
		],
	}),
	aRoad({
		id: 'road:pass',
		towns: [
			{place: 'place:c', km: 0},
			{place: 'place:b', km: 31},
		],
	}),
]);

test('the towns next to one on every road, with whole kilometres', () => {
	const legs = legsFrom(dossier, 'place:b').map(({road, to, km}) => [road.id, to, km]);
	expect(legs).toEqual([
		['road:shore', 'place:a', 7],
		['road:shore', 'place:c', 13],
		['road:pass', 'place:c', 31],
	]);
	expect(legsFrom(dossier, 'place:a')).toHaveLength(1);
	expect(legsFrom(dossier, 'place:dunmore')).toEqual([]);
});
