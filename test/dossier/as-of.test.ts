import {describe, expect, test} from 'vitest';
import {
	controlAsOf,
	controlBefore,
	sideAsOf,
	townsInRoadOrder,
} from '../../source/dossier/as-of.ts';
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

	test('has held since the last change, however often it was so before', () => {
		const again = aTown({
			control: [
				held('2020-05-01', 'government'),
				held('2020-05-02', 'opposition'),
				held('2020-05-03', 'government'),
				held('2020-05-05', 'opposition'),
			],
		});
		expect(controlAsOf(dossier, again, '2020-05-09')?.since).toBe('2020-05-05');
		expect(controlAsOf(dossier, again, '2020-05-04')?.since).toBe('2020-05-03');
	});

	test('is told for the day that it is carried from', () => {
		const carried = aTown({
			control: [held('2020-05-03', 'government', {carriedFrom: '2020-05-01'})],
		});
		expect(controlAsOf(dossier, carried, '2020-05-03')).toMatchObject({
			isCarried: true,
			toldFor: '2020-05-01',
			since: '2020-05-03',
		});
	});

	test.each(['2020-04-30', '2020-05-10'])('cannot be asked for %s, outside the dossier', day => {
		expect(() => controlAsOf(dossier, town, day)).toThrow(RangeError);
	});
});

describe('who held a town the day before', () => {
	const town = aTown({
		control: [
			held('2020-05-01', 'government'),
			held('2020-05-03', 'government'),
			held('2020-05-04', 'opposition'),
			held('2020-05-04', 'contested'),
			held('2020-05-06', 'government'),
		],
	});
	const dossier = aDossier([town], {span});

	test.each([
		['is not told on the first day there is', '2020-05-01', undefined],
		['is not told where nothing is said again', '2020-05-02', undefined],
		['is not told where the same is', '2020-05-03', undefined],
		['is told on the day of a change', '2020-05-04', 'government'],
		['is not told on the day after', '2020-05-05', undefined],
		['is who held it last on that day', '2020-05-06', 'contested'],
	])('%s', (_, day, state) => {
		expect(controlBefore(dossier, town, day)).toBe(state);
	});

	test('is not told where nothing was stated then, or is now', () => {
		const late = aTown({control: [held('2020-05-03', 'government')]});
		expect(controlBefore(dossier, late, '2020-05-03')).toBeUndefined();
		expect(controlBefore(dossier, late, '2020-05-02')).toBeUndefined();
	});

	test('is told on the second day there is', () => {
		const known = aDossier([town], {span: {first: '2020-05-03', last: '2020-05-09'}});
		expect(controlBefore(known, town, '2020-05-04')).toBe('government');
	});

	test('is not told for a day before the span', () => {
		const known = aDossier([town], {span: {first: '2020-05-04', last: '2020-05-09'}});
		expect(controlBefore(known, town, '2020-05-04')).toBeUndefined();
		expect(controlBefore(known, town, '2020-05-06')).toBe('contested');
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

	test.each([
		['2020-05-02', false],
		['2020-05-03', true],
		['2020-05-04', false],
		['2020-05-06', true],
		['2020-05-07', true],
		['2020-05-08', false],
	])('%s: newly so is %s', (day, isNew) => {
		expect(sideAsOf(dossier, turncoat, day).isNew).toBe(isNew);
	});

	test('is not newly unknown later on than the day after a side ended', () => {
		const gone = anActor({sides: [onSide('government', {until: '2020-05-03'})]});
		expect(sideAsOf(dossier, gone, '2020-05-04')).toMatchObject({side: 'unknown', isNew: true});
		expect(sideAsOf(dossier, gone, '2020-05-05')).toMatchObject({side: 'unknown', isNew: false});
	});

	test('is what it is without a day from which it is so, and not newly', () => {
		const always = anActor({sides: [onSide('coalition')]});
		expect(sideAsOf(dossier, always, '2020-05-01')).toMatchObject({
			side: 'coalition',
			isNew: false,
		});
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

	test('stand on the first of the roads that meet in them', () => {
		const towns = (...places: (typeof north)[]) => places.map(({id: place}, km) => ({place, km}));
		const dossier = aDossier([
			inland,
			south,
			north,
			aRoad({towns: towns(north, south)}),
			aRoad({id: 'road:inland', towns: towns(north, inland)}),
		]);
		expect(townsInRoadOrder(dossier)).toEqual([north, south, inland]);
	});

	test('come as in the file where there is no road', () => {
		expect(townsInRoadOrder(aDossier([south, north]))).toEqual([south, north]);
	});
});
