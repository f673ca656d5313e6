import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	isEmptyFilter,
	matchesFilter,
	matchRanges,
	parseFilter,
} from '../../source/dossier/filter.ts';

const matches = (filter: string, text: string): boolean => matchesFilter(parseFilter(filter), text);

const markedIn = (filter: string, text: string): readonly string[] =>
	matchRanges(parseFilter(filter), text).map(([start, end]) => text.slice(start, end));

describe('a filter', () => {
	test.each([
		['harbour', 'The Harbour', true],
		['Harbour', 'the harbour', false],
		['Harbour', 'The Harbour', true],
		['HARBOUR', 'The Harbour', false],
	])('%s finds %s: %s (smart case)', (filter, text, isFound) => {
		expect(matches(filter, text)).toBe(isFound);
	});

	test.each([
		['cafe', 'the café', true],
		['cafe', 'the cafe\u0301', true],
		['café', 'the cafe', false],
		['café', 'the café', true],
		['lódź', 'lódź', true],
		["don't", 'They don’t', true],
		['مدينة', 'مَدِينَة', true],
		['東京', '東京都', true],
	])('%s finds %s: %s (accents matter once they are typed)', (filter, text, isFound) => {
		expect(matches(filter, text)).toBe(isFound);
	});

	test('wants every word, wherever it stands', () => {
		expect(matches('moss vera', 'Vera Moss')).toBe(true);
		expect(matches('moss reed', 'Vera Moss')).toBe(false);
	});

	test('leaves out what stands after !', () => {
		expect(matches('moss !vera', 'Tom Moss')).toBe(true);
		expect(matches('moss !vera', 'Vera Moss')).toBe(false);
		expect(matches('!vera', 'Tom Moss')).toBe(true);
	});

	test.each(['', '   ', '!', ' ! '])('%j filters nothing', filter => {
		expect(isEmptyFilter(parseFilter(filter))).toBe(true);
		expect(matches(filter, 'anything')).toBe(true);
	});
});

describe('what a filter marks', () => {
	test('is each place of each word, and nothing of excluded ones', () => {
		expect(markedIn('an', 'Banana')).toEqual(['anan']);
		expect(markedIn('b !c', 'abcab')).toEqual(['b', 'b']);
		expect(markedIn('tide ask', 'The tide does not ask.')).toEqual(['tide', 'ask']);
	});

	test('runs together where words overlap or touch', () => {
		expect(markedIn('abc bcd', 'xabcdx')).toEqual(['abcd']);
		expect(markedIn('ab cd', 'abcd')).toEqual(['abcd']);
	});

	test('is whole characters as they are written', () => {
		expect(markedIn('cafe', 'le CAFÉ!')).toEqual(['CAFÉ']);
		expect(markedIn('fi', 'oﬃce')).toEqual(['ﬃ']);
		expect(markedIn('𝒳', 'a𝒳b')).toEqual(['𝒳']);
	});

	test('lies inside the text, in order, apart, and holds a word that was looked for', () => {
		const text = fc.string({unit: fc.constantFrom(..."abABéÉe\u0301ﬁiİ ı’'ß東😀ąx")});
		const word = fc.string({
			unit: fc.constantFrom(...'abéefiıß東😀'),
			minLength: 1,
			maxLength: 3,
		});
		fc.assert(
			fc.property(text, fc.array(word, {minLength: 1, maxLength: 3}), (searched, words) => {
				let last = -1;
				for (const [start, end] of matchRanges(parseFilter(words.join(' ')), searched)) {
					expect(start).toBeGreaterThan(last);
					expect(end).toBeGreaterThan(start);
					expect(end).toBeLessThanOrEqual(searched.length);
					const piece = searched.slice(start, end);
					expect(words.some(one => matches(one, piece))).toBe(true);
					last = end;
				}

				const isFound = words.every(one => matches(one, searched));
				expect(matches(words.join(' '), searched)).toBe(isFound);
			}),
			{numRuns: 500},
		);
	});
});
