import {describe, expect, test} from 'vitest';
import type {CommandSpec} from '../../source/commands/command-spec.ts';
import {Failure} from '../../source/commands/failure.ts';
import {readWords} from '../../source/commands/read-words.ts';

const SPEC = {
	name: 'weigh',
	about: 'an invented command',
	words: [
		{name: 'KIND', of: ['ropes', 'anchors'], about: 'what to weigh'},
		{name: 'DOSSIER', of: 'file', isOptional: true, about: 'a dossier'},
	],
	options: [
		{name: 'json', about: 'as JSON'},
		{name: 'as-of', value: {name: 'DAY', of: 'day'}, about: 'a day'},
		{name: 'unit', value: {name: 'UNIT', of: ['kilo', 'tonne']}, about: 'the unit'},
		{name: 'output', short: 'o', value: {name: 'FILE', of: 'file'}, about: 'where to'},
		{name: 'no-color', about: 'no colour'},
	],
	notes: [],
	examples: [],
} as const satisfies CommandSpec;

const NOTHING = {
	dossier: undefined,
	json: false,
	asOf: undefined,
	unit: undefined,
	output: undefined,
	noColor: false,
};

const refusal = (argv: readonly string[]): {message: string; exitCode: number} => {
	try {
		readWords(SPEC, argv);
	} catch (error) {
		if (error instanceof Failure) {
			return {message: error.message, exitCode: error.exitCode};
		}

		throw error;
	}

	throw new Error(`${argv.join(' ')} was not refused`);
};

describe('a command line that is right', () => {
	test.each<[string[], object]>([
		[['ropes'], {}],
		[['ropes', 'report.json'], {dossier: 'report.json'}],
		[['--json', 'ropes', 'report.json'], {dossier: 'report.json', json: true}],
		[['ropes', '007', '--json'], {dossier: '007', json: true}],
		[['ropes', '1e3'], {dossier: '1e3'}],
		[['ropes', '--', '--json'], {dossier: '--json'}],
		[['ropes', '--', '-'], {dossier: '-'}],
		[['ropes', '-'], {dossier: '-'}],
		[['ropes', '--as-of', '2020-05-02'], {asOf: '2020-05-02'}],
		[['ropes', '--as-of=2020-05-02'], {asOf: '2020-05-02'}],
		[['ropes', '--unit', 'tonne', '-o', 'a=b'], {unit: 'tonne', output: 'a=b'}],
		[['ropes', '-o', '-'], {output: '-'}],
		[['ropes', '--output', '-', 'report.json'], {output: '-', dossier: 'report.json'}],
		[['ropes', '--output=-x'], {output: '-x'}],
		[['ropes', '--no-color'], {noColor: true}],
		[['ropes', '--color'], {}],
	])('%j is read, each part by its name', (argv, given) => {
		expect(readWords(SPEC, argv)).toEqual({kind: 'ropes', ...NOTHING, ...given});
	});

	test.each([[['--help']], [['-h']], [['nothing', '--help', 'known']]])(
		'%j asks for help, whatever else is given',
		argv => {
			expect(readWords(SPEC, argv)).toBeUndefined();
		},
	);
});

describe('a command line that is wrong', () => {
	test.each<[string[], RegExp]>([
		[[], /^weigh needs KIND, what to weigh: ropes, anchors\. libya-tui weigh --help shows how\.$/],
		[['--json'], /^weigh needs KIND/],
		[['rope'], /^There is no kind rope \(did you mean ropes\?\)\. Kinds: ropes, anchors\.$/],
		[['report.json'], /^There is no kind report\.json\. Kinds: ropes, anchors\.$/],
		[['Ropes'], /^There is no kind Ropes \(did you mean ropes\?\)/],
		[['ropes', ''], /^DOSSIER is empty/],
		[['ropes', 'a.json', 'b.json'], /^One dossier at a time: a\.json and b\.json were both given/],
		[['ropes', '--jsno'], /^There is no option --jsno \(did you mean --json\?\)/],
		[['ropes', '--constructor'], /^There is no option --constructor/],
		[['ropes', '--__proto__=x'], /^There is no option --__proto__/],
		[['ropes', '--asOf', 'x'], /^There is no option --asOf \(did you mean --as-of\?\)/],
		[['ropes', '-x'], /^There is no option -x/],
		[['ropes', '--no-json'], /^There is no option --no-json/],
		[['ropes', '--json=yes'], /^--json takes no value\. libya-tui weigh --help shows how\.$/],
		[['ropes', '--as-of'], /^--as-of needs a value/],
		[['ropes', '--as-of='], /^--as-of needs a value/],
		[['ropes', '--as-of', ''], /^--as-of needs a value/],
		[['ropes', '--as-of', '--json'], /^--as-of needs a value/],
		[['ropes', '--output', '--', '-'], /^--output needs a value/],
		[['ropes', '-o', '-x'], /^-o needs a value\. One that begins with - is written -o=-x\./],
		[
			['ropes', '--unit', 'kilos'],
			/^There is no unit kilos \(did you mean kilo\?\)\. Units: kilo, /,
		],
		[['ropes', '--json', '--json'], /^--json can only be set once/],
		[['ropes', '--as-of', 'a', '--as-of=b'], /^--as-of can only be set once/],
		[['ropes', '-o', 'a', '--output', 'b'], /can only be set once/],
	])('%j is refused with the remedy', (argv, message) => {
		const {message: said, exitCode} = refusal(argv);
		expect(said).toMatch(message);
		expect(exitCode).toBe(2);
	});
});
