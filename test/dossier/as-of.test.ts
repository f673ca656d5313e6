import {describe, expect, test} from 'vitest';
import {controlAsOf, sideAsOf, townsInRoadOrder} from '../../source/dossier/as-of.ts';
import {aDossier, anActor, aPlace, aRoad, aTown, held, onSide} from '../support/dossier.ts';

const span = {first: '2020-05-01', last: '2020-05-09'};

describe('who holds a town on a day', () => {
	const town = aTown({
		control: [
			held('2020-05-02', 'government'),
			held('2020-05-04', 'opposition'),
			held('2020-05-04', 'contested'),
			held('2020-05-06', 'contested'),
		],
	});
	const dossier = aDossier([town], {span});

	test('is not stated before the report speaks of it', () => {
		expect(controlAsOf(dossier, town, '2020-05-01')).toBeUndefined();
	});

	test('is what was said last, and says when it is carried over from an earlier day', () => {
		expect(controlAsOf(dossier, town, '2020-05-02')).toMatchObject({
			control: {state: 'government'},
			isCarried: false,
		});
		expect(controlAsOf(dossier, town, '2020-05-03')).toMatchObject({
			control: {state: 'government'},
			isCarried: true,
		});
	});

	test('goes by the later sentence when a day has two', () => {
		expect(controlAsOf(dossier, town, '2020-05-04')?.control.state).toBe('contested');
	});

	test('has held since the first day of the unbroken run', () => {
		expect(controlAsOf(dossier, town, '2020-05-09')).toMatchObject({
			control: {day: '2020-05-06'},
			since: '2020-05-04',
		});
		const run = aTown({
			control: [
				held('2020-05-01', 'government'),
				held('2020-05-03', 'contested'),
				held('2020-05-05', 'contested'),
			],
		});
		expect(controlAsOf(dossier, run, '2020-05-08')?.since).toBe('2020-05-03');
		expect(controlAsOf(dossier, run, '2020-05-02')?.since).toBe('2020-05-01');
	});

	test.each(['2020-04-30', '2020-05-10'])('cannot be asked for %s, outside the dossier', day => {
		expect(() => controlAsOf(dossier, town, day)).toThrow(RangeError);
	});
});

describe('where an actor stands on a day', () => {
	const dossier = aDossier([], {span});
	const turncoat = anActor({
		sides: [
			onSide('government', {until: '2020-05-03'}),
			onSide('none', {from: '2020-05-03', until: '2020-05-05'}),
			onSide('opposition', {from: '2020-05-07'}),
		],
	});

	test.each([
		['2020-05-01', 'government', undefined],
		['2020-05-02', 'government', undefined],
		['2020-05-03', 'none', 'government'],
		['2020-05-05', 'none', 'government'],
		['2020-05-06', 'unknown', 'none'],
		['2020-05-07', 'opposition', 'none'],
	])('%s: %s, having left %s', (day, side, left) => {
		expect(sideAsOf(dossier, turncoat, day)).toMatchObject({side, left});
	});

	test('is unknown before the first side that is dated', () => {
		const late = anActor({sides: [onSide('coalition', {from: '2020-05-02'})]});
		expect(sideAsOf(dossier, late, '2020-05-01')).toMatchObject({side: 'unknown', left: undefined});
	});

	test('cannot be asked for a day outside the dossier', () => {
		expect(() => sideAsOf(dossier, turncoat, '2020-05-10')).toThrow(RangeError);
	});
});

describe('towns', () => {
	const [north, south, inland] = ['place:north', 'place:south', 'place:inland'].map(id =>
		aTown({id: id as `place:${string}`}),
	) as [ReturnType<typeof aTown>, ReturnType<typeof aTown>, ReturnType<typeof aTown>];

	test('come in road order; those off the road after them', () => {
		const dossier = aDossier([
			inland,
			south,
			aPlace(),
			north,
			aRoad({
				towns: [
					{place: north.id, km: 0},
					{place: south.id, km: 9},
				],
			}),
		]);
		expect(townsInRoadOrder(dossier)).toEqual([north, south, inland]);
	});

	test('come as in the file where there is no road', () => {
		expect(townsInRoadOrder(aDossier([south, north]))).toEqual([south, north]);
	});
});
