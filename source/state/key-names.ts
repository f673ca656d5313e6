import type {Keymap} from './binding.ts';

const KEY_NAMES: Readonly<Record<string, string>> = {
	return: 'Enter',
	space: 'Space',
	tab: 'Tab',
	backspace: 'Backspace',
	'shift-tab': 'Shift-Tab',
	esc: 'Esc',
};

/** A key in a sentence: `Enter`. */
export const keyName = (chord: string): string => KEY_NAMES[chord] ?? chord;

/** The first key of a binding, in a sentence. */
export const keyFor = (keymap: Keymap, id: string): string =>
	keyName(keymap.find(binding => binding.id === id)?.chords[0] ?? '');

/** Stands for the key of a binding in a text that is written where no keymap is at hand. */
export const keyOf = (id: string): string => `⟦${id}⟧`;

/** A text with the keys that it means. */
export const withKeys = (text: string, keymap: Keymap): string =>
	text.replaceAll(/⟦([a-z.-]+)⟧/g, (whole, id: string) =>
		keymap.some(binding => binding.id === id) ? keyFor(keymap, id) : whole,
	);
