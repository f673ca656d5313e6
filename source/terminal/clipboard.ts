import {Buffer} from 'node:buffer';
import type {Environment} from './capabilities.ts';

/**
The way from here to the clipboard of whoever sits at the terminal: OSC 52 as it is, through tmux,
through GNU screen, through one of the two, or none, so that a text can only be selected by hand.
*/
export type Clipboard = 'osc52' | 'tmux' | 'screen' | 'tmux-or-screen' | 'none';

/** Terminals by whose name it is plain that they have no clipboard; some would print the sequence. */
const WITHOUT_CLIPBOARD = /^(?:$|(?:dumb|linux|cons25|ansi|sun|wsvt25|eterm|unknown)(?:-|$)|vt\d)/;

/** The names under which terminals of several makes go. */
const COMMON_NAME = /^(?:xterm|vte|gnome|konsole)(?:-\d*color|-direct)?$/;

/** The first Konsole that takes OSC 52 is 24.12. */
const KONSOLE_WITH_CLIPBOARD = 24_12_00;

/**
Whether it is a terminal that is known to take no notice of OSC 52. VTE (GNOME Terminal, Xfce, Tilix
and others) has decided against it; Terminal.app does not know it. VTE_VERSION and KONSOLE_VERSION
are passed on to whatever is started from such a terminal, so a terminal that says its own name in
TERM or TERM_PROGRAM is believed first.
*/
const isDeaf = ({TERM = '', TERM_PROGRAM, VTE_VERSION, KONSOLE_VERSION}: Environment): boolean => {
	if (TERM_PROGRAM) {
		return TERM_PROGRAM === 'Apple_Terminal';
	}

	return (
		COMMON_NAME.test(TERM) &&
		(Boolean(VTE_VERSION) ||
			(Boolean(KONSOLE_VERSION) && Number(KONSOLE_VERSION) < KONSOLE_WITH_CLIPBOARD))
	);
};

/** The multiplexer that the program runs in; over SSH only TERM tells of it. */
const multiplexerOf = ({
	TERM = '',
	TERM_PROGRAM,
	TMUX,
	STY,
}: Environment): 'tmux' | 'screen' | 'tmux-or-screen' | undefined => {
	// Of these names each of the two makes only its own.
	if (/^tmux(?:-|$)/.test(TERM)) {
		return 'tmux';
	}

	if (TERM.startsWith('screen.')) {
		return 'screen';
	}

	// One in the other, either of them innermost.
	if (TMUX && STY) {
		return 'tmux-or-screen';
	}

	if (TMUX) {
		return 'tmux';
	}

	if (STY) {
		return 'screen';
	}

	if (/^screen(?:-|$)/.test(TERM)) {
		return TERM_PROGRAM === 'tmux' ? 'tmux' : 'tmux-or-screen';
	}

	return undefined;
};

/**
How the clipboard is reached, as far as the environment tells. A terminal never answers, so this is
what it can be expected to take: xterm, for one, takes it only when it is set to.
*/
export const clipboardOf = (environment: Environment): Clipboard =>
	WITHOUT_CLIPBOARD.test(environment.TERM ?? '')
		? 'none'
		: (multiplexerOf(environment) ?? (isDeaf(environment) ? 'none' : 'osc52'));

const ESCAPE = '\u{1B}';
const BEGIN_STRING = `${ESCAPE}P`;
const END_STRING = `${ESCAPE}\\`;

/** As base64, in bytes; terminals drop a sequence of more than 100,000 or 75,000. */
const MOST_BASE64 = 74_994;

/** What GNU screen (since 4.2.1) holds of one string; the rest of a longer one it prints. */
const MOST_SCREEN_STRING = 764;

/** BEL ends it everywhere; `ESC \` would also end the string that it may be wrapped in. */
const osc52 = (base64: string): string => `${ESCAPE}]52;c;${base64}\u{7}`;

/** Taken by tmux with `allow-passthrough on`. */
const throughTmux = (sequence: string): string =>
	`${BEGIN_STRING}tmux;${sequence.replaceAll(ESCAPE, ESCAPE + ESCAPE)}${END_STRING}`;

/** Each piece is a string of its own; the ESC stands in the first, together with what it begins. */
const throughScreen = (sequence: string): string => {
	let strings = '';
	for (let at = 0; at < sequence.length; at += MOST_SCREEN_STRING) {
		strings += BEGIN_STRING + sequence.slice(at, at + MOST_SCREEN_STRING) + END_STRING;
	}

	return strings;
};

/**
What to write so that `text` is in the clipboard; `undefined` when it cannot get there, because
there is no way, because it is too long for it, or because there is no text.

In tmux it is written twice: bare, which tmux takes with `set-clipboard on`, and to be passed through.
Where it may be tmux or screen, both must leave alone what is meant for the other, so a text that
screen would print is not sent.

@param hasTmux - Tmux itself has the text already, and is not to take it twice.
*/
export const clipboardSequence = (
	text: string,
	clipboard: Clipboard,
	hasTmux = false,
): string | undefined => {
	const base64 = Buffer.from(text, 'utf8').toString('base64');
	if (base64 === '' || base64.length > MOST_BASE64) {
		return undefined;
	}

	const sequence = osc52(base64);
	switch (clipboard) {
		case 'osc52':
			return sequence;
		case 'tmux':
			return (hasTmux ? '' : sequence) + throughTmux(sequence);
		case 'screen':
			return throughScreen(sequence);
		case 'tmux-or-screen':
			return sequence.length > MOST_SCREEN_STRING ? undefined : sequence + throughScreen(sequence);
		case 'none':
			return undefined;
	}
};
