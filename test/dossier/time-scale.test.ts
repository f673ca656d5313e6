import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {lengthInWords, timeScale} from '../../source/dossier/time-scale.ts';

const DAY = 86_400_000;

const days = (...given: readonly string[]): readonly number[] => given.map(day => Date.parse(day));

/** Distinct days in order, close together and millions of years apart. */
const anyDays = fc
	.oneof(
		fc.array(fc.oneof(fc.integer({min: 0, max: 30}), fc.maxSafeInteger()), {
			minLength: 1,
			maxLength: 300,
		}),
		fc.integer({min: 1, max: 5000}).map(length => Array.from({length}, (_, at) => at * 3)),
	)
	// In ms two days of a far time may be one number.
	.map(all => [...new Set(all.map(day => day * DAY))].toSorted((a, b) => a - b));

const anyColumns = fc.integer({min: 16, max: 300});

describe('the scale of a line of time', () => {
	test('uses the first and the last column and never sends an earlier day further right', () => {
		fc.assert(
			fc.property(anyDays, anyColumns, (given, columns) => {
				const scale = timeScale(given, columns);
				expect(scale.columns).toHaveLength(given.length);
				expect(scale.columns).toEqual(scale.columns.toSorted((a, b) => a - b));
				if (given.length > 1) {
					expect([scale.columns[0], scale.columns.at(-1)]).toEqual([0, columns - 1]);
				}
			}),
		);
	});

	test('puts any instant between the days that it lies between', () => {
		fc.assert(
			fc.property(
				anyDays,
				anyColumns,
				fc.array(
					fc.oneof(
						fc.double({noNaN: true}),
						fc.nat(40).map(day => day * DAY),
					),
				),
				(given, columns, others) => {
					const {columnOf, columns: places} = timeScale(given, columns);
					expect(given.map(columnOf)).toEqual(places);
					const all = [...given, ...others].toSorted((a, b) => a - b).map(columnOf);
					expect(all).toEqual(all.toSorted((a, b) => a - b));
					expect(all.every(at => Number.isInteger(at) && at >= 0 && at < columns)).toBe(true);
				},
			),
		);
	});

	test('gives every day a column of its own while there are as many columns as days', () => {
		fc.assert(
			fc.property(anyDays, anyColumns, (given, columns) => {
				fc.pre(given.length <= columns);
				expect(new Set(timeScale(given, columns).columns).size).toBe(given.length);
			}),
		);
	});

	test('keeps days that are close together to scale', () => {
		const {columns} = timeScale(
			days('2020-05-01', '2020-05-02', '2020-05-03', '2020-05-05', '2020-05-06'),
			51,
		);
		expect(columns).toEqual([0, 10, 20, 40, 50]);
	});

	test('draws a longer gap no shorter, yet squeezes it, and says so', () => {
		const {gaps} = timeScale(
			days('1920-01-01', '1960-01-01', '2020-04-29', '2020-05-01', '2020-05-02'),
			80,
		);
		const [forty = 0, sixty = 0, two = 0, one = 0] = gaps.map(({from, to}) => to - from);
		expect(sixty).toBeGreaterThanOrEqual(forty);
		expect(forty).toBeGreaterThan(two);
		expect(two).toBeGreaterThanOrEqual(one);
		expect(sixty).toBeLessThan(5 * one);
		expect(gaps.map(({isCompressed}) => isCompressed)).toEqual([true, true, false, false]);
		expect(gaps.map(({length}) => lengthInWords(length))).toEqual(['40 y', '60 y', '2 d', '1 d']);
	});

	test('shows a gap of centuries even among more days than columns', () => {
		const many = Array.from({length: 5000}, (_, at) => at * DAY);
		const {columns, gaps} = timeScale([Date.parse('0500-01-01'), ...many], 80);
		expect(columns[1]).toBeGreaterThanOrEqual(5);
		expect(gaps[0]?.isCompressed).toBe(true);
	});

	test('has one day alone in the middle, and no gaps', () => {
		const scale = timeScale(days('2020-05-01'), 21);
		expect(scale).toMatchObject({columns: [10], gaps: []});
		expect(days('2020-05-01').map(scale.columnOf)).toEqual([10]);
		expect(scale.columnOf(Number.NEGATIVE_INFINITY)).toBe(0);
		expect(scale.columnOf(Number.POSITIVE_INFINITY)).toBe(20);
	});
});

test.each([
	[1, '1 d'],
	[22, '22 d'],
	[44, '44 d'],
	[60, '2 mo'],
	[330, '11 mo'],
	[365, '1 y'],
	[550, '18 mo'],
	[775, '2 y'],
	[6940, '19 y'],
	[3_652_425, '10,000 y'],
])('%i days read as %s', (length, words) => {
	expect(lengthInWords(length * DAY)).toBe(words);
});
