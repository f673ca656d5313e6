import edtf from 'edtf';
import fc from 'fast-check';
import {describe, expect, test, vi} from 'vitest';
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
		'20200304',
		'02020',
		'99999',
		'-12345',
		'20',
		'202',
		'202~',
		'-202',
		'2019-02-29',
		'1900-02-29',
		'2100-02-29~',
		'2019-02-29?',
		'2019-02-29%',
		'2019-02~-29',
		'?2019-02-29',
		'2019-?02-29',
		'-0001-02-29',
		'2X19-02-29',
		'X900-02-29',
		'2019-02-29T10:00:00Z',
		'2019-02-29/2019-03-02',
		'2019-02/2019-02-29',
		'2019-02-29/..',
		'/2019-02-29',
		'2018~/2019-02-29~',
		'[2019-02-29]',
		'[..2019-02-29]',
		'{2018, 2019-02-29}',
		'[2019-02-27..2019-02-29]',
		'[2020..2019]',
		'{2018,2020-05..2020-04}',
		'2020-05-01T24:01:00',
		'2020-05-01T10:60:00',
		'/',
		'../',
		'/..',
	])('%j is no date and has neither', when => {
		expect(beginningOf(when)).toBeUndefined();
		expect(endOf(when)).toBeUndefined();
	});

	test.each([
		'2020-02-29',
		'2000-02-29~',
		'-0004-02-29',
		'0000-02-29',
		'201X-02-29',
		'XX00-02-29',
		'2019-02-2X',
		'2019-02-X9',
		'2019-0X-31',
		'2019-XX-31',
		'2019-XX-XX',
		'2019-XX',
		'XXXX-02-29',
		'XXXX',
		'19XX',
		'-0043',
		'-0043~',
		'2020-21',
		'2020-41',
		'Y17E7',
		'Y12345',
		'1950S2',
		'[2019..2020]',
		'{2019-01..2019-01, 2020}',
		'[..2020-02-29]',
		'2020-02~-29',
		'2020-02-29T10:00:00+02:00',
		'2020-02-29T24:00:00',
		'2019/2020-02-29?',
		'/2020-02-29',
		'../..',
	])('%s is a date', when => {
		expect(beginningOf(when)).toBeDefined();
		expect(endOf(when)).toBeDefined();
	});

	test('a time of no zone is where the events are, wherever the reader is', () => {
		vi.stubEnv('TZ', 'Africa/Tripoli');
		try {
			expect(new Date(0).getTimezoneOffset()).toBe(-120);
			for (const time of ['T00:30', 'T00:30:00', 'T00:30:00.000']) {
				expect(beginningOf(`2020-05-02${time}`)).toBe(instant('2020-05-02T00:30:00Z'));
				expect(endOf(`2020-05-01/2020-05-02${time}`)).toBe(instant('2020-05-02T00:30:00Z'));
			}

			expect(beginningOf('2020-05-02T00:30:00+02:00')).toBe(instant('2020-05-01T22:30:00Z'));
		} finally {
			vi.unstubAllEnvs();
		}
	});

	test('digits alone are a date where they are four, and that year', () => {
		fc.assert(
			fc.property(
				fc.string({unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 12}),
				fc.constantFrom('', '~', '?', '%'),
				(digits, mark) => {
					expect(beginningOf(digits + mark)).toBe(
						digits.length === 4 ? instant(`${digits}-01-01`) : undefined,
					);
				},
			),
		);
	});

	test('every day that is named is in the calendar, however a date is put together', () => {
		const day = fc
			.tuple(fc.integer({min: 0, max: 9999}), fc.integer({min: 1, max: 12}), fc.nat(31))
			.map(parts =>
				parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-'),
			);
		const around = fc.constantFrom<(day: string) => string>(
			each => each,
			each => `${each}~`,
			each => `${each.slice(0, 4)}?${each.slice(4)}`,
			each => `${each}T10:00:00Z`,
			each => `${each}/..`,
			each => `../${each}`,
			each => `[${each}]`,
			each => `{${each}, 9999}`,
			each => `[..${each}]`,
		);
		fc.assert(
			fc.property(
				fc.oneof(
					day,
					day.map(each => `${each.slice(0, 4)}-02-29`),
				),
				around,
				(named, put) => {
					const date = new Date(`${named}T00:00:00Z`);
					const isThere =
						!Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${named}T`);
					expect(beginningOf(put(named)) !== undefined).toBe(isThere);
				},
			),
			{numRuns: 500},
		);
	});

	test('a day of which digits are not known is a date where they may be of a day there is', () => {
		const digit = (all: string) => fc.constantFrom(...all, 'X');
		const masked = fc
			.tuple(
				digit('12'),
				digit('09'),
				digit('01'),
				digit('0146'),
				fc.constant('02'),
				digit('2'),
				digit('9'),
			)
			.map(([a, b, c, d, month, e, f]) => `${a}${b}${c}${d}-${month}-${e}${f}`);
		const leapDays = Array.from(
			{length: 10_000},
			(_, year) => `${String(year).padStart(4, '0')}-02-29`,
		).filter(day => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day));
		fc.assert(
			fc.property(masked, when => {
				const like = new RegExp(`^${when.replaceAll('X', '\\d')}$`);
				const isShort = /-(?:2X|X\d|XX)$/.test(when);
				expect(beginningOf(when) !== undefined).toBe(
					isShort || leapDays.some(day => like.test(day)),
				);
			}),
			{numRuns: 300},
		);
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
