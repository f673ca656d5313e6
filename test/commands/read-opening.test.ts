import {describe, expect, test} from 'vitest';
import {readOpening} from '../../source/commands/read-opening.ts';

describe('a dossier', () => {
	test.each([
		[['report.json'], 'report.json'],
		[['./list'], './list'],
		[['--', './list'], './list'],
		[['package.json'], 'package.json'],
		[['--ascii'], undefined],
	])('%j opens it', (argv, dossier) => {
		expect(readOpening(argv)).toMatchObject({dossier});
	});

	test.each([
		[['--json'], /^There is no option --json/],
		[['--as-off'], /^There is no option --as-off \(did you mean --as-of\?\)/],
		[['--no-ascii'], /^There is no option --no-ascii/],
		[['--ascii=1'], /^--ascii takes no value\. libya-tui --help shows how\.$/],
		[['report.json', 'other.json'], /^One dossier at a time: report\.json and other\.json/],
	])('is not opened with %j', (argv, message) => {
		expect(() => readOpening(argv)).toThrow(message);
	});

	test.each([
		['lits', 'list'],
		['lists', 'list'],
		['LIST', 'list'],
	])('is not what %s was meant as, where there is no such file', (word, command) => {
		for (const argv of [[word], [word, 'marks'], [word, '--json']]) {
			expect(() => readOpening(argv)).toThrow(
				`There is no file ${word}, and no command of that name (did you mean ${command}?). libya-tui --help lists them.`,
			);
		}
	});

	test('is not what a command behind an option was meant as', () => {
		expect(() => readOpening(['--ascii', 'list'])).toThrow(
			/^list is a command and comes first: libya-tui list\./,
		);
	});

	test('is opened with each option as it was given', () => {
		expect(
			readOpening([
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
			dossier: 'report.json',
			article: 'a.txt',
			pane: 'quotes',
			select: 'actor:x',
			asOf: '2020-05-01',
			isAscii: true,
			isColourless: true,
			isForScreenReader: true,
		});
	});
});
