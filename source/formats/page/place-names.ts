/** A box in a picture, in its units. */
export interface Box {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

/** Something that wants its name beside it, or on it when it has no mark. */
export interface Named {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	/** From the middle of its mark to where its name may begin; `undefined` without a mark. */
	readonly reach: number | undefined;
}

interface Ground {
	readonly width: number;
	readonly height: number;
	/** Where no name may stand. */
	readonly taken: readonly Box[];
	/** Points of lines, which names hide as few of as can be. */
	readonly ink: readonly (readonly [number, number])[];
}

const doMeet = (a: Box, b: Box): boolean =>
	a.left < b.left + b.width &&
	b.left < a.left + a.width &&
	a.top < b.top + b.height &&
	b.top < a.top + a.height;

const isInside = ({left, top, width, height}: Box, ground: Ground): boolean =>
	left >= 0 && top >= 0 && left + width <= ground.width && top + height <= ground.height;

const holds = ({left, top, width, height}: Box, [x, y]: readonly [number, number]): boolean =>
	x >= left && x <= left + width && y >= top && y <= top + height;

/** Boxes for a name, the most wanted first: right, left, above, below, then the corners. */
const sidesOf = ({x, y, width, height, reach}: Named): readonly Box[] => {
	const box = (left: number, top: number): Box => ({left, top, width, height});
	if (reach === undefined) {
		return [box(x - width / 2, y - height / 2)];
	}

	const [right, left] = [x + reach, x - reach - width];
	const [above, below] = [y - reach - height, y + reach];
	const middle = x - width / 2;
	return [
		box(right, y - height / 2),
		box(left, y - height / 2),
		box(middle, above),
		box(middle, below),
		...[right - reach / 2, left + reach / 2].flatMap(at => [
			box(at, above + reach / 2),
			box(at, below - reach / 2),
		]),
	];
};

/**
Puts names beside their marks: none over another, over what is taken or beyond an edge, and so that they
hide little of what is drawn.

@param items - Those first whose names matter most.
@returns For each item its box; `undefined` where there was no room.
*/
export const placeNames = (
	items: readonly Named[],
	ground: Ground,
): readonly (Box | undefined)[] => {
	const taken = [...ground.taken];
	return items.map(item => {
		let [best, least]: [Box | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
		for (const side of sidesOf(item)) {
			if (isInside(side, ground) && !taken.some(box => doMeet(box, side))) {
				const hidden = ground.ink.reduce((sum, point) => sum + (holds(side, point) ? 1 : 0), 0);
				if (hidden < least) {
					[best, least] = [side, hidden];
				}
			}
		}

		if (best !== undefined) {
			taken.push(best);
		}

		return best;
	});
};
