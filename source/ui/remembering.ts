/** A function that remembers what it made of what it was last given, and makes it anew only of something else. */
export const remembering = <Given extends readonly unknown[], Made>(
	make: (...given: Given) => Made,
): ((...given: Given) => Made) => {
	let last: {readonly given: Given; readonly made: Made} | undefined;
	return (...given) => {
		if (last === undefined || given.some((value, at) => value !== last?.given[at])) {
			last = {given, made: make(...given)};
		}

		return last.made;
	};
};

const isSame = (a: unknown, b: unknown): boolean =>
	Array.isArray(a) && Array.isArray(b)
		? a.length === b.length && a.every((value, at) => value === b[at])
		: a === b;

/**
Gives back what it was given before for as long as it is given the same again: the same properties with
the same values, and in lists the same members.
*/
export const keepingSame = <Made extends object>(): ((made: Made) => Made) => {
	let kept: Made | undefined;
	return made => {
		const keys = Object.keys(made) as (keyof Made)[];
		const before = kept;
		if (
			before === undefined ||
			Object.keys(before).length !== keys.length ||
			!keys.every(key => isSame(before[key], made[key]))
		) {
			kept = made;
			return made;
		}

		return before;
	};
};
