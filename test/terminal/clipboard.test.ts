import {Buffer} from 'node:buffer';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Environment} from '../../source/terminal/capabilities.ts';
import {type Clipboard, clipboardOf, clipboardSequence} from '../../source/terminal/clipboard.ts';
import {anyText} from '../support/any-text.ts';

describe('the way to the clipboard', () => {
	test.each<[string, Environment, Clipboard]>([
		['an ordinary terminal', {TERM: 'xterm-256color'}, 'osc52'],
		['kitty', {TERM: 'xterm-kitty'}, 'osc52'],
		['a terminal whose name only begins like one without', {TERM: 'linuxterm'}, 'osc52'],
		['a terminal that does not say what it is', {}, 'none'],
		['a terminal with an empty name', {TERM: ''}, 'none'],
		['a dumb terminal', {TERM: 'dumb'}, 'none'],
		['a dumb terminal in tmux', {TERM: 'dumb', TMUX: '/tmp/tmux,1,0'}, 'none'],
		['the Linux console', {TERM: 'linux'}, 'none'],
		['the Linux console with a suffix', {TERM: 'linux-16color'}, 'none'],
		['a vt100', {TERM: 'vt100'}, 'none'],
		['a vt220 of some make', {TERM: 'vt220-8bit'}, 'none'],
		['Emacs', {TERM: 'eterm-color'}, 'none'],
		['Terminal.app', {TERM: 'xterm-256color', TERM_PROGRAM: 'Apple_Terminal'}, 'none'],
		['iTerm', {TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app'}, 'osc52'],
		['GNOME Terminal', {TERM: 'xterm-256color', VTE_VERSION: '7600'}, 'none'],
		['kitty started from GNOME Terminal', {TERM: 'xterm-kitty', VTE_VERSION: '7600'}, 'osc52'],
		[
			'WezTerm started from GNOME Terminal',
			{TERM: 'xterm-256color', TERM_PROGRAM: 'WezTerm', VTE_VERSION: '7600'},
			'osc52',
		],
		['an old Konsole', {TERM: 'xterm-256color', KONSOLE_VERSION: '230805'}, 'none'],
		['a Konsole of today', {TERM: 'xterm-256color', KONSOLE_VERSION: '241200'}, 'osc52'],
		['tmux', {TERM: 'screen-256color', TMUX: '/tmp/tmux,1,0'}, 'tmux'],
		['tmux under another name', {TERM: 'xterm-256color', TMUX: '/tmp/tmux,1,0'}, 'tmux'],
		['tmux in GNOME Terminal', {TERM: 'tmux', TMUX: '/tmp/tmux,1,0', VTE_VERSION: '7600'}, 'tmux'],
		['tmux at the far end of SSH', {TERM: 'tmux-256color'}, 'tmux'],
		['tmux that says so', {TERM: 'screen', TERM_PROGRAM: 'tmux'}, 'tmux'],
		['screen', {TERM: 'screen', STY: '1.pts'}, 'screen'],
		['screen under another name', {TERM: 'xterm', STY: '1.pts'}, 'screen'],
		['screen at the far end of SSH', {TERM: 'screen.xterm-256color'}, 'screen'],
		['either at the far end of SSH', {TERM: 'screen-256color'}, 'tmux-or-screen'],
		['an empty TMUX, which is as good as none', {TERM: 'screen', TMUX: ''}, 'tmux-or-screen'],
		['one in the other', {TERM: 'screen', TMUX: '/tmp/tmux,1,0', STY: '1.pts'}, 'tmux-or-screen'],
		['tmux in screen', {TERM: 'tmux-256color', TMUX: '/tmp/tmux,1,0', STY: '1.pts'}, 'tmux'],
		[
			'screen in tmux',
			{TERM: 'screen.tmux-256color', TMUX: '/tmp/tmux,1,0', STY: '1.pts'},
			'screen',
		],
	])('%s', (_, environment, clipboard) => {
		expect(clipboardOf(environment)).toBe(clipboard);
	});
});

const ESC = '\u{1B}';
const BEL = '\u{7}';

const decoded = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8');

/** What a terminal finds in its clipboard after one whole OSC 52. */
const clipboardAfter = (sequence: string): string => {
	const begin = `${ESC}]52;c;`;
	expect(sequence.slice(0, begin.length)).toBe(begin);
	expect(sequence.at(-1)).toBe(BEL);
	const base64 = sequence.slice(begin.length, -1);
	expect(base64).toMatch(/^[A-Za-z0-9+/]+={0,2}$/);
	return decoded(base64);
};

/** The strings from `ESC P` to `ESC \`; nothing stands between them. */
const stringsIn = (bytes: string): readonly string[] => {
	expect(bytes.startsWith(`${ESC}P`) && bytes.endsWith(`${ESC}\\`)).toBe(true);
	return bytes.slice(2, -2).split(`${ESC}\\${ESC}P`);
};

const split = (bytes: string): readonly [bare: string, wrapped: string] => {
	const at = bytes.indexOf(BEL) + 1;
	return [bytes.slice(0, at), bytes.slice(at)];
};

const anyCopied = fc.oneof(
	anyText({minLength: 1}),
	fc.string({unit: 'binary', minLength: 1, maxLength: 500}),
	fc.string({unit: 'grapheme', minLength: 600, maxLength: 3000}),
);

describe('the text arrives', () => {
	test('in a terminal', () => {
		fc.assert(
			fc.property(anyCopied, text => {
				expect(clipboardAfter(clipboardSequence(text, 'osc52') ?? '')).toBe(text);
			}),
		);
	});

	test('in tmux, bare and passed through with every ESC twice', () => {
		fc.assert(
			fc.property(anyCopied, text => {
				const [bare, wrapped] = split(clipboardSequence(text, 'tmux') ?? '');
				expect(clipboardAfter(bare)).toBe(text);
				const [passed = '', ...others] = stringsIn(wrapped);
				expect(others).toEqual([]);
				expect(passed.startsWith(`tmux;${ESC}${ESC}]`)).toBe(true);
				expect(clipboardAfter(passed.slice(5).replaceAll(ESC + ESC, ESC))).toBe(text);
				// What tmux itself has it is not given again.
				expect(clipboardSequence(text, 'tmux', true)).toBe(wrapped);
			}),
		);
	});

	test('in screen, in pieces that it can hold', () => {
		fc.assert(
			fc.property(anyCopied, text => {
				const strings = stringsIn(clipboardSequence(text, 'screen') ?? '');
				expect(clipboardAfter(strings.join(''))).toBe(text);
				for (const piece of strings) {
					expect(piece.length + 4).toBeLessThanOrEqual(768);
					// An ESC at the end of a piece would make one sign with what ends it.
					expect(piece.lastIndexOf(ESC)).toBeLessThanOrEqual(0);
					expect(piece).not.toBe('');
					expect(piece).not.toBe(ESC);
				}
			}),
		);
	});

	test('in either, or is not sent when screen would print it', () => {
		fc.assert(
			fc.property(anyCopied, text => {
				const bytes = clipboardSequence(text, 'tmux-or-screen');
				if (bytes === undefined) {
					expect(Buffer.byteLength(text)).toBeGreaterThan(500);
					return;
				}

				const [bare, wrapped] = split(bytes);
				expect(bare.length).toBeLessThan(768);
				expect(clipboardAfter(bare)).toBe(text);
				expect(clipboardAfter(stringsIn(wrapped).join(''))).toBe(text);
			}),
		);
	});
});

test('a text is not sent where there is no way', () => {
	expect(clipboardSequence('tide', 'none')).toBeUndefined();
});

test.each(['osc52', 'tmux', 'screen'] as const)(
	'through %s no more is sent than terminals take, and never nothing',
	clipboard => {
		expect(clipboardSequence('x'.repeat(56_244), clipboard)).toBeDefined();
		expect(clipboardSequence('x'.repeat(56_247), clipboard)).toBeUndefined();
		expect(clipboardSequence('', clipboard)).toBeUndefined();
	},
);
