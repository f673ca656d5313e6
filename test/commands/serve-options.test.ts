import {expect, test} from 'vitest';
import type {Given} from '../../source/commands/command-spec.ts';
import {serveOptions} from '../../source/commands/serve-options.ts';
import type {SERVE} from '../../source/commands/serve-spec.ts';

const optionsOf = (given: Partial<Given<typeof SERVE>> = {}) =>
	serveOptions(given as Given<typeof SERVE>);

test('what is not said is as the help has it', () => {
	expect(optionsOf()).toMatchObject({
		host: '127.0.0.1',
		port: 2222,
		maxSessions: 1000,
		maxPerAddress: 10,
		maxCommands: 8,
		idleTimeout: 1_800_000,
		workers: 1,
	});
});

test.each([
	['max-commands', {maxCommands: '0'}, '--max-commands 0 is no whole number from 1 to 256.'],
	['max-commands', {maxCommands: '257'}, '--max-commands 257 is no whole number from 1 to 256.'],
	['max-commands', {maxCommands: '1.5'}, '--max-commands 1.5 is no whole number from 1 to 256.'],
	['max-commands', {maxCommands: ''}, '--max-commands  is no whole number from 1 to 256.'],
	['max-sessions', {maxSessions: 'x'}, '--max-sessions x is no whole number from 1 to 100000.'],
	['port', {port: '65536'}, '--port 65536 is no whole number from 0 to 65535.'],
	['workers', {workers: '-1'}, '--workers -1 is no whole number from 1 to 64.'],
])('--%s that cannot be is refused with what it can be: %o', (_, given, message) => {
	expect(() => optionsOf(given)).toThrow(`${message} libya-tui serve --help shows how.`);
});

test('as many commands as are asked for', () => {
	expect(optionsOf({maxCommands: '256'}).maxCommands).toBe(256);
});
