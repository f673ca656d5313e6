import {describe, expect, test} from 'vitest';
import {ClientEnvironment} from '../../source/ssh/client-environment.ts';

describe('what a client says of its terminal', () => {
	test.each([
		'LANG',
		'LC_ALL',
		'LC_CTYPE',
		'NO_COLOR',
		'COLORTERM',
		'FORCE_COLOR',
		'TERM_PROGRAM',
		'LIBYA_TUI_THEME',
		'LIBYA_TUI_ASCII',
		'LIBYA_TUI_SCREEN_READER',
	])('%s is taken', name => {
		const environment = new ClientEnvironment();
		expect(environment.take(name, 'x')).toBe(true);
		expect(environment.variables()).toEqual({[name]: 'x'});
	});

	test.each([
		'PATH',
		'HOME',
		'LD_PRELOAD',
		'NODE_OPTIONS',
		'XDG_STATE_HOME',
		'LIBYA_TUI_DOSSIER',
		'TERM',
		'TMUX',
		'lang',
		'LANG ',
		'__proto__',
		'',
	])('%j is not', name => {
		const environment = new ClientEnvironment();
		expect(environment.take(name, 'x')).toBe(false);
		expect(environment.variables()).toEqual({});
	});

	test.each(['\u001b[31m', 'a\nb', 'é', 'x'.repeat(129), '\0'])('a value of %j is not', value => {
		expect(new ClientEnvironment().take('LANG', value)).toBe(false);
	});

	test('no more than 32 variables are kept, of which each can change', () => {
		const environment = new ClientEnvironment();
		const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
		const taken = letters
			.flatMap(first => letters.map(second => environment.take(`LC_${first}${second}`, '1')))
			.filter(Boolean);
		expect(taken).toHaveLength(32);
		expect(environment.take('LC_AA', '2')).toBe(true);
		expect(environment.variables().LC_AA).toBe('2');
	});

	test.each([
		['xterm-256color', 'xterm-256color'],
		['screen.xterm', 'screen.xterm'],
		['', 'dumb'],
		['../../etc', 'dumb'],
		['x\u001b[2J', 'dumb'],
		['x'.repeat(65), 'dumb'],
	])('a terminal called %j is taken for %s', (name, taken) => {
		const environment = new ClientEnvironment();
		environment.setTerminal(name);
		expect(environment.variables().TERM).toBe(taken);
	});
});
