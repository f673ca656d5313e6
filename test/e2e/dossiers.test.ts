import {chmod, readFile, truncate, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {describe, expect, test} from 'vitest';
import type {Dossier} from '../../source/dossier/schema.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anArticle,
	anEvent,
	aPlace,
	aQuote,
	aReference,
	aRelation,
	aRoad,
	aStep,
	aTension,
	aTown,
	at,
	held,
	onSide,
} from '../support/dossier.ts';
import {type PipedResult, runPiped} from '../support/piped.ts';
import {builtCommandLine, openShell} from '../support/shell.ts';
import {openTerminal, type Terminal} from '../support/terminal.ts';
import {boxes} from './support/boxes.ts';
import {openDashboard, selectedRow} from './support/dashboard.ts';
import {temporaryFolder} from './support/temporary-folder.ts';

const TIDE = 'The tide does not ask.';

/** A small dossier with a record of every kind. */
const full = (name: (words: string) => string = words => words): Dossier =>
	aDossier(
		[
			anArticle({
				title: name('An invented report'),
				publisher: name('The Dunmore Times'),
				byline: [
					{
						name: name('Ada Pike'),
						role: 'reported',
						from: ['place:dunmore'],
						evidence: [at(9)],
					},
				],
			}),
			aReference({title: name('An invented atlas'), note: name('Drawn by hand.')}),
			anActor({
				name: name('Vera Moss'),
				aliases: [name('Miss Moss')],
				role: name('Harbour master'),
				summary: name('She keeps the harbour.'),
				sides: [onSide('opposition')],
			}),
			anActor({id: 'actor:board', kind: 'group', name: name('The Board')}),
			aPlace({name: name('Dunmore'), aliases: [name('Old Dun')]}),
			aTown({
				name: name('Eastbay'),
				summary: name('A fishing town.'),
				control: [
					held('2020-05-01', 'government', {note: name('So the Board says.')}),
					held('2020-05-02', 'contested', {assertedBy: 'actor:board'}),
				],
			}),
			aTown({id: 'place:westbay', name: name('Westbay')}),
			aRoad({
				name: name('shore road'),
				note: name('Along the sea.'),
				towns: [
					{place: 'place:westbay', km: 0},
					{place: 'place:eastbay', km: 12},
				],
			}),
			aQuote({
				speaker: 'actor:vera-moss',
				text: name(TIDE),
				evidence: [at(3, 0, Array.from(name(TIDE)).length)],
				verb: name('said'),
				about: ['place:eastbay'],
			}),
			anEvent({
				title: name('The crane falls'),
				summary: name('Nobody is hurt.'),
				phrase: name('on Saturday'),
				places: ['place:eastbay'],
				participants: ['actor:vera-moss'],
				figures: [
					{value: 3, of: name('ropes cut'), precision: 'minimum', note: name('By her count.')},
				],
			}),
			aRelation({from: 'actor:vera-moss', to: 'actor:board', label: name('is a rival of')}),
			aClaim({
				text: name('The ropes were cut.'),
				assertedBy: 'actor:vera-moss',
				about: ['actor:board'],
			}),
			aTension({
				title: name('Cut or worn'),
				question: name('What became of the ropes?'),
				accounts: [
					{text: name('They were cut.'), records: ['claim:ropes']},
					{text: name('They wore through.'), records: ['actor:board']},
				],
			}),
			aStep({text: name('It begins here.'), record: 'event:crane-falls'}),
		],
		{title: name('The harbour of Dunmore'), summary: name('Two days at a harbour.')},
	);

/** Looks at everything a reader can open, and waits for each. */
const walk = async (terminal: Terminal): Promise<void> => {
	for (const [keys, wanted] of [
		[['5'], '┍ 5 Detail'],
		[['2'], '┍ 2 Front'],
		[['3'], '┍ 3 Quotes'],
		[['4'], '┍ 4 Timeline'],
		[['1'], '┍ 1 Actors'],
		[['z', 'z', 'enter', 'G', 'enter'], '5 Detail'],
		[['e'], 'Evidence'],
		[['q', 'i'], 'About this dossier'],
		[['G', 'q', ':'], 'Go to'],
		[['down', 'up', 'ctrl-u'], 'Go to'],
	] as const) {
		terminal.press(...keys);
		await terminal.waitFor(wanted, {label: `${wanted} after ${keys.join(' ')}`});
	}
};

const expectRefused = ({code, stdout, stderr}: PipedResult, file: string): void => {
	expect({code, stdout}).toEqual({code: 1, stdout: ''});
	expect(stderr.startsWith(`libya-tui: ${file}: `)).toBe(true);
	expect(stderr).not.toMatch(/^ +at |\.js:\d/m);
};

describe('another report', () => {
	test('opens as the built-in one does, with its own title, day, towns and quotes', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(full());
		await using terminal = await openDashboard({args: [file]});
		expect(terminal.rows()[0]).toMatch(/The harbour of Dunmore .* as of « Sat 2 May 2020$/);
		expect(selectedRow(terminal)).toMatch(/^› Vera Moss +opposition/);
		expect(terminal.text()).toMatch(/Westbay +.*not stated.*\n.*Eastbay +◨ contested/);
		expect(terminal.text()).toContain('“The tide does not ask.”');
		await walk(terminal);
		expect(terminal.ending).toBeUndefined();

		const {stdout, code} = await runPiped({args: [file]});
		expect(code).toBe(0);
		expect(stdout).toContain(
			'  Westbay: not stated\n  Eastbay: contested (reported, government the day before) [¶ 2]\n',
		);
	});

	test('without actors, towns, quotes or events each pane says so', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(aDossier([aPlace({name: 'Dunmore'})]));
		await using terminal = await openDashboard({args: [file]});
		for (const nothing of ['holds no quotes.', 'holds no events.']) {
			expect(terminal.text()).toContain(nothing);
		}

		expect(terminal.text()).toMatch(/1 Actors.*\n.*This dossier .* no actors\./);
		expect(boxes(terminal)).toHaveLength(5);
		terminal.press('1', 'j', 'G', 'enter', 'q', '3', 'j', 'n', 'z', 'z', '/', 'x', 'enter', 'tab');
		await terminal.waitFor('┍ 4 Timeline');
		terminal.press('2');
		await terminal.waitFor(() => selectedRow(terminal).startsWith('› Dunmore'));

		const {stdout, code} = await runPiped({args: [file]});
		expect(code).toBe(0);
		expect(stdout).toMatch(/Actors \(0\)\n {2}none.*\n\nFront-line towns \(0\)\n {2}none/);
	});

	test('in Arabic, Chinese and emoji its columns stay straight', async () => {
		await using folder = await temporaryFolder();
		const words = [
			'معمر القذافي',
			'利比亚外交部长',
			'👩‍👩‍👧 family 🇱🇾',
			'e\u0301le\u0300ve Å',
			'ｶﾅ한국어',
		];
		// By its length, so that the same text is the same each time.
		const inMany = (text: string): string => `${words[text.length % words.length]} ${text}`;
		const file = await folder.dossier(full(inMany));
		for (const [columns, rows] of [
			[120, 40],
			[80, 24],
		] as const) {
			await using terminal = await openDashboard({args: [file], columns, rows});
			expect(boxes(terminal).length).toBeGreaterThan(1);
			for (const keys of [['2', 'j'], ['3'], ['4'], ['5', 'j'], ['e'], ['q', 'i'], ['q', ':']]) {
				const before = terminal.picture().join('\n');
				terminal.press(...keys);
				await terminal.waitFor(() => terminal.picture().join('\n') !== before);
				expect(boxes(terminal).length).toBeGreaterThan(0);
			}
		}
	});
});

describe('hostile text', () => {
	const HOSTILE = [
		'\u001B]0;owned\u0007',
		'\u001B[31m',
		'\u001B[2J',
		'\u001BP1;1|x\u001B\\',
		'\u009B31m',
		'\u009D0;owned\u009C',
		'\u0000\b\u007F\r',
		'\u202Egnp.exe\u202C',
		'\u2066x\u2069',
		'\u2028',
		'one\ntwo\tthree',
	].join(' ');

	/** What a terminal would obey, in output whose own sequences are CSI or a letter, and steps back. */
	const expectHarmless = (output: string): void => {
		for (const obeyed of [
			'\u001B]',
			'\u001BP',
			'\u001B[31m',
			'\u0007',
			'\b\u007F',
			'\u007F',
			'\u0000',
		]) {
			expect(output).not.toContain(obeyed);
		}

		expect(output).not.toMatch(/[\u0080-\u009F\u2028\u202A-\u202E\u2066-\u2069]/u);
	};

	test('in every text of a dossier it is shown, and never reaches the terminal', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(full(words => `${HOSTILE} ${words} ${HOSTILE}`));
		// Without colour none of the program’s own sequences looks like those.
		await using terminal = await openDashboard({args: [file, '--no-color']});
		expect(terminal.text()).toContain('␛]0;owned␇');
		expect(boxes(terminal)).toHaveLength(5);
		await walk(terminal);
		expectHarmless(terminal.output());

		for (const args of [
			[file, '--screen-reader'],
			[file, '--ascii'],
		]) {
			await using other = await openDashboard({args: [...args, '--no-color']});
			other.press('j', 'enter', 'e', '?');
			// Spoken, the help ends with its last key (how to leave it may have been said of the evidence
			// under it, and is not said twice); on a screen it begins with how to move.
			await other.waitFor(/draw the screen again|one down/);
			expectHarmless(other.output());
		}

		const {stdout, code} = await runPiped({args: [file]});
		expect(code).toBe(0);
		expectHarmless(stdout);
		expect(stdout).not.toContain('\u001B');
		expect(stdout).toContain('␛]0;owned␇');
	});

	test('in what is wrong with a file it is shown, and never reaches the terminal', async () => {
		await using folder = await temporaryFolder();
		for (const content of [
			JSON.stringify({...full(), [HOSTILE]: 1}),
			JSON.stringify(aDossier([anEvent({when: HOSTILE})])),
			JSON.stringify(aDossier([anActor({kind: HOSTILE as 'person'})])),
			'{\u001B]0;owned\u0007}',
			'[\u009B31m]',
		]) {
			const file = await folder.write('dossier.json', content);
			const {stderr, ...result} = await runPiped({args: [file]});
			expectRefused({stderr, ...result}, file);
			expectHarmless(stderr);
			expect(stderr).not.toContain('\u001B');
		}
	});
});

describe('what is no dossier is refused with its name and what is wrong', () => {
	test('a file that is not there, a folder, one whose path leads through a file', async () => {
		await using folder = await temporaryFolder();
		const plain = await folder.write('plain', 'x');
		for (const [file, reason] of [
			[path.join(folder.path, 'nowhere.json'), 'there is no such file'],
			[folder.path, 'it is a folder, not a file'],
			[path.join(plain, 'x.json'), 'part of its path is not a folder'],
		] as const) {
			const result = await runPiped({args: [file]});
			expectRefused(result, file);
			expect(result.stderr).toContain(reason);
		}
	});

	test.skipIf(process.getuid?.() === 0)('a file that the reader may not read', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(full());
		await chmod(file, 0o000);
		const result = await runPiped({args: [file]});
		expectRefused(result, file);
		expect(result.stderr).toContain('you may not read it');
	});

	test.each([
		['an empty file', '', /line 1 column 1: \(document\): not JSON: the text is empty/],
		[
			'a comma too many',
			'{\n\t"id": "x",\n\t"title":, \n}',
			/line 3 column 10: .*there is , where a value is expected/,
		],
		['a bracket that is missing', '{"actors": [}', /line 1 column 13: .*there is } where/],
		['text after the end', '{"id": "x"}\n}', /line 2 column 1: .*after the end/],
		['a web page', '\n<!doctype html>', /line 2 column 1: .*< \(U\+003C\) means nothing here/],
		['a list', '[]', /\(document\): should be an object, and is an array/],
		['a number', '1', /\(document\): should be an object, and is 1/],
		['a key that is there twice', '{"id": "x",\n"id": "y"}', /\/id: .*in line 1 and in line 2/],
		['brackets without end', '['.repeat(100_000), /more than 100 arrays and objects/],
		[
			'bytes that are not UTF-8',
			new Uint8Array([0x7b, 0x0a, 0xff, 0x7d]),
			/line 2 column 1: not UTF-8 text: at byte 2, .* 0xFF/,
		],
	])('%s', async (_, content, reason) => {
		await using folder = await temporaryFolder();
		const file = await folder.write('x.json', content);
		const result = await runPiped({args: [file]});
		expectRefused(result, file);
		expect(result.stderr).toMatch(reason);
	});

	test('each fault has its JSON Pointer; of many, the first twenty and how many more', async () => {
		await using folder = await temporaryFolder();
		const actors = Array.from({length: 25}, (_, n) => ({
			...anActor(),
			id: `actor:a${n}`,
			kind: 'ghost',
		}));
		const file = await folder.write('x.json', JSON.stringify({...aDossier(), actors}));
		const result = await runPiped({args: [file]});
		expectRefused(result, file);
		const lines = result.stderr.trimEnd().split('\n');
		expect(lines[0]).toMatch(/not a dossier, 25 faults:$/);
		expect(
			lines.filter(line => /^ {2}line 1 column \d+: \/actors\/\d+\/kind: /.test(line)),
		).toHaveLength(20);
		expect(lines[21]).toBe('  and 5 more');
	});

	test('what names a record that is not there, twice the same id, a day outside the span', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(
			aDossier([
				anActor(),
				anActor(),
				aQuote({speaker: 'actor:nobody', about: ['place:nowhere']}),
				aTown({control: [held('2021-01-01', 'government')]}),
				aClaim({evidence: [at(99)]}),
				anEvent({when: 'last Tuesday'}),
			]),
		);
		const result = await runPiped({args: [file]});
		expectRefused(result, file);
		for (const fault of [
			'/actors/1/id: the id actor:vera-moss is taken already, at /actors/0/id',
			'/quotes/0/speaker: there is no actor:nobody in this dossier',
			'/quotes/0/about/0: there is no place:nowhere in this dossier',
			'/places/0/control/0/day: 2021-01-01 is outside the span',
			'/claims/0/evidence/0/paragraph: there is no paragraph 99',
			'/events/0/when: "last Tuesday" is not an EDTF date',
		]) {
			expect(result.stderr).toContain(fault);
		}
	});

	test.each([
		['a device without end', '/dev/zero'],
		['a gigabyte of nothing', undefined],
	])('%s: soon, and in bounded memory', async (_, device) => {
		await using folder = await temporaryFolder();
		const file = device ?? (await folder.write('huge.json', ''));
		if (device === undefined) {
			await truncate(file, 1024 ** 3);
		}

		const memory = path.join(folder.path, 'memory');
		const preload = pathToFileURL(path.join(import.meta.dirname, 'support/report-memory.mjs')).href;
		const result = await runPiped({
			args: [file],
			env: {NODE_OPTIONS: `--import=${preload}`, MEMORY_FILE: memory},
			timeout: 10_000,
		});
		expectRefused(result, file);
		expect(result.stderr).toMatch(/not a dossier: it is .* 256 MiB/);
		expect(Number(await readFile(memory, 'utf8'))).toBeLessThan(512 * 1024);
	});

	test('a pipe with something else in it', async () => {
		const result = await runPiped({
			command: 'bash',
			args: ['-c', `${builtCommandLine()} <(echo hello)`],
		});
		expect(result.stderr).toMatch(
			/^libya-tui: \/dev\/fd\/\d+: not a dossier, 1 fault:\n {2}line 1 column 1: .*not JSON/,
		);
		expect({code: result.code, stdout: result.stdout}).toEqual({code: 1, stdout: ''});
	});
});

/** The command line of the program that a shell runs, its words apart by NUL; empty while it runs none. */
const childOf = async (shell: number): Promise<string> => {
	const [child] = (await readFile(`/proc/${shell}/task/${shell}/children`, 'utf8'))
		.trim()
		.split(' ');
	return child === undefined || child === ''
		? ''
		: readFile(`/proc/${child}/cmdline`, 'utf8').catch(() => '');
};

describe('a pipe', () => {
	test('on standard input is read where - is given', async () => {
		const {code, stdout} = await runPiped({args: ['-'], input: JSON.stringify(full())});
		expect({code, title: stdout.split('\n')[0]}).toEqual({
			code: 0,
			title: 'The harbour of Dunmore',
		});
		const wrong = await runPiped({args: ['list', 'marks', '-'], input: '{'});
		expect(wrong).toMatchObject({code: 1, stdout: ''});
		expect(wrong.stderr).toMatch(/^libya-tui: -: not a dossier, 1 fault:\n/);
	});

	test.each([[['-']], [['--article', '-']]])(
		'is not waited for where the keys come from: %j',
		async args => {
			await using terminal = await openTerminal({args, columns: 80, rows: 24});
			expect((await terminal.waitForExit()).code).toBe(2);
			expect(terminal.text()).toContain('where the dashboard reads its keys: name a file.');
		},
	);

	test('with a dossier in it is read like a file', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.dossier(full());
		const {code, stdout} = await runPiped({
			command: 'bash',
			args: ['-c', `${builtCommandLine()} <(cat '${file}')`],
		});
		expect({code, title: stdout.split('\n')[0]}).toEqual({
			code: 0,
			title: 'The harbour of Dunmore',
		});
	});

	test('that nobody writes to is left by ctrl-c', async () => {
		await using folder = await temporaryFolder();
		await using shell = await openShell({cwd: folder.path});
		await shell.run('mkfifo pipe');
		const settings = await shell.ttySettings();
		shell.start(`echo waiting; ${builtCommandLine('pipe')}`);
		await shell.waitFor(/^waiting$/m);
		// A key that comes while the shell is still about to start it is the shell's.
		await expect.poll(() => childOf(shell.pid)).toContain('libya-tui.cjs\0pipe');
		shell.press('ctrl-c');
		await shell.waitForPrompt();
		expect(await shell.exitCode()).toBe(130);
		expect(await shell.ttySettings()).toEqual(settings);
	});
});

test('a dossier that is written over while it is read does not disturb what is shown', async () => {
	await using folder = await temporaryFolder();
	const file = await folder.dossier(full());
	await using terminal = await openDashboard({args: [file]});
	await writeFile(file, '{}');
	terminal.press('enter', 'e');
	await terminal.waitFor('Evidence');
});
