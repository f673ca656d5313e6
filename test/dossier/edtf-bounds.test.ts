import edtf from 'edtf';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {beginningOf, endOf} from '../../source/dossier/edtf-bounds.ts';

const instant = (text: string): number => Date.parse(text);

describe('the bounds of a date', () => {
	test.each([
		['2019', '2019-01-01T00:00:00.000Z', '2019-12-31T23:59:59.999Z'],
		['2020-02', '2020-02-01T00:00:00.000Z', '2020-02-29T23:59:59.999Z'],
		['2020-12-31', '2020-12-31T00:00:00.000Z', '2020-12-31T23:59:59.999Z'],
		['0000', '0000-01-01T00:00:00.000Z', '0000-12-31T23:59:59.999Z'],
		['198X', '1980-01-01T00:00:00.000Z', '1989-12-31T23:59:59.999Z'],
		['2020-05-01~', '2020-05-01T00:00:00.000Z', '2020-05-01T23:59:59.999Z'],
		['2020-04-25~/2020-05~', '2020-04-25T00:00:00.000Z', '2020-05-31T23:59:59.999Z'],
		['2020-05/2020-05-03', '2020-05-01T00:00:00.000Z', '2020-05-03T23:59:59.999Z'],
		['-0043-03-15', '-000043-03-15T00:00:00.000Z', '-000043-03-15T23:59:59.999Z'],
	])('%s begins and ends when it says', (when, begin, end) => {
		expect(beginningOf(when)).toBe(instant(begin));
		expect(endOf(when)).toBe(instant(end));
	});

	test.each([
		['2020-02-15/..', instant('2020-02-15'), Infinity],
		['2020-02-15/', instant('2020-02-15'), Infinity],
		['../2020-02-15', -Infinity, instant('2020-02-16') - 1],
		['/2020-02-15', -Infinity, instant('2020-02-16') - 1],
		['../..', -Infinity, Infinity],
	])('%s is open where it says nothing', (when, begin, end) => {
		expect(beginningOf(when)).toBe(begin);
		expect(endOf(when)).toBe(end);
	});

	test('a year too far for a calendar keeps its order', () => {
		const [begin = 0, end = 0] = [beginningOf('Y-170000002'), endOf('Y-170000002')];
		expect(begin).toBeLessThan(end);
		expect(end).toBeLessThan(beginningOf('Y-17E7') ?? 0);
		expect(beginningOf('Y17E7')).toBeGreaterThan(endOf('9999') ?? 0);
	});

	test.each([
		'2020-02-30',
		'2020-13',
		'soon',
		'2020-05-02/2020-05-01',
		'2020/soon',
		'',
		'2020-02-30~',
	])('%j is no date and has neither', when => {
		expect(beginningOf(when)).toBeUndefined();
		expect(endOf(when)).toBeUndefined();
	});

	test('are those of the EDTF library, however a date is put together', () => {
		const part = fc
			.tuple(
				fc.date({min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true}),
				fc.constantFrom(4, 7, 10),
				fc.constantFrom('', '~', '?', '%'),
			)
			.map(([date, length, mark]) => date.toISOString().slice(0, length) + mark);
		const whens = fc.oneof(
			part,
			fc.tuple(part, fc.oneof(part, fc.constant('..'))).map(([a, b]) => `${a}/${b}`),
		);
		fc.assert(
			fc.property(whens, when => {
				let bounds: {readonly min?: number; readonly max?: number} = {};
				try {
					bounds = edtf(when);
				} catch {}

				expect([beginningOf(when), endOf(when)]).toEqual([bounds.min, bounds.max]);
			}),
			{numRuns: 300},
		);
	});
});
