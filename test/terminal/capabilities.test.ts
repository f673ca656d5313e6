import {describe, expect, test} from 'vitest';
import {capabilitiesOf, type Environment} from '../../source/terminal/capabilities.ts';

const NOTHING = {isAscii: false, isColourless: false};
const XTERM = {TERM: 'xterm-256color', LANG: 'en_GB.UTF-8'};

const capabilities = (environment: Environment, wishes: Partial<typeof NOTHING> = {}) =>
	capabilitiesOf({...XTERM, ...environment}, {...NOTHING, ...wishes});

describe('colour', () => {
	test.each<[string, Environment, 'none' | 'basic']>([
		['an ordinary terminal', {}, 'basic'],
		['NO_COLOR', {NO_COLOR: '1'}, 'none'],
		['NO_COLOR with any value', {NO_COLOR: 'false'}, 'none'],
		['an empty NO_COLOR, which is as good as none', {NO_COLOR: ''}, 'basic'],
		['FORCE_COLOR over NO_COLOR', {NO_COLOR: '1', FORCE_COLOR: '1'}, 'basic'],
		['FORCE_COLOR that is empty', {TERM: 'vt100', FORCE_COLOR: ''}, 'basic'],
		['FORCE_COLOR=3 on a dumb terminal', {TERM: 'dumb', FORCE_COLOR: '3'}, 'basic'],
		['FORCE_COLOR=0', {FORCE_COLOR: '0'}, 'none'],
		['FORCE_COLOR=false', {FORCE_COLOR: 'false'}, 'none'],
		['a dumb terminal', {TERM: 'dumb'}, 'none'],
		['a terminal that does not say what it is', {TERM: undefined}, 'none'],
		['a terminal with an empty name', {TERM: ''}, 'none'],
		['a vt100', {TERM: 'vt100'}, 'none'],
		['a vt220 of some make', {TERM: 'vt220-8bit'}, 'none'],
		['a monochrome xterm', {TERM: 'xterm-mono'}, 'none'],
		['a terminal whose name only begins alike', {TERM: 'vt1000'}, 'basic'],
		['screen', {TERM: 'screen'}, 'basic'],
		['the Linux console', {TERM: 'linux'}, 'basic'],
	])('%s', (_, environment, colour) => {
		expect(capabilities(environment).colour).toBe(colour);
	});

	test('--no-color wins over FORCE_COLOR', () => {
		expect(capabilities({FORCE_COLOR: '1'}, {isColourless: true}).colour).toBe('none');
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

test.each<[string | undefined, boolean]>([
	['xterm', true],
	['vt100', true],
	['dumb', false],
	['', false],
	[undefined, false],
])('TERM=%s has a screen: %s', (TERM, isAddressable) => {
	expect(capabilities({TERM}).isAddressable).toBe(isAddressable);
});
