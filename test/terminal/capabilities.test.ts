import {describe, expect, test} from 'vitest';
import type {CanvasStyle} from '../../source/terminal/canvas.ts';
import {capabilitiesOf, type Environment} from '../../source/terminal/capabilities.ts';
import type {ColourDepth} from '../../source/terminal/colour.ts';

const NOTHING = {isAscii: false, isColourless: false};
const XTERM = {TERM: 'xterm-256color', LANG: 'en_GB.UTF-8'};

const capabilities = (environment: Environment, wishes: Partial<typeof NOTHING> = {}) =>
	capabilitiesOf({...XTERM, ...environment}, {...NOTHING, ...wishes});

describe('colour', () => {
	test.each<[string, Environment, ColourDepth]>([
		['an ordinary terminal', {}, '256'],
		['one that says that it shows 24 bits', {COLORTERM: 'truecolor'}, 'true'],
		['the other word for it', {COLORTERM: '24bit'}, 'true'],
		['COLORTERM with another word', {TERM: 'rxvt', COLORTERM: 'rxvt-xpm'}, '16'],
		['an xterm of old', {TERM: 'xterm'}, '16'],
		['an xterm with 16', {TERM: 'xterm-16color'}, '16'],
		['a name for 24 bits', {TERM: 'konsole-direct'}, 'true'],
		['kitty', {TERM: 'xterm-kitty'}, 'true'],
		['Alacritty, from far away', {TERM: 'alacritty'}, 'true'],
		['tmux', {TERM: 'tmux-256color'}, '256'],
		['tmux in a terminal of 24 bits', {TERM: 'tmux-256color', COLORTERM: 'truecolor'}, 'true'],
		['GNU screen in such a one', {TERM: 'screen.xterm-256color', COLORTERM: 'truecolor'}, '256'],
		[
			'tmux under the name of screen',
			{TERM: 'screen-256color', COLORTERM: 'truecolor', TERM_PROGRAM: 'tmux'},
			'true',
		],
		[
			'tmux of old under the name of screen',
			{TERM: 'screen-256color', COLORTERM: 'truecolor', TMUX: '/tmp/tmux-0/default,1,0'},
			'true',
		],
		['screen', {TERM: 'screen'}, '16'],
		['the Linux console', {TERM: 'linux'}, '16'],
		['NO_COLOR', {NO_COLOR: '1'}, 'none'],
		['NO_COLOR with any value', {NO_COLOR: 'false'}, 'none'],
		['NO_COLOR against COLORTERM', {NO_COLOR: '1', COLORTERM: 'truecolor'}, 'none'],
		['an empty NO_COLOR, which is as good as none', {NO_COLOR: ''}, '256'],
		['FORCE_COLOR over NO_COLOR', {NO_COLOR: '1', FORCE_COLOR: '1'}, '16'],
		['FORCE_COLOR=1', {FORCE_COLOR: '1'}, '16'],
		['FORCE_COLOR=2', {TERM: 'xterm', FORCE_COLOR: '2'}, '256'],
		['FORCE_COLOR=3 on a dumb terminal', {TERM: 'dumb', FORCE_COLOR: '3'}, 'true'],
		['FORCE_COLOR beyond the levels', {FORCE_COLOR: '9'}, 'true'],
		['FORCE_COLOR=0', {FORCE_COLOR: '0'}, 'none'],
		['FORCE_COLOR=false', {FORCE_COLOR: 'false'}, 'none'],
		['FORCE_COLOR=true, which names no level', {FORCE_COLOR: 'true', NO_COLOR: '1'}, '256'],
		['FORCE_COLOR=true on a terminal without', {TERM: 'vt100', FORCE_COLOR: 'true'}, '16'],
		['FORCE_COLOR that is empty', {TERM: 'vt100', FORCE_COLOR: ''}, '16'],
		['FORCE_COLOR with another word', {NO_COLOR: '1', FORCE_COLOR: 'please'}, 'none'],
		['a dumb terminal', {TERM: 'dumb', COLORTERM: 'truecolor'}, 'none'],
		['a terminal that does not say what it is', {TERM: undefined}, 'none'],
		['a terminal with an empty name', {TERM: ''}, 'none'],
		['a vt100', {TERM: 'vt100'}, 'none'],
		['a vt220 of some make', {TERM: 'vt220-8bit'}, 'none'],
		['a monochrome xterm', {TERM: 'xterm-mono'}, 'none'],
		['a monochrome console', {TERM: 'linux-m'}, 'none'],
		['a terminal whose name only begins alike', {TERM: 'vt1000'}, '16'],
	])('%s', (_, environment, colour) => {
		expect(capabilities(environment).colour).toBe(colour);
	});

	test('--no-color wins over FORCE_COLOR', () => {
		expect(capabilities({FORCE_COLOR: '1'}, {isColourless: true}).colour).toBe('none');
	});
});

describe('what is sent besides what every terminal knows', () => {
	test.each<[string, 'nothing' | 'erasure' | 'erasure and repetition']>([
		['xterm-256color', 'erasure'],
		['tmux-256color', 'erasure'],
		['screen.xterm-256color', 'erasure'],
		['linux', 'erasure'],
		['vt220', 'erasure'],
		['vt100', 'nothing'],
		['never-heard-of', 'nothing'],
		['xterm-kitty', 'erasure and repetition'],
		['alacritty-direct', 'erasure and repetition'],
		['foot', 'erasure and repetition'],
		['footnote', 'nothing'],
	])('%s: %s', (TERM, what) => {
		const {canErase, canRepeat} = capabilities({TERM});
		expect({canErase, canRepeat}).toEqual({
			canErase: what !== 'nothing',
			canRepeat: what === 'erasure and repetition',
		});
	});
});

describe('whether an update is held back until it is whole', () => {
	test.each<[string, boolean]>([
		['xterm-256color', true],
		['tmux-256color', true],
		['screen-256color', true],
		['xterm-kitty', true],
		['foot', true],
		['linux', false],
		['vt100', false],
		['ansi', false],
		['never-heard-of', false],
	])('%s: %s', (TERM, canHold) => {
		expect(capabilities({TERM}).canHold).toBe(canHold);
	});
});

describe('charset', () => {
	test.each<[string, Environment, 'unicode' | 'ascii']>([
		['LANG with UTF-8', {LANG: 'de_DE.UTF-8'}, 'unicode'],
		['another spelling', {LANG: 'C.utf8'}, 'unicode'],
		['LANG=C', {LANG: 'C'}, 'ascii'],
		['LANG=POSIX', {LANG: 'POSIX'}, 'ascii'],
		['Latin 1', {LANG: 'de_DE.ISO-8859-1'}, 'ascii'],
		['no locale at all', {LANG: undefined}, 'ascii'],
		['LC_CTYPE over LANG', {LC_CTYPE: 'C', LANG: 'en_GB.UTF-8'}, 'ascii'],
		['LC_ALL over LC_CTYPE', {LC_ALL: 'en_GB.UTF-8', LC_CTYPE: 'C', LANG: 'C'}, 'unicode'],
		['LC_ALL=C over all', {LC_ALL: 'C', LC_CTYPE: 'en_GB.UTF-8'}, 'ascii'],
		['an empty LC_ALL, which is as good as none', {LC_ALL: '', LC_CTYPE: 'C.UTF-8'}, 'unicode'],
	])('%s', (_, environment, charset) => {
		expect(capabilities(environment).charset).toBe(charset);
	});

	test('--ascii wins over a UTF-8 locale', () => {
		expect(capabilities({}, {isAscii: true}).charset).toBe('ascii');
	});
});

describe('lines of maps are drawn with', () => {
	test.each<[string, CanvasStyle]>([
		['xterm-256color', 'braille'],
		['screen.xterm-256color', 'braille'],
		['tmux-256color', 'braille'],
		['konsole-linux', 'braille'],
		['linux', 'half-blocks'],
		['linux-16color', 'half-blocks'],
		['linux3.0', 'half-blocks'],
		['screen.linux', 'half-blocks'],
	])('TERM=%s: %s', (TERM, canvas) => {
		expect(capabilities({TERM}).canvas).toBe(canvas);
	});

	test('ASCII where there is nothing else', () => {
		expect(capabilities({TERM: 'linux', LANG: 'C'}).canvas).toBe('ascii');
		expect(capabilities({TERM: 'xterm'}, {isAscii: true}).canvas).toBe('ascii');
	});
});

test.each<[string | undefined, boolean]>([
	['xterm', true],
	['vt100', true],
	['dumb', false],
	['', false],
	[undefined, false],
])('TERM=%s has a screen: %s', (TERM, isAddressable) => {
	expect(capabilities({TERM}).isAddressable).toBe(isAddressable);
});
