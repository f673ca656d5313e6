import {execFileSync} from 'node:child_process';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {execWords} from '../../source/ssh/exec-line.ts';

const words = (line: string): readonly string[] => {
	const read = execWords(line);
	return read.ok ? read.words : [read.fault];
};

describe('the words of a command', () => {
	test.each([
		['list towns --json', ['list', 'towns', '--json']],
		['  list\t\ttowns  ', ['list', 'towns']],
		['', []],
		['search \'no deal\' "and none"', ['search', 'no deal', 'and none']],
		['search "a \\"b\\" \\\\ \\c"', ['search', 'a "b" \\ \\c']],
		["a''b \"\" ''", ['ab', '', '']],
		["a\\ b \\'c", ['a b', "'c"]],
		["search '$HOME; `ls` | x'", ['search', '$HOME; `ls` | x']],
		['search "a;b|c" -- --x', ['search', 'a;b|c', '--', '--x']],
		['a\\\nb', ['ab']],
		['naïve “مصر”', ['naïve', '“مصر”']],
	])('%j are %j', (line, expected) => {
		expect(words(line)).toEqual(expected);
	});

	test.each([
		['list; rm', '";"'],
		['list | cat', '"|"'],
		['list > file', '">"'],
		['list $HOME', '"$"'],
		['list "$HOME"', '"$"'],
		['list `id`', '"`"'],
		['list (x)', '"("'],
		['list\nshow', '"\\n"'],
		['list & show', '"&"'],
	])('%j is refused, since there is no shell', (line, character) => {
		expect(words(line)).toEqual([
			`There is no shell here, so ${character} does nothing; in single quotation marks it stands for itself.`,
		]);
	});

	test.each([
		["search 'open", 'A quotation mark is not closed'],
		['search "open', 'A quotation mark is not closed'],
		['search \\', 'ends with a backslash'],
		['a\0b', 'no NUL'],
		['x'.repeat(9000), 'at most 8192'],
	])('%j is refused', (line, why) => {
		expect(words(line)[0]).toContain(why);
	});

	test('are those that a shell makes of the same line', () => {
		const pieces = fc.constantFrom('a', 'B9', ' ', '  ', "'", '"', '\\', '-', 'é', '\t', '.', '/');
		fc.assert(
			fc.property(fc.array(pieces, {maxLength: 12}), parts => {
				const line = parts.join('');
				const read = execWords(line);
				// A tilde, a star and the like are no part of what is tried: nothing is expanded here.
				if (read.ok) {
					const told = execFileSync('sh', ['-c', `printf '%s\\0' x ${line}`], {encoding: 'utf8'});
					expect(told.split('\0').slice(1, -1)).toEqual(read.words);
				}
			}),
			{numRuns: 150},
		);
	});

	test('any line is words or a reason, and never an exception', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary', maxLength: 200}), line => {
				expect(typeof execWords(line).ok).toBe('boolean');
			}),
		);
	});
});
