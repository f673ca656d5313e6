import {expect, test} from 'vitest';
import {GROUPS, MOVES, ROWS, SCENES} from './script.ts';

const steps = SCENES.flatMap(scene => scene.steps);

test('a reading is two hundred keys, and those that wait for the rest of an arrow key', () => {
	expect(steps.filter(({group}) => group !== 'esc')).toHaveLength(200);
	for (const {group, key} of steps) {
		expect(group === 'esc').toBe(key === 'esc');
	}
});

test('no group of keys is left out of the reading', () => {
	expect(new Set(steps.map(({group}) => group))).toEqual(new Set(Object.keys(GROUPS)));
});

test('a row down or up stays on the screen, and comes back', () => {
	const places = MOVES.map(
		(_, at) => MOVES.slice(0, at + 1).filter(key => key === 'down').length * 2 - (at + 1),
	);
	expect(Math.max(...places)).toBeLessThan(ROWS / 2);
	expect(Math.min(...places)).toBe(0);
	expect(places.at(-1)).toBe(0);
});
