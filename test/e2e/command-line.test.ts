import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {runPiped} from '../support/piped.ts';
import {openTerminal} from '../support/terminal.ts';
import {counted, openDashboard, selectedRow} from './support/dashboard.ts';

const manifest = JSON.parse(
	readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8'),
) as {readonly version: string};

const FLAGS = [
	'article',
	'pane',
	'select',
	'ascii',
	'screen-reader',
	'no-color',
	'help',
	'version',
];

test.each(['--help', '-h'])('%s names every option on one screen', async flag => {
	const {code, stdout, stderr} = await runPiped({args: [flag]});
	expect({code, stderr}).toEqual({code: 0, stderr: ''});
	for (const known of FLAGS) {
		expect(stdout).toContain(`--${known} `);
	}

	const lines = stdout.trimEnd().split('\n');
	expect(lines.length).toBeLessThanOrEqual(23);
	expect(Math.max(...lines.map(({length}) => length))).toBeLessThanOrEqual(79);
});

test('--help on a terminal of 80×24 shows its first line and its last', async () => {
	await using terminal = await openTerminal({
		args: ['--help', '--pane', 'quotes'],
		columns: 80,
		rows: 24,
	});
	expect((await terminal.waitForExit()).code).toBe(0);
	expect(terminal.rows()[0]).toMatch(/^libya-tui: /);
	expect(terminal.text()).toContain('libya-tui other-report.json --pane quotes');
	expect(terminal.modes().alternateScreen).toBe(false);
});

test.each(['--version', '-v'])('%s prints the version and nothing else', async flag => {
	expect(await runPiped({args: [flag]})).toEqual({
		code: 0,
		signal: undefined,
		stdout: `${manifest.version}\n`,
		stderr: '',
	});
});

test.each<[string[], RegExp]>([
	[['--hlep'], /There is no option --hlep \(did you mean --help\?\)/],
	[['--no-colour'], /--no-colour \(did you mean --no-color\?\)/],
	[['--screenreader=yes'], /--screenreader \(did you mean --screen-reader\?\)/],
	[['-x'], /There is no option -x/],
	[['--frobnicate'], /There is no option --frobnicate\. libya-tui --help lists them\./],
	[['--pane', 'quots'], /no pane quots \(did you mean quotes\?\)\. Panes: actors, front, /],
	[['--pane', '9'], /no pane 9\. Panes: /],
	[['--select', 'actor:moussa-kousa'], /no record .*\(did you mean actor:moussa-koussa\?\)/],
	[['--select', 'nothing-like-it'], /no record nothing-like-it in this dossier\.$/],
	[['--pane'], /--pane needs a value/],
	[['--pane', '--ascii'], /--pane needs a value/],
	[['--select='], /--select needs a value/],
	[['--article'], /--article needs a value/],
	[['--pane', 'quotes', '--pane', 'actors'], /--pane can only be set once/],
	[['lits'], /There is no file lits, and no command of that name \(did you mean list\?\)/],
	[['lits', 'actors', '--json'], /There is no file lits, .* \(did you mean list\?\)/],
	[['--ascii', 'list'], /list is a command and comes first: libya-tui list/],
	[['--ascii', '--ascii'], /--ascii can only be set once/],
	[['one.json', 'two.json'], /One dossier at a time: one\.json and two\.json/],
])('%j is a usage error that says what would do', async (args, message) => {
	const {code, stdout, stderr} = await runPiped({args});
	expect(stderr.trimEnd()).toMatch(message);
	expect(stderr).toMatch(/^libya-tui: [^\n]*\n$/);
	expect({code, stdout}).toEqual({code: 2, stdout: ''});
});

test('a usage error on a terminal leaves the terminal alone', async () => {
	await using terminal = await openTerminal({args: ['--pane', 'quots']});
	expect((await terminal.waitForExit()).code).toBe(2);
	expect(terminal.output()).not.toContain('\u001B');
	expect(terminal.text()).toContain('did you mean quotes?');
});

test.each([
	['actors', '1 Actors'],
	['front', '2 Front line'],
	['quotes', '3 Quotes'],
	['timeline', '4 Timeline'],
	['detail', '5 Detail'],
])('--pane %s begins there', async (pane, title) => {
	await using terminal = await openDashboard({args: [`--pane=${pane}`]});
	expect(terminal.text()).toContain(`┍ ${title} ━`);
});

test.each([
	['actor:jay-carney', /^› Jay Carney/, '1 Actors'],
	['place:brega', /^› Brega/, '2 Front line'],
	['claim:deal', /^› .*immunity/i, '5 Detail'],
])('--select %s begins at that record, in its pane', async (id, row, title) => {
	await using terminal = await openDashboard({args: ['--select', id]});
	expect(terminal.text()).toContain(`┍ ${title} ━`);
	expect(selectedRow(terminal)).toMatch(row);
	expect(counted(terminal)).toMatch(/^\d+\/\d+$/);
});

test('--select far down a list on a small screen begins with that row in sight', async () => {
	await using terminal = await openDashboard({
		args: ['--select', 'place:benghazi', '--pane', 'front'],
		columns: 40,
		rows: 6,
	});
	expect(selectedRow(terminal)).toMatch(/^› Benghazi/);
});
