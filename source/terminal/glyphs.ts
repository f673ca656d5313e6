import type {Capabilities} from './capabilities.ts';

/** The signs that a screen is drawn with, each one cell wide unless it says otherwise. */
export interface Glyphs {
	readonly selected: string;
	readonly related: string;
	readonly filled: string;
	readonly hollow: string;
	readonly halved: string;
	readonly faint: string;
	readonly unsure: string;
	readonly changed: string;
	/** A record that the reader has marked. */
	readonly mark: string;
	readonly link: string;
	readonly above: string;
	readonly below: string;
	/** A day before and after the shown one. */
	readonly back: string;
	readonly on: string;
	/** A movement on the road, towards the left and the right. */
	readonly westward: string;
	readonly eastward: string;
	readonly bothways: string;
	/** The road where both its ends are the government's, where neither is, and where they differ. */
	readonly roads: {readonly filled: string; readonly hollow: string; readonly front: string};
	/** From nothing to the most; any number of steps. */
	readonly shades: readonly string[];
	readonly rule: string;
	readonly caret: string;
	/** One to three cells. */
	readonly ellipsis: string;
	/** Between keys that are named together. */
	readonly keyJoint: string;
	/** What keys are called in hints; of any width. */
	readonly keys: Readonly<Record<string, string>>;
	readonly frame: Frame;
	/** The upper edge of the frame that has the focus: only that is heavier, so that few cells change. */
	readonly focusedEdge: UpperEdge;
}

/** The signs of the edge of a box in which its title stands. */
interface UpperEdge {
	readonly topLeft: string;
	readonly top: string;
	readonly topRight: string;
}

/** The eight signs of a box. */
interface Frame extends UpperEdge {
	readonly right: string;
	readonly bottomRight: string;
	readonly bottom: string;
	readonly bottomLeft: string;
	readonly left: string;
}

const UNICODE: Glyphs = {
	selected: '›',
	related: '•',
	filled: '■',
	hollow: '□',
	halved: '◨',
	faint: '·',
	unsure: '?',
	changed: '⇢',
	mark: '◆',
	link: '»',
	above: '↑',
	below: '↓',
	back: '«',
	on: '»',
	westward: '←',
	eastward: '→',
	bothways: '↔',
	roads: {filled: '━', hollow: '─', front: '┄'},
	shades: [' ', '░', '▒', '▓', '█'],
	rule: '─',
	caret: '▏',
	ellipsis: '…',
	keyJoint: '',
	keys: {
		up: '↑',
		down: '↓',
		left: '←',
		right: '→',
		return: '⏎',
		tab: '⇥',
		'shift-tab': '⇧⇥',
		backspace: '⌫',
		esc: 'Esc',
		pageup: 'PgUp',
		pagedown: 'PgDn',
		home: 'Home',
		end: 'End',
		space: 'Space',
		f1: 'F1',
	},
	frame: {
		topLeft: '╭',
		top: '─',
		topRight: '╮',
		right: '│',
		bottomRight: '╯',
		bottom: '─',
		bottomLeft: '╰',
		left: '│',
	},
	focusedEdge: {topLeft: '┍', top: '━', topRight: '┑'},
};

const ASCII: Glyphs = {
	selected: '>',
	related: '*',
	filled: '#',
	hollow: 'o',
	halved: '%',
	faint: '.',
	unsure: '?',
	changed: '~',
	mark: '!',
	link: '>',
	above: '^',
	below: 'v',
	back: '<',
	on: '>',
	westward: '<',
	eastward: '>',
	bothways: 'x',
	roads: {filled: '=', hollow: '-', front: '.'},
	shades: [' ', '.', ':', '#'],
	rule: '-',
	caret: '_',
	ellipsis: '...',
	keyJoint: '/',
	keys: {
		up: 'Up',
		down: 'Dn',
		left: 'Left',
		right: 'Right',
		return: 'Enter',
		tab: 'Tab',
		'shift-tab': 'Shift-Tab',
		backspace: 'Bksp',
		esc: 'Esc',
		pageup: 'PgUp',
		pagedown: 'PgDn',
		home: 'Home',
		end: 'End',
		space: 'Space',
		f1: 'F1',
	},
	frame: {
		topLeft: '+',
		top: '-',
		topRight: '+',
		right: '|',
		bottomRight: '+',
		bottom: '-',
		bottomLeft: '+',
		left: '|',
	},
	focusedEdge: {topLeft: '+', top: '=', topRight: '+'},
};

export const glyphsOf = (charset: Capabilities['charset']): Glyphs =>
	charset === 'ascii' ? ASCII : UNICODE;

/** A chord as a reader knows it: `ctrl-d` is `Ctrl-D`, `return` is `⏎`. */
export const chordLabel = (glyphs: Glyphs, chord: string): string =>
	chord.startsWith('ctrl-')
		? `Ctrl-${chord.slice('ctrl-'.length).toUpperCase()}`
		: (glyphs.keys[chord] ?? chord);
