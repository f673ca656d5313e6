import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {frontRoom} from '../../source/ui/front-room.ts';
import {spansWidth} from '../../source/ui/line.tsx';
import {anyDossier} from '../support/any-dossier.ts';
import {aDisplay} from '../support/display.ts';
import {aDossier, aTown} from '../support/dossier.ts';
import {feud} from '../support/feud.ts';
import {openStore} from '../support/store.ts';

const roomOf = (columns: number, rows: number, dossier = feud) => {
	const {asOf, lists} = openStore(dossier).state();
	const {places} = dossier;
	return frontRoom(asOf, lists.front.selected, {columns, rows}, places.length, aDisplay(dossier));
};

describe('the pane of the front line', () => {
	test('has a map where it is large enough, unless no place is said to lie anywhere', () => {
		expect(roomOf(120, 20).map).toMatchObject({at: 'right'});
		expect(roomOf(120, 20, aDossier([aTown()])).map).toBeUndefined();
	});

	test('is shared out among strip, map and list to the last cell, whatever its size', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.constant(feud), anyDossier),
				fc.integer({min: 1, max: 300}),
				fc.integer({min: 1, max: 90}),
				(dossier, columns, rows) => {
					const {strip, map, ...list} = roomOf(columns, rows, dossier);
					expect(list.rows).toBeGreaterThanOrEqual(1);
					expect(list.columns).toBeGreaterThanOrEqual(1);
					expect(strip.length + (map?.at === 'top' ? map.rows : 0) + list.rows).toBe(rows);
					expect((map?.at === 'right' ? map.columns : 0) + list.columns).toBe(columns);
					expect(map?.at === 'right' ? map.rows : list.rows).toBe(list.rows);
					expect(map?.at === 'top' ? map.columns : columns).toBe(columns);
					for (const line of strip) {
						expect(spansWidth(line)).toBeLessThanOrEqual(columns);
					}
				},
			),
			{numRuns: 300},
		);
	});

	test('gives a map no less than it can be read in and no more than helps, and the list what it needs', () => {
		fc.assert(
			fc.property(
				fc.integer({min: 1, max: 300}),
				fc.integer({min: 1, max: 90}),
				(columns, rows) => {
					const {map, ...list} = roomOf(columns, rows);
					if (map !== undefined) {
						expect(map.columns).toBeGreaterThanOrEqual(29);
						expect(map.rows).toBeGreaterThanOrEqual(9);
						expect(map.at === 'right' ? list.columns : 63).toBeGreaterThanOrEqual(63);
						expect(map.at === 'right' ? map.columns : 0).toBeLessThanOrEqual(84);
						expect(map.at === 'top' ? list.rows : 7).toBeGreaterThanOrEqual(7);
						expect(map.at === 'top' ? 3 * map.rows : 0).toBeLessThanOrEqual(map.columns);
					}
				},
			),
			{numRuns: 300},
		);
	});
});
