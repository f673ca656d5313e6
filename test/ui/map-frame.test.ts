import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {kmBetween, type Point} from '../../source/dossier/great-circle.ts';
import {FITTED} from '../../source/state/map-position.ts';
import {type MapFrame, mapFrame, panned} from '../../source/ui/map/map-frame.ts';

const SIZE = {columns: 60, rows: 16};

const anyPlace: fc.Arbitrary<Point> = fc.record({
	lat: fc.oneof(fc.double({min: -90, max: 90, noNaN: true}), fc.constantFrom(-90, 0, 90)),
	lon: fc.oneof(fc.double({min: -180, max: 180, noNaN: true}), fc.constantFrom(-180, 0, 180)),
});

const anySize = fc.record({
	columns: fc.integer({min: 10, max: 240}),
	rows: fc.integer({min: 4, max: 80}),
});

const anyPosition = fc.record({
	zoom: fc.integer({min: -60, max: 60}),
	centre: fc.option(anyPlace, {nil: undefined}),
});

/** The column and the row of a place that is on the map. */
const cellOf = (frame: MapFrame, place: Point): readonly [number, number] => {
	const point = frame.project(place);
	if (point === undefined) {
		throw new Error(`${JSON.stringify(place)} is not on the map`);
	}

	return [Math.floor(point.x), Math.floor(point.y)];
};

describe('the frame of a map', () => {
	test('has every place on it, whatever the places and its size', () => {
		fc.assert(
			fc.property(fc.array(anyPlace, {minLength: 1, maxLength: 12}), anySize, (places, size) => {
				const frame = mapFrame(places, FITTED, size);
				for (const place of places) {
					const [column, row] = cellOf(frame, place);
					expect(column).toBeGreaterThanOrEqual(0);
					expect(column).toBeLessThan(size.columns);
					expect(row).toBeGreaterThanOrEqual(0);
					expect(row).toBeLessThan(size.rows);
				}
			}),
			{numRuns: 500},
		);
	});

	test('has east to the right and north at the top, on whatever part of the Earth', () => {
		fc.assert(
			fc.property(anyPlace, anySize, anyPosition, (place, size, position) => {
				const frame = mapFrame([place], position, size);
				const {centre, lonSpan, latSpan} = frame;
				const middle = frame.project(centre);
				const east = frame.project({lat: centre.lat, lon: centre.lon + lonSpan / 4});
				expect(east?.x).toBeGreaterThan(middle?.x ?? Number.NaN);
				expect(east?.y).toBeCloseTo(middle?.y ?? Number.NaN, 6);
				const lat = centre.lat > 0 ? centre.lat - latSpan / 8 : centre.lat + latSpan / 8;
				const other = frame.project({lat, lon: centre.lon});
				expect(Math.sign((other?.y ?? 0) - (middle?.y ?? 0))).toBe(centre.lat > 0 ? 1 : -1);
			}),
			{numRuns: 300},
		);
	});

	test('lies across the antimeridian rather than round the Earth', () => {
		const [fiji, samoa] = [
			{lat: -18, lon: 178},
			{lat: -14, lon: -172},
		];
		const frame = mapFrame([fiji, samoa], FITTED, SIZE);
		expect(frame.lonSpan).toBeLessThan(30);
		expect(cellOf(frame, fiji)[0]).toBeLessThan(cellOf(frame, samoa)[0]);
		expect(frame.window.east - frame.window.west).toBeCloseTo(frame.lonSpan, 6);
	});

	test('lies across the antimeridian only where that is the shorter way', () => {
		const frame = mapFrame(
			[
				{lat: 0, lon: 0},
				{lat: 0, lon: 177},
			],
			FITTED,
			SIZE,
		);
		expect(frame.centre.lon).toBeCloseTo(88.5, 6);
	});

	test('has places apart as near to the poles as it reaches, and those beyond at its edge', () => {
		const lats = [84.9, 83, 82];
		const frame = mapFrame(
			lats.map(lat => ({lat, lon: 20})),
			FITTED,
			SIZE,
		);
		const rows = lats.map(lat => cellOf(frame, {lat, lon: 20})[1]);
		expect(rows).toEqual(rows.toSorted((a, b) => a - b));
		expect(new Set(rows).size).toBe(3);
		expect(frame.project({lat: 90, lon: 20})).toEqual(frame.project({lat: 85, lon: 20}));
	});

	test('is a hundred kilometres across for a single place, and for several that are one', () => {
		for (const place of [
			{lat: 0, lon: 20},
			{lat: 64, lon: 179.999},
		]) {
			const {kmPerCell} = mapFrame([place, {...place}], FITTED, SIZE);
			expect(kmPerCell * SIZE.columns).toBeCloseTo(100, 6);
			const nextDoor = {...place, lat: place.lat + 0.003};
			const {kmPerCell: both} = mapFrame([place, nextDoor], FITTED, SIZE);
			expect(both * SIZE.columns).toBeCloseTo(100, 2);
		}
	});

	test('shows the whole Earth where there is no place at all', () => {
		const {lonSpan, latSpan} = mapFrame([], FITTED, {columns: 120, rows: 60});
		expect(lonSpan).toBe(360);
		expect(latSpan).toBeGreaterThan(140);
	});

	test('leaves room around the places for their names', () => {
		const [west, east] = [
			{lat: 30, lon: 10},
			{lat: 30, lon: 20},
		];
		const frame = mapFrame([west, east], FITTED, SIZE);
		expect(cellOf(frame, west)[0]).toBeGreaterThanOrEqual(7);
		expect(cellOf(frame, east)[0]).toBeLessThan(SIZE.columns - 7);
	});

	test('measures a cell in kilometres as they are at its centre', () => {
		const frame = mapFrame(
			[
				{lat: 60, lon: 0},
				{lat: 61, lon: 5},
			],
			FITTED,
			SIZE,
		);
		const {lat, lon} = frame.centre;
		const degrees = frame.lonSpan / SIZE.columns;
		expect(frame.kmPerCell).toBeCloseTo(kmBetween({lat, lon}, {lat, lon: lon + degrees}), 2);
	});

	test('comes half as close again with every step, down to a kilometre a cell', () => {
		const places = [
			{lat: 30, lon: 10},
			{lat: 31, lon: 14},
		];
		const at = (zoom: number): MapFrame => mapFrame(places, {zoom, centre: undefined}, SIZE);
		expect(at(0).kmPerCell / at(1).kmPerCell).toBeCloseTo(1.5, 6);
		expect(at(99).kmPerCell).toBeCloseTo(1, 6);
		expect(at(at(99).zoom - 1).kmPerCell).toBeGreaterThan(1);
		expect(at(at(99).zoom).kmPerCell).toBe(at(99).kmPerCell);
	});

	test('goes as far away as the whole Earth and no further', () => {
		const at = (zoom: number): MapFrame =>
			mapFrame([{lat: 10, lon: 10}], {zoom, centre: undefined}, {columns: 60, rows: 40});
		expect(at(-99).lonSpan).toBe(360);
		expect(at(-99).kmPerCell).toBe(at(at(-99).zoom).kmPerCell);
		expect(at(at(-99).zoom + 1).lonSpan).toBeLessThan(360);
	});

	test('goes on as close as it must for places in one town, but not closer', () => {
		const places = [
			{lat: 30, lon: 10},
			{lat: 30.02, lon: 10.02},
		];
		const fitted = mapFrame(places, FITTED, SIZE);
		expect(fitted.kmPerCell).toBeLessThan(0.5);
		expect(mapFrame(places, {zoom: 9, centre: undefined}, SIZE).kmPerCell).toBe(fitted.kmPerCell);
	});

	test('moves by parts of what it shows', () => {
		const places = [{lat: 10, lon: 175}];
		const frame = mapFrame(places, FITTED, SIZE);
		const centre = panned(frame, 0.25, -0.25);
		const moved = mapFrame(places, {zoom: 0, centre}, SIZE);
		expect(moved.project({lat: 10, lon: 175})?.x).toBeCloseTo(15, 3);
		expect(moved.project({lat: 10, lon: 175})?.y).toBeCloseTo(4, 1);
	});

	test('never moves off the Earth', () => {
		fc.assert(
			fc.property(
				anyPlace,
				anySize,
				anyPosition,
				fc.double({min: -3, max: 3, noNaN: true}),
				fc.double({min: -3, max: 3, noNaN: true}),
				(place, size, position, east, north) => {
					const {lat, lon} = panned(mapFrame([place], position, size), east, north);
					expect(Math.abs(lat)).toBeLessThan(90);
					expect(Math.abs(lon)).toBeLessThanOrEqual(180);
				},
			),
			{numRuns: 300},
		);
	});
});
