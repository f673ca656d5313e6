import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {aDossier, anActor, anEvent, aQuote, at} from '../support/dossier.ts';
import {fullDossier} from '../support/full-dossier.ts';
import {runPiped, runPipedToHead} from '../support/piped.ts';
import {temporaryFolder} from './support/temporary-folder.ts';

const root = path.join(import.meta.dirname, '../..');

const FORMAT = 'The format is in data/dossier.schema.json; the README has a page on it.\n';

/** Two faults of its shape, two that do not hold together, and a key that is there twice. */
const FAULTY = `{
	"id": "dunmore", "title": "", "summary": "x", "summary": "y",
	"span": {"first": "2020-05-01", "last": "2020-05-02"},
	"sources": [{"id": "source:atlas", "kind": "gazetteer", "title": "An atlas"}],
	"actors": [
		{"id": "actor:vera", "name": "Vera", "kind": "ghost", "summary": "x", "sides": [
			{"side": "none", "basis": "reported", "evidence": [
				{"source": "source:atlas", "paragraph": 1, "start": 9, "end": 4}
			]}
		]}
	],
	"relations": [
		{"id": "relation:tie", "from": "actor:vera", "to": "actor:nobody", "label": "knows",
			"assertedBy": "author", "certainty": "certain"}
	]
}
`;

const KINDS =
	'person, group, government, armed-force, court, alliance, organization, news-agency, unnamed-source';

const TOLD = [
	['2:28', '/title', 'should not be empty'],
	[
		'2:48',
		'/summary',
		'this key is there twice, in line 2 and in line 2; one of the two values would be lost',
	],
	['6:48', '/actors/0/kind', `should be one of ${KINDS}`],
	[
		'8:16',
		'/actors/0/sides/0/evidence/0/source',
		'source:atlas is not an article, so it has no paragraphs',
	],
	['8:57', '/actors/0/sides/0/evidence/0/start', 'the range starts at 9 but ends at 4'],
	['13:54', '/relations/0/to', 'there is no actor:nobody in this dossier'],
] as const;

describe('libya-tui validate', () => {
	test.each([
		['a list of which all are meant', ['{1667,1668,1670..1672}', '{1960,1961-12}', '{..1984}']],
		['a list of which one is meant', ['[1667,1668,1670..1672]', '[..1760-12-03]', '[1760-12..]']],
		['what is not sure', ['1984?', '2004-06~', '2004-06-11%', '2004-06~-11', '?2004-06-~10']],
		['what is not known', ['201X', '20XX', '2004-XX', '156X-12-25', '1XXX-XX', 'XXXX-XX-XX']],
		['an interval', ['1964/2008', '2004-02-01/2005', '1984~/2004-06', '../1985-04-12', '1985/']],
		['a season, or another part of a year', ['2001-21', '2001-24', '2001-34', '2001-41']],
		['a year of any size', ['0000', '-1985', 'Y170000002', 'Y-17E7', '1950S2', 'Y171010000S3']],
		['a time of day', ['1985-04-12T23:20:30', '1985-04-12T23:20:30Z', '1985-04-12T23:20:30+04:30']],
	])('takes %s as EDTF has it', async (_, dates) => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(
			aDossier(dates.map((when, at) => anEvent({id: `event:when-${at}`, when}))),
		);
		expect(await runPiped({args: ['validate', file]})).toMatchObject({code: 0, stdout: ''});
	});

	test('says what a sound dossier holds, and prints nothing', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(fullDossier());
		expect(await runPiped({args: ['validate', file]})).toEqual({
			code: 0,
			signal: undefined,
			stdout: '',
			stderr: `${file}: no faults: 2 actors, 3 places, 2 quotes, 2 events, 1 relation, 1 claim, 1 tension, 1 step\n`,
		});
		expect(await runPiped({args: ['validate', file, '--json']})).toMatchObject({
			code: 0,
			stdout: '[]\n',
		});
	});

	test('takes the dossier that comes with the program', async () => {
		const file = path.join(root, 'data/brega-2011-03-31.json');
		expect(await runPiped({args: ['validate', file]})).toMatchObject({code: 0, stdout: ''});
	});

	test('prints every fault as compilers do, in the order of the file', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.write('faulty.json', FAULTY);
		expect(await runPiped({args: ['validate', file]})).toEqual({
			code: 1,
			signal: undefined,
			stdout: TOLD.map(
				([place, pointer, message]) => `${file}:${place}: ${pointer}: ${message}\n`,
			).join(''),
			stderr: `${file}: 6 faults\n${FORMAT}`,
		});
	});

	test('--json is an array for editors, of standard input too', async () => {
		const {code, stdout} = await runPiped({args: ['validate', '-', '--json'], input: FAULTY});
		expect(code).toBe(1);
		expect(JSON.parse(stdout)).toEqual(
			TOLD.map(([place, pointer, message]) => {
				const [line, column] = place.split(':').map(Number);
				return {file: '-', line, column, pointer, message};
			}),
		);
	});

	test.each([
		['no JSON', '{"a": 1,}', '1:8: (document): not JSON: a comma before } is one too many'],
		[
			'no UTF-8',
			new Uint8Array([0x5b, 0x0a, 0x20, 0xe2, 0x82]),
			'2:2: (document): not UTF-8 text: at byte 3, counted from 0, stands 0xE2, which is no part of a character there',
		],
		[
			'UTF-16',
			new Uint8Array([0xff, 0xfe, 0x7b, 0x00]),
			'1:1: (document): not UTF-8 text but UTF-16: save it as UTF-8',
		],
		[
			'a second byte order mark',
			'\u{FEFF}\u{FEFF}{}',
			'1:1: (document): not JSON: a byte order mark (U+FEFF) may stand only at the start of a file',
		],
	])('tells of %s in one line', async (_, input, line) => {
		expect(await runPiped({args: ['validate', '-'], input})).toMatchObject({
			code: 1,
			stdout: `-:${line}\n`,
			stderr: `-: 1 fault\n${FORMAT}`,
		});
	});

	test('takes a byte order mark at the start of a file, and counts columns behind it', async () => {
		const json = JSON.stringify(fullDossier());
		expect(await runPiped({args: ['validate', '-'], input: `\u{FEFF}${json}`})).toMatchObject({
			code: 0,
		});
		expect(await runPiped({args: ['validate', '-'], input: '\u{FEFF}[x]'})).toMatchObject({
			stdout: expect.stringMatching(/^-:1:2: /),
		});
	});

	test('prints each of a great many faults, and then where most of them are', async () => {
		const actors = Array.from({length: 30_000}, (_, n) => ({
			...anActor({id: `actor:n${n}`, evidence: [at(12)]}),
			kind: 'ghost',
		}));
		const input = JSON.stringify(
			{...aDossier([aQuote({speaker: 'actor:nobody'})]), actors},
			undefined,
			'\t',
		);
		const {code, stdout, stderr} = await runPiped({args: ['validate', '-'], input});
		expect(code).toBe(1);
		expect(stdout.trimEnd().split('\n')).toHaveLength(60_001);
		expect(stderr.split('\n')).toEqual([
			'-: 60001 faults',
			expect.stringMatching(
				/^ {2}30000 {2}\/actors\/\*\/kind: should be one of .*, first in line \d+$/,
			),
			expect.stringMatching(
				/^ {2}30000 {2}\/actors\/\*\/evidence\/\*\/paragraph: there is no paragraph 12: .*, first in line \d+$/,
			),
			'      1  /quotes/*/speaker: there is no actor:nobody in this dossier',
			FORMAT.trimEnd(),
			'',
		]);
	});

	test('ends quietly when whoever reads has read enough', async () => {
		await using folder = await temporaryFolder();
		const actors = Array.from({length: 5000}, () => ({}));
		const file = await folder.write('many.json', JSON.stringify({...aDossier(), actors}));
		const {code, stderr} = await runPipedToHead({args: ['validate', file]});
		expect(code).toBe(1);
		expect(stderr).toMatch(/^\S+: 25000 faults\n/);
	});

	test('never has a terminal obey what a document or a file name says', async () => {
		await using folder = await temporaryFolder();
		const key = '\u001B]0;owned\u0007\u009B31m\u202E\u2028\n';
		const file = await folder.write(
			'\u001B[31m.json',
			JSON.stringify({...fullDossier(), [key]: 1}),
		);
		for (const args of [[file], [file, '--json']]) {
			const {code, stdout, stderr} = await runPiped({args: ['validate', ...args]});
			expect(code).toBe(1);
			for (const obeyed of ['\u001B', '\u0007', '\u009B', '\u202E', '\u2028']) {
				expect(stdout + stderr).not.toContain(obeyed);
			}
		}

		const {stdout} = await runPiped({args: ['validate', file, '--json']});
		expect(JSON.parse(stdout)).toMatchObject([{file, pointer: `/${key}`}]);
	});

	test('of what cannot be read says why, and prints nothing', async () => {
		await using folder = await temporaryFolder();
		for (const args of [[folder.path], [folder.path, '--json'], [`${folder.path}/nowhere.json`]]) {
			const result = await runPiped({args: ['validate', ...args]});
			expect(result).toMatchObject({code: 1, stdout: ''});
			expect(result.stderr).toMatch(/^libya-tui: .*: cannot be read: .*\n$/);
		}
	});

	test('needs a dossier, and takes one', async () => {
		for (const args of [[], ['a.json', 'b.json']]) {
			const result = await runPiped({args: ['validate', ...args]});
			expect(result).toMatchObject({code: 2, stdout: ''});
			expect(result.stderr).toMatch(/DOSSIER|One dossier at a time/);
		}
	});

	test('the dossier that it takes the dashboard opens, and no other', async () => {
		await using folder = await temporaryFolder();
		const sound = await readFile(path.join(root, 'data/brega-2011-03-31.json'), 'utf8');
		for (const [text, code] of [
			[sound, 0],
			[sound.replace('"title":', '"title": "lost", "title":'), 1],
			[sound.replace('"title": "', '"title": "\\ud800'), 1],
			[sound.replace('"title": "', '"title": "\\ud83d\\ude00'), 0],
		] as const) {
			const file = await folder.write('dossier.json', text);
			const [validated, opened] = await Promise.all([
				runPiped({args: ['validate', file]}),
				runPiped({args: [file]}),
			]);
			expect([validated.code, opened.code]).toEqual([code, code]);
		}
	});
});
