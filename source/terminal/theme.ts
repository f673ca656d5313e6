/** How a piece of text looks; a subset of what Ink's `Text` takes, out of the terminal's 16 colours. */
export interface Look {
	readonly color?: string;
	readonly bold?: boolean;
	readonly dimColor?: boolean;
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
export const THEME: Theme = {
	plain: {},
	secondary: {dimColor: true},
	heading: {bold: true, color: 'cyan'},
	title: {bold: true},
	selected: {inverse: true},
	match: {bold: true, underline: true, color: 'yellow'},
	frame: {dimColor: true},
	focusedFrame: {color: 'cyan', bold: true},
	key: {bold: true},
	status: {color: 'yellow'},
	quoted: {bold: true},
	filled: {color: 'green'},
	hollow: {color: 'red'},
	halved: {color: 'yellow'},
	faint: {dimColor: true},
	third: {color: 'blue'},
};
