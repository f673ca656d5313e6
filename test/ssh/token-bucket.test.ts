import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	filledBucket,
	fullBucket,
	spentBucket,
	type TokenBucket,
	untilPaid,
} from '../../source/ssh/token-bucket.ts';

const SIZE = {perSecond: 5, burst: 15};

describe('a bucket', () => {
	test('is full at first', () => {
		expect(fullBucket(SIZE, 70)).toEqual({tokens: 15, at: 70});
	});

	test('fills at its rate, and no further than its most', () => {
		const empty: TokenBucket = {tokens: 0, at: 1000};
		expect(filledBucket(empty, SIZE, 1000).tokens).toBe(0);
		expect(filledBucket(empty, SIZE, 1100).tokens).toBeCloseTo(0.5);
		expect(filledBucket(empty, SIZE, 3000).tokens).toBe(10);
		expect(filledBucket(empty, SIZE, 4000).tokens).toBe(15);
		expect(filledBucket(empty, SIZE, 1e12).tokens).toBe(15);
	});

	test('gives nothing for a clock that is set back, nor when it is set right again', () => {
		const back = filledBucket({tokens: 1, at: 5000}, SIZE, 2000);
		expect(back).toEqual({tokens: 1, at: 5000});
		expect(filledBucket(back, SIZE, 5000).tokens).toBe(1);
	});

	test('tells how long more was taken from it than there was', () => {
		expect(untilPaid({tokens: 0, at: 0}, SIZE)).toBe(0);
		expect(untilPaid({tokens: 3, at: 0}, SIZE)).toBe(0);
		expect(untilPaid({tokens: -5, at: 0}, SIZE)).toBe(1000);
		expect(untilPaid({tokens: -1, at: 0}, {perSecond: 3, burst: 1})).toBe(334);
		expect(untilPaid({tokens: -1, at: 0}, {perSecond: 0, burst: 1})).toBe(Infinity);
	});
});

const sizes = fc.record({
	perSecond: fc.integer({min: 1, max: 100_000}),
	burst: fc.integer({min: 1, max: 1_000_000}),
});
const steps = fc.array(fc.record({wait: fc.nat(20_000), tokens: fc.nat(10_000)}), {maxLength: 50});

test('never gives more in a time than its most and what came in it', () => {
	fc.assert(
		fc.property(sizes, steps, (size, taken) => {
			let now = 0;
			let given = 0;
			let bucket = fullBucket(size, now);
			for (const {wait, tokens} of taken) {
				now += wait;
				const spent = spentBucket(bucket, size, tokens, now);
				if (spent.tokens >= 0) {
					bucket = spent;
					given += tokens;
				}

				expect(given).toBeLessThanOrEqual(size.burst + (now / 1000) * size.perSecond + 1e-6);
			}
		}),
	);
});

test('is paid when it said that it would be', () => {
	fc.assert(
		fc.property(sizes, fc.nat(10_000_000), (size, tokens) => {
			const spent = spentBucket(fullBucket(size, 0), size, tokens, 0);
			const paid = filledBucket(spent, size, untilPaid(spent, size));
			expect(paid.tokens).toBeGreaterThanOrEqual(-1e-6);
		}),
	);
});
