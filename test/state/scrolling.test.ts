import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {clampTop, scrolledTo} from '../../source/state/scrolling.ts';

const size = fc.integer({min: 1, max: 30});

/** A window of some rows over some lines, somewhere, and a range of lines to be seen in it. */
const anyView = fc
	.record({
		rows: size,
		lineCount: fc.integer({min: 1, max: 60}),
		top: fc.integer({min: -5, max: 70}),
	})
	.chain(view =>
		fc.tuple(fc.nat(view.lineCount - 1), size).map(([start, height]) => ({
			...view,
			wanted: {start, end: Math.min(view.lineCount, start + height)},
		})),
	);

describe('scrolling', () => {
	test('never leaves room under the last line, nor above the first', () => {
		fc.assert(
			fc.property(anyView, ({rows, lineCount, top}) => {
				const clamped = clampTop(top, rows, lineCount);
				expect(clamped).toBeGreaterThanOrEqual(0);
				expect(clamped === 0 || clamped + rows <= lineCount).toBe(true);
			}),
		);
	});

	test('shows the whole of what is wanted, or its beginning when it is taller than the window', () => {
		fc.assert(
			fc.property(anyView, ({rows, lineCount, top, wanted}) => {
				const shown = scrolledTo(top, rows, lineCount, wanted);
				expect(shown).toBe(clampTop(shown, rows, lineCount));
				expect(shown).toBeLessThanOrEqual(wanted.start);
				expect(shown + rows).toBeGreaterThanOrEqual(Math.min(wanted.end, wanted.start + rows));
			}),
		);
	});

	test('does not move while what is wanted is seen already', () => {
		fc.assert(
			fc.property(anyView, ({rows, lineCount, top, wanted}) => {
				const before = clampTop(top, rows, lineCount);
				fc.pre(before <= wanted.start && before + rows >= wanted.end);
				expect(scrolledTo(before, rows, lineCount, wanted)).toBe(before);
			}),
		);
	});

	test('moves no further than it has to', () => {
		expect(scrolledTo(0, 5, 20, {start: 5, end: 6})).toBe(1);
		expect(scrolledTo(9, 5, 20, {start: 5, end: 6})).toBe(5);
		expect(scrolledTo(3, 5, 4, {start: 3, end: 4})).toBe(0);
	});
});
