import {describe, expect, test} from 'vitest';
import {scrollBetween, scrolledRows} from '../../source/terminal/scrolled-rows.ts';

/** How the rows of one screen become those of another; a letter is a row. */
const between = (old: string, next: string) => scrollBetween([...old], [...next]);

describe('rows have moved', () => {
	test.each([
		[
			'up by one, from below the first to above the last',
			'/abcd.',
			'/bcde.',
			{top: 1, bottom: 4, rows: 1},
		],
		['down by one', '/bcde.', '/abcd.', {top: 1, bottom: 4, rows: -1}],
		['up by two', 'abcdef', 'cdefgh', {top: 0, bottom: 5, rows: 2}],
		['down by two', 'cdefgh', 'abcdef', {top: 0, bottom: 5, rows: -2}],
		['as most of them have', 'abcdefgh', 'bcdxxxef', {top: 0, bottom: 3, rows: 1}],
		['as more of them have than the first', 'abcdefgh', 'ghxcdefx', {top: 2, bottom: 6, rows: -1}],
		['where one of them has changed too', '/abcdef.', '/bcxefg.', {top: 1, bottom: 6, rows: 1}],
		['between such as stand in two places', '--abcd--', '--bcde--', {top: 2, bottom: 5, rows: 1}],
		['where three have', '/abcd.', '/bcdd.', {top: 1, bottom: 4, rows: 1}],
	])('%s', (_, old, next, scroll) => {
		expect(between(old, next)).toEqual(scroll);
	});

	test.each([
		['where two have', '/abc.', '/bcd.'],
		['where none is where another was', 'abcdef', 'uvwxyz'],
		['where all stay', 'abcdef', 'abcdef'],
		['where what moved stood in two places', 'aabbccdd', 'xaabbccd'],
	])('not %s', (_, old, next) => {
		expect(between(old, next)).toBeUndefined();
	});
});

describe('moved rows', () => {
	test.each([
		['up', {top: 1, bottom: 4, rows: 1}, '/bcd_.'],
		['down', {top: 1, bottom: 4, rows: -1}, '/_abc.'],
		['up by two', {top: 1, bottom: 4, rows: 2}, '/cd__.'],
		['all of them', {top: 0, bottom: 5, rows: -2}, '__/abc'],
	])('stand where they went, and a blank where none came: %s', (_, scroll, rows) => {
		expect(scrolledRows([...'/abcd.'], scroll, '_').join('')).toBe(rows);
	});
});
