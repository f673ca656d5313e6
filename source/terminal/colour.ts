/*
A colour as one number, and what becomes of it where a terminal shows fewer. The kinds lie apart: 0 is
the terminal's own colour, then come its sixteen, those of the palette of 256, and those of 24 bits.
*/

/** How many colours a terminal shows; `true`: any of 24 bits. */
export type ColourDepth = 'none' | '16' | '256' | 'true';

/** What a terminal has for text, or behind it, where no colour is set. */
export const OWN_COLOUR = 0;

const SIXTEEN = 0x1;
const PALETTE = 0x1_00;
const TRUE = 0x1_00_00_00;

/** @param index - 0 to 7, and from 8 on the bright ones. */
export const oneOfSixteen = (index: number): number => SIXTEEN + index;

/** @param index - The sixteen, then a cube of colours of six steps a side, then 24 greys from 232 on. */
export const oneOfPalette = (index: number): number => PALETTE + (index & 0xff);

export const trueColour = (red: number, green: number, blue: number): number =>
	TRUE + ((red & 0xff) << 16) + ((green & 0xff) << 8) + (blue & 0xff);

/** Red, green and blue of the sixteen as xterm has them; what a reader has made of them nobody knows. */
const SIXTEEN_OF_XTERM = [
	0x00_00_00, 0xcd_00_00, 0x00_cd_00, 0xcd_cd_00, 0x00_00_ee, 0xcd_00_cd, 0x00_cd_cd, 0xe5_e5_e5,
	0x7f_7f_7f, 0xff_00_00, 0x00_ff_00, 0xff_ff_00, 0x5c_5c_ff, 0xff_00_ff, 0x00_ff_ff, 0xff_ff_ff,
] as const;

/** The colours of the palette that no theme changes begin with the cube. */
const CUBE = 16;

const GREYS = 232;

const STEPS_OF_CUBE = [0, 95, 135, 175, 215, 255] as const;

/** Red, green and blue, a byte each, of a colour of the palette. */
const bytesOf = (index: number): number => {
	if (index < CUBE) {
		return SIXTEEN_OF_XTERM[index] ?? 0;
	}

	if (index >= GREYS) {
		return (8 + 10 * (index - GREYS)) * 0x01_01_01;
	}

	const step = (side: number): number =>
		STEPS_OF_CUBE[Math.floor((index - CUBE) / side) % STEPS_OF_CUBE.length] ?? 0;
	return (step(36) << 16) + (step(6) << 8) + step(1);
};

/** The square of how far two colours lie from one another. */
const distance = (a: number, b: number): number =>
	((a >> 16) - (b >> 16)) ** 2 +
	(((a >> 8) & 0xff) - ((b >> 8) & 0xff)) ** 2 +
	((a & 0xff) - (b & 0xff)) ** 2;

/** Of the colours of the palette in a stretch of it, the one that is most like three bytes. */
const nearest = (bytes: number, from: number, until: number): number => {
	let best = from;
	for (let index = from; index < until; index++) {
		if (distance(bytes, bytesOf(index)) < distance(bytes, bytesOf(best))) {
			best = index;
		}
	}

	return best;
};

/** What a terminal of this depth has for a colour: the same, the nearest, or its own. */
export const narrowedColour = (colour: number, depth: ColourDepth): number => {
	if (depth === 'none') {
		return OWN_COLOUR;
	}

	if (depth === 'true' || colour < PALETTE || (depth === '256' && colour < TRUE)) {
		return colour;
	}

	if (depth === '256') {
		return oneOfPalette(nearest(colour - TRUE, CUBE, 256));
	}

	const bytes = colour < TRUE ? bytesOf(colour - PALETTE) : colour - TRUE;
	return oneOfSixteen(nearest(bytes, 0, CUBE));
};

/** Of what a colour is told, as the first digit of its SGR parameter. */
type Part = 3 | 4 | 5;

const partsOf = (colour: number): readonly number[] =>
	colour < TRUE
		? [5, colour - PALETTE]
		: [2, (colour >> 16) & 0xff, (colour >> 8) & 0xff, colour & 0xff];

/**
The SGR parameters that set a colour which is not the terminal's own.

@param part - 3 for text, 4 for what is behind it, 5 for the line under it, which has none of the sixteen.
*/
export const colourCode = (colour: number, part: Part): string => {
	if (colour < PALETTE) {
		const index = colour - SIXTEEN;
		return String(index < 8 ? part * 10 + index : part * 10 + 52 + index);
	}

	const [kind, ...parts] = partsOf(colour);
	// A terminal that does not know lines of a colour would take parts of their own for other styles.
	return part === 5
		? [58, kind, ...(kind === 2 ? [''] : []), ...parts].join(':')
		: [part * 10 + 8, kind, ...parts].join(';');
};
