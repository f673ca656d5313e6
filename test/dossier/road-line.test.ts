import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {quickBounds} from '../../source/dossier/date-bounds.ts';
import {lineOfRoad, stretchOf} from '../../source/dossier/road-line.ts';
import {aDossier, aRoad, aTown} from '../support/dossier.ts';

const on = (lat: number, lon: number) => ({lat, lon});

describe('the line of a road', () => {
	const west = aTown({
		id: 'place:west',
		coordinates: {...on(1, 1), precision: 1, source: 'source:atlas'},
	});
	const lost = aTown({id: 'place:lost'});
	const east = aTown({
		id: 'place:east',
		coordinates: {...on(1, 3), precision: 1, source: 'source:atlas'},
	});
	const towns = [west, lost, east].map(({id}, at) => ({place: id, km: at * 9}));
	const catalog = catalogOf(aDossier([east, lost, west]), quickBounds);

	test('is its own path', () => {
		const path = [on(0, 0), on(0, 1)];
		expect(lineOfRoad(catalog, aRoad({path, towns}))).toEqual(path);
	});

	test.each([
		['without one', {}],
		['without enough of one', {path: [on(0, 0)]}],
	])('leads through its towns that have coordinates, in order, %s', (_, given) => {
		const line = lineOfRoad(catalog, aRoad({...given, towns}));
		expect(line.map(({lat, lon}) => [lat, lon])).toEqual([
			[1, 1],
			[1, 3],
		]);
	});
});

describe('the stretch of a line', () => {
	const line = [on(0, 0), on(0, 1), on(1, 1), on(1, 2), on(2, 2)];

	test.each([
		['between two points of it', on(0, 0), on(1, 1), [on(0, 1)]],
		['between two points beside it', on(0.1, 0.5), on(0.9, 1.6), [on(0, 1), on(1, 1)]],
		['between two points in one part of it', on(0, 0.2), on(0.1, 0.8), []],
		['between one point and itself', on(0, 1), on(0, 1), []],
		['that leads back', on(2, 2), on(0, 0.5), [on(1, 2), on(1, 1), on(0, 1)]],
		['from before it begins to behind its end', on(-1, -1), on(3, 3), line.slice(1, -1)],
		['to a point on its last part', on(1, 1), on(1.5, 2), [on(1, 2)]],
	])('%s', (_, from, to, between) => {
		const [start, end] = [stretchOf(line, from, to)[0], stretchOf(line, from, to).at(-1)];
		expect([start, end]).toEqual([from, to]);
		const inside = stretchOf(line, from, to).slice(1, -1);
		// The ends of a line may stand among them: who comes from before it passes them.
		expect(inside.filter(point => point !== line[0] && point !== line.at(-1))).toEqual(between);
	});

	test('over the antimeridian is no way round the globe', () => {
		const across = [on(0, 178), on(0, 179.5), on(0, -179.5), on(0, -178)];
		expect(stretchOf(across, on(0, 179), on(0, -179))).toEqual([
			on(0, 179),
			on(0, 179.5),
			on(0, -179.5),
			on(0, -179),
		]);
		expect(stretchOf(across, on(0, -179), on(0, 179))).toEqual([
			on(0, -179),
			on(0, -179.5),
			on(0, 179.5),
			on(0, 179),
		]);
	});

	test('goes by degrees of longitude that are shorter in the north', () => {
		// Six degrees of longitude off its second part and one of latitude off its first.
		const near = (lat: number) =>
			stretchOf([on(lat, 0), on(lat, 10), on(lat + 2, 10)], on(lat, 1), on(lat + 1, 4));
		expect(near(0)).toEqual([on(0, 1), on(1, 4)]);
		expect(near(80)).toEqual([on(80, 1), on(80, 10), on(81, 4)]);
	});

	test('is the same wherever round the globe the line lies', () => {
		const anyPoint = fc.record({
			lat: fc.integer({min: -60, max: 60}),
			lon: fc.integer({min: -40, max: 40}),
		});
		const turned =
			(by: number) =>
			({lat, lon}: {lat: number; lon: number}) =>
				on(lat, ((((lon + by + 180) % 360) + 360) % 360) - 180);
		fc.assert(
			fc.property(
				fc.array(anyPoint, {minLength: 2, maxLength: 6}),
				anyPoint,
				anyPoint,
				fc.integer({min: -180, max: 180}),
				(points, from, to, by) => {
					const turn = turned(by);
					expect(stretchOf(points.map(turn), turn(from), turn(to))).toEqual(
						stretchOf(points, from, to).map(turn),
					);
				},
			),
			{numRuns: 300},
		);
	});

	test('there is the way back turned round', () => {
		const anyPoint = fc.record({
			lat: fc.integer({min: -60, max: 60}),
			lon: fc.integer({min: -180, max: 180}),
		});
		fc.assert(
			fc.property(
				fc.uniqueArray(anyPoint, {minLength: 2, maxLength: 8, selector: p => `${p.lat} ${p.lon}`}),
				fc.nat(),
				fc.nat(),
				(points, a, b) => {
					const [from, to] = [points[a % points.length], points[b % points.length]];
					if (from !== undefined && to !== undefined) {
						expect(stretchOf(points, to, from)).toEqual(stretchOf(points, from, to).toReversed());
					}
				},
			),
		);
	});
});
