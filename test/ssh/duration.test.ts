import fc from 'fast-check';
import {expect, test} from 'vitest';
import {readDuration} from '../../source/ssh/duration.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;

test.each([
	['90s', 90_000],
	['15m', 900_000],
	['1h30m', 5_400_000],
	['1h0m5s', 3_605_000],
	['7d', WEEK],
	['6d24h', WEEK],
	['604800s', WEEK],
	['007s', 7000],
	['0', 0],
	['00', 0],
	['0s', 0],
	['0h0m', 0],
])('%s is %i milliseconds', (text, milliseconds) => {
	expect(readDuration(text)).toEqual({is: 'duration', milliseconds});
});

test.each([
	['', 'a time is written 90s'],
	['90', 'say of what: 90s, 90m or 90h'],
	['s', 'a time is written 90s'],
	['-5s', 'a time is written 90s'],
	['1.5h', 'a time is written 90s'],
	['5 s', 'a time is written 90s'],
	['5S', 'a time is written 90s'],
	['5ms', 'a time is written 90s'],
	['5s1m', 'a time is written 90s'],
	['5m5m', 'a time is written 90s'],
	['soon', 'a time is written 90s'],
	['5s\n', 'a time is written 90s'],
	['٥s', 'a time is written 90s'],
	['604801s', 'a week (7d) is the most'],
	['7d1s', 'a week (7d) is the most'],
	[`${'9'.repeat(400)}h`, 'a week (7d) is the most'],
])('%j is no time', (text, told) => {
	const read = readDuration(text);
	expect(read.is === 'wrong' && read.why).toContain(told);
});

test('what is read is never over a week, nor under 0, nor no number', () => {
	const parts = fc.array(fc.tuple(fc.nat(), fc.constantFrom('d', 'h', 'm', 's', '')), {
		maxLength: 4,
	});
	fc.assert(
		fc.property(parts, text => {
			const read = readDuration(text.flat().join(''));
			if (read.is === 'duration') {
				expect(read.milliseconds).toBeGreaterThanOrEqual(0);
				expect(read.milliseconds).toBeLessThanOrEqual(WEEK);
			} else {
				expect(read.why).not.toBe('');
			}
		}),
	);
});
