/*
Shapes of the characters that must meet from cell to cell, or that fonts draw at odd widths: box
drawing, blocks, braille, and the few geometric shapes of the dashboard. Drawn as terminals draw
them, by hand, so that a picture does not depend on the viewer's fonts.

Lengths are in SVG units; a cell is CELL_WIDTH by CELL_HEIGHT, its centre on half a unit, so that a
line one unit wide is sharp.
*/

export const CELL_WIDTH = 9;
export const CELL_HEIGHT = 19;

/** A rectangle within a cell, or running over several. */
export type Rectangle = {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
};

export type Shape = {
	readonly rectangles: readonly Rectangle[];
	/** SVG path data to fill, relative to the cell: starts with `m`. */
	readonly fill?: string;
	/** SVG path data to stroke one unit wide, likewise. */
	readonly stroke?: string;
	/** Centres of dots. */
	readonly dots?: readonly (readonly [x: number, y: number])[];
	/** How much of the colour is left, from 0 to 1, where a shape is a shade. */
	readonly strength?: number;
};

const MIDDLE_X = CELL_WIDTH / 2;
const MIDDLE_Y = CELL_HEIGHT / 2;

/** Arms of U+2500 to U+257F: up, right, down, left; 1 light, 2 heavy, 3 double, 0 for no arm. */
const ARMS = `
	0101 0202 1010 2020 0101 0202 1010 2020 0101 0202 1010 2020 0110 0210 0120 0220
	0011 0012 0021 0022 1100 1200 2100 2200 1001 1002 2001 2002 1110 1210 2110 1120
	2120 2210 1220 2220 1011 1012 2011 1021 2021 2012 1022 2022 0111 0112 0211 0212
	0121 0122 0221 0222 1101 1102 1201 1202 2101 2102 2201 2202 1111 1112 1211 1212
	2111 1121 2121 2112 2211 1122 1221 2212 1222 2122 2221 2222 0101 0202 1010 2020
	0303 3030 0310 0130 0330 0013 0031 0033 1300 3100 3300 1003 3001 3003 1310 3130
	3330 1013 3031 3033 0313 0131 0333 1303 3101 3303 1313 3131 3333 0000 0000 0000
	0000 0000 0000 0000 0001 1000 0100 0010 0002 2000 0200 0020 0201 1020 0102 2010
`
	.trim()
	.split(/\s+/);

/** Dashes in a cell, of the broken lines. */
const DASHES: Readonly<Record<string, number>> = {
	...Object.fromEntries([...'┄┅┆┇'].map(character => [character, 3])),
	...Object.fromEntries([...'┈┉┊┋'].map(character => [character, 4])),
	...Object.fromEntries([...'╌╍╎╏'].map(character => [character, 2])),
};

/** Thickness of a line by weight; of a double line, one of the two. */
const THICKNESS = [0, 1, 3, 1] as const;

/** From the middle of a double line to the middle of each of its two. */
const APART = 2;

const DOUBLE = 3;

/** A line along one axis: from and to along it, low and high across, all from the cell's middle. */
type Band = readonly [from: number, to: number, low: number, high: number];

const thickness = (weight: number): number => THICKNESS[weight] ?? 0;

/** Where the arm's middle line begins, seen outwards from the cell's middle; below 0 is beyond it. */
const armBegins = (isAlone: boolean, before: number, after: number): number => {
	if (!isAlone) {
		return 0;
	}

	if (before === DOUBLE && after === DOUBLE) {
		return APART;
	}

	return before === DOUBLE || after === DOUBLE
		? -APART - 0.5
		: -Math.max(thickness(before), thickness(after)) / 2;
};

/** The same for one of the two lines of a double arm; `near` is the crossing arm on its side. */
const doubleArmBegins = (isAlone: boolean, near: number, far: number): number => {
	if (near === DOUBLE) {
		return APART - 0.5;
	}

	return far === DOUBLE ? (isAlone ? -APART - 0.5 : 0) : armBegins(isAlone, near, far);
};

/**
The lines of two opposite arms.

@param half - Half the cell's extent along them.
@param arms - Weights: the arm to the low end, to the high end, and those crossing on the low and on
the high side.
*/
const bandsOf = (
	half: number,
	[low, high, crossLow, crossHigh]: readonly number[],
): readonly Band[] => {
	const bands: Band[] = [];
	for (const [weight = 0, other = 0, direction] of [
		[low, high, -1],
		[high, low, 1],
	] as const) {
		const add = (begin: number, middle: number): void => {
			const ends = [begin * direction, half * direction].toSorted((a, b) => a - b);
			const [from = 0, to = 0] = ends;
			bands.push([from, to, middle - thickness(weight) / 2, middle + thickness(weight) / 2]);
		};

		const isAlone = other === 0;
		if (weight === DOUBLE) {
			add(doubleArmBegins(isAlone, crossLow ?? 0, crossHigh ?? 0), -APART);
			add(doubleArmBegins(isAlone, crossHigh ?? 0, crossLow ?? 0), APART);
		} else if (weight !== 0) {
			add(armBegins(isAlone, crossLow ?? 0, crossHigh ?? 0), 0);
		}
	}

	return bands;
};

/** Cuts a line into dashes, the gaps shared between both ends, so that cells go on evenly. */
const dashed = ([from, to, low, high]: Band, half: number, count: number): readonly Band[] => {
	const step = (2 * half) / count;
	return Array.from({length: count}, (_, index): Band => {
		const start = -half + (index + 0.2) * step;
		return [Math.max(from, start), Math.min(to, start + 0.6 * step), low, high];
	}).filter(([start, end]) => end > start);
};

const lineShape = (character: string, arms: string): Shape => {
	const [up = 0, right = 0, down = 0, left = 0] = [...arms].map(Number);
	const dashes = DASHES[character];
	const along = (half: number, weights: readonly number[]): readonly Band[] => {
		const bands = bandsOf(half, weights);
		return dashes === undefined ? bands : bands.flatMap(band => dashed(band, half, dashes));
	};

	return {
		rectangles: [
			...along(MIDDLE_X, [left, right, up, down]).map(([from, to, low, high]) => ({
				left: MIDDLE_X + from,
				right: MIDDLE_X + to,
				top: MIDDLE_Y + low,
				bottom: MIDDLE_Y + high,
			})),
			...along(MIDDLE_Y, [up, down, left, right]).map(([from, to, low, high]) => ({
				left: MIDDLE_X + low,
				right: MIDDLE_X + high,
				top: MIDDLE_Y + from,
				bottom: MIDDLE_Y + to,
			})),
		],
	};
};

const block = (left: number, top: number, right: number, bottom: number): Rectangle => ({
	left: left * CELL_WIDTH,
	top: top * CELL_HEIGHT,
	right: right * CELL_WIDTH,
	bottom: bottom * CELL_HEIGHT,
});

const solid = (...rectangles: readonly Rectangle[]): Shape => ({rectangles});

const QUADRANTS = [
	block(0, 0, 0.5, 0.5),
	block(0.5, 0, 1, 0.5),
	block(0, 0.5, 0.5, 1),
	block(0.5, 0.5, 1, 1),
];

/** Quadrants of U+2596 to U+259F, by their place in QUADRANTS. */
const QUADRANT_SETS = ['2', '3', '0', '023', '03', '012', '013', '1', '12', '123'];

const blockShape = (code: number): Shape => {
	if (code === 0x2580) {
		return solid(block(0, 0, 1, 0.5));
	}

	if (code <= 0x2588) {
		return solid(block(0, 1 - (code - 0x2580) / 8, 1, 1));
	}

	if (code <= 0x258f) {
		return solid(block(0, 0, (0x2590 - code) / 8, 1));
	}

	switch (code) {
		case 0x2590:
			return solid(block(0.5, 0, 1, 1));
		case 0x2591:
		case 0x2592:
		case 0x2593:
			return {...solid(block(0, 0, 1, 1)), strength: (code - 0x2590) / 4};
		case 0x2594:
			return solid(block(0, 0, 1, 1 / 8));
		case 0x2595:
			return solid(block(7 / 8, 0, 1, 1));
		default: {
			const places = [...(QUADRANT_SETS[code - 0x2596] ?? '')].map(Number);
			return solid(...places.flatMap(place => QUADRANTS[place] ?? []));
		}
	}
};

/** Columns and rows of the dots of a braille cell, from the lowest bit. */
const BRAILLE_DOTS = [
	[0, 0],
	[0, 1],
	[0, 2],
	[1, 0],
	[1, 1],
	[1, 2],
	[0, 3],
	[1, 3],
] as const;

const brailleShape = (code: number): Shape => ({
	rectangles: [],
	dots: BRAILLE_DOTS.filter((_, bit) => (code >> bit) % 2 === 1).map(([column, row]) => [
		((column + 0.5) * CELL_WIDTH) / 2,
		((row + 0.5) * CELL_HEIGHT) / 4,
	]),
});

const circle = (radius: number): string =>
	`m${MIDDLE_X - radius} ${MIDDLE_Y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;

/** A square round the cell's middle, and one inside it that is left out. */
const frame = 'm1 6h7v7h-7zm1 1v5h5v-5z';

const filled = (fill: string): Shape => ({rectangles: [], fill});
const stroked = (stroke: string): Shape => ({rectangles: [], stroke});

const OTHERS: Readonly<Record<string, Shape>> = {
	'╭': stroked('m4.5 19v-5q0-4.5 4.5-4.5'),
	'╮': stroked('m4.5 19v-5q0-4.5-4.5-4.5'),
	'╯': stroked('m4.5 0v5q0 4.5-4.5 4.5'),
	'╰': stroked('m4.5 0v5q0 4.5 4.5 4.5'),
	'╱': stroked('m9 0l-9 19'),
	'╲': stroked('m0 0l9 19'),
	'╳': stroked('m9 0l-9 19m0-19l9 19'),
	'■': filled('m1 6h7v7h-7z'),
	'□': filled(frame),
	'◧': filled(`${frame}m0 0v5h2.5v-5z`),
	'◨': filled(`${frame}m2.5 0v5h2.5v-5z`),
	'▪': filled('m2.5 7.5h4v4h-4z'),
	'▫': filled('m2 7h5v5h-5zm1 1v3h3v-3z'),
	'●': filled(circle(3.5)),
	'○': stroked(circle(3)),
	'◉': {...stroked(circle(3.5)), fill: circle(1.75)},
	'◆': filled('m4.5 5l4 4.5l-4 4.5l-4-4.5z'),
	'◇': stroked('m4.5 5.5l3.5 4l-3.5 4l-3.5-4z'),
	'▲': filled('m4.5 5l4 8h-8z'),
	'▼': filled('m.5 6h8l-4 8z'),
	'▶': filled('m1 5.5l7.5 4l-7.5 4z'),
	'◀': filled('m8 5.5v8l-7.5-4z'),
	'▴': filled('m4.5 7l3 5h-6z'),
	'▾': filled('m1.5 7h6l-3 5z'),
	'▸': filled('m2 6.5l5 3l-5 3z'),
	'◂': filled('m7 6.5v6l-5-3z'),
};

/** The shape of a character that is drawn; `undefined` for one that is set in type. */
export const shapeOf = (character: string): Shape | undefined => {
	const other = OTHERS[character];
	if (other) {
		return other;
	}

	const code = character.codePointAt(0) ?? 0;
	if (code >= 0x2500 && code <= 0x257f) {
		return lineShape(character, ARMS[code - 0x2500] ?? '0000');
	}

	if (code >= 0x2580 && code <= 0x259f) {
		return blockShape(code);
	}

	return code >= 0x2800 && code <= 0x28ff ? brailleShape(code - 0x2800) : undefined;
};
