import {mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {runPiped} from '../support/piped.ts';
import {openTerminal, type Terminal, type TerminalOptions} from '../support/terminal.ts';
import {builtIn, openDashboard, selectedRow, statusLine, wordsOn} from './support/dashboard.ts';
import {temporaryFolder} from './support/temporary-folder.ts';

/** A place for state of its own, for several starts of the program. */
const stateFolder = async () => {
	const folder = await temporaryFolder();
	const env = {XDG_STATE_HOME: folder.path};
	const marks = path.join(folder.path, 'libya-tui/marks');
	const file = path.join(marks, `${builtIn.id}.json`);
	return {
		env,
		marks,
		file,
		/** Waits until a mark is in the file; the screen has it earlier. */
		keeps: async (record: string) => {
			await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain(record);
		},
		start: (options: TerminalOptions = {}) => openDashboard({...options, env}),
		list: async (): Promise<readonly {readonly record: string; readonly note: string}[]> =>
			JSON.parse((await runPiped({args: ['list', 'marks', '--json'], env})).stdout),
		[Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
	};
};

/** Marks the selected record with a note, and waits until that is said. */
const mark = async (terminal: Terminal, note: string): Promise<void> => {
	terminal.press('m');
	terminal.type(note);
	terminal.press('enter');
	await terminal.waitFor('Marked: ');
};

const recordsOf = (marks: readonly {readonly record: string}[]): readonly string[] =>
	marks.map(({record}) => record);

describe('a mark', () => {
	test('outlives the program, even one that is left in the same breath', async () => {
		await using state = await stateFolder();
		await using terminal = await state.start();
		terminal.press('j', 'm');
		terminal.type('who saw it?');
		terminal.press('enter', 'q');
		expect((await terminal.waitForExit()).code).toBe(0);
		expect(await state.list()).toEqual([
			expect.objectContaining({
				record: 'actor:william-hague',
				kind: 'actor',
				title: 'William Hague',
				note: 'who saw it?',
			}),
		]);
	});

	test.each(['SIGHUP', 'SIGTERM'] as const)(
		'outlives %s while it is on its way to the file',
		async signal => {
			await using state = await stateFolder();
			await using terminal = await state.start();
			await mkdir(state.marks, {recursive: true});
			const lock = `${state.file}.lock`;
			await writeFile(lock, '');
			await mark(terminal, 'who saw it?');
			terminal.kill(signal);
			await terminal.waitFor(screen => !screen.modes().alternateScreen);
			await rm(lock);
			expect((await terminal.waitForExit()).signal).toBe(signal);
			expect(recordsOf(await state.list())).toEqual(['actor:moussa-koussa']);
		},
	);

	test.each([
		[120, 40],
		[80, 24],
		[40, 12],
	])(
		'is seen at the next start: in its row, in the detail, in the list of marks, on %i×%i',
		async (columns, rows) => {
			await using state = await stateFolder();
			await using first = await state.start({columns, rows});
			first.press('j');
			await mark(first, 'who saw it?');
			expect(selectedRow(first)).toMatch(/^›◆William Hague/u);
			first.press('q');
			await first.waitForExit();

			await using second = await state.start({columns, rows});
			expect(wordsOn(second)).toContain('◆William Hague');
			second.press('j', 'enter');
			await second.waitFor('◆ who saw it?');
			second.press("'");
			await second.waitFor('Your marks');
			expect(wordsOn(second)).toMatch(/› actor William Hague ¶ [\d, …]+ who saw it\?/u);
			second.press('enter');
			await second.waitForAbsence('Your marks');
			expect(wordsOn(second)).toContain('› William Hague');
		},
	);

	test('changes its note by m, and goes by M, in the panes and in the list', async () => {
		await using state = await stateFolder();
		await using terminal = await state.start();
		await mark(terminal, 'first');
		terminal.press('m');
		await terminal.waitFor('first▏');
		terminal.press('ctrl-u');
		terminal.type('second');
		terminal.press('enter');
		await terminal.waitFor('◆ second');
		terminal.press('j');
		await mark(terminal, '');
		terminal.press("'");
		await terminal.waitFor(/Your marks .* 1\/2 /u);
		terminal.press('M');
		await terminal.waitFor('No longer marked: Moussa Koussa');
		terminal.press('q', 'M');
		await terminal.waitFor('No longer marked: William Hague');
		expect(terminal.text()).not.toContain('◆William');
		terminal.press('M');
		await terminal.waitFor('That is not marked; m marks it.');
		terminal.press("'");
		await terminal.waitFor('No marks yet; m marks a record.');
		terminal.press('q');
		await terminal.waitForExit();
		expect(await state.list()).toEqual([]);
	});

	test('is dropped by Esc while its note is written', async () => {
		await using state = await stateFolder();
		await using terminal = await state.start();
		terminal.press('m', ...'never');
		await terminal.waitFor('never▏');
		terminal.press('esc');
		await terminal.waitForAbsence('never');
		terminal.press('q');
		await terminal.waitForExit();
		expect(await state.list()).toEqual([]);
	});
});

describe('the file of marks', () => {
	test('two sessions at once lose none of each other’s marks', async () => {
		await using state = await stateFolder();
		await using one = await state.start();
		await using other = await state.start();
		await mark(one, 'of one');
		await state.keeps('actor:moussa-koussa');
		other.press('2');
		await mark(other, 'of the other');
		await other.waitFor('◆Moussa Koussa');
		await state.keeps('place:bin-jawwad');
		one.press('3');
		await mark(one, 'again');
		await one.waitFor('◆Bin Jawwad');
		await state.keeps('quote:commanded-and-had-control');
		other.press('2', 'M');
		await other.waitFor('No longer marked: Bin Jawwad');
		await other.waitFor('◆“commanded');
		for (const terminal of [one, other]) {
			terminal.press('q');
			await terminal.waitForExit();
		}

		expect(recordsOf(await state.list())).toEqual([
			'actor:moussa-koussa',
			'quote:commanded-and-had-control',
		]);
	});

	test('when it is damaged it is set aside byte for byte, and the reader is told where', async () => {
		await using state = await stateFolder();
		const damaged = new Uint8Array([0x7b, 0x22, 0xff, 0x00, 0x0a, 0x1b]);
		await mkdir(state.marks, {recursive: true});
		await writeFile(state.file, damaged);
		const aside = path.join(state.marks, `${builtIn.id}.damaged-1.json`);
		await using terminal = await openTerminal({columns: 80, rows: 24, env: state.env});
		await terminal.waitFor('Damaged marks');
		expect(statusLine(terminal)).toContain(`were set aside as ${path.basename(aside)} (`);
		await mark(terminal, 'after all');
		terminal.press('q');
		await terminal.waitForExit();
		expect(new Uint8Array(await readFile(aside))).toEqual(damaged);
		expect(recordsOf(await state.list())).toEqual(['actor:moussa-koussa']);
		expect((await readdir(state.marks)).toSorted()).toEqual(
			[path.basename(aside), path.basename(state.file)].toSorted(),
		);
	});

	test('where it cannot be written the reader is told, and goes on', async () => {
		await using terminal = await openDashboard({env: {XDG_STATE_HOME: '/dev/null'}});
		terminal.press('m', ...'note', 'enter');
		await terminal.waitFor(/This mark is not kept: .*not a folder/);
		expect(statusLine(terminal)).toContain('/dev/null/libya-tui/marks/');
		terminal.press('j');
		await terminal.waitFor(() => selectedRow(terminal).includes('William Hague'));
		terminal.press('q');
		expect((await terminal.waitForExit()).code).toBe(0);
	});

	test('what could not be kept is kept with the next mark, and nothing is said of it at the end', async () => {
		await using state = await stateFolder();
		const inTheWay = path.dirname(state.marks);
		await writeFile(inTheWay, '');
		await using terminal = await state.start();
		terminal.press('m', ...'first', 'enter');
		await terminal.waitFor('This mark is not kept:');
		await rm(inTheWay);
		terminal.press('j');
		await mark(terminal, 'second');
		await state.keeps('actor:william-hague');
		expect(wordsOn(terminal)).toContain('◆Moussa Koussa');
		terminal.press('q');
		await terminal.waitForExit();
		expect(terminal.text()).not.toContain('not kept');
		expect(await state.list()).toMatchObject([{note: 'first'}, {note: 'second'}]);
	});

	test('without a home the reader is told when something is marked, and not before', async () => {
		await using terminal = await openDashboard({env: {XDG_STATE_HOME: undefined, HOME: undefined}});
		expect(statusLine(terminal)).not.toContain('Marks');
		terminal.press('m', 'enter');
		await terminal.waitFor('Marks are not kept: neither XDG_STATE_HOME nor HOME names a folder.');
	});

	test('a note is what was typed, and never bytes that a terminal obeys', async () => {
		await using state = await stateFolder();
		await using terminal = await state.start();
		terminal.press('m');
		terminal.paste('“naïve” 👩‍💻\n\u001B[31mred');
		await terminal.waitFor('red▏');
		terminal.press('enter', 'q');
		await terminal.waitForExit();
		const [{note = ''} = {}] = await state.list();
		expect(note).toMatch(/^“naïve” 👩‍💻 .*red$/u);
		expect(note).not.toContain('\u001B');
	});
});
