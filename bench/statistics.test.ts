import {expect, test} from 'vitest';
import {lastBeforeQuiet, summarise} from './statistics.ts';

test('a summary does not depend on the order, and sorts by number', () => {
	expect(summarise([100, 9, 20])).toEqual({count: 3, min: 9, median: 20, p95: 92, max: 100});
});

test('a median of an even count lies between the middle two', () => {
	expect(summarise([1, 2, 4, 100])?.median).toBe(3);
});

test('nothing measured has no summary', () => {
	expect(summarise([])).toBeUndefined();
});

test('output is over when it pauses long enough, but not before it had to begin', () => {
	expect(lastBeforeQuiet([0, 100, 110, 169, 400], 60)).toBe(0);
	expect(lastBeforeQuiet([0, 100, 110, 169, 400], 60, 100)).toBe(169);
	expect(lastBeforeQuiet([5], 60)).toBe(5);
	expect(lastBeforeQuiet([], 60)).toBeUndefined();
});
