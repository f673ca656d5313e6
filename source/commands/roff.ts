import {wrappedSimple} from '../terminal/simple-wrap.ts';

/*
Text for man(7), the macros that man pages are written in.
*/

const ESCAPES: Readonly<Record<string, string>> = {
	'\\': '\\e',
	// A hyphen may be broken at and becomes another sign in print; what is typed is a minus.
	'-': '\\-',
	"'": '\\(aq',
	'`': '\\(ga',
	'^': '\\(ha',
	'~': '\\(ti',
	'"': '\\(dq',
};

const inRoff = (character: string): string => {
	const code = character.codePointAt(0) ?? 0;
	return (
		ESCAPES[character] ??
		(code < 0x80 ? character : `\\[u${code.toString(16).toUpperCase().padStart(4, '0')}]`)
	);
};

/** A text as it stands, of which nothing is a command to roff unless it begins a line with a dot. */
export const roffText = (text: string): string => Array.from(text, inRoff).join('');

/** As wide as style has it; a text is filled anew wherever it is read. */
const COLUMNS = 78;

/** A text as lines of the page, none of which is a command. */
export const roffLines = (text: string): readonly string[] =>
	wrappedSimple(roffText(text), COLUMNS).map(line => (line.startsWith('.') ? `\\&${line}` : line));

export const bold = (text: string): string => `\\fB${roffText(text)}\\fR`;

export const italic = (text: string): string => `\\fI${roffText(text)}\\fR`;
