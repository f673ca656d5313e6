import {describe, expect, test} from 'vitest';
import {mainHelp} from '../../source/commands/about-text.ts';
import type {CommandSpec} from '../../source/commands/command-spec.ts';
import {COMMAND_SPECS} from '../../source/commands/command-specs.ts';
import {helpText} from '../../source/commands/help-text.ts';

describe('the help of an invented command', () => {
	const spec: CommandSpec = {
		name: 'weigh',
		about: 'what things weigh',
		words: [
			{name: 'KIND', of: ['ropes', 'anchors'], about: 'what to weigh'},
			{name: 'DOSSIER', of: 'file', isOptional: true, about: 'a dossier'},
		],
		options: [
			{name: 'json', about: 'as JSON'},
			{name: 'unit', short: 'u', value: {name: 'UNIT', of: ['kilo', 'tonne']}, about: 'in'},
			{
				name: 'wet',
				about: 'with the water that is in it, which can take a while to find out, and longer',
			},
		],
		notes: ['Things are weighed one after another.'],
		examples: ['libya-tui weigh ropes'],
	};

	test('says what it does, how it is typed and what each part can be', () => {
		expect(helpText(spec)).toBe(
			[
				'libya-tui weigh: what things weigh',
				'',
				'Usage: libya-tui weigh KIND [DOSSIER] [options]',
				'  KIND     what to weigh: ropes, anchors',
				'  DOSSIER  a dossier',
				'  Things are weighed one after another.',
				'',
				'Options',
				'  --json           as JSON',
				'  -u, --unit UNIT  in: kilo, tonne',
				'  --wet            with the water that is in it, which can take a while to find',
				'                   out, and longer',
				'  -h, --help       this page',
				'',
				'Example',
				'  libya-tui weigh ropes',
				'',
			].join('\n'),
		);
	});

	test('has short entries beside each other where there are commands too, as a screen is low', () => {
		const options = [{name: 'wet', about: 'as it is'}];
		expect(helpText({...spec, words: [], options, examples: []}, [spec])).toContain(
			'\n  --wet       as it is                   -h, --help  this page\n',
		);
	});
});

const PAGES = [
	['libya-tui', mainHelp()] as const,
	...COMMAND_SPECS.map(spec => [`libya-tui ${spec.name}`, helpText(spec)] as const),
];

describe.each(PAGES)('the help of %s', (typed, text) => {
	test('begins with its name and fits a screen of 80×24 with the prompt below', () => {
		const lines = text.trimEnd().split('\n');
		expect(lines[0]).toMatch(new RegExp(`^${typed}: `));
		expect(lines.length).toBeLessThanOrEqual(23);
		expect(Math.max(...lines.map(({length}) => length))).toBeLessThanOrEqual(79);
	});

	test('shows an example of it', () => {
		expect(text).toMatch(new RegExp(`\\nExamples?\\n  .*\\b${typed} `));
	});
});

test.each(
	PAGES.filter(([, text]) => /\[DOSSIER\]/.test(text) && !text.startsWith('libya-tui serve')),
)(
	'the help of %s tells that without a dossier the one of the settings is taken first',
	(_, text) => {
		expect(text).toMatch(/^ {2}DOSSIER +.*\bof your settings, or (?:the )?built[ -]in/m);
	},
);

test('the main help names every command and what it is for', () => {
	for (const {name, about} of COMMAND_SPECS as readonly CommandSpec[]) {
		expect(mainHelp()).toMatch(new RegExp(`  ${name} +${about}`));
		expect(about.length).toBeLessThanOrEqual(25);
	}
});
