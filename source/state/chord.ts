/** Keys by name that a terminal tells apart, besides characters and Ctrl with a letter. */
const NAMED_KEYS = [
	'up',
	'down',
	'left',
	'right',
	'pageup',
	'pagedown',
	'home',
	'end',
	'tab',
	'shift-tab',
	'return',
	'backspace',
	'delete',
	'space',
	'esc',
	'f1',
] as const;

/** Other names that go by; those of the help are among them. */
const ALSO: Readonly<Record<string, string>> = {
	enter: 'return',
	escape: 'esc',
	pgup: 'pageup',
	pgdn: 'pagedown',
	bksp: 'backspace',
	' ': 'space',
};

/** With Ctrl a terminal sends for these what it sends for Backspace, Tab and Enter; C leaves, whatever else is set. */
const CONTROL_LETTERS = /^ctrl-[abdefgklnopqrstuvwxyz]$/;

const isNamed = (key: string): boolean => (NAMED_KEYS as readonly string[]).includes(key);

/** Whether a key types a character where something is typed. */
export const isTyped = (chord: string): boolean => chord === 'space' || [...chord].length === 1;

/** A key as somebody wrote it, by the name that the keymap has for it; nothing: no terminal sends it. */
export const chordNamed = (written: string): string | undefined => {
	const lower = written.toLowerCase();
	const name = ALSO[lower] ?? lower;
	if (isNamed(name) || CONTROL_LETTERS.test(name)) {
		return name;
	}

	return /^[^\p{C}\p{Z}\p{M}]$/u.test(written) ? written : undefined;
};
