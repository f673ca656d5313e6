import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import {
	chmod,
	lutimes,
	mkdir,
	readdir,
	readFile,
	rm,
	stat,
	symlink,
	utimes,
	writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {type MarkChange, openMarksFile} from '../../source/commands/marks-file.ts';
import {marksPath} from '../../source/commands/marks-path.ts';
import type {RecordId} from '../../source/dossier/schema.ts';
import {temporaryFolder} from '../e2e/support/temporary-folder.ts';

const MODULE = pathToFileURL(
	path.join(import.meta.dirname, '../../source/commands/marks-file.ts'),
).href;

const marked = (record: RecordId, note = ''): MarkChange => ({record, mark: {record, note}});
const unmarked = (record: RecordId): MarkChange => ({record, mark: undefined});

const VERA = marked('actor:vera-moss', 'ask her again');
const CRANE = marked('event:crane-falls');
const ROPES = marked('claim:ropes', 'who saw it?');

const recordsIn = ({marks}: {readonly marks: readonly {record: RecordId}[]}): readonly RecordId[] =>
	marks.map(({record}) => record);

const written = (marks: readonly unknown[], rest: object = {}): string =>
	JSON.stringify({version: 1, dossier: 'dunmore', marks, ...rest});

/** A folder with a marks file of this content in it, or with none. */
const folderWith = async (content?: string | Uint8Array) => {
	const folder = await temporaryFolder();
	const file = path.join(folder.path, 'dunmore.json');
	if (content !== undefined) {
		await writeFile(file, content);
	}

	return {
		file,
		open: () => openMarksFile(file, 'dunmore'),
		content: () => readFile(file, 'utf8'),
		beside: async () => (await readdir(folder.path)).toSorted(),
		path: folder.path,
		[Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
	};
};

describe('where marks are kept', () => {
	test.each([
		[{XDG_STATE_HOME: '/state', HOME: '/home/ada'}, '/state/libya-tui/marks/dunmore.json'],
		[{HOME: '/home/ada'}, '/home/ada/.local/state/libya-tui/marks/dunmore.json'],
		[
			{XDG_STATE_HOME: '', HOME: '/home/ada'},
			'/home/ada/.local/state/libya-tui/marks/dunmore.json',
		],
		[
			{XDG_STATE_HOME: 'state', HOME: '/home/ada'},
			'/home/ada/.local/state/libya-tui/marks/dunmore.json',
		],
		[{XDG_STATE_HOME: '../state'}, undefined],
		[{HOME: 'ada'}, undefined],
		[{HOME: ''}, undefined],
		[{}, undefined],
	])('with %j in %s', (env, file) => {
		expect(marksPath(env, 'dunmore')).toBe(file);
	});

	test('without a home they are not kept, and that is said', async () => {
		const file = await openMarksFile(undefined, 'dunmore');
		expect(file.marks).toEqual([]);
		expect(file.warning).toBe(
			'Marks are not kept: neither XDG_STATE_HOME nor HOME names a folder.',
		);
		await expect(file.save(VERA)).rejects.toThrow(file.warning);
		await file.settled();
	});
});

describe('marks that are made', () => {
	test('there are none at first, and looking makes no file', async () => {
		await using folder = await folderWith();
		const file = await folder.open();
		expect({marks: file.marks, warning: file.warning}).toEqual({marks: [], warning: undefined});
		expect(await folder.beside()).toEqual([]);
	});

	test('are there the next time, in the order in which they were made', async () => {
		await using folder = await folderWith();
		const file = await folder.open();
		await file.save(ROPES);
		await file.save(VERA);
		const {marks, warning} = await file.save(CRANE);
		expect(marks).toEqual([ROPES.mark, VERA.mark, CRANE.mark]);
		expect(warning).toBeUndefined();
		expect(await folder.open()).toMatchObject({marks, warning});
	});

	test('keep their place when their note changes, and go to the end when made anew', async () => {
		await using folder = await folderWith();
		const file = await folder.open();
		await file.save(ROPES);
		await file.save(VERA);
		expect((await file.save(marked('claim:ropes', 'settled'))).marks).toEqual([
			{record: 'claim:ropes', note: 'settled'},
			VERA.mark,
		]);
		expect(recordsIn(await file.save(unmarked('claim:ropes')))).toEqual(['actor:vera-moss']);
		expect(recordsIn(await file.save(ROPES))).toEqual(['actor:vera-moss', 'claim:ropes']);
	});

	test('asked for at once are all kept, in that order', async () => {
		await using folder = await folderWith();
		const file = await folder.open();
		void file.save(VERA);
		void file.save(unmarked('actor:vera-moss'));
		void file.save(ROPES);
		void file.save(CRANE);
		await file.settled();
		expect(recordsIn(await folder.open())).toEqual(['claim:ropes', 'event:crane-falls']);
	});

	test('are a text that people can read, with its version and the dossier', async () => {
		await using folder = await folderWith();
		await (await folder.open()).save(VERA);
		expect(await folder.content()).toBe(
			[
				'{',
				'\t"version": 1,',
				'\t"dossier": "dunmore",',
				'\t"marks": [',
				'\t\t{',
				'\t\t\t"record": "actor:vera-moss",',
				'\t\t\t"note": "ask her again"',
				'\t\t}',
				'\t]',
				'}',
				'',
			].join('\n'),
		);
	});

	test('are for nobody else to read: the folders, the file, and one that was open before', async () => {
		await using folder = await temporaryFolder();
		const parent = path.join(folder.path, 'libya-tui');
		const name = path.join(parent, 'marks', 'dunmore.json');
		const modeOf = async (file: string) => (await stat(file)).mode & 0o777;
		const file = await openMarksFile(name, 'dunmore');
		await file.save(VERA);
		expect(await modeOf(parent)).toBe(0o700);
		expect(await modeOf(path.dirname(name))).toBe(0o700);
		expect(await modeOf(name)).toBe(0o600);
		await chmod(name, 0o644);
		await file.save(CRANE);
		expect(await modeOf(name)).toBe(0o600);
	});

	test('are kept again when the file is gone meanwhile', async () => {
		await using folder = await folderWith(written([ROPES.mark]));
		const file = await folder.open();
		await rm(folder.file);
		expect((await file.save(VERA)).marks).toEqual([ROPES.mark, VERA.mark]);
	});

	test('in a file that is a link are written to where it leads', async () => {
		await using folder = await folderWith();
		const real = path.join(folder.path, 'elsewhere.json');
		await writeFile(real, written([ROPES.mark]));
		await symlink(real, folder.file);
		await (await folder.open()).save(VERA);
		expect(await readFile(real, 'utf8')).toContain('actor:vera-moss');
		expect(fs.lstatSync(folder.file).isSymbolicLink()).toBe(true);
	});
});

describe('a note', () => {
	test.each([
		['  two\nlines\r\nand more \n', 'two lines and more'],
		['a\u2028b\u2029c\u0085d\ve\ff', 'a b c d e f'],
		['\n', ''],
		['شاهد\tعيان 🚢', 'شاهد␉عيان 🚢'],
		['red \u001B[31m and \u009B31m \u202Eback', 'red ␛[31m and \u{FFFD}31m \u{FFFD}back'],
	])('%j is one line without anything a terminal obeys', async (note, line) => {
		await using folder = await folderWith();
		const {marks} = await (await folder.open()).save(marked('claim:ropes', note));
		expect(marks).toEqual([{record: 'claim:ropes', note: line}]);
		expect((await folder.open()).marks).toEqual(marks);
		expect(JSON.parse(await folder.content()).marks[0].note).not.toMatch(
			/[\n\v\f\r\u0085\u2028\u2029]|^ | $/,
		);
	});

	test('that somebody wrote into the file by hand is shown as one line too', async () => {
		await using folder = await folderWith(
			written([{record: 'claim:ropes', note: ' one\ntwo\u0007'}]),
		);
		expect((await folder.open()).marks).toEqual([{record: 'claim:ropes', note: 'one two␇'}]);
	});

	test('keeps its characters in the file when another record is marked', async () => {
		await using folder = await folderWith(written([{record: 'claim:ropes', note: 'a\tb'}]));
		await (await folder.open()).save(VERA);
		expect(JSON.parse(await folder.content()).marks[0]).toEqual({
			record: 'claim:ropes',
			note: 'a\tb',
		});
	});
});

describe('a damaged file', () => {
	const mark = {record: 'claim:ropes', note: ''};
	test.each<[string, string | Uint8Array, string]>([
		['an empty file', '', 'not JSON'],
		['half of one', written([mark]).slice(0, 30), 'not JSON'],
		['bytes that are no text', new Uint8Array([0x7b, 0xff, 0x7d]), 'not UTF-8 text'],
		['null', 'null', 'not a marks file'],
		['a list', '[]', 'not a marks file'],
		['one without a version', '{"dossier": "dunmore", "marks": []}', 'not a marks file'],
		['a version that is none', written([], {version: '1'}), 'not a marks file'],
		['version 0', written([], {version: 0}), 'not a marks file'],
		['version 1.5', written([], {version: 1.5}), 'not a marks file'],
		['a key too many', written([], {colour: 'red'}), 'not a marks file'],
		['that of another dossier', written([], {dossier: 'eastbay'}), 'of another dossier'],
		['marks that are no list', written([], {marks: {}}), 'something in it is not a mark'],
		['a mark that is none', written([null]), 'something in it is not a mark'],
		[
			'a mark of no record',
			written([{record: 'ship:x', note: ''}]),
			'something in it is not a mark',
		],
		['a mark without a note', written([{record: 'claim:ropes'}]), 'something in it is not a mark'],
		[
			'a note that is no text',
			written([{record: 'claim:ropes', note: 1}]),
			'something in it is not a mark',
		],
		['a record twice', written([mark, mark]), 'one record is marked twice'],
	])('%s is set aside whole, and named', async (_, content, reason) => {
		await using folder = await folderWith(content);
		const file = await folder.open();
		const aside = path.join(folder.path, 'dunmore.damaged-1.json');
		expect(file.marks).toEqual([]);
		expect(file.warning).toBe(
			`Damaged marks were set aside as ${path.basename(aside)} (${reason}; in ${path.dirname(aside)}).`,
		);
		expect(await folder.beside()).toEqual(['dunmore.damaged-1.json']);
		expect(await readFile(aside)).toEqual(Buffer.from(content));
		await file.save(VERA);
		expect(await folder.open()).toMatchObject({marks: [VERA.mark], warning: undefined});
		expect(await readFile(aside)).toEqual(Buffer.from(content));
	});

	test('after another gets a name of its own, and nothing is written over', async () => {
		await using folder = await folderWith('third');
		await writeFile(path.join(folder.path, 'dunmore.damaged-1.json'), 'first');
		await mkdir(path.join(folder.path, 'dunmore.damaged-2.json'));
		await symlink('/nowhere', path.join(folder.path, 'dunmore.damaged-3.json'));
		const {warning} = await folder.open();
		expect(warning).toContain('dunmore.damaged-4.json');
		expect(
			await Promise.all(
				[1, 4].map(n => readFile(path.join(folder.path, `dunmore.damaged-${n}.json`), 'utf8')),
			),
		).toEqual(['first', 'third']);
	});

	test('that two sessions find at once is set aside once, and neither is disturbed', async () => {
		await using folder = await folderWith('damaged');
		const files = await Promise.all([folder.open(), folder.open()]);
		expect(files.flatMap(recordsIn)).toEqual([]);
		expect(files.filter(({warning}) => warning !== undefined)).toHaveLength(1);
		expect(await folder.beside()).toHaveLength(1);
	});

	test('while marks are made is set aside first, and what was marked here is kept again', async () => {
		await using folder = await folderWith(written([ROPES.mark]));
		const file = await folder.open();
		await file.save(CRANE);
		await writeFile(folder.file, '{"version": 1, "mar');
		const {marks, warning} = await file.save(VERA);
		expect(warning).toContain('were set aside as');
		expect(marks).toEqual([ROPES.mark, CRANE.mark, VERA.mark]);
		expect((await folder.open()).marks).toEqual(marks);
		expect(await folder.beside()).toEqual(['dunmore.damaged-1.json', 'dunmore.json']);
		expect((await file.save(unmarked('event:crane-falls'))).warning).toBeUndefined();
	});

	test.skipIf(process.getuid?.() === 0)(
		'that cannot be set aside is left, and nothing is written',
		async () => {
			await using folder = await folderWith('damaged');
			await chmod(folder.path, 0o500);
			const file = await folder.open();
			expect(file.warning).toMatch(
				/^Marks are not kept: .*dunmore\.json is damaged \(not JSON\) and cannot be set aside: you may not write there\.$/,
			);
			await expect(file.save(VERA)).rejects.toThrow(file.warning);
			expect(await folder.content()).toBe('damaged');
			await chmod(folder.path, 0o700);
			expect(await folder.beside()).toEqual(['dunmore.json']);
		},
	);
});

describe('a file that must be left alone', () => {
	test('one of a newer format: that is said, and no mark is written over it', async () => {
		const content = '{"version": 2, "what": "ever"}';
		await using folder = await folderWith(content);
		const file = await folder.open();
		expect(file.marks).toEqual([]);
		expect(file.warning).toBe(
			`Marks are not kept: ${folder.file} is from a newer libya-tui and is left as it is.`,
		);
		await expect(file.save(VERA)).rejects.toThrow(file.warning);
		expect(await folder.content()).toBe(content);
		expect(await folder.beside()).toEqual(['dunmore.json']);
	});

	test('one that became newer meanwhile', async () => {
		const content = '{"version": 2}';
		await using folder = await folderWith(written([]));
		const file = await folder.open();
		await writeFile(folder.file, content);
		await expect(file.save(VERA)).rejects.toThrow('from a newer libya-tui');
		expect(await folder.content()).toBe(content);
	});

	test('a folder in its place', async () => {
		await using folder = await folderWith();
		await mkdir(folder.file);
		const file = await folder.open();
		expect(file.warning).toBe(
			`Marks are not kept: ${folder.file}: cannot be read: it is a folder, not a file.`,
		);
		await expect(file.save(VERA)).rejects.toThrow(file.warning);
		expect(await folder.beside()).toEqual(['dunmore.json']);
	});

	test('a file where its folder should be', async () => {
		await using folder = await folderWith();
		const inTheWay = path.join(folder.path, 'marks');
		await writeFile(inTheWay, 'mine');
		const file = await openMarksFile(path.join(inTheWay, 'dunmore.json'), 'dunmore');
		expect(file.warning).toBeUndefined();
		await expect(file.save(VERA)).rejects.toThrow('part of its path is not a folder');
		expect(await readFile(inTheWay, 'utf8')).toBe('mine');
	});

	test.skipIf(process.getuid?.() === 0)('one that may not be read', async () => {
		await using folder = await folderWith(written([ROPES.mark]));
		await chmod(folder.file, 0);
		const file = await folder.open();
		expect(file.warning).toContain('you may not read it');
		await expect(file.save(VERA)).rejects.toThrow('you may not read it');
		await chmod(folder.file, 0o600);
		expect(recordsIn(await folder.open())).toEqual(['claim:ropes']);
	});

	test.skipIf(process.getuid?.() === 0)('one that may not be written', async () => {
		await using folder = await folderWith(written([ROPES.mark]));
		await chmod(folder.file, 0o400);
		const file = await folder.open();
		expect(recordsIn(file)).toEqual(['claim:ropes']);
		await expect(file.save(VERA)).rejects.toThrow(
			`This mark is not kept: ${folder.file}: you may not write there.`,
		);
		expect(recordsIn(await folder.open())).toEqual(['claim:ropes']);
	});
});

describe('two sessions on one dossier', () => {
	test('do not lose each other’s marks', async () => {
		await using folder = await folderWith();
		const [here, there] = await Promise.all([folder.open(), folder.open()]);
		await here.save(ROPES);
		await there.save(VERA);
		expect(recordsIn(await here.save(CRANE))).toEqual([
			'claim:ropes',
			'actor:vera-moss',
			'event:crane-falls',
		]);
		expect(recordsIn(await there.save(unmarked('claim:ropes')))).toEqual([
			'actor:vera-moss',
			'event:crane-falls',
		]);
	});
});

describe('a lock beside the file', () => {
	test('is waited for, so that sessions which mark at the same time lose nothing', async () => {
		await using folder = await folderWith();
		// Not there yet, as before the first mark.
		const file = path.join(folder.path, 'marks/dunmore.json');
		const sessions = await Promise.all(
			Array.from({length: 4}, () => openMarksFile(file, 'dunmore')),
		);
		const records = sessions.map((_, session): readonly RecordId[] =>
			Array.from({length: 5}, (__, mark): RecordId => `claim:${session}-${mark}`),
		);
		await Promise.all(
			sessions.flatMap((opened, session) =>
				records[session]?.map(record => opened.save(marked(record))),
			),
		);
		const kept = await openMarksFile(file, 'dunmore');
		expect(recordsIn(kept).toSorted()).toEqual(records.flat().toSorted());
		expect(await readdir(path.dirname(file))).toEqual(['dunmore.json']);
	});

	test.each([
		['long ago', -1],
		['by a clock that is ahead', 1],
	])('left behind %s is taken away', async (_, sign) => {
		await using folder = await folderWith();
		const lock = `${folder.file}.lock`;
		const then = new Date(Date.now() + sign * 3_600_000);
		await writeFile(lock, '');
		await utimes(lock, then, then);
		const file = await folder.open();
		expect(recordsIn(await file.save(VERA))).toEqual(['actor:vera-moss']);
		expect(await folder.beside()).toEqual(['dunmore.json']);
	});

	test('left behind is taken away once, by whoever waits for it: nothing is lost', async () => {
		await using folder = await folderWith();
		const records = Array.from({length: 60}, (_, at): RecordId => `claim:c${at}`);
		for (let first = 0; first < records.length; first += 6) {
			await writeFile(`${folder.file}.lock`, '');
			await utimes(`${folder.file}.lock`, 0, 0);
			await Promise.all(
				records
					.slice(first, first + 6)
					.map(async record => (await folder.open()).save(marked(record))),
			);
		}

		expect(recordsIn(await folder.open()).toSorted()).toEqual(records.toSorted());
		expect(await folder.beside()).toEqual(['dunmore.json']);
	});

	test('that leads nowhere, and whose taking away was broken off, is taken away too', async () => {
		await using folder = await folderWith();
		const lock = `${folder.file}.lock`;
		await symlink('nowhere', lock);
		await lutimes(lock, 0, 0);
		await writeFile(`${lock}.turn`, '');
		await utimes(`${lock}.turn`, 0, 0);
		const file = await folder.open();
		expect(recordsIn(await file.save(VERA))).toEqual(['actor:vera-moss']);
		expect(await folder.beside()).toEqual(['dunmore.json']);
	});

	test('that somebody holds is left to them', async () => {
		await using folder = await folderWith(written([ROPES.mark]));
		const lock = `${folder.file}.lock`;
		const file = await folder.open();
		await writeFile(lock, '');
		const saved = file.save(VERA);
		await writeFile(folder.file, written([ROPES.mark, CRANE.mark]));
		await rm(lock);
		expect(recordsIn(await saved)).toEqual(['claim:ropes', 'event:crane-falls', 'actor:vera-moss']);
	});

	test('that cannot be made is done without', async () => {
		await using folder = await folderWith();
		await mkdir(`${folder.file}.lock`);
		await utimes(`${folder.file}.lock`, 0, 0);
		const file = await folder.open();
		expect(recordsIn(await file.save(VERA))).toEqual(['actor:vera-moss']);
	});
});

/** Saves a mark in a program of its own, which `prepare`, some JavaScript, has spoilt before. */
const saveInProgram = (file: string, prepare: string, limit = 'unlimited') =>
	spawnSync(
		'bash',
		[
			'-c',
			'ulimit -f "$1" && exec "$2" --input-type=module -e "$3"',
			'bash',
			limit,
			process.execPath,
			`import fs from 'node:fs';
			import {openMarksFile} from ${JSON.stringify(MODULE)};
			${prepare};
			const file = await openMarksFile(${JSON.stringify(file)}, 'dunmore');
			const mark = {record: 'actor:vera-moss', note: 'n'.repeat(4000)};
			await file.save({record: mark.record, mark}).catch(error => {
				console.log(error.message);
			});`,
		],
		{encoding: 'utf8'},
	);

describe('whatever goes wrong while it is written, the old file is whole', () => {
	afterEach(() => {
		vi.restoreAllMocks();
	});

	test('a program that is killed just before the rename', async () => {
		await using folder = await folderWith(written([ROPES.mark]));
		const before = await folder.content();
		const {signal, stderr} = saveInProgram(
			folder.file,
			"fs.rename = () => { process.kill(process.pid, 'SIGKILL'); }",
		);
		expect({signal, stderr}).toEqual({signal: 'SIGKILL', stderr: ''});
		expect(await folder.content()).toBe(before);
		// What it left beside the file is in nobody's way, once its lock has grown old.
		expect(await folder.beside()).toHaveLength(3);
		await utimes(`${folder.file}.lock`, 0, 0);
		const file = await folder.open();
		expect(file.warning).toBeUndefined();
		expect(recordsIn(await file.save(VERA))).toEqual(['claim:ropes', 'actor:vera-moss']);
	});

	test('a disk that fills up while it is written', async () => {
		await using folder = await folderWith(written([ROPES.mark]));
		const before = await folder.content();
		// A limit on the size of files stands in for the disk; without the listener it ends the program.
		const {stdout, stderr} = saveInProgram(folder.file, "process.on('SIGXFSZ', () => {})", '1');
		expect({stdout, stderr}).toEqual({
			stdout: `This mark is not kept: it would be larger than a file may be (${folder.file}).\n`,
			stderr: '',
		});
		expect(await folder.content()).toBe(before);
		expect(await folder.beside()).toEqual(['dunmore.json']);
	});

	test('a rename that fails; the next mark is kept, and with it the one that could not be', async () => {
		await using folder = await folderWith(written([ROPES.mark]));
		const before = await folder.content();
		const file = await folder.open();
		vi.spyOn(fs, 'rename').mockImplementationOnce((_from, _to, done) => {
			done(Object.assign(new Error('no space'), {code: 'ENOSPC'}));
		});
		await expect(file.save(VERA)).rejects.toThrow(
			`This mark is not kept: the disk is full (${folder.file}).`,
		);
		expect(await folder.content()).toBe(before);
		expect(await folder.beside()).toEqual(['dunmore.json']);
		const kept = ['claim:ropes', 'actor:vera-moss', 'event:crane-falls'];
		expect(recordsIn(await file.save(CRANE))).toEqual(kept);
		await file.save(unmarked('actor:vera-moss'));
		expect(recordsIn(await file.save(CRANE))).toEqual(['claim:ropes', 'event:crane-falls']);
	});

	test('a write that fails after damage was set aside: both are said, and no mark is lost', async () => {
		await using folder = await folderWith(written([ROPES.mark]));
		const file = await folder.open();
		await writeFile(folder.file, 'damaged');
		vi.spyOn(fs, 'rename').mockImplementationOnce((_from, _to, done) => {
			done(Object.assign(new Error('no space'), {code: 'ENOSPC'}));
		});
		await expect(file.save(VERA)).rejects.toThrow(
			/set aside as dunmore\.damaged-1\.json \(.*\)\. This mark is not kept: the disk is full \(.*\)\.$/,
		);
		const kept = ['claim:ropes', 'actor:vera-moss', 'event:crane-falls'];
		expect(recordsIn(await file.save(CRANE))).toEqual(kept);
	});
});
