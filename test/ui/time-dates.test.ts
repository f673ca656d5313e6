import {describe, expect, test} from 'vitest';
import {timeLabel} from '../../source/dossier/time-extents.ts';
import {type ColumnDate, placeDates} from '../../source/ui/time-dates.ts';

const dated = (column: number, day: string, given: Partial<ColumnDate> = {}): ColumnDate => ({
	...timeLabel(day, Date.parse(day.replace('~', ''))),
	column,
	pointer: '',
	isLeft: false,
	isAsOf: false,
	isLongFirst: false,
	keepsDay: false,
	mayBeDayAlone: false,
	...given,
});

const SELECTED = {pointer: '▾', isLeft: true, keepsDay: true} as const;

const row = (dates: readonly ColumnDate[], columns: number): string =>
	placeDates(dates, columns).reduce(
		(line, {at, text}) => line + ' '.repeat(at - line.length) + text,
		'',
	);

describe('dates over a line of time', () => {
	test('a day gives way to a year that would be read as its own', () => {
		const dates = [dated(2, '2020'), dated(16, '2021'), dated(10, '2020-12-30')];
		expect(row(dates, 18)).toBe('2020          2021');
	});

	test('a selected day stays, and a year that would be read as its own goes', () => {
		const dates = [dated(2, '2020-12-30', {...SELECTED, isLeft: false}), dated(11, '2021')];
		expect(row(dates, 13)).toBe('  ▾ 30 Dec');
	});

	test('the last day is its number alone beside a selected day of its month', () => {
		const last = {mayBeDayAlone: true} as const;
		expect(row([dated(7, '2020-05-01', SELECTED), dated(10, '2020-05-02', last)], 11)).toBe(
			' 1 May ▾  2',
		);
		expect(row([dated(7, '2020-05-01', SELECTED), dated(10, '2020-06-02', last)], 11)).toBe(
			' 1 May ▾',
		);
		expect(row([dated(7, '2020-05-01', SELECTED), dated(10, '2020-05-02')], 11)).toBe(' 1 May ▾');
	});

	test('a number alone stays one where the year would have room', () => {
		const dates = [
			dated(7, '2020-05-01', SELECTED),
			dated(12, '2020-05-02', {mayBeDayAlone: true}),
		];
		expect(row(dates, 13)).toBe(' 1 May ▾    2');
	});

	test('a number alone stands beside no day that may yet become a year', () => {
		const dates = [dated(4, '2020-05-01'), dated(8, '2020-05-02', {mayBeDayAlone: true})];
		expect(row(dates, 9)).not.toMatch(/\b2$/);
	});

	test('a number alone goes by the date to its left, whatever stands to its right', () => {
		const dates = [
			dated(7, '2020-05-01', SELECTED),
			dated(15, '2021'),
			dated(10, '2020-05-02', {mayBeDayAlone: true}),
		];
		expect(row(dates, 17)).toBe(' 1 May ▾  2  2021');
	});
});
