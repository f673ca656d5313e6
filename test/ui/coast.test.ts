import type {Topology} from 'topojson-specification';
import {describe, expect, test} from 'vitest';
import type {GeoWindow} from '../../source/dossier/mercator.ts';
import {
	type CoastDetail,
	type CoastLine,
	coastDetail,
	createCoast,
} from '../../source/ui/map/coast.ts';

/** Arcs of whole degrees, as steps from point to point. */
const land = (...arcs: readonly (readonly [number, number])[][]): Topology => ({
	type: 'Topology',
	transform: {scale: [1, 1], translate: [0, 0]},
	arcs: arcs.map(arc =>
		arc.map(([lon, lat], at) => {
			const [beforeLon, beforeLat] = arc[at - 1] ?? [0, 0];
			return [lon - beforeLon, lat - beforeLat];
		}),
	),
	objects: {},
});

const pointsOf = (lines: readonly CoastLine[] | undefined): readonly (readonly number[])[] =>
	(lines ?? []).map(line => Array.from(line));

const EARTH: GeoWindow = {west: -180, south: -85, east: 180, north: 85};
const FINE = 1;
const COARSE = 500;

const loadedCoast = async (topology: Topology, kmPerDot = FINE) => {
	const coast = createCoast(() => Promise.resolve(topology));
	await coast.load(kmPerDot);
	return coast;
};

describe('the coast', () => {
	test('is as detailed as the scale asks for', () => {
		expect([0.1, 1.9, 2, 39, 40, 900].map(coastDetail)).toEqual([
			'10m',
			'10m',
			'50m',
			'50m',
			'110m',
			'110m',
		]);
	});

	test('is unknown until it is loaded, and then is what lies in the window', async () => {
		const topology = land(
			[
				[0, 0],
				[3, 4],
			],
			[
				[40, 40],
				[41, 41],
			],
		);
		const coast = createCoast(() => Promise.resolve(topology));
		const window = {west: -1, south: -1, east: 5, north: 5};
		expect(coast.within(window, FINE)).toBeUndefined();
		expect(coast.isLoaded(FINE)).toBe(false);
		await coast.load(FINE);
		expect(coast.isLoaded(FINE)).toBe(true);
		expect(pointsOf(coast.within(window, FINE))).toEqual([[0, 0, 3, 4]]);
		expect(coast.within(EARTH, FINE)).toHaveLength(2);
	});

	test('is fetched once for each detail, and again only after a failure', async () => {
		const fetched: CoastDetail[] = [];
		const coast = createCoast(detail => {
			fetched.push(detail);
			return fetched.length === 1 ? Promise.reject(new Error('no disk')) : Promise.resolve(land());
		});
		await expect(coast.load(FINE)).rejects.toThrow('no disk');
		await Promise.all([coast.load(FINE), coast.load(FINE)]);
		await coast.load(FINE);
		await coast.load(COARSE);
		expect(fetched).toEqual(['10m', '10m', '110m']);
	});

	test('is shown in another detail until the right one is there', async () => {
		const coast = createCoast(detail =>
			Promise.resolve(
				land([
					[0, 0],
					[1, detail === '110m' ? 1 : 2],
				]),
			),
		);
		await coast.load(COARSE);
		expect(pointsOf(coast.within(EARTH, FINE))).toEqual([[0, 0, 1, 1]]);
		await coast.load(FINE);
		expect(pointsOf(coast.within(EARTH, FINE))).toEqual([[0, 0, 1, 2]]);
		expect(pointsOf(coast.within(EARTH, COARSE))).toEqual([[0, 0, 1, 1]]);
	});

	test('comes in stretches that follow on one another, so that few are looked at', async () => {
		const points = Array.from({length: 150}, (_, at) => [at, at % 2] as const);
		const coast = await loadedCoast(land([...points]));
		const all = pointsOf(coast.within(EARTH, FINE));
		expect(all.length).toBeGreaterThan(2);
		for (const [at, line] of all.entries()) {
			expect(line.slice(0, 2)).toEqual(at === 0 ? [0, 0] : all[at - 1]?.slice(-2));
		}

		expect(all.at(-1)?.slice(-2)).toEqual([149, 1]);
		expect(coast.within({west: 0, south: 0, east: 2, north: 1}, FINE)).toHaveLength(1);
	});

	test('runs on over the antimeridian, and is found from both of its sides', async () => {
		const coast = await loadedCoast(
			land([
				[179, 0],
				[-179, 1],
				[-178, 1],
			]),
		);
		const expected = [[179, 0, 181, 1, 182, 1]];
		expect(pointsOf(coast.within({west: 170, south: -5, east: 190, north: 5}, FINE))).toEqual(
			expected,
		);
		expect(pointsOf(coast.within({west: -181, south: -5, east: -170, north: 5}, FINE))).toEqual(
			expected,
		);
		expect(coast.within({west: -5, south: -5, east: 5, north: 5}, FINE)).toEqual([]);
		const westward = await loadedCoast(
			land([
				[-179, 0],
				[178, 1],
			]),
		);
		expect(pointsOf(westward.within(EARTH, FINE))).toEqual([[-179, 0, -182, 1]]);
	});

	test('has none of the edges along which the data is cut', async () => {
		const coast = await loadedCoast(
			land(
				[
					[178, 60],
					[180, 61],
					[180, 65],
					[178, 66],
				],
				[
					[10, -80],
					[10, -90],
					[50, -90],
					[50, -80],
				],
			),
		);
		expect(pointsOf(coast.within({...EARTH, south: -90}, FINE))).toEqual([
			[178, 60, 180, 61],
			[180, 65, 178, 66],
			[10, -80, 10, -90],
			[50, -90, 50, -80],
		]);
	});

	test('of Natural Earth goes round the gulf of Sidra in every detail', async () => {
		const coast = createCoast();
		for (const kmPerDot of [COARSE, 10, FINE]) {
			await coast.load(kmPerDot);
			const lines = coast.within({west: 18.5, south: 29.5, east: 20, north: 33}, kmPerDot) ?? [];
			const points = pointsOf(lines).flatMap(line =>
				Array.from({length: line.length / 2}, (_, at) => ({
					lon: ((line[2 * at] ?? 0) + 720) % 360,
					lat: line[2 * at + 1] ?? 0,
				})),
			);
			const shore = points.filter(({lon, lat}) => lon > 18.5 && lon < 20 && lat < 33);
			const south = Math.min(...shore.map(({lat}) => lat));
			expect(south).toBeGreaterThan(30);
			expect(south).toBeLessThan(30.9);
		}
	});
});
