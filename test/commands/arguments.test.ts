import {describe, expect, test} from 'vitest';
import {readArguments} from '../../source/commands/arguments.ts';
import {Failure} from '../../source/commands/failure.ts';

const refusal = (argv: readonly string[]): {message: string; exitCode: number} => {
	try {
		readArguments(argv);
	} catch (error) {
		if (error instanceof Failure) {
			return {message: error.message, exitCode: error.exitCode};
		}
	}

	throw new Error(`${argv.join(' ')} was not refused`);
};

describe('list', () => {
	test.each([
		[['list', 'marks'], {dossier: undefined, isJson: false}],
		[['list', 'marks', '--json'], {dossier: undefined, isJson: true}],
		[['list', '--json', 'marks', 'report.json'], {dossier: 'report.json', isJson: true}],
		[['list', 'marks', 'list'], {dossier: 'list', isJson: false}],
		[['list', 'marks', '--', '--json'], {dossier: '--json', isJson: false}],
	])('%j lists the marks', (argv, options) => {
		expect(readArguments(argv)).toEqual({type: 'list-marks', options});
	});

	test.each([
		[['list'], /^list needs the name of a list: marks\. libya-tui list --help shows how\.$/],
		[['list', '--json'], /^list needs the name of a list/],
		[['list', 'mark'], /^There is no list mark \(did you mean marks\?\)\. Lists: marks\.$/],
		[['list', 'report.json'], /^There is no list report\.json\. Lists: marks\.$/],
		[['list', 'marks', 'a.json', 'b.json'], /^One dossier at a time: a\.json and b\.json/],
		[['list', 'marks', '--jsno'], /^There is no option --jsno \(did you mean --json\?\)/],
		[['list', 'marks', '--json=yes'], /^--json takes no value\. libya-tui list --help shows how/],
		[['list', 'marks', '--pane', 'quotes'], /^There is no option --pane/],
		[['marks', 'list'], /^One dossier at a time: marks and list/],
	])('%j is a usage error', (argv, message) => {
		const {message: said, exitCode} = refusal(argv);
		expect(said).toMatch(message);
		expect(exitCode).toBe(2);
	});
});

describe('a dossier', () => {
	test.each([
		[['report.json'], 'report.json'],
		[['./list'], './list'],
		[['--', 'list'], 'list'],
		[['lists'], 'lists'],
		[[], undefined],
	])('%j opens it', (argv, dossier) => {
		expect(readArguments(argv)).toMatchObject({type: 'open', options: {dossier}});
	});

	test.each([
		['--json', /^There is no option --json/],
		['--as-off', /^There is no option --as-off \(did you mean --as-of\?\)/],
		['--no-ascii', /^There is no option --no-ascii/],
		['--ascii=1', /^--ascii takes no value\. libya-tui --help shows how\.$/],
	])('is not opened with %s', (flag, message) => {
		const {message: said, exitCode} = refusal([flag]);
		expect(said).toMatch(message);
		expect(exitCode).toBe(2);
	});

	test('is opened with each option as it was given', () => {
		expect(
			readArguments([
				'report.json',
				'--article=a.txt',
				'--pane',
				'quotes',
				'--select',
				'actor:x',
				'--as-of',
				'2020-05-01',
				'--ascii',
				'--screen-reader',
				'--no-color',
			]),
		).toMatchObject({
			type: 'open',
			options: {
				dossier: 'report.json',
				article: 'a.txt',
				pane: 'quotes',
				select: 'actor:x',
				asOf: '2020-05-01',
				isAscii: true,
				isColourless: true,
				isForScreenReader: true,
			},
		});
	});
});
