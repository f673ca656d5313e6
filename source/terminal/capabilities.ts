import type {CanvasStyle} from './canvas.ts';
import type {ColourDepth} from './colour.ts';

/** What a terminal can show, as far as its environment tells. */
export interface Capabilities {
	readonly colour: ColourDepth;
	readonly charset: 'unicode' | 'ascii';
	/** What lines are drawn with: the console of Linux has a font without braille. */
	readonly canvas: CanvasStyle;
	/** Whether the cursor can be sent anywhere; without it there is no screen, only lines. */
	readonly isAddressable: boolean;
	/** Whether it can be told to make so many cells blank (ECH). */
	readonly canErase: boolean;
	/** Whether it can be told to write a character so many times more, and any character (REP). */
	readonly canRepeat: boolean;
	/** Whether it can be told to show what comes only once all of it is there (DEC 2026). */
	readonly canHold: boolean;
}

/** What the command line asks for; wins over the environment. */
export interface Wishes {
	readonly isAscii: boolean;
	readonly isColourless: boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Terminals that the terminfo database knows to be without colour; its names for others end in -m. */
const MONOCHROME = /^vt(?:52|100|102|131|220|320|340|420|510|520)(?:-|$)|-m(?:ono)?(?:-|$)/;

/**
Terminals of one make each, by the names that they give themselves alone. All of them show 24 bits of
colour and repeat any character. Those that go by the name of xterm do not all know repetition, tmux
(until 3.6) and others know it for ASCII only, GNU screen and the console of Linux not at all.
*/
const OF_ONE_MAKE = /^(?:xterm-)?(?:alacritty|contour|foot|ghostty|kitty|rio|wezterm)(?:-|$)/;

/** Terminals that erase cells, which is as old as the VT220; others may too. */
const ERASING =
	/^(?:gnome|konsole|linux|putty|rxvt|screen|st|tmux|vte|vt[2-5]\d\d|xterm)(?:[.-]|$)/;

/** Terminals that hold back an update, or go by a name of those that do; consoles and old ones never do. */
const HOLDING = /^(?:gnome|konsole|mintty|screen|st|tmux|vte|xterm)(?:[.-]|$)/;

/** The console of Linux by any of its names, GNU screen on it too. */
const LINUX_CONSOLE = /^(?:screen(?:-bce)?\.)?linux(?:[\d.-]|$)/;

const isDumb = (term: string | undefined): boolean =>
	term === undefined || term === '' || term === 'dumb';

/** Locale as POSIX picks it: LC_ALL, then LC_CTYPE, then LANG; none at all is the C locale. */
const isUtf8 = ({LC_ALL, LC_CTYPE, LANG}: Environment): boolean =>
	/utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || 'C');

/** By the levels of supports-color, which FORCE_COLOR is told in. */
const LEVELS: readonly ColourDepth[] = ['none', '16', '256', 'true'];

/** What FORCE_COLOR asks for: a depth, any but none, or nothing that is known. */
const forcedColour = (value: string | undefined): ColourDepth | 'any' | undefined => {
	switch (value) {
		case 'false':
			return 'none';
		case 'true':
		case '':
			return 'any';
		default:
			return value !== undefined && /^\d+$/.test(value)
				? LEVELS[Math.min(Number(value), LEVELS.length - 1)]
				: undefined;
	}
};

/** As COLORTERM and TERM tell; the first of them is passed on to whatever is started in a terminal. */
const knownColour = ({TERM = '', COLORTERM, TERM_PROGRAM, TMUX}: Environment): ColourDepth => {
	if (isDumb(TERM) || MONOCHROME.test(TERM)) {
		return 'none';
	}

	// Until its version 5 GNU screen did not know what it would be told; tmux may go by the same name.
	const isScreen = /^screen(?:[.-]|$)/.test(TERM) && TERM_PROGRAM !== 'tmux' && !TMUX;
	if (OF_ONE_MAKE.test(TERM) || /-direct/.test(TERM)) {
		return 'true';
	}

	if (/^(?:truecolor|24bit)$/i.test(COLORTERM ?? '')) {
		return isScreen ? '256' : 'true';
	}

	return /-256(?:color)?(?:-|$)/i.test(TERM) ? '256' : '16';
};

const colourOf = (environment: Environment): ColourDepth => {
	const forced = forcedColour(environment.FORCE_COLOR);
	if (forced !== undefined && forced !== 'any') {
		return forced;
	}

	if (forced === undefined && (environment.NO_COLOR ?? '') !== '') {
		return 'none';
	}

	const known = knownColour(environment);
	return forced === 'any' && known === 'none' ? '16' : known;
};

/**
Reads TERM, COLORTERM, NO_COLOR, FORCE_COLOR (which wins over NO_COLOR) and the locale. A dumb
terminal, or one that does not say what it is, gets lines without colour.
*/
export const capabilitiesOf = (environment: Environment, wishes: Wishes): Capabilities => {
	const {TERM = ''} = environment;
	const charset = wishes.isAscii || !isUtf8(environment) ? 'ascii' : 'unicode';
	const isOfOneMake = OF_ONE_MAKE.test(TERM);
	return {
		colour: wishes.isColourless ? 'none' : colourOf(environment),
		charset,
		canvas: charset === 'ascii' ? 'ascii' : LINUX_CONSOLE.test(TERM) ? 'half-blocks' : 'braille',
		isAddressable: !isDumb(TERM),
		canErase: isOfOneMake || ERASING.test(TERM),
		canRepeat: isOfOneMake,
		canHold: isOfOneMake || HOLDING.test(TERM),
	};
};
