import fc from 'fast-check';
import {expect, test} from 'vitest';
import {LIST_PANES, PANES} from '../../source/state/panes.ts';
import {layoutOf} from '../../source/ui/layout.ts';

test('the panes fill what chips and story leave of the screen, whatever its size', () => {
	fc.assert(
		fc.property(
			fc.record({
				columns: fc.integer({min: 20, max: 300}),
				rows: fc.integer({min: 6, max: 120}),
			}),
			fc.record({above: fc.integer({min: 0, max: 1}), below: fc.nat(40)}),
			fc.constantFrom(...PANES),
			fc.constantFrom(...LIST_PANES),
			fc.boolean(),
			(size, taken, pane, listPane, isZoomed) => {
				fc.pre(taken.above + taken.below <= size.rows - 3);
				const {bands, body, headerRows} = layoutOf({size, pane, listPane, isZoomed}, taken);
				expect(body.columns).toBe(size.columns);
				expect(headerRows + taken.above + body.rows + taken.below + 1).toBe(size.rows);
				expect(bands.reduce((sum, [first]) => sum + (first?.rows ?? 0), 0)).toBe(body.rows);
				for (const band of bands) {
					expect(new Set(band.map(({rows}) => rows)).size).toBe(1);
					expect(band.reduce((sum, {columns}) => sum + columns, 0)).toBe(body.columns);
				}

				for (const slot of bands.flat()) {
					expect(slot.rows).toBeGreaterThanOrEqual(1);
					expect(slot.columns).toBeGreaterThanOrEqual(20);
				}
			},
		),
		{numRuns: 1000},
	);
});
