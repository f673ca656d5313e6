import type {EventEmitter} from 'node:events';
import {emitKeypressEvents, type Interface} from 'node:readline';
import {visibleText} from './visible-text.ts';

/** What a key reader reads from: a terminal's input, or anything that emits `data`. */
export type KeyStream = Pick<EventEmitter, 'on' | 'off' | 'listenerCount'>;

interface Keypress {
	readonly name?: string;
	readonly sequence?: string;
	readonly ctrl?: boolean;
	readonly meta?: boolean;
	readonly shift?: boolean;
}

/** A lone Esc is told from the beginning of an arrow key by what follows within this time. */
const ESCAPE_TIMEOUT_MS = 50;

/** More than anybody means to paste into a search. */
const LONGEST_PASTE = 4096;

const NAMED: Readonly<Record<string, string>> = {
	escape: 'esc',
	enter: 'return',
	delete: 'delete',
};

const PLAIN = new Set([
	'up',
	'down',
	'left',
	'right',
	'pageup',
	'pagedown',
	'home',
	'end',
	'tab',
	'return',
	'backspace',
	'space',
	'f1',
]);

/*
What a terminal tells by itself, a click or an answer to the program before, Node's parser hands on
in pieces: the beginning as a key that it does not know, the rest as if it were typed.
*/
const REPORT_STARTS = {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with ESC
	control: /^\u001B\[[0-?]*$/,
	// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with ESC
	text: /^\u001B[\]P_^X]$/,
} as const;
const REPORT_ENDS = {
	control: /[@-~]$/,
	// biome-ignore lint/suspicious/noControlCharactersInRegex: such a text ends with BEL or ESC \
	text: /^(?:\u0007|\u001B\\)$/,
} as const;

/** How the report ends that begins with this piece. */
const reportEnd = (sequence: string): RegExp | undefined => {
	if (REPORT_STARTS.control.test(sequence)) {
		return REPORT_ENDS.control;
	}

	return REPORT_STARTS.text.test(sequence) ? REPORT_ENDS.text : undefined;
};

/** `ctrl-d`, `shift-tab`, `up`, or the character itself; `undefined` for a key that has no name here. */
const chordOf = (text: string | undefined, key: Keypress): string | undefined => {
	// Node's word for a sequence that it does not know.
	const isKnown = key.name !== undefined && key.name !== 'undefined';
	const name = isKnown ? (NAMED[key.name] ?? key.name) : undefined;
	if (key.ctrl === true && name !== undefined) {
		// A terminal sends the same byte for ctrl-h as for Backspace.
		return name === 'h' ? 'backspace' : `ctrl-${name}`;
	}

	if (key.meta === true && name !== 'esc') {
		return undefined;
	}

	if (name === 'tab' && key.shift === true) {
		return 'shift-tab';
	}

	if (name !== undefined && (PLAIN.has(name) || name === 'esc' || name === 'delete')) {
		return name;
	}

	return text === undefined || visibleText(text) !== text ? undefined : text;
};

/**
Reads keys one at a time, however many come in one packet, and pasted text as one piece.

A paste is cut at 4,096 characters, its white space made spaces and what a terminal would obey made
visible; one that never ends is dropped with the stream. What the terminal tells by itself is no key.

@returns How to stop.
*/
export const readKeys = (
	stream: KeyStream,
	onKey: (chord: string) => void,
	onPaste: (text: string) => void,
): (() => void) => {
	let paste: string | undefined;
	let untilEnd: RegExp | undefined;
	const onKeypress = (text: string | undefined, key: Keypress): void => {
		if (key.name === 'paste-start') {
			paste = '';
			return;
		}

		if (paste !== undefined) {
			if (key.name === 'paste-end') {
				const pasted = paste;
				paste = undefined;
				onPaste(visibleText(pasted.replaceAll(/\s+/gu, ' ')));
			} else if (paste.length < LONGEST_PASTE) {
				paste += text ?? key.sequence ?? '';
			}

			return;
		}

		const sequence = key.sequence ?? '';
		if (untilEnd !== undefined) {
			untilEnd = untilEnd.test(sequence) ? undefined : untilEnd;
			return;
		}

		untilEnd = reportEnd(sequence);
		if (untilEnd !== undefined) {
			// A report comes in one piece; keys after alt-] do not.
			setImmediate(() => {
				untilEnd = undefined;
			});
			return;
		}

		const chord = chordOf(text, key);
		if (chord !== undefined) {
			onKey(chord);
		}
	};

	stream.on('keypress', onKeypress);
	// Node's own parser of terminal keys; the second argument is only read for this one field.
	emitKeypressEvents(
		stream as NodeJS.ReadableStream,
		{escapeCodeTimeout: ESCAPE_TIMEOUT_MS} as unknown as Interface,
	);
	return () => {
		stream.off('keypress', onKeypress);
	};
};
