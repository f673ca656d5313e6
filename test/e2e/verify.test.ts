import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {describe, expect, test} from 'vitest';
import type {Dossier} from '../../source/dossier/schema.ts';
import {inventedArticle} from '../support/article.ts';
import {aDossier, anActor, anEvent, aReference} from '../support/dossier.ts';
import {type PipedOptions, type PipedResult, runPiped, runPipedToHead} from '../support/piped.ts';
import {openTerminal} from '../support/terminal.ts';
import {builtIn} from './support/dashboard.ts';
import {report} from './support/report.ts';
import {type TemporaryFolder, temporaryFolder} from './support/temporary-folder.ts';

const WORDS = 'It’s the sea—that’s the “old café” to us… so much sea.';
const sea = inventedArticle([
	'First of all, the weather.',
	`Vera Moss, 😀 of Dunmore, said: “${WORDS}” Tom Reed nodded.`,
	'“No more,” Tom said. “No more of it.”',
]);
const place = {...aDossier().places[0], evidence: [sea.rangeOf('Dunmore')]} as Dossier['places'][0];
const actor = anActor({
	evidence: [sea.rangeOf('Vera Moss')],
	sides: [{side: 'civilian', basis: 'reported', evidence: [sea.rangeOf('Vera Moss')]}],
});
const dossier = aDossier(
	[
		actor,
		place,
		sea.quoteOf('quote:sea', WORDS),
		sea.quoteOf('quote:more', 'No more,', 'No more of it.'),
		anEvent({id: 'event:later', when: '2020-05-02', evidence: [sea.rangeOf('nodded')]}),
		anEvent({id: 'event:earlier', when: '2020-05-01', evidence: [sea.rangeOf('weather')]}),
	],
	{sources: [sea.source, aReference()]},
);

interface Given {
	readonly article?: string | Uint8Array;
	readonly dossier?: Dossier;
	readonly args?: readonly string[];
	readonly options?: PipedOptions;
}

interface Verified extends PipedResult {
	/** Without the paths of the folder. */
	readonly lines: readonly string[];
}

const verified = async ({
	article = sea.text,
	args = [],
	options,
	...given
}: Given = {}): Promise<Verified> => {
	await using folder = await temporaryFolder();
	const result = await runPiped({
		args: [
			'verify',
			await folder.dossier(given.dossier ?? dossier),
			'--article',
			await folder.write('article.txt', article),
			...args,
		],
		...options,
	});
	const stdout = result.stdout.replaceAll(`${folder.path}/`, '');
	// Where in the dossier's text a finding stands has a test of its own.
	const lines = stdout
		.replaceAll(/^dossier\.json:\d+:\d+: /gm, 'dossier.json: ')
		.trimEnd()
		.split('\n');
	return {...result, stdout, lines};
};

const COUNTS =
	'2 of 2 quotes stand where they say; 8 of 8 ranges inside their paragraphs; 3 of 3 quoted spans covered';

describe('a dossier and the article that it was drawn from', () => {
	test.each<[string, string]>([
		['as it was', sea.text],
		['with CRLF', sea.text.replaceAll('\n', '\r\n')],
		['with CR', sea.text.replaceAll('\n', '\r')],
		['with a byte order mark', `\u{FEFF}${sea.text}`],
		['with both', `\u{FEFF}${sea.text.replaceAll('\n', '\r\n')}`],
		['without its last line end', sea.text.trimEnd()],
	])('are proved, the article %s: exit 0', async (_, article) => {
		const {code, stderr, lines} = await verified({article});
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect(lines).toEqual([
			'article.txt: the edition of source:report; 3 of 3 paragraphs',
			COUNTS,
			'Proved.',
		]);
	});

	test('are proved when it was drawn from a file with a mark and CRLF, and this one has neither', async () => {
		const original = `\u{FEFF}${sea.text.replaceAll('\n', '\r\n')}`;
		const sha256 = createHash('sha256').update(original).digest('hex');
		const sources = [{...sea.source, sha256}, aReference()];
		const {code, lines} = await verified({dossier: {...dossier, sources}});
		expect(code).toBe(0);
		expect(lines.at(-1)).toBe('Proved.');
	});

	test.skipIf(report === undefined)(
		'are proved, the built-in one and its report (../shared/article)',
		async () => {
			const {code, stdout, stderr} = await runPiped({args: ['verify', '--article', report ?? '']});
			expect({code, stderr}).toEqual({code: 0, stderr: ''});
			const [edition, counts, end] = stdout.trimEnd().split('\n');
			expect(edition).toMatch(/: the edition of source:report; 35 of 35 paragraphs$/);
			expect(counts).toMatch(
				new RegExp(
					`^${builtIn.quotes.length} of ${builtIn.quotes.length} quotes stand where they say; (\\d+) of \\1 ranges inside their paragraphs; 21 of 21 quoted spans covered$`,
				),
			);
			expect(end).toBe('Proved.');
		},
	);
});

describe('what is wrong is told a line each, with its place, and exit 1', () => {
	const altered: Dossier = {
		...dossier,
		quotes: dossier.quotes.map(quote =>
			quote.id === 'quote:sea' ? {...quote, text: WORDS.replace('so much', 'so tiny')} : quote,
		),
	};

	test('of a quote in other words a diff is shown', async () => {
		const {code, lines} = await verified({dossier: altered});
		expect(code).toBe(1);
		expect(lines.slice(0, 2)).toEqual([
			'dossier.json: /quotes/0/text (quote:sea): these words do not stand there',
			'    …the sea—that’s the “old café” to us… so [-tiny-]{+much+} sea.',
		]);
		expect(lines.at(-1)).toBe('Not proved: 1 fault.');
		expect(lines.at(-2)).toContain('1 of 2 quotes stand where they say');
	});

	test.each([
		[
			'shorter',
			WORDS.replace('so much', 'so'),
			'    …the sea—that’s the “old café” to us… so {+much +}sea.',
		],
		[
			'longer',
			WORDS.replace('so much', 'so very much'),
			'    …the sea—that’s the “old café” to us… so [-very -]much sea.',
		],
	])(
		'of a quote that is %s than its ranges too, and the rest is held against the article',
		async (_, text, diff) => {
			const [said, more] = dossier.quotes;
			const quotes =
				said && more
					? [
							{...said, text},
							{...more, text: 'No more, No less of it.'},
						]
					: [];
			const {code, stderr, lines} = await verified({dossier: {...dossier, quotes}});
			expect({code, stderr}).toEqual({code: 1, stderr: ''});
			expect(lines).toEqual([
				`dossier.json: /quotes/0/text (quote:sea): these words do not stand there; the text has ${Array.from(text).length} characters, but its ranges, joined by one space, have 54`,
				diff,
				'dossier.json: /quotes/1/text (quote:more): these words do not stand there',
				'    No more, No [-less-]{+more+} of it.',
				'article.txt: the edition of source:report; 3 of 3 paragraphs',
				COUNTS.replace('2 of 2 quotes', '0 of 2 quotes'),
				'Not proved: 2 faults.',
			]);
		},
	);

	test('what else is wrong with a dossier is told as ever, and the length of a quote with it', async () => {
		const [said, more] = dossier.quotes;
		const quotes =
			said && more
				? [
						{...said, text: 'So much.'},
						{...more, id: said.id},
					]
				: [];
		const {code, stdout, stderr} = await verified({dossier: {...dossier, quotes}});
		expect({code, stdout}).toEqual({code: 1, stdout: ''});
		expect(stderr).toContain('not a dossier, 2 faults');
		expect(stderr).toContain('/quotes/0/text: the text has 8 characters');
		expect(stderr).toContain('/quotes/1/id: the id quote:sea is taken already');
	});

	test('a quote of another length is refused by every other command', async () => {
		await using folder = await temporaryFolder();
		const quotes = dossier.quotes.map(quote => ({...quote, text: `${quote.text} Really.`}));
		const file = await folder.dossier({...dossier, quotes});
		for (const args of [
			['validate', file],
			['list', 'quotes', file],
			['export', file, '--format', 'json'],
			['search', 'sea', file],
		]) {
			const {code, stdout, stderr} = await runPiped({args});
			expect(code).toBe(1);
			expect(stdout + stderr).toContain('/quotes/0/text: the text has 62 characters');
		}
	});

	test('on a terminal its signs are in colour, and without colour they are there all the same', async () => {
		await using folder = await temporaryFolder();
		const args = [
			'verify',
			await folder.dossier(altered),
			'--article',
			await folder.write('article.txt', sea.text),
		];
		await using terminal = await openTerminal({args, columns: 160, rows: 24});
		expect((await terminal.waitForExit()).code).toBe(1);
		expect(terminal.output()).toContain('\u001B[31m[-tiny-]\u001B[39m\u001B[32m{+much+}');
		await using plain = await openTerminal({args, columns: 160, rows: 24, env: {NO_COLOR: '1'}});
		expect((await plain.waitForExit()).code).toBe(1);
		expect(plain.output()).not.toContain('\u001B[3');
		expect(plain.text()).toContain('[-tiny-]{+much+}');
	});

	test('of words that nobody drew from it the line of the article is told, and the words', async () => {
		const [, more] = dossier.quotes;
		const {code, lines} = await verified({dossier: {...dossier, quotes: more ? [more] : []}});
		expect(code).toBe(1);
		expect(lines[0]).toBe(
			'article.txt:3:33: no record covers the words quoted in paragraph 2, characters 32 to 86: It’s the sea—that’s the “old café” to us… so much sea.',
		);
	});

	test('of a range in an event the place in the file is told, in whatever order its events are', async () => {
		const events = dossier.events.map(event =>
			event.id === 'event:later'
				? {...event, evidence: [{...sea.rangeOf('weather'), end: 5000}]}
				: event,
		);
		const {lines, stdout} = await verified({dossier: {...dossier, events}});
		const json = JSON.stringify({...dossier, events}, undefined, '\t').split('\n');
		const line = json.findIndex(text => text.includes('5000'));
		expect(stdout).toMatch(new RegExp(`^dossier\\.json:${line + 1}:13: /events/0`));
		expect(lines[0]).toBe(
			'dossier.json: /events/0/evidence/0/end (event:later): the range ends at 5000, but paragraph 1 has 26 characters',
		);
	});

	test('of another edition both sums are told, and it is compared all the same', async () => {
		const article = `Late news.\n${sea.text}`;
		const {code, lines} = await verified({article});
		expect(code).toBe(1);
		const hash = createHash('sha256').update(article).digest('hex');
		expect(lines[0]).toBe(
			`dossier.json: /sources/0/sha256: the article is another edition of source:report: its SHA-256 is ${hash}, not ${sea.source.sha256}`,
		);
		expect(lines).toContain(
			'dossier.json: /sources/0/paragraphs: the article has 4 paragraphs, not 3',
		);
		expect(lines).toContain(
			'dossier.json: /quotes/0/text (quote:sea): these words do not stand there; they stand in paragraph 3, characters 32 to 86',
		);
		expect(lines.at(-3)).toBe('article.txt: another edition of source:report; 4 of 3 paragraphs');
	});

	test('typography alone is a warning, and is no fault of the edition that has the same sum', async () => {
		const straight = sea.text.replaceAll('’', "'").replaceAll(/[“”]/g, '"');
		const sha256 = createHash('sha256').update(straight).digest('hex');
		const sources = [{...sea.source, sha256}, aReference()];
		const {code, lines} = await verified({article: straight, dossier: {...dossier, sources}});
		expect(code).toBe(0);
		expect(lines).toEqual([
			'dossier.json: /quotes/0/text (quote:sea): warning: the same but for quotation marks',
			'article.txt: the edition of source:report; 3 of 3 paragraphs',
			COUNTS.replace('say;', 'say (1 of them but for typography);'),
			'Proved, 1 warning.',
		]);
	});

	test('nothing of the dossier or the article is obeyed by a terminal', async () => {
		const hostile = sea.text.replace('so much', '\u001B[31m\u009Bmuch\u202E');
		const {stdout} = await verified({article: hostile});
		expect(stdout).toContain('␛[31m');
		for (const obeyed of ['\u001B', '\u009B', '\u202E']) {
			expect(stdout).not.toContain(obeyed);
		}
	});
});

describe('--json', () => {
	test('is what was counted, and every finding, under the same keys each', async () => {
		const article = sea.text.replace('No more of it', 'Nothing more of it');
		const {code, stdout, stderr} = await verified({article, args: ['--json']});
		expect({code, stderr}).toEqual({code: 1, stderr: ''});
		const result = JSON.parse(stdout);
		expect(Object.keys(result)).toEqual([
			'dossier',
			'article',
			'source',
			'sha256',
			'isSameEdition',
			'isProved',
			'paragraphs',
			'quotes',
			'ranges',
			'spans',
			'findings',
		]);
		expect(result).toMatchObject({
			source: 'source:report',
			isSameEdition: false,
			isProved: false,
			paragraphs: {found: 3, stated: 3},
			quotes: {verbatim: 1, alike: 0, total: 2, ofOtherSources: 0},
			ranges: {inside: 8, total: 8},
			spans: {covered: 2, total: 3},
		});
		const KEYS = [
			'file',
			'line',
			'column',
			'pointer',
			'severity',
			'code',
			'record',
			'message',
			'places',
			'diff',
		];
		for (const finding of result.findings) {
			expect(Object.keys(finding)).toEqual(KEYS);
		}

		expect(result.findings.map(({code: of}: {code: string}) => of)).toEqual([
			'another-edition',
			'quote-other',
			'span-uncovered',
		]);
		expect(result.findings[1].diff).toContainEqual({in: 'article', text: 'Nothing'});
	});

	test('is whole for a quote of another length too, and has its place and its diff', async () => {
		await using folder = await temporaryFolder();
		const quotes = dossier.quotes.map(quote =>
			quote.id === 'quote:sea' ? {...quote, text: WORDS.replace('so much ', '')} : quote,
		);
		const file = await folder.dossier({...dossier, quotes});
		const line =
			1 + (await readFile(file, 'utf8')).split('\n').findIndex(text => text.includes('us… sea'));
		const {code, stdout, stderr} = await runPiped({
			args: ['verify', file, '--article', await folder.write('a.txt', sea.text), '--json'],
		});
		expect({code, stderr}).toEqual({code: 1, stderr: ''});
		expect(JSON.parse(stdout)).toMatchObject({
			isSameEdition: true,
			isProved: false,
			quotes: {verbatim: 1, alike: 0, total: 2, ofOtherSources: 0},
			ranges: {inside: 8, total: 8},
			findings: [
				{
					file,
					line,
					code: 'quote-other',
					severity: 'fault',
					pointer: '/quotes/0/text',
					record: 'quote:sea',
					diff: [
						{in: 'both', text: expect.stringMatching(/us… $/)},
						{in: 'article', text: 'so much '},
						{in: 'both', text: 'sea.'},
					],
				},
			],
		});
	});
});

describe('a dossier of several articles', () => {
	const rain = inventedArticle(
		['Ada said: “Rain, and more rain, and no end of it.”', 'It rained.'],
		{
			id: 'source:rain',
		},
	);
	const both: Dossier = {
		...dossier,
		sources: [...dossier.sources, rain.source],
		quotes: [
			...dossier.quotes,
			rain.quoteOf('quote:rain', 'Rain, and more rain, and no end of it.'),
		],
	};

	test('is held against the one whose SHA-256 it is', async () => {
		const {code, lines} = await verified({dossier: both, article: rain.text});
		expect(code).toBe(0);
		expect(lines[0]).toBe('article.txt: the edition of source:rain; 2 of 2 paragraphs');
		expect(lines[1]).toContain('1 of 1 quotes stand where they say (2 more of other sources);');
	});

	test('is held against the likeliest when it is another edition of one', async () => {
		const {code, lines} = await verified({dossier: both, article: `Late news.\n${rain.text}`});
		expect(code).toBe(1);
		expect(lines.at(-3)).toBe(
			'article.txt: another edition of source:rain, the likeliest of 2 sources (--source ID names another); 3 of 2 paragraphs',
		);
	});

	test('is held against the one that --source names', async () => {
		const {code, lines} = await verified({
			dossier: both,
			article: rain.text,
			args: ['--source', 'source:report'],
		});
		expect(code).toBe(1);
		expect(lines.at(-3)).toBe('article.txt: another edition of source:report; 2 of 3 paragraphs');
	});

	test.each([
		['source:rian', /There is no source source:rian \(did you mean source:rain\?\)\. Articles: /],
		[
			'source:atlas',
			/source:atlas is no article \(gazetteer\)\. Articles: source:report, source:rain/,
		],
	])('refuses --source %s: exit 2', async (id, message) => {
		const {code, stdout, stderr} = await verified({dossier: both, args: ['--source', id]});
		expect({code, stdout}).toEqual({code: 2, stdout: ''});
		expect(stderr).toMatch(message);
	});
});

describe('standard input', () => {
	test('is the article for --article -', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(dossier);
		const args = ['verify', file, '--article', '-'];
		const {code, stdout} = await runPiped({args, input: sea.text});
		expect(code).toBe(0);
		expect(stdout).toContain('-: the edition of source:report; 3 of 3 paragraphs');
	});

	test('is the dossier for -; a place in it is named as far as its order is known', async () => {
		await using folder = await temporaryFolder();
		const article = await folder.write('article.txt', sea.text);
		const events = [anEvent({evidence: [{...sea.rangeOf('weather'), end: 5000}]})];
		const {code, stdout} = await runPiped({
			args: ['verify', '-', '--article', article],
			input: JSON.stringify({...dossier, events}),
		});
		expect(code).toBe(1);
		expect(stdout).toMatch(/^-: \/events \(event:crane-falls\): the range ends at 5000/);
	});

	test('is not both: exit 2', async () => {
		const {code, stderr} = await runPiped({args: ['verify', '-', '--article', '-'], input: ''});
		expect(code).toBe(2);
		expect(stderr).toContain('Only one of the two');
	});
});

test('where the locale is not UTF-8, all of it is ASCII', async () => {
	const {stdout, code} = await verified({
		article: sea.text.replace('so much', 'so très much'),
		options: {env: {LANG: 'C'}},
	});
	expect(code).toBe(1);
	expect(stdout).toMatch(/^[\n -~]+$/);
	expect(stdout).toContain('{+tres +}');
});

describe('what cannot be verified is said in a line', () => {
	test('without an article: exit 2', async () => {
		const {code, stdout, stderr} = await runPiped({args: ['verify']});
		expect({code, stdout}).toEqual({code: 2, stdout: ''});
		expect(stderr).toMatch(/^libya-tui: verify needs --article FILE, [^\n]*\n$/);
	});

	test('with a file that is not UTF-8, or not there: exit 1', async () => {
		expect(await verified({article: Buffer.from('caf\u{E9}', 'latin1')})).toMatchObject({
			code: 1,
			stdout: '',
			stderr: expect.stringMatching(/article\.txt: .*UTF-8/),
		});
		expect(await runPiped({args: ['verify', '--article', '/nowhere/a.txt']})).toMatchObject({
			code: 1,
			stdout: '',
			stderr: expect.stringContaining('/nowhere/a.txt: cannot be read: there is no such file'),
		});
	});

	test('with an empty file: exit 1, and all that is missing', async () => {
		const {code, lines} = await verified({article: ''});
		expect(code).toBe(1);
		expect(lines).toContain(
			'dossier.json: /sources/0/paragraphs: the article has 0 paragraphs, not 3',
		);
		expect(lines.at(-2)).toBe(
			'0 of 2 quotes stand where they say; 0 of 8 ranges inside their paragraphs; 0 of 0 quoted spans covered',
		);
	});

	test('with a dossier that names no article: exit 1', async () => {
		const bare = aDossier([], {
			sources: [aReference()],
			places: [],
		});
		const {code, stdout, stderr} = await verified({dossier: bare});
		expect({code, stdout}).toEqual({code: 1, stdout: ''});
		expect(stderr).toMatch(/none of its sources is an article/);
	});
});

test('a reader that closes the pipe early ends it quietly', async () => {
	await using folder = await temporaryFolder();
	const {stderr, stdout} = await runPipedToHead({
		args: [
			'verify',
			await folder.dossier(dossier),
			'--article',
			await folder.write('article.txt', `Late news.\n${sea.text}`),
		],
	});
	expect({stderr, stdout: stdout.length}).toEqual({stderr: '', stdout: 1});
});

describe('long work', () => {
	/** Quotes that stand nowhere in a long article. */
	const long = async (folder: TemporaryFolder): Promise<readonly string[]> => {
		const text = Array.from(
			{length: 20_000},
			(_, at) => `Paragraph ${at} of very many, and no end.`,
		);
		const article = inventedArticle(text);
		const quotes = Array.from({length: 4000}, (_, at) => ({
			...sea.quoteOf('quote:sea', 'No more,'),
			id: `quote:n${at}` as const,
			text: `n${String(at).padStart(7, '0')}`,
		}));
		const large = {
			...dossier,
			sources: [{...article.source, sha256: '0'.repeat(64)}, aReference()],
			quotes,
		};
		return [
			'verify',
			await folder.dossier(large),
			'--article',
			await folder.write('article.txt', article.text),
		];
	};

	test('tells how far it has come, and is left by ctrl-c with the terminal as it was: 130', async () => {
		await using folder: TemporaryFolder = await temporaryFolder();
		await using terminal = await openTerminal({args: await long(folder)});
		await terminal.waitFor(/Comparing: \d+ of 4000 quotes/);
		terminal.press('ctrl-c');
		expect((await terminal.waitForExit()).code).toBe(130);
		expect(terminal.text().replaceAll('^C', '').trim()).toBe('');
	});

	test('says nothing of that where stderr is no terminal', async () => {
		await using folder = await temporaryFolder();
		const {code, stderr} = await runPiped({args: await long(folder)});
		expect({code, stderr}).toEqual({code: 1, stderr: ''});
	});
});
