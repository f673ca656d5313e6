import fc from 'fast-check';
import {expect, test} from 'vitest';
import {windowSize} from '../../source/ssh/window-size.ts';

test.each([
	[80, 24, 80, 24],
	[120, 40, 120, 40],
	[20, 5, 20, 5],
	[400, 150, 400, 150],
	[19, 4, 20, 5],
	[1, 1, 20, 5],
	[401, 151, 400, 150],
	[20_000, 2000, 400, 150],
	[4_294_967_295, 4_294_967_295, 400, 150],
	[0, 0, 80, 24],
	[0, 40, 80, 40],
	[120, 0, 120, 24],
	[-1, -24, 80, 24],
	[Number.NaN, Number.POSITIVE_INFINITY, 80, 24],
	[100.5, 30.5, 80, 24],
])('a window of %d × %d is drawn as %d × %d', (cols, rows, columns, shownRows) => {
	expect(windowSize({cols, rows})).toEqual({columns, rows: shownRows});
});

test('whatever a client says, there is a size that can be drawn', () => {
	fc.assert(
		fc.property(
			fc.oneof(fc.double(), fc.integer()),
			fc.oneof(fc.double(), fc.integer()),
			(cols, rows) => {
				const size = windowSize({cols, rows});
				expect(size.columns).toSatisfy(
					(columns: number) => Number.isInteger(columns) && columns >= 20 && columns <= 400,
				);
				expect(size.rows).toSatisfy(
					(shown: number) => Number.isInteger(shown) && shown >= 5 && shown <= 150,
				);
			},
		),
	);
});
