import {SCENES, type Step} from '../script.ts';

/** Where in the script of keys a reader is. */
export type Place = {
	/** Keys that lead there from the dashboard as it opens. */
	readonly before: readonly Step[];
	/** Keys from there on, all of them, which lead back there. */
	readonly from: readonly Step[];
};

const LENGTH = SCENES.reduce((sum, {steps}) => sum + steps.length, 0);

/** @param step - So many keys after the beginning of the script. */
const placeAt = (step: number): Place => {
	let end = 0;
	const at = SCENES.findIndex(({steps}) => {
		end += steps.length;
		return step < end;
	});
	const scene = SCENES[at]?.steps ?? [];
	const before = scene.slice(0, step - end + scene.length);
	const others = [...SCENES.slice(at + 1), ...SCENES.slice(0, at)].flatMap(({steps}) => steps);
	return {before, from: [...scene.slice(before.length), ...others, ...before]};
};

/** Places for so many readers, as far apart as there is room for: at any time, keys of all kinds are pressed. */
export const placesOf = (readers: number): readonly Place[] =>
	Array.from({length: readers}, (_, at) => placeAt(Math.floor((at * LENGTH) / readers)));
