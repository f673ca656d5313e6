import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {textWidth} from '../../source/terminal/text-width.ts';
import {
	type CellRun,
	type Labelled,
	type LabelOptions,
	type Placed,
	placeLabels,
} from '../../source/ui/map/map-labels.ts';
import {anyText} from '../support/any-text.ts';

const OPEN: LabelOptions = {taken: [], isInked: () => false, ellipsis: '…'};

const at = (x: number, y: number, name: string, given: Partial<Labelled> = {}): Labelled => ({
	x,
	y,
	name,
	isMarked: true,
	isSelected: false,
	rank: 0,
	...given,
});

/** The map as a reader sees it, a mark as `o`. */
const drawn = (
	items: readonly Labelled[],
	columns: number,
	rows: number,
	options: Partial<LabelOptions> = {},
): readonly string[] => {
	const cells = Array.from({length: rows}, () => Array.from({length: columns}, () => ' '));
	for (const {item, hasMark, label} of placeLabels(items, {columns, rows}, {...OPEN, ...options})) {
		if (hasMark) {
			cells[item.y]?.splice(item.x, 1, 'o');
		}

		if (label !== undefined) {
			cells[label.y]?.splice(label.x, label.columns, ...label.text);
		}
	}

	return cells.map(row => row.join('').trimEnd());
};

describe('names on a map', () => {
	test('stand to the right, else to the left, else above, else below', () => {
		expect(drawn([at(2, 1, 'Hill')], 8, 3)).toEqual(['', '  o Hill', '']);
		expect(drawn([at(5, 1, 'Hill')], 8, 3)).toEqual(['', 'Hill o', '']);
		expect(drawn([at(2, 1, 'Hill')], 4, 3)).toEqual(['Hill', '  o', '']);
		expect(drawn([at(2, 0, 'Hill')], 4, 3)).toEqual(['  o', 'Hill', '']);
	});

	test('stand where they hide least of the coast', () => {
		expect(drawn([at(6, 1, 'Hill')], 13, 3, {isInked: x => x > 6})).toEqual(['', ' Hill o', '']);
	});

	test('are left out where there is no room, and the mark stays', () => {
		expect(drawn([at(1, 0, 'Hill')], 3, 1)).toEqual([' o']);
	});

	test('of the selected place are shortened rather than left out', () => {
		expect(drawn([at(1, 0, 'Hillside', {isSelected: true})], 7, 1)).toEqual([' o Hil…']);
		expect(drawn([at(1, 0, 'Hillside', {isSelected: true})], 6, 1)).toEqual([' o Hi…']);
		expect(drawn([at(1, 0, 'Hillside', {isSelected: true})], 5, 1)).toEqual([' o']);
	});

	test('of the selected place come first, then by rank', () => {
		const [first, second] = [at(0, 0, 'First'), at(14, 0, 'Second', {rank: 1})];
		expect(drawn([second, first], 15, 1)).toEqual(['o First       o']);
		expect(drawn([{...second, isSelected: true}, first], 15, 1)).toEqual(['o      Second o']);
	});

	test('of places on one cell are of the first in rank, and of the selected one too', () => {
		const [town, site] = [at(8, 0, 'Town'), at(8, 0, 'Site', {rank: 1})];
		expect(drawn([site, town], 20, 1)).toEqual(['        o Town']);
		expect(drawn([{...site, isSelected: true}, town], 20, 1)).toEqual(['   Town o Site']);
	});

	test('without a mark stand on their own cell', () => {
		expect(drawn([at(5, 0, 'Shire', {isMarked: false})], 12, 1)).toEqual(['   Shire']);
	});

	test('leave alone what is taken', () => {
		const taken = [{x: 0, y: 0, columns: 4}];
		expect(drawn([at(1, 0, 'Under'), at(6, 0, 'Hill')], 11, 1, {taken})).toEqual(['      o']);
	});

	test('are not so near to the mark of another that they could be its name', () => {
		const other = at(8, 1, '');
		expect(drawn([at(1, 1, 'Hill'), other], 9, 3)).toEqual([' Hill', ' o      o', '']);
		expect(drawn([at(1, 1, 'Hall'), {...other, x: 9}], 10, 3)).toEqual(['', ' o Hall  o', '']);
	});

	test('are two cells from other names and marks, and never over the edge, whatever the places', () => {
		const anyItem = fc.record({
			x: fc.integer({min: -3, max: 43}),
			y: fc.integer({min: -2, max: 8}),
			name: fc.oneof(anyText({maxLength: 12}), fc.constantFrom('Dunmore', 'أجدابيا', '北京', '')),
			isMarked: fc.boolean(),
			isSelected: fc.boolean(),
			rank: fc.integer({min: 0, max: 5}),
		});
		const run = (placed: Placed<Labelled>): readonly CellRun[] =>
			placed.label === undefined ? [] : [placed.label];
		fc.assert(
			fc.property(
				fc.array(anyItem, {maxLength: 25, size: 'max'}),
				fc.integer({min: 1, max: 40}),
				fc.integer({min: 1, max: 7}),
				fc.array(fc.record({x: fc.nat(50), y: fc.nat(14), columns: fc.integer({min: 1, max: 9})}), {
					maxLength: 2,
				}),
				fc.constantFrom('…', '...'),
				(items, columns, rows, taken, ellipsis) => {
					const placed = placeLabels(items, {columns, rows}, {...OPEN, taken, ellipsis});
					const owners = new Map<string, Labelled | string>();
					const take = (x: number, y: number, owner: Labelled | string): void => {
						expect(owners.get(`${x},${y}`)).toBeUndefined();
						owners.set(`${x},${y}`, owner);
					};

					for (const {x, y, columns: width} of taken) {
						for (let cell = x; cell < x + width; cell++) {
							owners.set(`${cell},${y}`, 'taken');
						}
					}

					for (const {item, hasMark} of placed) {
						if (hasMark) {
							take(item.x, item.y, 'mark');
						}
					}

					for (const each of placed) {
						for (const {x, y, columns: width} of run(each)) {
							expect(textWidth(each.label?.text ?? '')).toBe(width);
							expect(x).toBeGreaterThanOrEqual(0);
							expect(x + width).toBeLessThanOrEqual(columns);
							expect(y).toBeGreaterThanOrEqual(0);
							expect(y).toBeLessThan(rows);
							for (let cell = x; cell < x + width; cell++) {
								take(cell, y, each.item);
							}

							for (const side of [x - 2, x - 1, x + width, x + width + 1]) {
								const beside = owners.get(`${side},${y}`);
								const isOwnMark = side === each.item.x && y === each.item.y && beside === 'mark';
								expect(isOwnMark ? undefined : beside).toBeUndefined();
							}
						}
					}
				},
			),
			{numRuns: 400},
		);
	});

	test('are all there where there is room for all', () => {
		const items = Array.from({length: 8}, (_, row) =>
			at(row, 2 * row, `Place ${row}`, {rank: row}),
		);
		const placed = placeLabels(items, {columns: 40, rows: 20}, OPEN);
		expect(placed.map(({label}) => label?.text)).toEqual(items.map(({name}) => name));
	});
});
