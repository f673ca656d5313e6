import {spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {chmod, mkdir, readdir, readFile, stat, symlink, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {setImmediate} from 'node:timers/promises';
import {parse} from 'csv-parse/sync';
import {describe, expect, test} from 'vitest';
import {EXPORT_NAMES} from '../../source/formats/export-names.ts';
import {aClaim, aDossier, anActor, anArticle, aQuote, aTown, at, held} from '../support/dossier.ts';
import {type PipedOptions, runPiped, runPipedToHead} from '../support/piped.ts';
import {builtCommand, openTerminal} from '../support/terminal.ts';
import {openPipeThatDoesNotWait} from './support/pipe-that-does-not-wait.ts';
import {temporaryFolder} from './support/temporary-folder.ts';

const exported = (args: readonly string[], rest: PipedOptions = {}) =>
	runPiped({args: ['export', ...args], ...rest});

const aTownHeld = aTown({
	coordinates: {lat: 10, lon: 20, precision: 1, source: 'source:atlas'},
	control: [held('2020-05-01', 'government'), held('2020-05-02', 'contested')],
});

const HOSTILE = 'The ropes \u001B[31mwere\u009B31m cut.\r\u202E';

describe('libya-tui export', () => {
	test.each(EXPORT_NAMES.filter(name => name !== 'csv'))(
		'%s goes to stdout, with - too, and the same into a file',
		async format => {
			await using folder = await temporaryFolder();
			const file = path.join(folder.path, 'new/folder/out');
			const plain = await exported(['--format', format]);
			expect({...plain, stdout: ''}).toEqual({code: 0, signal: undefined, stdout: '', stderr: ''});
			expect(plain.stdout.length).toBeGreaterThan(1000);
			expect(plain.stdout.endsWith('\n')).toBe(true);
			expect((await exported(['--format', format, '-o', '-'])).stdout).toBe(plain.stdout);
			expect(await exported(['--format', format, '-o', file])).toEqual({
				code: 0,
				signal: undefined,
				stdout: '',
				stderr: '',
			});
			expect(await readFile(file, 'utf8')).toBe(plain.stdout);
		},
	);

	test('json opens again, and is then the same to the byte', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(aDossier([anActor(), aTownHeld]));
		const once = path.join(folder.path, 'once.json');
		expect((await exported([file, '--format', 'json', '-o', once])).code).toBe(0);
		const {code, stdout} = await exported([once, '--format', 'json']);
		expect(code).toBe(0);
		expect(stdout).toBe(await readFile(once, 'utf8'));
	});

	test('json may be written over the dossier it is made from, other formats may not', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(aDossier([anActor()]));
		const before = await readFile(file, 'utf8');
		const link = path.join(folder.path, 'link.json');
		await symlink(file, link);
		for (const output of [file, link]) {
			const {code, stderr} = await exported([file, '--format', 'ftm', '-o', output]);
			expect(code).toBe(2);
			expect(stderr).toBe(
				`libya-tui: ${output}: is what would be read; name another file with -o.\n`,
			);
		}

		expect(await readFile(file, 'utf8')).toBe(before);
		expect((await exported([file, '--format', 'json', '-o', file])).code).toBe(0);
		expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(JSON.parse(before));
	});

	test('csv is a file a kind in a folder, which is made', async () => {
		await using folder = await temporaryFolder();
		const tables = path.join(folder.path, 'of/tables');
		expect(await exported(['--format', 'csv', '-o', tables])).toMatchObject({code: 0, stderr: ''});
		expect((await readdir(tables)).toSorted()).toEqual([
			'actors.csv',
			'claims.csv',
			'events.csv',
			'places.csv',
			'quotes.csv',
			'relations.csv',
			'tensions.csv',
			'towns.csv',
		]);
		const towns = parse(await readFile(path.join(tables, 'towns.csv'), 'utf8'), {columns: true});
		expect(towns).toHaveLength(5);
	});

	test('csv of one kind goes to stdout or into a file', async () => {
		await using folder = await temporaryFolder();
		const file = path.join(folder.path, 'events.csv');
		const {code, stdout} = await exported(['--format', 'csv', '--kind', 'events']);
		expect(code).toBe(0);
		expect(stdout.startsWith('event_id_cnty,event_date,year,')).toBe(true);
		await exported(['--format', 'csv', '--kind', 'events', '-o', file]);
		expect(await readFile(file, 'utf8')).toBe(stdout);
	});

	test('tells of the day that is asked for, else of the last', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(aDossier([aTownHeld]));
		const control = async (...more: readonly string[]): Promise<unknown> => {
			const {stdout} = await exported([file, '--format', 'geojson', ...more]);
			return JSON.parse(stdout).features[0].properties.control;
		};
		expect(await control()).toBe('contested');
		expect(await control('--as-of', '2020-05-01')).toBe('government');
	});

	test('annotations with the article have positions in the text that the hash is of, whatever the line ends of the file', async () => {
		const text = 'A title\n\nShe said, “Let go 😀 now.”\n';
		const dossier = aDossier([
			anArticle({
				sha256: createHash('sha256').update(text).digest('hex'),
				paragraphs: 2,
				dateline: {place: 'place:eastbay', day: '2020-05-02'},
			}),
			anActor({sides: [], evidence: []}),
			aTown({evidence: []}),
			aQuote({speaker: 'actor:vera-moss', text: 'Let go 😀 now.', evidence: [at(2, 11, 24)]}),
		]);
		await using folder = await temporaryFolder();
		const file = await folder.dossier({
			...dossier,
			actors: [anActor({evidence: []})].map(actor => ({
				...actor,
				sides: [{side: 'none', basis: 'reported', evidence: [at(1, 0, 3)]}],
			})),
		});
		const article = await folder.write('article.txt', `\u{FEFF}${text.replaceAll('\n', '\r\n')}`);
		const {code, stdout, stderr} = await exported([
			file,
			'--format',
			'annotations',
			'--article',
			article,
		]);
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		const [, quote] = JSON.parse(stdout).first.items;
		const [position, words] = quote.target.selector;
		expect([...text].slice(position.start, position.end).join('')).toBe('Let go 😀 now.');
		expect(words).toMatchObject({exact: 'Let go 😀 now.', suffix: '”\n'});
	});

	test('writes a file as any tool does: over one that is there, which keeps its mode, and through a link', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.write('out.jsonl', 'what was there before');
		await chmod(file, 0o640);
		const link = path.join(folder.path, 'link');
		await symlink(file, link);
		expect((await exported(['--format', 'ftm', '-o', link])).code).toBe(0);
		expect((await readFile(file, 'utf8')).startsWith('{"id":')).toBe(true);
		expect((await stat(file)).mode & 0o777).toBe(0o640);
		expect(await readdir(folder.path)).toHaveLength(2);
	});

	test('/dev/stdout is stdout', async () => {
		const {stdout} = await exported(['--format', 'ftm']);
		expect(await exported(['--format', 'ftm', '-o', '/dev/stdout'])).toMatchObject({
			code: 0,
			stdout,
		});
	});

	test('writes into a named pipe, to whoever reads it, and puts nothing in its place', async () => {
		await using folder = await temporaryFolder();
		const {code, stderr} = await runPiped({
			command: 'bash',
			args: [
				'-c',
				'mkfifo pipe && { cat pipe >read & "$@"; wait; test -p pipe; }',
				'bash',
				...builtCommand(['export', '--format', 'ftm', '-o', 'pipe']),
			],
			cwd: folder.path,
		});
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect(await readFile(path.join(folder.path, 'read'), 'utf8')).toBe(
			(await exported(['--format', 'ftm'])).stdout,
		);
	});

	test('to a reader that takes a byte and goes, ends quietly', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(
			aDossier(
				Array.from({length: 5000}, (_, which) => aClaim({id: `claim:n${which}`, text: HOSTILE})),
			),
		);
		for (const format of ['annotations', 'json']) {
			expect(await runPipedToHead({args: ['export', file, '--format', format]})).toMatchObject({
				code: 0,
				stderr: '',
			});
		}
	});

	test('goes whole into a pipe that takes no more than it has room for', async () => {
		const args = ['export', '--format', 'json'];
		const {stdout} = await runPiped({args});
		expect(stdout.length).toBeGreaterThan(100_000);

		await using pipe = await openPipeThatDoesNotWait();
		// Node lets what it spawns wait; a program that takes its place has the pipe as it is.
		const inPlace = `const {closeSync, openSync, constants} = require('node:fs');
closeSync(1);
openSync(process.argv[1], constants.O_WRONLY | constants.O_NONBLOCK);
process.execve(process.argv[2], process.argv.slice(2));`;
		const program = spawn(
			process.execPath,
			['--no-warnings', '-e', inPlace, pipe.path, ...builtCommand(args)],
			{stdio: ['ignore', 'pipe', 'inherit']},
		);
		const ended = once(program, 'close');
		const taken: Buffer[] = [];
		while (program.exitCode === null && program.signalCode === null) {
			taken.push(pipe.drain());
			await setImmediate();
		}

		expect(await ended).toEqual([0, null]);
		expect(Buffer.concat([...taken, pipe.drain()]).toString()).toBe(stdout);
	});

	test('sends nothing to a terminal that it would obey', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(aDossier([aClaim({text: HOSTILE})]));
		await using terminal = await openTerminal({
			args: ['export', file, '--format', 'csv', '--kind', 'claims'],
			columns: 200,
		});
		expect((await terminal.waitForExit()).code).toBe(0);
		for (const obeyed of ['\u001B', '\u009B', '\u202E']) {
			expect(terminal.output()).not.toContain(obeyed);
		}

		expect(terminal.text()).toContain('The ropes ␛[31mwere\u{FFFD}31m cut.␍\u{FFFD}');
	});

	test('to a file has every text as it is', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(aDossier([aClaim({text: HOSTILE})]));
		const {stdout} = await exported([file, '--format', 'csv', '--kind', 'claims']);
		const [row] = parse(stdout, {columns: true}) as readonly Record<string, string>[];
		expect(Object.values(row ?? {})).toContain(HOSTILE);
	});

	test.each([
		[[], 'export needs --format: '],
		[['--format', 'gejson'], 'There is no format gejson (did you mean geojson?)'],
		[['--format', 'csv'], 'csv is a file for each kind of record: name a folder for them with -o'],
		[['--format', 'csv', '-o', '-'], 'csv is a file for each kind of record'],
		[['--format', 'csv', '--kind', 'event'], 'There is no kind event (did you mean events?)'],
		[['--format', 'ftm', '--as-of', '2011-03-30'], '--as-of changes nothing in ftm'],
		[
			['--format', 'geojson', '--kind', 'events'],
			'--kind changes nothing in geojson; it is for csv',
		],
		[
			['--format', 'json', '--article', 'a.txt'],
			'--article changes nothing in json; it is for annotations',
		],
		[['--format', 'geojson', '--as-of', '2011-04-01'], '2011-04-01 is outside of this dossier'],
		[['--format', 'json', '-o', ''], '--output needs a value'],
	])('%j is a usage error that says what to do', async (args, message) => {
		const {code, stdout, stderr} = await exported(args);
		expect({code, stdout}).toEqual({code: 2, stdout: ''});
		expect(stderr).toContain(message);
		expect(stderr.trimEnd().split('\n')).toHaveLength(1);
	});

	test('names what is in the way of a file or a folder', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.write('file', '');
		await mkdir(path.join(folder.path, 'folder'));
		const faultOf = async (...args: readonly string[]): Promise<string> => {
			const {code, stderr} = await exported(args);
			expect(code).toBe(1);
			return stderr;
		};
		expect(await faultOf('--format', 'ftm', '-o', path.join(folder.path, 'folder'))).toContain(
			'folder: is a folder; name a file in it.',
		);
		expect(await faultOf('--format', 'ftm', '-o', `${folder.path}/not-there/`)).toContain(
			'not-there/: is a folder; name a file in it.',
		);
		expect(await faultOf('--format', 'csv', '-o', file)).toContain('file: is not a folder;');
		expect(await faultOf('--format', 'ftm', '-o', `${file}/out`)).toContain(
			'file/out: cannot be written: part of its path is not a folder.',
		);
		await writeFile(path.join(folder.path, 'bad.json'), '{"id": "x"}');
		expect(
			await faultOf(path.join(folder.path, 'bad.json'), '--format', 'ftm', '-o', `${file}2`),
		).toContain('not a dossier');
		expect((await readdir(folder.path)).toSorted()).toEqual(['bad.json', 'file', 'folder']);
	});

	test('--help fits a screen and has every format', async () => {
		const {code, stdout} = await exported(['--help']);
		expect(code).toBe(0);
		expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(24);
		expect(stdout.replaceAll(/\s+/g, ' ')).toContain(EXPORT_NAMES.join(', '));
	});
});
