import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {aClaim, aDossier, anActor, aQuote, at} from '../support/dossier.ts';
import {type PipedOptions, runPiped} from '../support/piped.ts';
import {openTerminal} from '../support/terminal.ts';
import {temporaryFolder} from './support/temporary-folder.ts';

const MARKS = [
	{record: 'claim:ropes', note: 'who saw it?'},
	{record: 'actor:vera-moss', note: ''},
	{record: 'event:gone', note: 'of an earlier edition'},
];

const textOf = (marks: readonly unknown[], dossier = 'dunmore', version = 1): string =>
	JSON.stringify({version, dossier, marks});

/** A dossier in a file, and a place for state with the marks of one dossier in it. */
const kept = async (marks?: string, dossier = 'dunmore') => {
	const folder = await temporaryFolder();
	const state = path.join(folder.path, 'state');
	const marksFolder = path.join(state, 'libya-tui/marks');
	const file = await folder.dossier(
		aDossier([
			anActor({evidence: [at(1), at(8)]}),
			aQuote(),
			aClaim({text: 'The ropes \u001B[31mwere\u009B31m cut.'}),
		]),
	);
	if (marks !== undefined) {
		await mkdir(marksFolder, {recursive: true});
		await writeFile(path.join(marksFolder, `${dossier}.json`), marks);
	}

	return {
		file,
		marksFolder,
		env: {XDG_STATE_HOME: state},
		path: folder.path,
		list: (args: readonly string[] = [], rest: PipedOptions = {}) =>
			runPiped({
				args: ['list', 'marks', file, ...args],
				...rest,
				env: {XDG_STATE_HOME: state, ...rest.env},
			}),
		[Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
	};
};

describe('libya-tui list marks', () => {
	test('prints id, title and note a line, in the order in which they were marked', async () => {
		await using folder = await kept(textOf(MARKS));
		expect(await folder.list()).toEqual({
			code: 0,
			signal: undefined,
			stdout: [
				'claim:ropes  The ropes ␛[31mwere\u{FFFD}31m cut.  who saw it?',
				'actor:vera-moss  Vera Moss',
				'event:gone  (not in this dossier)  of an earlier edition',
				'',
			].join('\n'),
			stderr: '',
		});
	});

	test('aligns them on a terminal, and cuts a long title, so that the notes are in sight', async () => {
		await using folder = await kept(
			textOf([
				{record: 'actor:vera-moss', note: 'ask her'},
				{record: 'actor:board', note: 'all of them'},
			]),
		);
		await writeFile(
			folder.file,
			JSON.stringify(
				aDossier([anActor({name: '港'.repeat(30)}), anActor({id: 'actor:board', name: 'Board'})]),
			),
		);
		await using terminal = await openTerminal({
			args: ['list', 'marks', folder.file],
			env: folder.env,
			columns: 80,
			rows: 24,
		});
		expect((await terminal.waitForExit()).code).toBe(0);
		const lines = terminal.text().split('\n');
		expect(lines[0]).toMatch(/^actor:vera-moss {2}港+… +ask her/);
		expect(lines[1]).toMatch(/^actor:board {6}Board {30,}all of them/);
		expect(terminal.output()).not.toContain('\u001B');
	});

	test('--json prints an array with the same keys for each', async () => {
		await using folder = await kept(textOf(MARKS));
		const {code, stdout, stderr} = await folder.list(['--json']);
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		const rows: readonly object[] = JSON.parse(stdout);
		expect(rows).toEqual([
			{
				record: 'claim:ropes',
				kind: 'claim',
				title: 'The ropes ␛[31mwere\u{FFFD}31m cut.',
				note: 'who saw it?',
				citation:
					'The ropes ␛[31mwere\u{FFFD}31m cut. (says the report; without a hedge) — An invented report, Dunmore, 2 May 2020, ¶ 6',
			},
			{
				record: 'actor:vera-moss',
				kind: 'actor',
				title: 'Vera Moss',
				note: '',
				citation: 'Vera Moss — An invented report, Dunmore, 2 May 2020, ¶ 1, 8',
			},
			{
				record: 'event:gone',
				kind: 'event',
				title: null,
				note: 'of an earlier edition',
				citation: null,
			},
		]);
		for (const row of rows) {
			expect(Object.keys(row)).toEqual(['record', 'kind', 'title', 'note', 'citation']);
		}
	});

	test('is a table for spreadsheets and for texts, with the same columns', async () => {
		const marks = [
			{record: 'actor:vera-moss', note: '=1+1, or "two" | three'},
			{record: 'event:gone', note: ''},
		];
		await using folder = await kept(textOf(marks));
		const csv = await folder.list(['--format', 'csv']);
		const citation = 'Vera Moss — An invented report, Dunmore, 2 May 2020, ¶ 1, 8';
		expect(csv).toMatchObject({code: 0, stderr: ''});
		expect(csv.stdout.split('\r\n')).toEqual([
			'record,kind,title,note,citation',
			`actor:vera-moss,actor,Vera Moss,"'=1+1, or ""two"" | three","${citation}"`,
			'event:gone,event,(not in this dossier),,',
			'',
		]);
		const markdown = await folder.list(['--format', 'markdown']);
		expect(markdown.stdout.split('\n')).toEqual([
			'| record | kind | title | note | citation |',
			'| --- | --- | --- | --- | --- |',
			`| actor\\:vera-moss | actor | Vera Moss | \\=1+1, or "two" \\| three | ${citation} |`,
			'| event\\:gone | event | (not in this dossier) |  |  |',
			'',
		]);
	});

	test('lists those of the built-in report without a dossier', async () => {
		await using folder = await kept(
			textOf([{record: 'place:brega', note: ''}], 'brega-2011-03-31'),
			'brega-2011-03-31',
		);
		const {code, stdout} = await runPiped({args: ['list', 'marks'], env: folder.env});
		expect({code, stdout}).toEqual({code: 0, stdout: 'place:brega  Brega\n'});
	});

	test('says how a record is marked when there are none', async () => {
		await using folder = await kept();
		expect(await folder.list()).toMatchObject({
			code: 0,
			stdout: '',
			stderr: 'No marks yet: in the dashboard, m marks a record.\n',
		});
		expect(await folder.list(['--json'])).toMatchObject({code: 0, stdout: '[]\n', stderr: ''});
		expect(await readdir(folder.path)).toEqual(['dossier.json']);
	});

	test('finds them at home when XDG_STATE_HOME is relative', async () => {
		await using folder = await kept();
		const home = path.join(folder.path, 'home');
		const atHome = path.join(home, '.local/state/libya-tui/marks');
		const inside = path.join(folder.path, 'relative/libya-tui/marks');
		await Promise.all([atHome, inside].map(name => mkdir(name, {recursive: true})));
		await writeFile(path.join(atHome, 'dunmore.json'), textOf(MARKS.slice(1, 2)));
		await writeFile(path.join(inside, 'dunmore.json'), textOf(MARKS.slice(0, 1)));
		const {stdout} = await folder.list([], {
			env: {XDG_STATE_HOME: 'relative', HOME: home},
			cwd: folder.path,
		});
		expect(stdout).toBe('actor:vera-moss  Vera Moss\n');
	});

	test('sets a damaged file aside and names it; the next one gets another name', async () => {
		await using folder = await kept('{"version": 1, "ma');
		for (const [number, content] of [
			[1, '{"version": 1, "ma'],
			[2, 'again'],
		] as const) {
			await writeFile(path.join(folder.marksFolder, 'dunmore.json'), content);
			const aside = path.join(folder.marksFolder, `dunmore.damaged-${number}.json`);
			expect(await folder.list(['--json'])).toEqual({
				code: 1,
				signal: undefined,
				stdout: '',
				stderr: `libya-tui: Damaged marks were set aside as ${path.basename(aside)} (not JSON; in ${path.dirname(aside)}).\n`,
			});
			expect(await readFile(aside, 'utf8')).toBe(content);
		}

		expect(await folder.list()).toMatchObject({code: 0, stdout: ''});
	});

	test('leaves a file of a newer format alone and says so', async () => {
		await using folder = await kept(textOf(MARKS, 'dunmore', 2));
		const result = await folder.list();
		expect(result).toMatchObject({code: 1, stdout: ''});
		expect(result.stderr).toMatch(/^libya-tui: Marks are not kept: .* newer libya-tui .*\n$/);
		expect(await readdir(folder.marksFolder)).toEqual(['dunmore.json']);
	});

	test('of a dossier that is not there is told as ever', async () => {
		const result = await runPiped({args: ['list', 'marks', '/nowhere/x.json']});
		expect(result).toMatchObject({code: 1, stdout: ''});
		expect(result.stderr).toContain('/nowhere/x.json: cannot be read: there is no such file');
	});
});

describe('libya-tui list', () => {
	test.each(['--help', '-h'])('%s is a page of its own with an example', async flag => {
		const {code, stdout, stderr} = await runPiped({args: ['list', flag]});
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect(stdout).toMatch(/Examples\n {2}libya-tui list towns /);
		expect(Math.max(...stdout.split('\n').map(({length}) => length))).toBeLessThanOrEqual(79);
	});

	test('is named by libya-tui --help', async () => {
		const {stdout} = await runPiped({args: ['--help']});
		expect(stdout).toMatch(/^Commands .*\n(?: .*\n)* {2}list /m);
	});

	test.each([
		[['list'], /list needs LIST, what to list: .*marks/],
		[['list', 'mrks'], /no list mrks \(did you mean marks\?\)/],
		[['--json'], /There is no option --json/],
	])('%j is a usage error', async (args, message) => {
		const {code, stdout, stderr} = await runPiped({args});
		expect(stderr).toMatch(message);
		expect(stderr).toMatch(/^libya-tui: [^\n]*\n$/);
		expect({code, stdout}).toEqual({code: 2, stdout: ''});
	});

	test('is a file’s name when it is written as a path', async () => {
		await using folder = await temporaryFolder();
		await folder.dossier(aDossier(), 'list');
		const {code, stdout} = await runPiped({args: ['./list'], cwd: folder.path});
		expect({code, title: stdout.split('\n')[0]}).toEqual({
			code: 0,
			title: 'The harbour of Dunmore',
		});
	});
});
