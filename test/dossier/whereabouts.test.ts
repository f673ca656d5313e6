import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {builtInDossier} from '../../source/dossier/built-in.ts';
import {kmBetween, windTowards} from '../../source/dossier/great-circle.ts';
import type {Place} from '../../source/dossier/schema.ts';
import {whereabouts, whereaboutsOf} from '../../source/dossier/whereabouts.ts';
import {aDossier, aPlace, aRoad, aTown, held} from '../support/dossier.ts';

const DAY = '2020-05-02';

const on = (lat: number, lon: number, precision: 1 | 2 | 3 = 1): Pick<Place, 'coordinates'> => ({
	coordinates: {lat, lon, precision, source: 'source:atlas'},
});

const westbay = aTown({
	id: 'place:westbay',
	...on(0, 0),
	control: [held('2020-05-01', 'contested'), held('2020-05-02', 'government')],
});
const eastbay = aTown({id: 'place:eastbay', ...on(0, 1)});
const harbour = aPlace({id: 'place:harbour', ...on(-1, 0)});

describe('where a place lies, in words', () => {
	test('is the nearest other place with who holds both, and how far it is which way', () => {
		const dossier = aDossier([westbay, eastbay]);
		expect(whereabouts(dossier, DAY)).toEqual([
			'Westbay: government; 111 km east: Eastbay, not stated',
			'Eastbay: not stated; 111 km west: Westbay, government',
		]);
		expect(whereaboutsOf(dossier, westbay, '2020-05-01')).toContain('Westbay: contested');
	});

	test('says of a holder that is carried over which day is told of last', () => {
		const dossier = aDossier([westbay, eastbay], {
			span: {first: '2020-05-01', last: '2020-05-04'},
		});
		expect(whereabouts(dossier, '2020-05-04')).toEqual([
			'Westbay: government, last told for 2 May; 111 km east: Eastbay, not stated',
			'Eastbay: not stated; 111 km west: Westbay, government',
		]);
	});

	test('is what is next along a road, by the kilometres of the road', () => {
		const dossier = aDossier([
			eastbay,
			westbay,
			harbour,
			aRoad({
				towns: [
					{place: 'place:westbay', km: 0},
					{place: 'place:eastbay', km: 130.4},
				],
			}),
		]);
		expect(whereabouts(dossier, DAY)).toEqual([
			'Westbay: government; 130 km east by road: Eastbay, not stated',
			'Eastbay: not stated; 130 km west by road: Westbay, government',
			'Harbour: 111 km north: Westbay, government',
		]);
	});

	test('is not measured from or to what stands for a region or is placed roughly', () => {
		const dossier = aDossier([
			westbay,
			harbour,
			aPlace({id: 'place:shire', ...on(0, 0.1, 3)}),
			aPlace({id: 'place:outskirts', ...on(0, 0.1, 2)}),
		]);
		expect(whereabouts(dossier, DAY)).toEqual([
			'Westbay: government; 111 km south: Harbour',
			'Harbour: 111 km north: Westbay, government',
			'Shire: a region',
			'Outskirts: placed only roughly',
		]);
	});

	test('is left out without coordinates, and a lone place has but its name', () => {
		const dossier = aDossier([harbour, aTown({id: 'place:lost'})]);
		expect(whereabouts(dossier, DAY)).toEqual(['Harbour']);
		expect(whereaboutsOf(dossier, aTown({id: 'place:lost'}), DAY)).toBeUndefined();
	});

	test('has no wind where two places are one', () => {
		const dossier = aDossier([harbour, aPlace({id: 'place:quay', ...on(-1, 0.001)})]);
		expect(whereaboutsOf(dossier, harbour, DAY)).toBe('Harbour: less than 1 km away: Quay');
	});

	test('is the nearest of many places, on whichever side of it they lie', () => {
		const anyAt = fc.record({
			lat: fc.integer({min: -80, max: 80}),
			lon: fc.integer({min: -180, max: 180}),
		});
		fc.assert(
			fc.property(fc.array(anyAt, {minLength: 2, maxLength: 12}), points => {
				const places = points.map(({lat, lon}, index) =>
					aPlace({id: `place:p${index}`, ...on(lat, lon)}),
				);
				const dossier = aDossier(places);
				for (const [index, place] of places.entries()) {
					const kms = points.flatMap((point, other) =>
						other === index ? [] : [kmBetween(points[index] ?? point, point)],
					);
					const whole = Math.round(Math.min(...kms));
					expect(whereaboutsOf(dossier, place, DAY)).toContain(
						whole === 0 ? 'less than 1 km away' : `: ${whole} km `,
					);
				}
			}),
			{numRuns: 300},
		);
	});

	test('is the nearest place where the road leads to none that is on the map, or round to itself', () => {
		const lost = aTown({id: 'place:lost'});
		const dossier = aDossier([
			westbay,
			lost,
			harbour,
			aRoad({
				towns: [
					{place: 'place:westbay', km: 0},
					{place: 'place:lost', km: 9},
				],
			}),
			aRoad({
				id: 'road:ring',
				towns: [
					{place: 'place:westbay', km: 0},
					{place: 'place:westbay', km: 9},
				],
			}),
		]);
		expect(whereaboutsOf(dossier, westbay, DAY)).toBe('Westbay: government; 111 km south: Harbour');
	});

	test('in the built-in report goes along the coast road', () => {
		const lines = whereabouts(builtInDossier, '2011-03-31');
		expect(lines[2]).toBe(
			'Brega: contested; 107 km west by road: Ras Lanuf, government; 73 km north-east by road: Ajdabiya, opposition',
		);
		expect(lines).toContain('Libya: a region');
	});
});

describe('a way over the Earth', () => {
	test('is as long as it is', () => {
		const [london, paris] = [
			{lat: 51.50853, lon: -0.12574},
			{lat: 48.85341, lon: 2.3488},
		];
		expect(kmBetween(london, paris)).toBeCloseTo(343.9, 0);
		expect(kmBetween({lat: 0, lon: 0}, {lat: 0, lon: 180})).toBeCloseTo(20_015.1, 0);
	});

	test('is as long there as back, and never longer than half round the Earth', () => {
		const place = fc.record({
			lat: fc.double({min: -90, max: 90, noNaN: true}),
			lon: fc.double({min: -180, max: 180, noNaN: true}),
		});
		fc.assert(
			fc.property(place, place, (a, b) => {
				expect(kmBetween(a, b)).toBeCloseTo(kmBetween(b, a), 6);
				expect(kmBetween(a, b)).toBeLessThan(20_016);
			}),
		);
	});

	test.each([
		['north', 1, 0],
		['north-east', 1, 1],
		['east', 0, 1],
		['south-east', -1, 1],
		['south', -1, 0],
		['south-west', -1, -1],
		['west', 0, -1],
		['north-west', 1, -1],
	])('sets out to the %s', (wind, lat, lon) => {
		expect(windTowards({lat: 0, lon: 0}, {lat, lon})).toBe(wind);
	});

	test.each([
		['south', 90],
		['north', -90],
	])('can only set out to the %s from a pole', (wind, lat) => {
		for (const lon of [-170, -60, 0, 45, 90, 180]) {
			expect(windTowards({lat, lon: 0}, {lat: lat / 2, lon})).toBe(wind);
			expect(windTowards({lat, lon: 77}, {lat: lat / 2, lon})).toBe(wind);
		}
	});

	test('sets out over the antimeridian when that is shorter', () => {
		expect(windTowards({lat: 0, lon: 179}, {lat: 0, lon: -179})).toBe('east');
	});
});
