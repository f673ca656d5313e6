import {getIssues} from '@placemarkio/check-geojson';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {builtInDossier} from '../../source/dossier/built-in.ts';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {edtfBounds} from '../../source/dossier/edtf-bounds.ts';
import type {Dossier, Place} from '../../source/dossier/schema.ts';
import {geojson} from '../../source/formats/geojson.ts';
import {anyRecords} from '../support/any-records.ts';
import {aDossier, anActor, aPlace, aRoad, aTown, at, held, LAST_DAY} from '../support/dossier.ts';

type Position = readonly [number, number];

interface Feature {
	readonly type: string;
	readonly id: string;
	readonly geometry: {
		readonly type: string;
		readonly coordinates: Position | readonly Position[] | readonly (readonly Position[])[];
	};
	readonly properties: Readonly<Record<string, unknown>>;
}

const textOf = (dossier: Dossier, day = dossier.span.last): string =>
	[...geojson(catalogOf(dossier, edtfBounds), day)].join('');

const featuresOf = (dossier: Dossier, day?: string): readonly Feature[] =>
	JSON.parse(textOf(dossier, day)).features;

const on = (lon: number, lat: number, precision: 1 | 2 | 3 = 1): Pick<Place, 'coordinates'> => ({
	coordinates: {lat, lon, precision, source: 'source:atlas', locator: '4711'},
});

const positionsIn = (coordinates: Feature['geometry']['coordinates']): readonly Position[] =>
	typeof coordinates[0] === 'number'
		? [coordinates as Position]
		: (coordinates as readonly Feature['geometry']['coordinates'][]).flatMap(positionsIn);

const linesIn = ({type, coordinates}: Feature['geometry']): readonly (readonly Position[])[] => {
	switch (type) {
		case 'LineString':
			return [coordinates as readonly Position[]];
		case 'MultiLineString':
			return coordinates as readonly (readonly Position[])[];
		default:
			return [];
	}
};

const town = (name: string, lon: number, state?: Parameters<typeof held>[1]): Place =>
	aTown({
		id: `place:${name}`,
		...on(lon, 10),
		control: state === undefined ? [] : [held('2020-05-01', state)],
	});

const road = (...names: readonly string[]) =>
	aRoad({towns: names.map((name, which) => ({place: `place:${name}`, km: which * 10}))});

const frontsIn = (dossier: Dossier, day?: string): readonly Feature[] =>
	featuresOf(dossier, day).filter(({properties}) => properties.kind === 'front');

describe('a dossier as GeoJSON', () => {
	test('is valid, the built-in one on each of its days', () => {
		for (const day of ['2011-03-30', '2011-03-31']) {
			expect(getIssues(textOf(builtInDossier, day))).toEqual([]);
		}
	});

	test('is valid whatever the dossier, with every position on the globe and no line across the antimeridian', () => {
		fc.assert(
			fc.property(anyRecords, dossier => {
				expect(getIssues(textOf(dossier))).toEqual([]);
				const features = featuresOf(dossier);
				expect(new Set(features.map(({id}) => id)).size).toBe(features.length);
				for (const {geometry} of features) {
					for (const [lon, lat] of positionsIn(geometry.coordinates)) {
						expect(Math.abs(lon)).toBeLessThanOrEqual(180);
						expect(Math.abs(lat)).toBeLessThanOrEqual(90);
					}

					for (const line of linesIn(geometry)) {
						for (const [which, [lon]] of line.entries()) {
							expect(Math.abs(lon - (line[which - 1]?.[0] ?? lon))).toBeLessThanOrEqual(180);
						}
					}
				}
			}),
		);
	});

	test('has every place with coordinates as a point, longitude first, and names those without', () => {
		const dossier = aDossier([aPlace(on(20, -30)), aPlace({id: 'place:inland'})]);
		expect(featuresOf(dossier)).toMatchObject([
			{id: 'place:dunmore', geometry: {type: 'Point', coordinates: [20, -30]}},
		]);
		expect(JSON.parse(textOf(dossier)).unlocated).toEqual([{id: 'place:inland', name: 'Inland'}]);
	});

	test('tells who holds a place at the end of the day, since when, on what basis and where that stands', () => {
		const dossier = aDossier([
			anActor(),
			aTown({
				...on(20, 10, 2),
				aliases: ['East Bay', 'The Bay'],
				control: [
					held('2020-05-01', 'government', {evidence: [at(1)]}),
					held('2020-05-02', 'contested', {
						basis: 'claimed',
						assertedBy: 'actor:vera-moss',
						note: 'By the crane.',
						evidence: [at(4, 3, 9), at(5, 0, 2)],
					}),
				],
			}),
		]);
		expect(featuresOf(dossier, '2020-05-02')[0]?.properties).toMatchObject({
			record: 'place:eastbay',
			kind: 'place',
			name: 'Eastbay',
			aliases: ['East Bay', 'The Bay'],
			aliases_text: 'East Bay; The Bay',
			as_of: '2020-05-02',
			control: 'contested',
			control_since: '2020-05-02',
			control_carried_over: false,
			control_basis: 'claimed',
			control_asserted_by: 'actor:vera-moss',
			control_asserted_by_name: 'Vera Moss',
			control_note: 'By the crane.',
			control_evidence: [
				{source: 'source:report', paragraph: 4, start: 3, end: 9, citation: '¶ 4'},
				{source: 'source:report', paragraph: 5, start: 0, end: 2, citation: '¶ 5'},
			],
			control_evidence_text: 'source:report ¶ 4: 3–9; source:report ¶ 5: 0–2',
			control_citation: '¶ 4, 5',
			geo_precision: 2,
			geo_source_title: 'An invented atlas',
			geo_locator: '4711',
		});
		expect(featuresOf(dossier, '2020-05-01')[0]?.properties).toMatchObject({
			control: 'government',
			control_asserted_by: null,
			control_citation: '¶ 1',
		});
	});

	test('says null for a holder that is not stated, which is not the same as unknown', () => {
		const features = featuresOf(aDossier([town('a', 1), town('b', 2, 'unknown')]));
		expect(features.map(({properties}) => properties.control)).toEqual([null, 'unknown']);
	});

	test('has beside every list the same as text, for tables that hold no lists', () => {
		for (const {properties} of featuresOf(builtInDossier)) {
			for (const [name, value] of Object.entries(properties)) {
				if (typeof value === 'object' && value !== null) {
					expect(properties[`${name}_text`]).toBeTypeOf('string');
				}
			}
		}
	});

	test('gives every place the same properties, so that a table of them has one set of columns', () => {
		fc.assert(
			fc.property(anyRecords, dossier => {
				const shapes = featuresOf(dossier)
					.filter(({properties}) => properties.kind === 'place')
					.map(({properties}) => Object.keys(properties).join());
				expect(new Set(shapes).size).toBeLessThanOrEqual(1);
			}),
		);
	});

	test('names the sources of its positions, with their licences', () => {
		expect(JSON.parse(textOf(builtInDossier)).sources).toContainEqual(
			expect.objectContaining({title: 'GeoNames', licence: 'CC BY 4.0'}),
		);
	});

	test('refuses a day outside the span', () => {
		expect(() => textOf(aDossier([aPlace(on(1, 1))]), '2020-05-03')).toThrow(RangeError);
	});
});

describe('a road', () => {
	const towns = [town('a', 170), town('b', 175)];

	test('is a line along its path, or from town to town without one', () => {
		const path = [
			{lon: 170, lat: 10},
			{lon: 172, lat: 12},
			{lon: 175, lat: 10},
		];
		const [, , straight] = featuresOf(aDossier([...towns, road('a', 'b')]));
		expect(straight).toMatchObject({
			id: 'road:shore',
			geometry: {
				type: 'LineString',
				coordinates: [
					[170, 10],
					[175, 10],
				],
			},
			properties: {km: 10, towns_text: 'A (0 km); B (10 km)'},
		});
		const [, , winding] = featuresOf(aDossier([...towns, {...road('a', 'b'), path}]));
		expect(winding?.geometry.coordinates).toEqual([
			[170, 10],
			[172, 12],
			[175, 10],
		]);
	});

	test('is cut in two where it crosses the antimeridian, at the latitude of the crossing', () => {
		const path = [
			{lon: 178, lat: 0},
			{lon: -178, lat: 4},
		];
		const there = featuresOf(aDossier([...towns, {...road('a', 'b'), path}]));
		expect(there[2]?.geometry).toEqual({
			type: 'MultiLineString',
			coordinates: [
				[
					[178, 0],
					[180, 2],
				],
				[
					[-180, 2],
					[-178, 4],
				],
			],
		});
		const back = featuresOf(aDossier([...towns, {...road('a', 'b'), path: path.toReversed()}]));
		expect(back[2]?.geometry.coordinates).toEqual([
			[
				[-178, 4],
				[-180, 2],
			],
			[
				[180, 2],
				[178, 0],
			],
		]);
	});

	test('that only touches the antimeridian is one line', () => {
		const path = [
			{lon: 179, lat: 0},
			{lon: -180, lat: 1},
		];
		const [, , touching] = featuresOf(aDossier([...towns, {...road('a', 'b'), path}]));
		expect(touching?.geometry).toEqual({
			type: 'LineString',
			coordinates: [
				[179, 0],
				[180, 1],
			],
		});
	});

	test('is left out when it has no two places to lead between', () => {
		const dossier = aDossier([town('a', 1), aTown({id: 'place:b'}), road('a', 'b')]);
		expect(featuresOf(dossier).map(({id}) => id)).toEqual(['place:a']);
	});
});

describe('the front', () => {
	test('is the stretch of road between two neighbouring towns that are not held by the same', () => {
		const dossier = aDossier([
			town('a', 1, 'government'),
			town('b', 2, 'government'),
			town('c', 3, 'opposition'),
			{
				...road('a', 'b', 'c'),
				path: [1, 1.5, 2, 2.25, 2.5, 3].map(lon => ({lon, lat: lon === 2.25 ? 11 : 10})),
			},
		]);
		expect(frontsIn(dossier)).toMatchObject([
			{
				geometry: {
					type: 'LineString',
					coordinates: [
						[2, 10],
						[2.25, 11],
						[2.5, 10],
						[3, 10],
					],
				},
				properties: {
					from: 'place:b',
					from_control: 'government',
					to: 'place:c',
					to_control: 'opposition',
					meet: 'government / opposition',
					basis: 'inferred',
					citation: '¶ 2',
				},
			},
		]);
	});

	test('follows a path that is written the other way round', () => {
		const dossier = aDossier([
			town('a', 1, 'government'),
			town('b', 3, 'opposition'),
			{...road('a', 'b'), path: [3, 2, 1].map(lon => ({lon, lat: lon === 2 ? 11 : 10}))},
		]);
		expect(frontsIn(dossier)[0]?.geometry.coordinates).toEqual([
			[1, 10],
			[2, 11],
			[3, 10],
		]);
	});

	test('lies on both sides of a contested town', () => {
		const dossier = aDossier([
			town('a', 1, 'government'),
			town('b', 2, 'contested'),
			town('c', 3, 'opposition'),
			road('a', 'b', 'c'),
		]);
		expect(frontsIn(dossier).map(({properties}) => properties.meet)).toEqual([
			'government / contested',
			'contested / opposition',
		]);
	});

	test('reaches past towns of which no holder is known, and names them', () => {
		const dossier = aDossier([
			town('a', 1, 'government'),
			town('b', 2),
			town('c', 3, 'unknown'),
			town('d', 4, 'opposition'),
			road('a', 'b', 'c', 'd'),
		]);
		expect(frontsIn(dossier)).toMatchObject([
			{properties: {from: 'place:a', to: 'place:d', between_text: 'B; C'}},
		]);
	});

	test('moves with the day', () => {
		const dossier = aDossier([
			town('a', 1, 'government'),
			aTown({
				id: 'place:b',
				...on(2, 10),
				control: [held('2020-05-01', 'government'), held(LAST_DAY, 'opposition')],
			}),
			town('c', 3, 'opposition'),
			road('a', 'b', 'c'),
		]);
		expect(frontsIn(dossier, '2020-05-01').map(({id}) => id)).toEqual(['front:shore/b/c']);
		expect(frontsIn(dossier, LAST_DAY).map(({id}) => id)).toEqual(['front:shore/a/b']);
	});

	test('is nowhere when one side holds every town, or no road is told', () => {
		const towns = [town('a', 1, 'government'), town('b', 2, 'government')];
		expect(frontsIn(aDossier([...towns, road('a', 'b')]))).toEqual([]);
		expect(frontsIn(aDossier([town('a', 1, 'government'), town('b', 2, 'opposition')]))).toEqual(
			[],
		);
	});
});
