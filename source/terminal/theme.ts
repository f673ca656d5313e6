import type {ThemeName} from './theme-names.ts';

/** How a piece of text looks, out of the terminal's own 16 colours. */
export interface Look {
	readonly colour?: 'red' | 'green' | 'yellow' | 'blue' | 'cyan';
	readonly bold?: boolean;
	readonly dim?: boolean;
	readonly inverse?: boolean;
	readonly underline?: boolean;
}

/** Looks by what they are for. None carries a meaning that a sign or a word does not carry too. */
export interface Theme {
	readonly plain: Look;
	readonly secondary: Look;
	readonly heading: Look;
	readonly title: Look;
	readonly selected: Look;
	readonly match: Look;
	readonly frame: Look;
	readonly focusedFrame: Look;
	readonly key: Look;
	readonly status: Look;
	readonly quoted: Look;
	readonly filled: Look;
	readonly hollow: Look;
	readonly halved: Look;
	readonly faint: Look;
	readonly third: Look;
}

/** The terminal's own palette, so that it fits whatever theme its user has chosen. */
const TERMINAL: Theme = {
	plain: {},
	secondary: {dim: true},
	heading: {bold: true, colour: 'cyan'},
	title: {bold: true},
	selected: {inverse: true},
	match: {bold: true, underline: true, colour: 'yellow'},
	frame: {dim: true},
	focusedFrame: {colour: 'cyan', bold: true},
	key: {bold: true},
	status: {colour: 'yellow'},
	quoted: {bold: true},
	filled: {colour: 'green'},
	hollow: {colour: 'red'},
	halved: {colour: 'yellow'},
	faint: {dim: true},
	third: {colour: 'blue'},
};

/**
For eyes that faint text tires, or a palette whose blue cannot be read: nothing is dim, and what colour
there is is bold.
*/
const HIGH_CONTRAST: Theme = {
	plain: {},
	secondary: {},
	heading: {bold: true, underline: true},
	title: {bold: true},
	selected: {inverse: true, bold: true},
	match: {bold: true, underline: true},
	frame: {},
	focusedFrame: {bold: true},
	key: {bold: true, underline: true},
	status: {bold: true, inverse: true},
	quoted: {bold: true, underline: true},
	filled: {colour: 'green', bold: true},
	hollow: {colour: 'red', bold: true},
	halved: {colour: 'yellow', bold: true},
	faint: {},
	third: {colour: 'cyan', bold: true},
};

/** No colour, though the terminal has some. */
const PLAIN: Theme = Object.fromEntries(
	Object.entries(TERMINAL).map(([name, {colour: _, ...look}]) => [name, look]),
) as unknown as Theme;

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
	terminal: TERMINAL,
	'high-contrast': HIGH_CONTRAST,
	plain: PLAIN,
};
