import {createHash} from 'node:crypto';
import {describe, expect, test} from 'vitest';
import type {Dossier} from '../../source/dossier/schema.ts';
import {highlighted, selectedRow, statusLine} from '../e2e/support/dashboard.ts';
import {temporaryFolder} from '../e2e/support/temporary-folder.ts';
import {aDossier, anActor, anArticle, aQuote} from '../support/dossier.ts';
import {runPiped} from '../support/piped.ts';
import {sshDashboard, sshPiped} from './support/open-ssh.ts';
import {type ServerProcess, startServer} from './support/server.ts';
import {openReader} from './support/ssh-reader.ts';

const NEWLY = 'The report has been read anew: this is how it stands now.';

const VERA = anActor({id: 'actor:vera-moss', name: 'Vera Moss'});
const TOM = anActor({id: 'actor:tom-reed', name: 'Tom Reed'});
const ADA = anActor({id: 'actor:ada-lowe', name: 'Ada Lowe'});

const before = aDossier([VERA, TOM], {title: 'The feud as it was'});
const after = aDossier([VERA, TOM, ADA], {title: 'The feud as it is'});

const hangUp = async (server: ServerProcess, wanted: RegExp, times = 1): Promise<void> => {
	server.kill('SIGHUP');
	await server.waitForLog(wanted, times);
};

const names = async (server: ServerProcess): Promise<readonly string[]> => {
	const {stdout} = await sshPiped(server, {line: 'list actors --json'});
	return (JSON.parse(stdout) as {name: string}[]).map(({name}) => name);
};

describe('SIGHUP', () => {
	test('reads the report anew: a reader sees it at their next key, where they were, and is told', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(before);
		await using server = await startServer({args: [file]});
		await using terminal = await sshDashboard(server);
		await using other = await openReader(server);
		terminal.press('j');
		await terminal.waitFor(() => selectedRow(terminal).includes('Tom Reed'));
		const shown = terminal.picture();

		await folder.dossier(after);
		await hangUp(server, / reload records=/);
		expect(await names(server)).toContain('Ada Lowe');
		// Nobody's page is turned under their eyes.
		expect(terminal.picture()).toEqual(shown);

		terminal.press('j');
		await terminal.waitFor(() => selectedRow(terminal).includes('Ada Lowe'));
		await terminal.waitFor(() => statusLine(terminal) === NEWLY);
		expect(terminal.text()).toContain('The feud as it is');
		terminal.press('k');
		await terminal.waitFor(() => selectedRow(terminal).includes('Tom Reed'));
		await terminal.waitForAbsence(NEWLY);

		other.press('z');
		await other.waitFor(() => statusLine(other) === NEWLY);
		await other.waitFor('Ada Lowe');
		other.press('q');
		expect((await other.waitForExit()).code).toBe(0);
		terminal.press('q');
		expect((await terminal.waitForExit()).code).toBe(0);
	});

	test('a record that is not there any more is let go of, and so is its mark', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(after);
		await using server = await startServer({args: [file]});
		await using reader = await openReader(server);
		reader.press('j', 'j');
		await reader.waitFor(() => selectedRow(reader).includes('Ada Lowe'));
		reader.press('m', 'enter');
		await reader.waitFor('Marked, and kept until');
		await folder.dossier(before);
		await hangUp(server, / reload records=/);
		reader.press('k');
		await reader.waitFor(() => statusLine(reader) === NEWLY);
		expect(reader.text()).not.toContain('Ada Lowe');
		expect(reader.text()).not.toContain('◆');
		expect(selectedRow(reader)).toContain('Vera Moss');
	});

	test('what a reader is writing is written to its end first', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(before);
		await using server = await startServer({args: [file]});
		await using reader = await openReader(server);
		reader.press('/', 't');
		await reader.waitFor('/t▏');
		await folder.dossier(after);
		await hangUp(server, / reload records=/);
		reader.press('o', 'm', 'q');
		await reader.waitFor('/tomq▏');
		reader.press('ctrl-u', ...'ada', 'enter');
		await reader.waitForAbsence('/tomq▏');
		reader.press('ctrl-l');
		await reader.waitFor(NEWLY);
		await reader.waitFor('Ada Lowe');
	});

	test.each<[string, string, RegExp]>([
		['is no JSON', '{"id": ', /reload-refused fault=".*dossier\.json: .*"/],
		['is no dossier', '{"id": "x"}', /reload-refused fault=".*dossier\.json: .*"/],
		[
			'has a fault',
			JSON.stringify({
				...before,
				quotes: [aQuote({speaker: 'actor:nobody'})],
			} satisfies Dossier),
			/reload-refused fault=".*dossier\.json: .*actor:nobody/,
		],
	])('what %s is refused, the log says why, and the old one goes on', async (_, text, wanted) => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(before);
		await using server = await startServer({args: [file]});
		await using reader = await openReader(server);
		await folder.write('dossier.json', text);
		await hangUp(server, wanted);
		reader.press('j');
		await reader.waitFor(() => selectedRow(reader).includes('Tom Reed'));
		expect(reader.text()).not.toContain(NEWLY);
		expect(await names(server)).toEqual(expect.arrayContaining(['Vera Moss', 'Tom Reed']));

		await folder.dossier(after);
		await hangUp(server, / reload records=/);
		reader.press('k');
		await reader.waitFor(NEWLY);
	});

	test('a file that is gone leaves the old one as it is', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(before);
		await using server = await startServer({args: [file]});
		await runPiped({command: 'rm', args: [file]});
		await hangUp(server, /reload-refused fault=".*dossier\.json: /);
		expect(await names(server)).toContain('Vera Moss');
	});

	test('again and again, each is read and the last is what stands', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(before);
		await using server = await startServer({args: [file]});
		await using reader = await openReader(server);
		for (let time = 1; time <= 5; time++) {
			await folder.dossier(time % 2 === 1 ? after : before);
			await hangUp(server, / reload records=/, time);
			reader.press(time % 2 === 1 ? 'j' : 'k');
			await reader.waitFor(() => statusLine(reader) === NEWLY);
			expect(reader.text().includes('Ada Lowe')).toBe(time % 2 === 1);
			reader.press('g');
			await reader.waitForAbsence(NEWLY);
		}
	});
});

const WORDS = 'The tide does not ask.';
const articleWith = (lead: string): string =>
	`The first paragraph is short.\n\n${lead}“${WORDS}” She went on.\n`;
const dossierOf = (lead: string): Dossier =>
	aDossier([
		anArticle({
			sha256: createHash('sha256').update(articleWith(lead)).digest('hex'),
			paragraphs: 2,
		}),
		VERA,
		aQuote({
			speaker: 'actor:vera-moss',
			text: WORDS,
			evidence: [
				{
					source: 'source:report',
					paragraph: 2,
					start: lead.length + 1,
					end: lead.length + 1 + WORDS.length,
				},
			],
		}),
	]);

describe('--article', () => {
	test('readers see the paragraph that a record cites, show prints it, and export has positions in it', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(dossierOf('She said: '));
		const article = await folder.write('article.txt', articleWith('She said: '));
		await using server = await startServer({args: [file, '--article', article]});
		await using terminal = await sshDashboard(server);
		terminal.press('3', 'e');
		await terminal.waitFor(() => highlighted(terminal) === WORDS);
		const quote = dossierOf('').quotes[0]?.id;
		const shown = await sshPiped(server, {line: `show ${quote}`});
		expect(shown).toEqual(await runPiped({args: ['show', `${quote}`, file, '--article', article]}));
		const annotated = await sshPiped(server, {line: 'export --format annotations'});
		expect(annotated).toEqual(
			await runPiped({args: ['export', '--format', 'annotations', file, '--article', article]}),
		);
		expect(annotated.stdout).toContain('"prefix"');
		// It is not asked for with each of them, so that those that have no use for it are not refused.
		expect((await sshPiped(server, {line: 'export --format json'})).code).toBe(0);
	});

	test('is read anew with the report, and refused where the two do not agree', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(dossierOf('She said: '));
		const article = await folder.write('article.txt', articleWith('She said: '));
		await using server = await startServer({args: [file, '--article', article]});
		await folder.dossier(dossierOf('On Monday she said: '));
		await hangUp(server, /reload-refused fault=".*article\.txt: is not the article/);
		await folder.write('article.txt', articleWith('On Monday she said: '));
		await hangUp(server, / reload records=/);
		await using terminal = await sshDashboard(server);
		terminal.press('3', 'e');
		await terminal.waitFor('On Monday she said');
	});

	test('another article keeps the server from starting', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(dossierOf('She said: '));
		const article = await folder.write('article.txt', 'Something else.\n');
		const {code, stderr} = await runPiped({
			args: ['serve', file, '--article', article, '--port', '0'],
		});
		expect(code).toBe(1);
		expect(stderr).toContain('is not the article that this dossier was drawn from');
	});
});
