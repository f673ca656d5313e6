import {execFileSync} from 'node:child_process';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readExecLine} from '../../source/ssh/exec-line.ts';
import {hostileText} from '../support/hostile-text.ts';

const wordsOf = (line: string): readonly string[] => {
	const read = readExecLine(line);
	if (read.is === 'wrong') {
		throw new Error(read.why);
	}

	return read.words;
};

const whyNot = (line: string): string => {
	const read = readExecLine(line);
	return read.is === 'wrong' ? read.why : `no fault, but ${JSON.stringify(read.words)}`;
};

describe('what a client asks for is', () => {
	test.each<[string, readonly string[]]>([
		['', []],
		[' \t ', []],
		['list', ['list']],
		['  list\t actors  --json ', ['list', 'actors', '--json']],
		['list -- --json', ['list', '--', '--json']],
		["search 'no fly'", ['search', 'no fly']],
		['search "no fly"', ['search', 'no fly']],
		['search no\\ fly', ['search', 'no fly']],
		["search ''", ['search', '']],
		['search ""', ['search', '']],
		['a"b c"\'d e\'f', ['ab cd ef']],
		["'a\\'", ['a\\']],
		['"a\\"b\\\\c\\d"', ['a"b\\c\\d']],
		['"\\$HOME" \\$HOME \'$HOME\'', ['$HOME', '$HOME', '$HOME']],
		['\\; \';\' ";" "(" "<"', [';', ';', ';', '(', '<']],
		["'two\nlines'", ['two\nlines']],
		['one\\\nword', ['oneword']],
		['two \\\n words', ['two', 'words']],
		['"one\\\nword"', ['oneword']],
		['a* b? [c] ~ #d {e,f} !g', ['a*', 'b?', '[c]', '~', '#d', '{e,f}', '!g']],
		['NAME=value', ['NAME=value']],
		['طرابلس 👩🏽‍🚀', ['طرابلس', '👩🏽‍🚀']],
	])('%j: %j', (line, words) => {
		expect(wordsOf(line)).toEqual(words);
	});
});

describe('what a shell would act on is refused', () => {
	test.each([
		['list; list', ';'],
		['list | less', '|'],
		['list & list', '&'],
		['list > /tmp/x', '>'],
		['list < /tmp/x', '<'],
		['show $HOME', '$'],
		['show "$HOME"', '$'],
		['show "`id`"', '`'],
		['show `id`', '`'],
		['(list)', '('],
		['list)', ')'],
		['list\nlist', 'a new line'],
		['list\n', 'a new line'],
	])('%j', (line, told) => {
		expect(whyNot(line)).toContain(`which ${told} is meant for`);
	});
});

test.each([
	["search 'no fly", "begins with ' does not end"],
	['search "no fly', 'begins with " does not end'],
	['search "no fly\\"', 'begins with " does not end'],
	['search no\\', 'ends with a backslash'],
	['list\0', 'a NUL character'],
	["list '\0'", 'a NUL character'],
	['x'.repeat(8193), 'more than 8192 characters'],
])('what is no line is refused: %j', (line, told) => {
	expect(whyNot(line)).toContain(told);
});

test('any words at all can be asked for in single quotation marks', () => {
	const words = fc.array(
		hostileText.map(text => text.replaceAll('\0', '')),
		{maxLength: 6},
	);
	fc.assert(
		fc.property(words, asked => {
			const line = asked.map(word => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
			expect(wordsOf(line)).toEqual(asked);
		}),
	);
});

test('a line that is not refused has the words that a shell gives it', () => {
	const units = [...'ab -=;$"\'\\', '"', "'", '\\', '\n', '\\\n', ' ', 'word', '--'];
	const lines = fc.string({unit: fc.constantFrom(...units), maxLength: 16});
	let compared = 0;
	fc.assert(
		fc.property(lines, line => {
			const read = readExecLine(line);
			fc.pre(read.is === 'words');
			const printed = execFileSync('sh', ['-c', `set -f\nprintf '%s\\0' first ${line}`], {
				encoding: 'utf8',
			});
			expect(['first', ...read.words]).toEqual(printed.split('\0').slice(0, -1));
			compared++;
		}),
		{numRuns: 300},
	);
	expect(compared).toBeGreaterThanOrEqual(300);
});
