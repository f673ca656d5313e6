import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {settingsOf} from '../../source/commands/settings.ts';
import {withTerminal, withVariable} from '../../source/ssh/client-environment.ts';
import {capabilitiesOf, type Environment} from '../../source/terminal/capabilities.ts';
import {hostileText} from '../support/hostile-text.ts';

const set = (...variables: readonly (readonly [string, string])[]): Environment =>
	variables.reduce<Environment>((environment, [name, value]) => {
		const next = withVariable(environment, name, value);
		if (next === undefined) {
			throw new Error(`${name} is refused.`);
		}

		return next;
	}, {});

describe('a client may set', () => {
	test.each([
		['LANG', 'de_DE.UTF-8'],
		['LC_ALL', 'C'],
		['LC_CTYPE', 'C.UTF-8'],
		['NO_COLOR', '1'],
		['FORCE_COLOR', ''],
		['COLORTERM', 'truecolor'],
		['TERM_PROGRAM', 'tmux'],
		['LIBYA_TUI_THEME', 'x'.repeat(128)],
		['LIBYA_TUI_ASCII', '1'],
		['LIBYA_TUI_SCREEN_READER', '1'],
	])('%s', (name, value) => {
		expect(withVariable({}, name, value)).toEqual({[name]: value});
	});

	test('one variable twice, and the last holds', () => {
		expect(set(['LANG', 'C'], ['LANG', 'C.UTF-8'])).toEqual({LANG: 'C.UTF-8'});
	});
});

describe('a client may not set', () => {
	test.each([
		'PATH',
		'HOME',
		'TERM',
		'TMUX',
		'NODE_OPTIONS',
		'LD_PRELOAD',
		'XDG_CONFIG_HOME',
		'XDG_STATE_HOME',
		'LIBYA_TUI_DOSSIER',
		'lang',
		'LANGUAGE',
		'LC_',
		'LC_all',
		`LC_${'A'.repeat(21)}`,
		'LANG\n',
		' LANG',
		'__proto__',
		'constructor',
		'',
	])('%j', name => {
		expect(withVariable({}, name, '1')).toBeUndefined();
	});

	test.each(['x'.repeat(129), '\u001B[31m', 'a\n', '\u007F', 'ü', '\0'])('a value of %j', value => {
		expect(withVariable({}, 'LANG', value)).toBeUndefined();
	});

	test('more than 32 variables', () => {
		const names = Array.from(
			{length: 32},
			(_, at) => `LC_${String.fromCharCode(65 + (at % 26))}${at < 26 ? '' : 'X'}`,
		);
		const full = set(...names.map(name => [name, 'C'] as const));
		expect(Object.keys(full)).toHaveLength(32);
		expect(withVariable(full, 'LANG', 'C')).toBeUndefined();
		expect(withVariable(full, 'LC_A', 'other')).toMatchObject({LC_A: 'other'});
	});
});

test('what a client set is kept as it was when something is refused', () => {
	const before = set(['LANG', 'C']);
	expect(withVariable(before, 'PATH', '/')).toBeUndefined();
	expect(before).toEqual({LANG: 'C'});
});

describe('a terminal', () => {
	test('says what it is, over all that was set', () => {
		expect(withTerminal(set(['LANG', 'C.UTF-8']), 'xterm-kitty')).toEqual({
			LANG: 'C.UTF-8',
			TERM: 'xterm-kitty',
		});
	});

	test.each([undefined, 'x'.repeat(129), 'xterm\u001B[31m', 'xterm\n'])(
		'that says %j is one without a name, which gets lines',
		term => {
			const environment = withTerminal({}, term);
			expect(environment.TERM).toBeUndefined();
			const wishes = {isAscii: false, isColourless: false};
			expect(capabilitiesOf(environment, wishes).isAddressable).toBe(false);
		},
	);
});

test('the program reads what a client may set', () => {
	const environment = withTerminal(
		set(
			['LANG', 'C.UTF-8'],
			['COLORTERM', 'truecolor'],
			['LIBYA_TUI_ASCII', '1'],
			['LIBYA_TUI_SCREEN_READER', '1'],
		),
		'xterm',
	);
	expect(settingsOf({...environment})).toMatchObject({isAscii: true, isForScreenReader: true});
	expect(capabilitiesOf(environment, {isAscii: false, isColourless: false})).toMatchObject({
		colour: 'true',
		charset: 'unicode',
	});
});

test('whatever a client sends, nothing is set that it may not set', () => {
	const names = fc.oneof(hostileText, fc.constantFrom('LANG', 'LC_ALL', 'PATH', 'TERM'));
	fc.assert(
		fc.property(fc.array(fc.tuple(names, hostileText), {maxLength: 60}), sent => {
			let environment: Environment = {};
			for (const [name, value] of sent) {
				environment = withVariable(environment, name, value) ?? environment;
			}

			for (const [name, value] of Object.entries(environment)) {
				expect(name).toMatch(/^(?:LANG|LC_ALL)$/);
				expect(value).toMatch(/^[ -~]*$/);
			}
		}),
	);
});
