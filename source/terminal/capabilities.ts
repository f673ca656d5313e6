import type {CanvasStyle} from './canvas.ts';

/** What a terminal can show, as far as its environment tells. */
export interface Capabilities {
	readonly colour: 'none' | 'basic';
	readonly charset: 'unicode' | 'ascii';
	/** What lines are drawn with: the console of Linux has a font without braille. */
	readonly canvas: CanvasStyle;
	/** Whether the cursor can be sent anywhere; without it there is no screen, only lines. */
	readonly isAddressable: boolean;
}

/** What the command line asks for; wins over the environment. */
export interface Wishes {
	readonly isAscii: boolean;
	readonly isColourless: boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Terminals that the terminfo database knows to be without colour. */
const MONOCHROME = /^(?:vt(?:52|100|102|220|320)|ansi-m|xterm-mono|sun-m)(?:-|$)/;

const isDumb = (term: string | undefined): boolean =>
	term === undefined || term === '' || term === 'dumb';

/** Locale as POSIX picks it: LC_ALL, then LC_CTYPE, then LANG; none at all is the C locale. */
const isUtf8 = ({LC_ALL, LC_CTYPE, LANG}: Environment): boolean =>
	/utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || 'C');

const colourOf = (environment: Environment): Capabilities['colour'] => {
	const {FORCE_COLOR, NO_COLOR, TERM} = environment;
	if (FORCE_COLOR !== undefined) {
		return FORCE_COLOR === '0' || FORCE_COLOR === 'false' ? 'none' : 'basic';
	}

	return (NO_COLOR ?? '') !== '' || isDumb(TERM) || MONOCHROME.test(TERM ?? '') ? 'none' : 'basic';
};

/**
Reads TERM, NO_COLOR, FORCE_COLOR (which wins over NO_COLOR) and the locale. A dumb terminal, or
one that does not say what it is, gets lines without colour.
*/
export const capabilitiesOf = (environment: Environment, wishes: Wishes): Capabilities => {
	const charset = wishes.isAscii || !isUtf8(environment) ? 'ascii' : 'unicode';
	return {
		colour: wishes.isColourless ? 'none' : colourOf(environment),
		charset,
		canvas:
			charset === 'ascii' ? 'ascii' : environment.TERM === 'linux' ? 'half-blocks' : 'braille',
		isAddressable: !isDumb(environment.TERM),
	};
};
