import type {EventEmitter} from 'node:events';
import {emitKeypressEvents, type Interface} from 'node:readline';

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

/** `ctrl-d`, `shift-tab`, `up`, or the character itself; `undefined` for a key that has no name here. */
const chordOf = (text: string | undefined, key: Keypress): string | undefined => {
	const name = key.name === undefined ? undefined : (NAMED[key.name] ?? key.name);
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

	return text !== undefined && text >= ' ' && text !== '\u{7F}' ? text : undefined;
};

/**
Reads keys one at a time, however many come in one packet, and pasted text as one piece.

A paste is cut at 4,096 characters; one that never ends is dropped with the stream.

@returns How to stop.
*/
export const readKeys = (
	stream: KeyStream,
	onKey: (chord: string) => void,
	onPaste: (text: string) => void,
): (() => void) => {
	let paste: string | undefined;
	const onKeypress = (text: string | undefined, key: Keypress): void => {
		if (key.name === 'paste-start') {
			paste = '';
			return;
		}

		if (paste !== undefined) {
			if (key.name === 'paste-end') {
				const pasted = paste;
				paste = undefined;
				onPaste(pasted);
			} else if (paste.length < LONGEST_PASTE) {
				paste += text ?? key.sequence ?? '';
			}

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
