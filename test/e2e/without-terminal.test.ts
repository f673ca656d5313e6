import {spawn} from 'node:child_process';
import {text} from 'node:stream/consumers';
import {describe, expect, test} from 'vitest';
import {runPiped, runPipedToHead} from '../support/piped.ts';
import {builtCommandLine} from '../support/shell.ts';
import {builtCommand, openTerminal, testEnvironment} from '../support/terminal.ts';
import {builtIn} from './support/dashboard.ts';
import {temporaryFolder} from './support/temporary-folder.ts';

const digest = await runPiped();

describe('the digest', () => {
	test('is what a reader gets where stdout is no terminal: title, day, exit 0, nothing else', () => {
		const {code, stderr, stdout} = digest;
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect(stdout.split('\n')[0]).toBe('The front line at Brega');
		expect(stdout).toContain('As of Thu 31 Mar 2011.');
		expect(stdout).not.toContain('\u001B');
		expect(stdout.endsWith('\n')).toBe(true);
	});

	test('names every actor', () => {
		expect(digest.stdout).toContain(`Actors (${builtIn.actors.length})`);
		for (const {name} of builtIn.actors) {
			expect(digest.stdout).toContain(`\n  ${name}: `);
		}
	});

	test('says who holds each of the five towns, and on what basis', () => {
		const towns = builtIn.places.filter(({frontLine}) => frontLine);
		expect(digest.stdout).toContain('Front-line towns (5)');
		for (const {name, control} of towns) {
			const {state, basis, carriedFrom} = control.at(-1) ?? {};
			const told = carriedFrom === undefined ? '' : ', last told for 30 Mar';
			const before = state === control[0]?.state ? '' : `, ${control[0]?.state} the day before`;
			expect(digest.stdout).toContain(`\n  ${name}: ${state} (${basis}${told}${before}) [¶ `);
		}
	});

	test('has every quote with its speaker', () => {
		expect(digest.stdout).toContain(`Quotes (${builtIn.quotes.length})`);
		for (const {speaker} of builtIn.quotes) {
			const name = builtIn.actors.find(({id}) => id === speaker)?.name;
			expect(digest.stdout).toMatch(new RegExp(`^ {2}“.*” ${name}.* \\[¶ \\d`, 'mu'));
		}

		expect(digest.stdout).toContain('“dissolved like snow in the sand” Ahmaed Omar Bani');
	});

	test.each([{LANG: 'C'}, {LANG: undefined}, {LANG: 'C.UTF-8', LC_ALL: 'POSIX'}])(
		'is pure ASCII in the locale %j',
		async env => {
			const {code, stdout} = await runPiped({env});
			expect(code).toBe(0);
			expect(stdout).toMatch(/^[\n -~]+$/u);
			expect(stdout).toContain('"dissolved like snow in the sand" Ahmaed Omar Bani [par. 29]');
		},
	);
});

describe('whatever stdin and stdout are, the program ends', () => {
	test('stdout a pipe, stdin a terminal: the digest', async () => {
		await using terminal = await openTerminal({
			command: 'bash',
			args: ['-c', `${builtCommandLine()} | cat; echo ended $PIPESTATUS`],
			columns: 300,
		});
		await terminal.waitFor('ended 0');
		expect(terminal.text()).toContain('“tactical withdrawal.” Ahmaed Omar Bani');
		expect(terminal.output()).not.toContain('\u001B');
	});

	test.each([
		['a file that has ended', '</dev/null'],
		['closed', '<&-'],
	])('stdout a terminal, stdin %s: the digest', async (_, redirection) => {
		await using terminal = await openTerminal({
			command: 'bash',
			args: ['-c', `${builtCommandLine()} ${redirection}; echo ended $?`],
			columns: 300,
		});
		await terminal.waitFor('ended 0');
		expect(terminal.text()).toContain('“tactical withdrawal.” Ahmaed Omar Bani');
		expect(terminal.output()).not.toContain('\u001B');
	});

	test.each([
		['stdin closed', '<&- | cat'],
		['stdin and stderr closed', '<&- 2>&- | cat'],
	])('stdout a pipe, %s: the digest', async (_, redirections) => {
		const {code, stdout, stderr} = await runPiped({
			command: 'bash',
			args: ['-c', `${builtCommandLine()} ${redirections}; exit $PIPESTATUS`],
		});
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect(stdout).toBe(digest.stdout);
	});

	test('stdin never ends: the digest all the same', async () => {
		const [file, ...args] = builtCommand([]);
		const child = spawn(file, args, {env: testEnvironment(), stdio: ['pipe', 'pipe', 'pipe']});
		try {
			const ended = new Promise<number | null>(resolve => child.once('close', resolve));
			expect(await text(child.stdout)).toBe(digest.stdout);
			expect(await ended).toBe(0);
		} finally {
			child.kill('SIGKILL');
		}
	});

	test('a reader that closes the pipe early: quietly', async () => {
		expect(await runPipedToHead()).toEqual({code: 0, signal: undefined, stdout: 'T', stderr: ''});
	});

	test('a pipe that nobody reads from the start: quietly', async () => {
		const {code, stderr} = await runPiped({
			command: 'bash',
			args: ['-c', `{ ${builtCommandLine()}; echo $? >&2; } | true; exit $PIPESTATUS`],
		});
		expect({code, stderr}).toEqual({code: 0, stderr: '0\n'});
	});

	test.each(['', ' --help', ' --version'])(
		'stdout a full disk, libya-tui%s: one line that says so, exit 1',
		async words => {
			const {code, stderr} = await runPiped({
				command: 'bash',
				args: ['-c', `${builtCommandLine()}${words} >/dev/full`],
			});
			expect(code).toBe(1);
			expect(stderr).toMatch(/^libya-tui: [^\n]*no space left on device[^\n]*\n$/i);
		},
	);

	test('stdout a file: the whole digest in it', async () => {
		await using folder = await temporaryFolder();
		const {code, stdout} = await runPiped({
			command: 'bash',
			args: ['-c', `cd '${folder.path}' && ${builtCommandLine()} >digest.txt && cat digest.txt`],
		});
		expect(code).toBe(0);
		expect(stdout).toBe(digest.stdout);
	});
});
