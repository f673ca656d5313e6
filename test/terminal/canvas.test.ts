import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type CanvasStyle, createCanvas, DOTS} from '../../source/terminal/canvas.ts';
import {textWidth} from '../../source/terminal/text-width.ts';

const STYLES: readonly CanvasStyle[] = ['braille', 'half-blocks', 'ascii'];

/** How many dots are set, as far as the signs tell. */
const dotsIn = (rows: readonly string[]): number => {
	let dots = 0;
	for (const sign of rows.join('')) {
		const code = sign.charCodeAt(0);
		if (code >= 0x28_00 && code < 0x29_00) {
			dots += (code - 0x28_00).toString(2).replaceAll('0', '').length;
		} else {
			dots += sign === ' ' ? 0 : sign === '█' || sign === ':' ? 2 : 1;
		}
	}

	return dots;
};

describe('a canvas', () => {
	test('in braille has two dots across and four down in a cell', () => {
		const canvas = createCanvas('braille', 3, 1);
		canvas.set(0, 0);
		canvas.set(3, 3);
		canvas.line(4, 0, 4, 3);
		expect(canvas.rows()).toEqual(['⠁⢀⡇']);
	});

	test('in half-blocks and in ASCII has one dot above another', () => {
		const drawn = (style: CanvasStyle): readonly string[] => {
			const canvas = createCanvas(style, 4, 1);
			canvas.set(0, 0);
			canvas.set(1, 1);
			canvas.line(2, 0, 2, 1);
			return canvas.rows();
		};

		expect(drawn('half-blocks')).toEqual(['▀▄█ ']);
		expect(drawn('ascii')).toEqual(["'.: "]);
	});

	test('draws a slope dot by dot, the same from either end where it is a straight diagonal', () => {
		const canvas = createCanvas('half-blocks', 4, 2);
		canvas.line(0, 0, 3, 3);
		expect(canvas.rows()).toEqual(['▀▄  ', '  ▀▄']);
	});

	test('draws only every third dot of a line that is asked for so', () => {
		const canvas = createCanvas('ascii', 7, 1);
		canvas.line(0, 0, 6, 0, 3);
		expect(canvas.rows()).toEqual(["'  '  '"]);
	});

	test('shows of a line what crosses it, wherever its ends are', () => {
		const canvas = createCanvas('ascii', 5, 1);
		canvas.line(-1e12, 0, 1e12, 0);
		expect(canvas.rows()).toEqual(["'''''"]);
	});

	test('leaves out what is beside it, and what is nowhere', () => {
		const canvas = createCanvas('braille', 4, 2);
		canvas.line(-5, -5, -1, 20);
		canvas.line(Number.NaN, 0, 3, 3);
		canvas.line(0, 0, Number.POSITIVE_INFINITY, 3);
		canvas.line(-1e308, 0, 1e308, 0);
		canvas.set(Number.NaN, 0);
		canvas.set(8, 0);
		canvas.set(0, -0.5);
		canvas.set(-1, 5);
		expect(canvas.rows()).toEqual(['    ', '    ']);
	});

	test('is as many rows of as many cells as it was made with, whatever is drawn on it', () => {
		const coordinate = fc.oneof(
			fc.integer({min: -20, max: 100}),
			fc.double({min: -50, max: 150, noNaN: true}),
			fc.constantFrom(1e9, -1e18, 1e300, Number.NaN, Number.NEGATIVE_INFINITY),
		);
		fc.assert(
			fc.property(
				fc.constantFrom(...STYLES),
				fc.integer({min: 0, max: 40}),
				fc.integer({min: 0, max: 12}),
				fc.array(fc.tuple(coordinate, coordinate, coordinate, coordinate), {maxLength: 8}),
				(style, columns, rows, lines) => {
					const canvas = createCanvas(style, columns, rows);
					for (const line of lines) {
						canvas.line(...line);
						canvas.set(line[0], line[1]);
					}

					expect(canvas.rows()).toHaveLength(rows);
					for (const row of canvas.rows()) {
						expect(textWidth(row)).toBe(columns);
					}
				},
			),
			{numRuns: 200},
		);
	});

	test('has one dot a step of a line that lies on it, both ends among them', () => {
		const size = {columns: 30, rows: 10};
		const inside = (style: CanvasStyle): fc.Arbitrary<readonly [number, number]> =>
			fc.tuple(
				fc.nat(size.columns * DOTS[style].across - 1),
				fc.nat(size.rows * DOTS[style].down - 1),
			);
		for (const style of STYLES) {
			fc.assert(
				fc.property(inside(style), inside(style), (from, to) => {
					const canvas = createCanvas(style, size.columns, size.rows);
					canvas.line(...from, ...to);
					const dots = dotsIn(canvas.rows());
					expect(dots).toBe(1 + Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])));
					canvas.set(...from);
					canvas.set(...to);
					expect(dotsIn(canvas.rows())).toBe(dots);
				}),
				{numRuns: 100},
			);
		}
	});
});
