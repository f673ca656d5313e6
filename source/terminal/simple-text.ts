/*
Characters whose width needs no Unicode tables, since every terminal takes it for the same and nothing
that stands beside them changes it; and such as are as wide by the tables. Tests hold each of them against string-width.
*/

type Range = readonly [first: number, last: number];

/**
One cell each: printable ASCII, Latin, Greek and Cyrillic letters, common punctuation, arrows, box
drawing, geometric shapes, braille, and the signs for control characters.
*/
const SIMPLE: readonly Range[] = [
	[0x20, 0x7e],
	[0xa0, 0xac],
	[0xae, 0x2_ff],
	[0x3_70, 0x3_77],
	[0x3_84, 0x4_82],
	[0x20_10, 0x20_27],
	[0x20_30, 0x20_3b],
	[0x20_3d, 0x20_48],
	[0x21_90, 0x21_ff],
	[0x23_2b, 0x23_2b],
	[0x23_ce, 0x23_ce],
	[0x24_00, 0x24_26],
	[0x25_00, 0x25_a9],
	[0x25_b2, 0x25_b5],
	[0x25_b7, 0x25_b7],
	[0x25_bc, 0x25_bf],
	[0x25_c1, 0x25_c1],
	[0x25_c6, 0x25_fa],
	[0x28_00, 0x28_ff],
];

/** Two cells each: ideographs, kana, Hangul and full-width forms, but for those that combine or are emoji. */
const WIDE: readonly Range[] = [
	[0x30_01, 0x30_29],
	[0x30_41, 0x30_96],
	[0x30_9b, 0x30_ff],
	[0x31_31, 0x31_63],
	[0x31_65, 0x31_8e],
	[0x34_00, 0x4d_bf],
	[0x4e_00, 0xa4_8c],
	[0xac_00, 0xd7_a3],
	[0xf9_00, 0xfa_d9],
	[0xff_01, 0xff_60],
	[0xff_e0, 0xff_e6],
	[0x2_00_00, 0x2_ff_fd],
	[0x3_00_00, 0x3_ff_fd],
];

/**
One cell each by every table: letters that join with none beside them in one character. Terminals draw some of
these in ways of their own, joined or from the right, so where they leave the cursor is not certain.
*/
const PLAIN: readonly Range[] = [
	...SIMPLE,
	[0x4_8a, 0x5_2f],
	[0x5_31, 0x5_56],
	[0x5_59, 0x5_8a],
	[0x5_d0, 0x5_ea],
	[0x6_0c, 0x6_0d],
	[0x6_1b, 0x6_1b],
	[0x6_1d, 0x6_4a],
	[0x6_60, 0x6_6f],
	[0x6_71, 0x6_d5],
];

/** 1 for each simple character by its code; a regular expression takes longer to compile than this to fill. */
const CELLS = new Uint8Array(0x29_00);
for (const [first, last] of SIMPLE) {
	CELLS.fill(1, first, last + 1);
}

const PLAIN_CELLS = new Uint8Array(CELLS.length);
for (const [first, last] of PLAIN) {
	PLAIN_CELLS.fill(1, first, last + 1);
}

/** How many cells a code point takes on every terminal, 1 or 2; 0 where that is not as plain as that. */
export const certainCells = (code: number): number =>
	code < CELLS.length
		? (CELLS[code] ?? 0)
		: WIDE.some(([first, last]) => code >= first && code <= last)
			? 2
			: 0;

/** The last code point that is a single unit of UTF-16. */
const LAST_OF_ONE_UNIT = 0xff_ff;

/** Whether a UTF-16 code unit is a character of its own and takes one cell by the tables. */
export const isPlain = (code: number): boolean => PLAIN_CELLS[code] === 1;

/** How many cells a text takes of which each character is known to take one or two; `undefined` where one is not. */
export const certainWidth = (text: string): number | undefined => {
	let cells = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.codePointAt(at) ?? 0;
		const own = PLAIN_CELLS[code] === 1 ? 1 : certainCells(code);
		if (own === 0) {
			return undefined;
		}

		cells += own;
		at += code > LAST_OF_ONE_UNIT ? 1 : 0;
	}

	return cells;
};

/** Text of which that is so for every code unit. Most of what is drawn is such text. */
export const isPlainText = (text: string): boolean => {
	for (let at = 0; at < text.length; at++) {
		// Of what is beyond the table nothing is plain.
		if (PLAIN_CELLS[text.charCodeAt(at)] !== 1) {
			return false;
		}
	}

	return true;
};
