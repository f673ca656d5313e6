import path from 'node:path';
import {parse} from 'csv-parse/sync';
import {describe, expect, test} from 'vitest';
import {LIST_NAMES} from '../../source/formats/list-names.ts';
import {visibleText} from '../../source/terminal/visible-text.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anEvent,
	aPlace,
	aQuote,
	aTown,
	held,
	onSide,
} from '../support/dossier.ts';
import {type PipedOptions, runPiped, runPipedToHead} from '../support/piped.ts';
import {openTerminal} from '../support/terminal.ts';
import {builtIn} from './support/dashboard.ts';
import {temporaryFolder} from './support/temporary-folder.ts';

const list = (args: readonly string[], rest: PipedOptions = {}) =>
	runPiped({...rest, args: ['list', ...args]});

const HARBOUR = aDossier([
	anActor({
		role: '=cmd|calc',
		sides: [onSide('government', {until: '2020-05-01'}), onSide('none', {from: '2020-05-02'})],
	}),
	anActor({
		id: 'actor:board',
		name: 'Board \u001B[31mof\u009B31m the\u202Eharbour',
		summary: 'The\ttab.',
	}),
	aPlace(),
	aTown({control: [held('2020-05-01', 'government'), held('2020-05-02', 'opposition')]}),
	aQuote({speaker: 'actor:vera-moss', text: '“Ask” | the tide, she said.'}),
	aQuote({id: 'quote:no', speaker: 'actor:board', text: 'No.'}),
	aClaim(),
]);

const harbour = async (dossier = HARBOUR) => {
	const folder = await temporaryFolder();
	const file = await folder.dossier(dossier);
	return {
		file,
		list: (args: readonly string[], rest: PipedOptions = {}) => list([...args, file], rest),
		[Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
	};
};

/** Of all that a terminal would obey there are ends of lines and nothing else. */
const expectNothingObeyed = (text: string): void => {
	const lines = text.split(/\r?\n/);
	expect(lines.map(visibleText)).toEqual(lines);
};

describe('libya-tui list', () => {
	test.each(LIST_NAMES)(
		'%s of the built-in report are a line each under their headings',
		async name => {
			const {code, stdout, stderr} = await list([name]);
			expect({code, stderr}).toEqual({code: 0, stderr: ''});
			const records =
				name === 'towns' ? builtIn.places.filter(({frontLine}) => frontLine) : builtIn[name];
			const [headings, ...lines] = stdout.trimEnd().split('\n');
			expect(headings).toMatch(/^Id /);
			expect(lines.map(line => line.split(' ')[0])).toEqual(records.map(({id}) => id));
			expectNothingObeyed(stdout);
			expect(stdout).not.toMatch(/ $/m);
		},
	);

	test('is the same records with --json, whole', async () => {
		const {code, stdout, stderr} = await list(['quotes', '--json']);
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		const rows: readonly {id: string; text: string; speakerName: string; paragraphs: number[]}[] =
			JSON.parse(stdout);
		expect(rows.map(({id, text}) => [id, text])).toEqual(
			builtIn.quotes.map(({id, text}) => [id, text]),
		);
		expect(rows.find(({id}) => id === 'quote:own-free-will')).toMatchObject({
			speakerName: 'William Hague',
			placeName: 'London',
			via: null,
			paragraphs: [4],
		});
		expect(await list(['quotes', '--format=json'])).toMatchObject({stdout});
	});

	test('prints CSV that a spreadsheet reads, and runs nothing of', async () => {
		await using files = await harbour();
		const {code, stdout} = await files.list(['actors', '--format', 'csv']);
		expect(code).toBe(0);
		expect(stdout).toMatch(/\r\n$/);
		expectNothingObeyed(stdout);
		const rows = parse(stdout, {columns: true}) as Record<string, string>[];
		expect(rows).toMatchObject([
			{
				id: 'actor:vera-moss',
				role: "'=cmd|calc",
				side: 'none',
				leftSide: 'government',
				paragraphs: '1',
			},
			{
				id: 'actor:board',
				name: 'Board ␛[31mof\u{FFFD}31m the\u{FFFD}harbour',
				role: 'not stated',
				aliases: '',
				summary: 'The␉tab.',
			},
		]);
	});

	test('prints a Markdown table', async () => {
		await using files = await harbour();
		const {stdout} = await files.list(['quotes', '--format', 'markdown', '--filter', 'tide']);
		expect(stdout).toBe(
			[
				'| Id | Who | Day | ¶ | Words |',
				'| --- | --- | --- | --- | --- |',
				'| quote\\:tide | Vera Moss | not stated | 3 | ““Ask” \\| the tide, she said.” |',
				'',
			].join('\n'),
		);
	});

	test('--filter is the filter of the dashboard', async () => {
		const ids = async (filter: string) =>
			(await list(['actors', '--filter', filter])).stdout.match(/^actor:\S+/gm);
		expect(await ids('moussa koussa')).toEqual(['actor:moussa-koussa']);
		expect(await ids('MOUSSA')).toBeNull();
		expect((await ids('!koussa'))?.length).toBe(
			builtIn.actors.length - ((await ids('koussa'))?.length ?? 0),
		);
	});

	test('--as-of tells control and sides as they stood', async () => {
		await using files = await harbour();
		const towns = async (day: string) => (await files.list(['towns', '--as-of', day])).stdout;
		expect(await towns('2020-05-01')).toContain('place:eastbay  Eastbay  government  1 May');
		expect(await towns('2020-05-02')).toContain('place:eastbay  Eastbay  opposition  2 May');
		expect((await files.list(['actors', '--as-of=2020-05-01', '--json'])).stdout).toContain(
			'"side": "government"',
		);
	});

	test('of what there is none of says so, and is empty for programs', async () => {
		await using files = await harbour();
		expect(await files.list(['events'])).toMatchObject({
			code: 0,
			stdout: '',
			stderr: 'This dossier has no events.\n',
		});
		expect(await files.list(['claims', '--filter', 'gulls'])).toMatchObject({
			code: 0,
			stdout: '',
			stderr: 'No claims have those words.\n',
		});
		expect(await files.list(['events', '--json'])).toMatchObject({
			code: 0,
			stdout: '[]\n',
			stderr: '',
		});
		expect((await files.list(['events', '--format', 'csv'])).stdout).toMatch(
			/^id,title,[^\n]*\r\n$/,
		);
	});

	test('obeys nothing of a document, and loses nothing of it as JSON', async () => {
		await using files = await harbour();
		for (const format of ['table', 'csv', 'markdown', 'json']) {
			const {stdout} = await files.list(['actors', '--format', format]);
			expectNothingObeyed(format === 'json' ? stdout.replaceAll('\t', '') : stdout);
		}

		const [, board] = JSON.parse((await files.list(['actors', '--json'])).stdout);
		expect(board.name).toBe(HARBOUR.actors[1]?.name);
	});

	test('is ASCII where the locale is, as a table', async () => {
		const {stdout} = await list(['quotes'], {env: {LANG: 'C'}});
		expect(stdout).toMatch(/^[\n -~]+$/);
		expect(stdout).toContain(' par. ');
	});

	test.each([30, 80, 200])('fits a terminal of %i columns', async columns => {
		await using terminal = await openTerminal({args: ['list', 'towns'], columns, rows: 24});
		expect((await terminal.waitForExit()).code).toBe(0);
		const lines = terminal.text().trimEnd().split('\n');
		expect(lines).toHaveLength(6);
		expect(lines[3]).toMatch(/^place:bre/);
		expect(terminal.output()).not.toContain('\u001B');
		if (columns === 200) {
			expect(lines[3]).toBe('place:brega       Brega       contested   31 Mar  inferred  20, 21');
		}
	});

	test.each<[string[], RegExp]>([
		[[], /list needs LIST, what to list: actors, towns, /],
		[['actrs'], /There is no list actrs \(did you mean actors\?\)\. Lists: actors, towns, /],
		[
			['quotes', '--format', 'cvs'],
			/There is no format cvs \(did you mean csv\?\)\. Formats: table, json, csv, markdown\./,
		],
		[['quotes', '--json', '--format', 'csv'], /--json and --format csv are two formats/],
		[['quotes', '--as-of', '2012-01-01'], /2012-01-01 is outside of this dossier, which tells of /],
		[['quotes', '--as-of', 'Thursday'], /Thursday is not a day; write it as 2011-03-31/],
		[['quotes', '--filter'], /--filter needs a value/],
		[['marks', '--filter', 'x'], /Marks are listed whole.*--filter cannot be had/],
		[['marks', '--filter', 'x', '--as-of', 'x'], /--filter and --as-of cannot be had/],
		[['quotes', '--pane', 'quotes'], /There is no option --pane/],
	])('%j is a usage error', async (args, message) => {
		const {code, stdout, stderr} = await list(args);
		expect(stderr).toMatch(message);
		expect(stderr).toMatch(/^libya-tui: [^\n]*\n$/);
		expect({code, stdout}).toEqual({code: 2, stdout: ''});
	});

	test('a dossier that is none is told with its faults', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.write('broken.json', '{"id": 1}');
		const {code, stdout, stderr} = await list(['actors', file]);
		expect({code, stdout}).toEqual({code: 1, stdout: ''});
		expect(stderr).toContain(`${file}: not a dossier`);
	});

	test('a reader that has seen enough ends it quietly; a full disk is told', async () => {
		await using files = await harbour(
			aDossier(Array.from({length: 3000}, (_, at) => anEvent({id: `event:n${at}`}))),
		);
		expect(await runPipedToHead({args: ['list', 'events', files.file, '--json']})).toMatchObject({
			code: 0,
			stderr: '',
		});
		const full = await runPiped({
			command: 'bash',
			args: [
				'-c',
				'"$@" > /dev/full',
				'bash',
				process.execPath,
				path.join(import.meta.dirname, '../../dist/libya-tui.cjs'),
				'list',
				'actors',
			],
		});
		expect(full).toMatchObject({code: 1, stdout: ''});
		expect(full.stderr).toMatch(/^libya-tui: The output could not be written: [^\n]*\n$/);
	});
});
