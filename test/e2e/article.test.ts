import {createHash} from 'node:crypto';
import {describe, expect, test} from 'vitest';
import {aDossier, anActor, anArticle, aQuote} from '../support/dossier.ts';
import {runPiped} from '../support/piped.ts';
import {highlighted, openDashboard} from './support/dashboard.ts';
import {report} from './support/report.ts';
import {temporaryFolder} from './support/temporary-folder.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const WORDS = 'The tide does not ask.';
const BEFORE = 'Vera Moss, 😀 of Dunmore, said: “';
const PARAGRAPHS = [
	'The first paragraph is short.',
	`${BEFORE}${WORDS}” She went on about it at length, and nobody in the hall kept count of how often.`,
	...Array.from({length: 30}, (_, n) => `Paragraph ${n + 3} follows with more of the same.`),
];
const ARTICLE = `${PARAGRAPHS.join('\n\n')}\n`;

const dossier = aDossier([
	anArticle({sha256: sha256(ARTICLE), paragraphs: PARAGRAPHS.length}),
	anActor(),
	aQuote({
		speaker: 'actor:vera-moss',
		text: WORDS,
		evidence: [
			{
				source: 'source:report',
				paragraph: 2,
				start: Array.from(BEFORE).length,
				end: Array.from(BEFORE).length + WORDS.length,
			},
		],
	}),
]);

describe('with the article that a dossier was drawn from', () => {
	test.each([
		[120, 40],
		[80, 24],
		[40, 12],
	])('on %i×%i, e shows the paragraph with the words set apart', async (columns, rows) => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(dossier);
		const article = await folder.write('article.txt', ARTICLE);
		await using terminal = await openDashboard({
			args: [file, '--article', article, '--pane', 'quotes'],
			columns,
			rows,
		});
		terminal.press('e');
		await terminal.waitFor(() => highlighted(terminal) === WORDS, {
			label: `${WORDS} in reverse video`,
		});
		expect(terminal.text()).toMatch(/ {3,}(?:2 )?› .*“The tide does not ask\.”/u);
	});

	test('a reader scrolls through the paragraphs round it, and back', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(dossier);
		const article = await folder.write('article.txt', ARTICLE);
		await using terminal = await openDashboard({
			args: [file, `--article=${article}`, '--pane', 'quotes'],
			columns: 80,
			rows: 24,
		});
		terminal.press('e');
		await terminal.waitFor('Where');
		expect(terminal.text()).toContain('1   The first paragraph is short.');
		terminal.press('G');
		await terminal.waitFor('32   Paragraph 32 follows');
		expect(terminal.text()).toMatch(/Where +¶ 2 of 32/);
		terminal.press('g');
		await terminal.waitFor('The first paragraph is short.');
	});

	test('escape sequences in the article are shown and never reach the terminal', async () => {
		// As long as what it stands for, so that every range still fits.
		const hostile = ARTICLE.replace('of Dunmore', 'o\u001B]0;wnd\u0007e');
		await using folder = await temporaryFolder();
		const [, ...sources] = dossier.sources;
		const file = await folder.dossier({
			...dossier,
			sources: [anArticle({sha256: sha256(hostile), paragraphs: PARAGRAPHS.length}), ...sources],
		});
		const article = await folder.write('article.txt', hostile);
		await using terminal = await openDashboard({
			args: [file, '--article', article, '--pane', 'quotes'],
		});
		terminal.press('e');
		await terminal.waitFor('o␛]0;wnd␇e');
		expect(terminal.output()).not.toContain('\u0007');
		expect(terminal.output()).not.toContain('\u001B]');
	});

	test('without it e says how to get at the paragraph', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(dossier);
		await using terminal = await openDashboard({args: [file, '--pane', 'quotes']});
		terminal.press('e');
		await terminal.waitFor('Start with --article FILE to read this paragraph here');
		expect(terminal.text()).toContain('¶ 2 of 32');
	});
});

describe('with another text', () => {
	test('a reader is told both SHA-256 sums, and what to do', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(dossier);
		const article = await folder.write('article.txt', `${ARTICLE}And more.`);
		const {code, stdout, stderr} = await runPiped({args: [file, '--article', article]});
		expect({code, stdout}).toEqual({code: 1, stdout: ''});
		expect(stderr.startsWith(`libya-tui: ${article}: is not the article`)).toBe(true);
		expect(stderr).toContain(sha256(ARTICLE));
		expect(stderr).toContain(sha256(`${ARTICLE}And more.`));
		expect(stderr).toContain('Leave --article out');
	});

	test('that differs in its line ends alone is the same article', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(dossier);
		for (const same of [
			ARTICLE.replaceAll('\n', '\r\n'),
			`\u{FEFF}${ARTICLE}`,
			ARTICLE.trimEnd(),
		]) {
			const article = await folder.write('article.txt', same);
			expect(await runPiped({args: [file, '--article', article]})).toMatchObject({
				code: 0,
				stderr: '',
			});
		}
	});

	test('that the dossier misquotes is refused with the quote and what stands there', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier({
			...dossier,
			quotes: dossier.quotes.map(quote => ({...quote, text: 'The tide has no cares!'})),
		});
		const article = await folder.write('article.txt', ARTICLE);
		const {code, stdout, stderr} = await runPiped({args: [file, '--article', article]});
		expect({code, stdout}).toEqual({code: 1, stdout: ''});
		expect(stderr).toContain('/quotes/0/text: these words do not stand there');
		expect(stderr).toContain(WORDS);
	});

	test('the same text with the line ends of another system is taken', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(dossier);
		const article = await folder.write(
			'article.txt',
			`\u{FEFF}${ARTICLE.replaceAll('\n', '\r\n')}`,
		);
		await using terminal = await openDashboard({
			args: [file, '--article', article, '--pane', 'quotes'],
		});
		terminal.press('e');
		await terminal.waitFor(() => highlighted(terminal) === WORDS);
	});

	test('a dossier that quotes what does not stand there is refused, quote by quote', async () => {
		await using folder = await temporaryFolder();
		const [quote] = dossier.quotes;
		const file = await folder.dossier({
			...dossier,
			quotes: quote === undefined ? [] : [{...quote, text: 'The tide asks no man.…'}],
		});
		const article = await folder.write('article.txt', ARTICLE);
		const {code, stdout, stderr} = await runPiped({args: [file, '--article', article]});
		expect({code, stdout}).toEqual({code: 1, stdout: ''});
		expect(stderr).toMatch(/does not agree with this article:\n {2}\/quotes\/0/);
	});

	test('a file that is not there, a folder or a device is refused by name', async () => {
		for (const [file, reason] of [
			['/nowhere/article.txt', 'there is no such file'],
			['/tmp', 'it is a folder'],
			['/dev/zero', 'not an article'],
		] as const) {
			const {code, stdout, stderr} = await runPiped({args: ['--article', file]});
			expect({code, stdout}).toEqual({code: 1, stdout: ''});
			expect(stderr).toMatch(new RegExp(`^libya-tui: ${file}: .*${reason}`));
		}
	});
});

describe('with the report itself (../shared/article)', () => {
	test.skipIf(report === undefined)('its words are set apart where a quote has them', async () => {
		await using terminal = await openDashboard({
			args: ['--article', report ?? '', '--select', 'quote:snow-in-the-sand', '--pane', 'quotes'],
		});
		terminal.press('e');
		await terminal.waitFor('Evidence');
		expect(highlighted(terminal)).toBe('dissolved like snow in the sand');
		expect(terminal.text()).toMatch(/Where +¶ 29 of 35/);
		expect(terminal.text()).toContain(' › “dissolved');
		terminal.press('q', 'g', 'e');
		await terminal.waitFor(() => highlighted(terminal) === 'commanded and had control');
	});
});
