import {spawnSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {aDossier, anActor} from '../support/dossier.ts';
import {runPiped} from '../support/piped.ts';
import {openTerminal} from '../support/terminal.ts';
import {FIRST_FRAME, openDashboard, statusLine} from './support/dashboard.ts';
import {temporaryFolder} from './support/temporary-folder.ts';

const TITLE = 'The harbour of Dunmore';

/** A reader's home with a config, and a dossier of their own beside it. */
const home = async (config: unknown) => {
	const folder = await temporaryFolder();
	const place = path.join(folder.path, 'libya-tui');
	const file = path.join(place, 'config.json');
	mkdirSync(place);
	const write = (next: unknown): void =>
		writeFileSync(file, typeof next === 'string' ? next : JSON.stringify(next));
	write(config);
	writeFileSync(path.join(place, 'mine.json'), JSON.stringify(aDossier([anActor()])));
	return {
		file,
		write,
		path: folder.path,
		env: {XDG_CONFIG_HOME: folder.path},
		[Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
	};
};

const GREEN = '\u001B[32m';

describe('a key that a reader has set', () => {
	const KEYS = {'map.open': 'W', help: ['ctrl-g'], quit: 'Q'};

	test('does what its action does, and stands in the footer and the help', async () => {
		await using set = await home({keys: KEYS});
		await using terminal = await openTerminal({env: set.env, columns: 160, rows: 60});
		await terminal.waitFor('Ctrl-G help');
		expect(statusLine(terminal)).toContain('Q quit');
		terminal.press('w');
		await terminal.waitFor('w does nothing here; ctrl-g shows every key.');
		terminal.press('W');
		await terminal.waitFor('┍ Map · as of');
		terminal.press('esc');
		await terminal.waitForAbsence('┍ Map');
		terminal.press('ctrl-g');
		await terminal.waitFor(/ W +where: the map over the whole screen/);
		terminal.press('esc');
		await terminal.waitForAbsence('┍ Keys');
		terminal.press('Q');
		expect((await terminal.waitForExit()).code).toBe(0);
	});

	test('is heard of by a screen reader', async () => {
		await using set = await home({keys: KEYS, screenReader: true});
		await using terminal = await openTerminal({env: set.env});
		await terminal.waitFor('Press ctrl-g for the keys, Q to quit.');
		terminal.press('Q');
		expect((await terminal.waitForExit()).code).toBe(0);
	});
});

describe('a config with faults', () => {
	test('does not keep anybody from reading: what is wrong is said in the last row, and after it', async () => {
		await using set = await home('{\n\t"theme": "neon",\n\t"keys": {"map.open": "e"}\n}');
		await using terminal = await openTerminal({env: set.env, columns: 120, rows: 30});
		await terminal.waitFor(
			'config.json:2:11: /theme: should be one of terminal, high-contrast, plain (and 1 more)',
		);
		terminal.press('e');
		await terminal.waitFor(/Evidence/);
		terminal.press('esc');
		await terminal.waitForAbsence(/┍ Evidence/);
		terminal.press('q');
		expect((await terminal.waitForExit()).code).toBe(0);
		expect(terminal.text()).toContain('config.json:2:11: /theme');
		expect(terminal.text()).toContain('config.json:3:');
		expect(terminal.modes().alternateScreen).toBe(false);
	});

	test('is told of each time it is started, also when the first frame is a kept one', async () => {
		await using set = await home('{"theme": "neon"}');
		const env = {...set.env, XDG_CACHE_HOME: path.join(set.path, 'cache')};
		for (const _ of [1, 2, 3]) {
			await using terminal = await openTerminal({env});
			await terminal.waitFor('config.json:1:11: /theme: should be one of');
			terminal.press('q');
			await terminal.waitForExit();
		}
	});

	test('is told of on stderr without a terminal, and the digest is printed', async () => {
		await using set = await home('{"them');
		const {code, stdout, stderr} = await runPiped({env: set.env});
		expect(code).toBe(0);
		expect(stdout.split('\n')[0]).toBe('The front line at Brega');
		expect(stderr).toMatch(/^libya-tui: .*config\.json:1:\d+: \(document\): [^\n]*\n$/);
	});

	test('that is a pipe nobody writes to holds nobody up', async () => {
		await using set = await home({});
		const pipe = path.join(set.path, 'pipe/libya-tui');
		mkdirSync(pipe, {recursive: true});
		expect(spawnSync('mkfifo', [path.join(pipe, 'config.json')]).status).toBe(0);
		const {code, stderr} = await runPiped({env: {XDG_CONFIG_HOME: path.dirname(pipe)}});
		expect(code).toBe(0);
		expect(stderr).toContain('cannot be read: it is not a file');
	});

	test('cannot make a terminal obey what stands in it', async () => {
		await using set = await home({'\u001B]0;wnd\u0007': 1});
		const {stderr} = await runPiped({env: set.env});
		expect(stderr).toContain('␛]0;wnd␇');
		expect(stderr).not.toContain('\u001B');
	});
});

const REMEDY =
	'Name another dossier there or on the command line, or set LIBYA_TUI_DOSSIER to nothing for the built-in one.';

describe('the dossier of the environment', () => {
	test.each([[[]], [['list', 'actors']], [['search', 'rope']]])(
		'that cannot be opened is an error of %j, which says where it is set',
		async args => {
			for (const dossier of ['/nowhere/x.json', 'nowhere']) {
				expect(await runPiped({args, env: {LIBYA_TUI_DOSSIER: dossier}})).toMatchObject({
					code: 1,
					stdout: '',
					stderr: `libya-tui: LIBYA_TUI_DOSSIER: ${dossier}: cannot be read: there is no such file.\n${REMEDY}\n`,
				});
			}
		},
	);
});

describe('the dossier of the config', () => {
	test('is the one that opens when none is named, in the dashboard and in commands', async () => {
		await using set = await home({dossier: 'mine.json'});
		const digest = await runPiped({env: set.env});
		expect(digest.stdout.split('\n')[0]).toBe(TITLE);
		const list = await runPiped({args: ['list', 'actors'], env: set.env});
		expect(list.stdout).toContain('actor:vera-moss');
		await using terminal = await openDashboard({env: set.env});
		expect(terminal.text()).toContain(TITLE);
	});

	test('is the one whose ids the Tab key of a shell offers', async () => {
		await using set = await home({dossier: 'mine.json'});
		const {stdout} = await runPiped({args: ['__complete', '1', 'show', 'actor:v'], env: set.env});
		expect(stdout).toMatch(/^actor:vera-moss\b/m);
	});

	test('gives way to the environment, and that to the command line', async () => {
		await using set = await home({dossier: 'nowhere.json'});
		const mine = path.join(set.path, 'libya-tui/mine.json');
		const ofEnvironment = await runPiped({env: {...set.env, LIBYA_TUI_DOSSIER: mine}});
		expect(ofEnvironment.stdout.split('\n')[0]).toBe(TITLE);
		const ofNobody = await runPiped({env: {...set.env, LIBYA_TUI_DOSSIER: ''}});
		expect(ofNobody).toMatchObject({code: 0, stderr: ''});
		expect(ofNobody.stdout.split('\n')[0]).toBe('The front line at Brega');
		const ofLine = await runPiped({
			args: [mine],
			env: {...set.env, LIBYA_TUI_DOSSIER: '/nowhere/x.json'},
		});
		expect(ofLine.stdout.split('\n')[0]).toBe(TITLE);
	});

	test('that cannot be opened is named, and the built-in one is read in its place', async () => {
		await using set = await home({dossier: 'nowhere.json'});
		const {code, stdout, stderr} = await runPiped({env: set.env});
		expect(code).toBe(0);
		expect(stdout.split('\n')[0]).toBe('The front line at Brega');
		expect(stderr).toMatch(
			/^libya-tui: .*config\.json:1:12: \/dossier: .*nowhere\.json: cannot be read: there is no such file\. The built-in dossier is open\.\n$/,
		);
		await using terminal = await openTerminal({env: set.env, columns: 200, rows: 40});
		await terminal.waitFor('The built-in dossier is open.');
	});

	test('that cannot be opened is an error to a command, which would tell of another', async () => {
		await using set = await home({dossier: 'nowhere.json'});
		const nowhere = path.join(set.path, 'libya-tui/nowhere.json');
		for (const args of [
			['list', 'actors'],
			['list', 'marks'],
			['show', 'actor:vera-moss'],
			['search', 'rope'],
			['export', '--format', 'json'],
			['verify', '--article', '/nowhere/article.txt'],
		]) {
			expect(await runPiped({args, env: set.env})).toMatchObject({
				code: 1,
				stdout: '',
				stderr: `libya-tui: ${set.file}:1:12: /dossier: ${nowhere}: cannot be read: there is no such file.\n${REMEDY}\n`,
			});
		}
	});

	test('that is none is told of to a command with its faults, and where it is set', async () => {
		await using set = await home('{\n\t"ascii": true,\n\t"dossier": "broken.json"\n}');
		const broken = path.join(set.path, 'libya-tui/broken.json');
		writeFileSync(broken, '{"id": }');
		const {code, stdout, stderr} = await runPiped({args: ['list', 'actors'], env: set.env});
		expect({code, stdout}).toEqual({code: 1, stdout: ''});
		const lines = stderr.trimEnd().split('\n');
		expect(lines[0]).toBe(
			`libya-tui: ${set.file}:3:13: /dossier: ${broken}: not a dossier, 1 fault:`,
		);
		expect(lines[1]).toMatch(/^ {2}line 1 column 8: \(document\): not JSON/);
		expect(lines.at(-1)).toBe(REMEDY);
	});

	test('is not blamed for what is wrong with another file, or with the command line', async () => {
		await using set = await home({dossier: 'mine.json'});
		const mine = path.join(set.path, 'libya-tui/mine.json');
		for (const args of [
			['list', 'actors', '/nowhere/x.json'],
			['show', 'actor:nobody'],
			['export', '--format', 'annotations', '--article', mine],
		]) {
			const {code, stderr} = await runPiped({args, env: set.env});
			expect(code).toBeGreaterThan(0);
			expect(stderr).not.toContain('config.json');
		}
	});

	test('changed since is the one that is on the screen at once', async () => {
		await using set = await home({dossier: 'mine.json'});
		const env = {...set.env, XDG_CACHE_HOME: path.join(set.path, 'cache')};
		const open = async (): Promise<string> => {
			await using terminal = await openTerminal({env});
			await terminal.waitFor(FIRST_FRAME);
			const text = terminal.text();
			terminal.press('q');
			await terminal.waitForExit();
			return text;
		};

		expect(await open()).toContain(TITLE);
		const renamed = aDossier([anActor()], {title: 'The ropes of Dunmore'});
		writeFileSync(path.join(set.path, 'libya-tui/mine.json'), JSON.stringify(renamed));
		expect(await open()).toContain('The ropes of Dunmore');
		set.write({});
		expect(await open()).toContain('The front line at Brega');
	});
});

describe('a theme', () => {
	test('without colour has none on a terminal that has', async () => {
		await using set = await home({theme: 'plain'});
		await using plain = await openDashboard({env: set.env});
		expect(plain.output()).not.toMatch(/\[[\d;]*3[1-6][;m]/);
		await using terminal = await openDashboard();
		expect(terminal.output()).toMatch(/\[[\d;]*3[1-6][;m]/);
	});

	test('of the environment goes over the config, and --theme over both', async () => {
		await using set = await home({theme: 'terminal'});
		const env = {...set.env, LIBYA_TUI_THEME: 'plain'};
		await using plain = await openDashboard({env});
		expect(plain.output()).not.toContain(GREEN);
		await using contrast = await openDashboard({env, args: ['--theme', 'high-contrast']});
		expect(contrast.output()).toMatch(/\[[\d;]*3[1-6][;m]/);
		expect(contrast.output()).not.toMatch(/\[(?:[\d;]*;)?2[;m]/);
	});

	test('that there is not is a usage error on the command line', async () => {
		const {code, stderr} = await runPiped({args: ['--theme', 'pain']});
		expect(code).toBe(2);
		expect(stderr).toContain(
			'There is no theme pain (did you mean plain?). Themes: terminal, high-contrast, plain.',
		);
	});
});

test('ASCII is drawn where the config or the environment asks for it', async () => {
	await using set = await home({ascii: true});
	expect((await runPiped({env: set.env})).stdout).toMatch(/^[\n -~]+$/);
	expect((await runPiped({env: {LIBYA_TUI_ASCII: '1'}})).stdout).toMatch(/^[\n -~]+$/);
	expect((await runPiped({env: {...set.env, LIBYA_TUI_ASCII: '0'}})).stdout).toContain('“');
});
