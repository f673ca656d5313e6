import {createHash} from 'node:crypto';
import {describe, expect, test} from 'vitest';
import {aDossier, anActor, anArticle, aQuote, at} from '../support/dossier.ts';
import {runPiped} from '../support/piped.ts';
import {openTerminal} from '../support/terminal.ts';
import {builtIn} from './support/dashboard.ts';
import {temporaryFolder} from './support/temporary-folder.ts';

const show = (...args: readonly string[]) => runPiped({args: ['show', ...args]});

const ARTICLE = 'Vera Moss spoke.\n\n“The tide does not ask.”\n';

const HARBOUR = aDossier([
	anArticle({sha256: createHash('sha256').update(ARTICLE).digest('hex'), paragraphs: 2}),
	anActor({
		name: 'Vera \u001B]0;x\u0007 Moss\u009B31m',
		evidence: [at(1, 0, 9)],
		sides: [{side: 'none', basis: 'reported', evidence: [at(1, 0, 9)]}],
	}),
	aQuote({speaker: 'actor:vera-moss', evidence: [at(2, 1, 23)]}),
]);

const harbour = async () => {
	const folder = await temporaryFolder();
	return {
		file: await folder.dossier(HARBOUR),
		article: await folder.write('article.txt', ARTICLE),
		folder,
		[Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
	};
};

describe('libya-tui show', () => {
	test('prints what is known of a record, with its evidence and its citation', async () => {
		const {code, stdout, stderr} = await show('quote:own-free-will');
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		const lines = stdout.split('\n');
		expect(lines.slice(0, 3)).toEqual([
			'“of his own free will.”',
			'Quote · William Hague',
			'quote:own-free-will',
		]);
		expect(stdout).toMatch(/ {2}speaker {2}William Hague\n +actor:william-hague\n/);
		expect(stdout).toContain('\n  ¶ 4, characters 153 to 174\n');
		expect(stdout).toContain('\nCitation\n  William Hague: “of his own free will.”');
		expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(80);
	});

	test('has something to print of every record', async () => {
		for (const id of [
			'actor:moussa-koussa',
			'place:brega',
			'event:koussa-lands',
			'relation:koussa-pillar',
			'claim:deal',
			'tension:brega',
			'step:koussa',
		]) {
			const {code, stdout} = await show(id);
			expect({code, id: stdout.includes(`\n${id}\n`)}).toEqual({code: 0, id: true});
		}
	});

	test('--as-of tells how it stood then', async () => {
		expect((await show('place:brega', '--as-of', '2011-03-30')).stdout).toContain(
			'on 30 Mar: government (inferred)',
		);
		expect((await show('place:brega')).stdout).toContain('on 31 Mar: contested (inferred)');
	});

	test('--article shows the cited words', async () => {
		await using files = await harbour();
		const {code, stdout} = await show('quote:tide', files.file, '--article', files.article);
		expect(code).toBe(0);
		expect(stdout).toContain('  ¶ 2, characters 1 to 23\n    The tide does not ask.\n');
		const json = await show('quote:tide', files.file, '--article', files.article, '--json');
		expect(JSON.parse(json.stdout).passages).toEqual([
			{
				source: 'source:report',
				sourceTitle: 'An invented report',
				paragraph: 2,
				start: 1,
				end: 23,
				words: 'The tide does not ask.',
			},
		]);
	});

	test('--json has the record as it stands, its title, citation, names and links', async () => {
		const {code, stdout} = await show('quote:own-free-will', '--json');
		expect(code).toBe(0);
		const document = JSON.parse(stdout);
		expect(Object.keys(document)).toEqual([
			'id',
			'kind',
			'title',
			'citation',
			'record',
			'related',
			'names',
			'passages',
		]);
		expect(document).toMatchObject({
			kind: 'quote',
			title: '“of his own free will.”',
			record: builtIn.quotes.find(({id}) => id === 'quote:own-free-will'),
			names: {'actor:william-hague': 'William Hague'},
			passages: [{paragraph: 4, words: null}],
		});
		expect(document.related).toEqual(Object.keys(document.names));
	});

	test('shows what a terminal would obey, and loses nothing of it as JSON', async () => {
		await using files = await harbour();
		const {stdout} = await show('actor:vera-moss', files.file);
		expect(stdout.split('\n')[0]).toBe('Vera ␛]0;x␇ Moss\u{FFFD}31m');
		const json = (await show('actor:vera-moss', files.file, '--json')).stdout;
		expect(json).not.toMatch(/[^\P{Cc}\n\t]/u);
		expect(JSON.parse(json).record.name).toBe(HARBOUR.actors[0]?.name);
	});

	test('fits a narrow terminal', async () => {
		await using terminal = await openTerminal({
			args: ['show', 'step:koussa'],
			columns: 40,
			rows: 60,
		});
		expect((await terminal.waitForExit()).code).toBe(0);
		// Words that are together in the text are still, but for ends of lines: no terminal broke one.
		const text = builtIn.story.find(({id}) => id === 'step:koussa')?.text;
		expect(terminal.text().replaceAll(/\s+/g, ' ')).toContain(text);
		expect(terminal.output()).not.toContain('\u001B');
	});

	test.each<[string[], RegExp]>([
		[[], /show needs ID, a record, such as actor:moussa-koussa\. libya-tui show --help shows how/],
		[
			['koussa'],
			/There is no record koussa in this dossier \(did you mean actor:moussa-koussa\?\)/,
		],
		[['quote:own-free-wil'], /did you mean quote:own-free-will\?/],
		[['actor:moussa-koussa', '--as-of', '1999-01-01'], /outside of this dossier/],
		[['actor:moussa-koussa', '--format', 'csv'], /There is no option --format/],
	])('%j is a usage error', async (args, message) => {
		const {code, stdout, stderr} = await show(...args);
		expect(stderr).toMatch(message);
		expect({code, stdout}).toEqual({code: 2, stdout: ''});
	});

	test('an article that is another is told as ever', async () => {
		await using files = await harbour();
		const other = await files.folder.write('other.txt', 'Something else.\n');
		const {code, stderr} = await show('quote:tide', files.file, '--article', other);
		expect(code).toBe(1);
		expect(stderr).toContain('is not the article that this dossier was drawn from');
	});
});

describe('libya-tui search', () => {
	const search = (...args: readonly string[]) => runPiped({args: ['search', ...args]});

	test('prints each record that has the words, and where', async () => {
		const {code, stdout, stderr} = await search('oil');
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		const [headings, ...lines] = stdout.trimEnd().split('\n');
		expect(headings).toMatch(/^Id +Kind +Title +Found in$/);
		expect(lines.map(line => line.split(' ')[0])).toEqual(
			expect.arrayContaining(['place:eastern-oil-regions', 'tension:brega', 'claim:oil-regained']),
		);
		expect(stdout).toMatch(/^place:brega +place +Brega +.*: .*oil/m);
	});

	test('--json has every text that was found', async () => {
		const {stdout} = await search('moussa foreign', '--json');
		const hits: readonly {id: string; found: readonly {field: string; text: string}[]}[] =
			JSON.parse(stdout);
		expect(Object.keys(hits[0] ?? {})).toEqual(['id', 'kind', 'title', 'found']);
		expect(hits[0]).toMatchObject({
			id: 'actor:moussa-koussa',
			kind: 'actor',
			title: 'Moussa Koussa',
		});
		expect(hits[0]?.found.map(({field}) => field)).toEqual(['title', 'alias']);
	});

	test('ends with 1 where nothing has them, as grep does', async () => {
		expect(await search('xyzzy')).toMatchObject({
			code: 1,
			stdout: '',
			stderr: 'Nothing in this dossier has that word.\n',
		});
		expect(await search('xyzzy', '--json')).toMatchObject({code: 1, stdout: '[]\n'});
	});

	test('shows what a terminal would obey', async () => {
		await using files = await harbour();
		const {code, stdout} = await search('vera', files.file);
		expect(code).toBe(0);
		expect(stdout).not.toMatch(/[^\P{Cc}\n]/u);
		expect(stdout).toContain('Vera ␛]0;x␇ Moss');
	});

	test.each([30, 100])('fits a terminal of %i columns', async columns => {
		await using terminal = await openTerminal({args: ['search', 'benghazi'], columns, rows: 60});
		expect((await terminal.waitForExit()).code).toBe(0);
		const lines = terminal.text().trimEnd().split('\n');
		expect(lines.length).toBeGreaterThan(3);
		expect(lines.slice(1).every(line => /^[a-z]+:/.test(line))).toBe(true);
	});

	test.each<[string[], RegExp]>([
		[[], /search needs TEXT/],
		[
			['free', 'will'],
			/There is no file will\. Several words are one text in quotation marks: libya-tui search "free will"\./,
		],
		[['!'], /TEXT has no word to look for/],
		[['  '], /TEXT has no word to look for/],
		[['oil', '--filter', 'x'], /There is no option --filter/],
	])('%j is a usage error', async (args, message) => {
		const {code, stdout, stderr} = await search(...args);
		expect(stderr).toMatch(message);
		expect({code, stdout}).toEqual({code: 2, stdout: ''});
	});
});
