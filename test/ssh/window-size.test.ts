import {expect, test} from 'vitest';
import {windowSize} from '../../source/ssh/window-size.ts';

test.each([
	[120, 40, 120, 40],
	[1, 1, 20, 5],
	[20_000, 2000, 400, 150],
	[0, 0, 80, 24],
	[-5, Number.NaN, 80, 24],
	[4_294_967_295, 1.5, 400, 24],
])('a window of %d×%d is drawn as %d×%d', (columns, rows, drawnColumns, drawnRows) => {
	expect(windowSize(columns, rows)).toEqual({columns: drawnColumns, rows: drawnRows});
});
