import {expect, test} from 'vitest';
import {readDuration} from '../../source/ssh/duration.ts';

test.each([
	['90s', 90_000],
	['15m', 900_000],
	['1h30m', 5_400_000],
	['2h5s', 7_205_000],
	['168h', 604_800_000],
	['0', 0],
])('%s is %d milliseconds', (text, milliseconds) => {
	expect(readDuration(text)).toBe(milliseconds);
});

test.each(['', '5', 'm', '1.5h', '30m1h', '1h1h', '-5m', '5 m', '10d', '5ms'])(
	'%j is no length of time, and the message says how one is written',
	text => {
		expect(() => readDuration(text)).toThrow('such as 90s, 15m, 1h30m');
	},
);

test('more than a week is refused', () => {
	expect(() => readDuration('168h1s')).toThrow('more than a week');
});
