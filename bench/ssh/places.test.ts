import {expect, test} from 'vitest';
import {SCENES} from '../script.ts';
import {placesOf} from './places.ts';

const keysOf = (steps: readonly {readonly key: string}[]): readonly string[] =>
	steps.map(({key}) => key);

const sceneKeys = SCENES.map(({steps}) => keysOf(steps));
const length = sceneKeys.flat().length;

test('readers stand at every key of the script, each within the scene that it belongs to', () => {
	const places = placesOf(length);
	expect(places.map(({from}) => from[0]?.key)).toEqual(sceneKeys.flat());
	for (const {before, from} of places) {
		const rest = keysOf(from.slice(0, from.length - before.length));
		const whole = [...keysOf(before), ...rest];
		const at = sceneKeys.findIndex(keys => keys.every((key, place) => key === whole[place]));
		expect(at).not.toBe(-1);
		expect(whole).toEqual([...sceneKeys.slice(at), ...sceneKeys.slice(0, at)].flat());
	}
});

test('whoever reads on from a place presses every key once and is there again', () => {
	for (const {before, from} of placesOf(7)) {
		expect(from).toHaveLength(length);
		expect(from.slice(length - before.length)).toEqual(before);
	}
});
