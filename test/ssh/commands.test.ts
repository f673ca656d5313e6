import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {temporaryFolder} from '../e2e/support/temporary-folder.ts';
import {runPiped} from '../support/piped.ts';
import {openTerminal} from '../support/terminal.ts';
import {sshPiped, sshTerminal} from './support/open-ssh.ts';
import {type ServerProcess, startServer} from './support/server.ts';

let server: ServerProcess;
beforeAll(async () => {
	server = await startServer();
});
afterAll(async () => {
	await server[Symbol.asyncDispose]();
});

const LINES = [
	'list towns',
	'list towns --json',
	'list actors --filter koussa --format csv',
	'list quotes --format markdown',
	'list towns --as-of 2011-03-30',
	'show place:brega',
	'show actor:moussa-koussa --json',
	'search benghazi',
	'search oil --json',
	'search zzzzz',
	'export --format json',
	'export --format markdown',
	'export --format html',
	'export --format geojson',
	'export --format annotations',
	'export --format ftm',
	'export --format csv --kind towns',
	'export --format json -o -',
	'--version',
	'list towns --as-of yesterday',
	'show place:bregga',
	'export --format pdf',
];

describe('a command over SSH', () => {
	test.each(LINES)('%s: what it prints, says and exits with is what it does there', async line => {
		const [here, there] = await Promise.all([
			runPiped({args: line.split(' ')}),
			sshPiped(server, {line}),
		]);
		expect(there).toEqual(here);
	});

	test.each(['list --help', 'show --help', 'search -h', 'export --help'])(
		'%s tells of what there is there: no file, no marks, and nothing of a program on this machine',
		async line => {
			const {stdout, ...end} = await sshPiped(server, {line});
			expect(end).toEqual({code: 0, signal: undefined, stderr: ''});
			const [name] = line.split(' ');
			expect(stdout).toContain(`ssh HOST ${name}: `);
			expect(stdout).toContain(`Usage: ssh HOST ${name} `);
			expect(stdout).toContain('--help');
			expect(stdout).not.toMatch(
				/libya-tui|DOSSIER|FILE|PATH|--article|--output|-o |report\.json|\bmarks are|settings/,
			);
			expect(stdout.split('\n').length).toBeLessThanOrEqual(24);
		},
	);

	test.each([
		[
			'list nope',
			'There is no list nope. Lists: actors, towns, places, quotes, events, relations, claims, tensions.',
		],
		[
			'list mark',
			'There is no list mark. Lists: actors, towns, places, quotes, events, relations, claims, tensions.',
		],
		[
			'list twons',
			'There is no list twons (did you mean towns?). Lists: actors, towns, places, quotes, events, relations, claims, tensions.',
		],
		[
			'list',
			'list needs LIST, what to list: actors, towns, places, quotes, events, relations, claims, tensions. ssh HOST list --help shows how.',
		],
		[
			'list towns --jsn',
			'There is no option --jsn (did you mean --json?). ssh HOST list --help lists them.',
		],
		['show place:brega --articl', 'There is no option --articl. ssh HOST show --help lists them.'],
		[
			'show',
			'show needs ID, a record, such as actor:moussa-koussa. ssh HOST show --help shows how.',
		],
		['search defected to London', 'to is one word too many. ssh HOST search --help shows how.'],
		[
			'list towns --json --format csv',
			'--json and --format csv are two formats. ssh HOST list --help shows how.',
		],
		[
			'export',
			'export needs --format: json, csv, markdown, html, geojson, annotations, ftm. ssh HOST export --help shows how.',
		],
		[
			'export --format csv',
			'csv is a file for each kind of record: name one of them with --kind. ssh HOST export --help shows how.',
		],
	])('%s: it is told what is wrong, by what there is there', async (line, message) => {
		expect(await sshPiped(server, {line})).toEqual({
			code: 2,
			signal: undefined,
			stdout: '',
			stderr: `libya-tui: ${message}\n`,
		});
	});

	test.each([
		"search 'koussa !immunity'",
		"search 'koussa !immunity' --json",
		'export --format csv --kind towns',
	])('%s, as an example has it, is what it is there', async line => {
		const args = Array.from(line.matchAll(/'[^']*'|\S+/g), ([word]) => word.replaceAll("'", ''));
		expect(await sshPiped(server, {line})).toEqual(await runPiped({args}));
	});

	test('the codes are those of any command: 0 fine, 1 nothing found, 2 a wrong line', async () => {
		const codes = ['list towns', 'search zzzzz', 'list twons'].map(
			async line => (await sshPiped(server, {line})).code,
		);
		expect(await Promise.all(codes)).toEqual([0, 1, 2]);
	});

	test('the name of the program may stand before it', async () => {
		const line = 'list towns --json';
		expect(await sshPiped(server, {line: `libya-tui ${line}`})).toEqual(
			await sshPiped(server, {line}),
		);
	});

	test.each(['--help', '-h', 'help'])('%s tells what can be run', async line => {
		const {stdout, ...end} = await sshPiped(server, {line});
		expect(end).toEqual({code: 0, signal: undefined, stderr: ''});
		for (const name of ['list', 'show', 'search', 'export', 'help', 'COMMAND --help']) {
			expect(stdout).toContain(name);
		}
	});

	test('without a command and a terminal it is the digest', async () => {
		expect(await sshPiped(server)).toEqual(await runPiped());
	});

	test.each(['list towns', 'show place:brega', 'list towns --as-of yesterday', 'search zzzzz'])(
		'%s in a terminal: as wide as that, and its lines end as there',
		async line => {
			const size = {columns: 70, rows: 20};
			await using here = await openTerminal({...size, args: line.split(' ')});
			await using there = await sshTerminal(server, {...size, options: ['-tt'], line});
			expect(await there.waitForExit()).toEqual(await here.waitForExit());
			expect(there.output()).toBe(here.output());
			expect(there.output()).toMatch(/\r\n$/);
		},
	);
});

describe('what is no command here', () => {
	test.each([
		'sh',
		'cat /etc/passwd',
		'scp -t /tmp',
		'rsync --server',
		'serve',
		'verify --article x',
		'validate x',
		'man',
		'completion bash',
		'__complete',
		'constructor',
		'libya-tui libya-tui',
	])('%s: one line says so, and it exits with 127', async line => {
		const {stdout, stderr, code} = await sshPiped(server, {line});
		expect({stdout, code}).toEqual({stdout: '', code: 127});
		expect(stderr).toMatch(/^libya-tui: .+ list, show, search, export .+\.\n$/);
	});

	test('what a terminal would obey is not said back as it is', async () => {
		const {stderr, code} = await sshPiped(server, {line: '\u001B]0;owned\u0007'});
		expect(code).toBe(127);
		// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
		expect(stderr).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F]/);
	});
});

describe('files', () => {
	test.each([
		['list towns /etc/passwd', 'DOSSIER'],
		['list towns -', 'DOSSIER'],
		['show place:brega /etc/passwd', 'DOSSIER'],
		['show place:brega --article /etc/passwd', '--article'],
		['show place:brega --article -', '--article'],
		['search oil report.json', 'DOSSIER'],
		['export --format json /etc/passwd', 'DOSSIER'],
		['export --format annotations --article /etc/passwd', '--article'],
		['export --format json -o taken', '--output'],
		['export --format json --output=/dev/stdout', '--output'],
		['export --format csv -o tables', '--output'],
	])('%s is refused before anything is read or written', async (line, what) => {
		const {stdout, stderr, code} = await sshPiped(server, {line});
		expect({stdout, code}).toEqual({stdout: '', code: 2});
		expect(stderr).toMatch(/^libya-tui: No file can be read or written over SSH: leave .*\n$/);
		expect(stderr).toContain(what);
	});

	test('all of csv, which is a folder, is refused with what can be had', async () => {
		const {stdout, stderr, code} = await sshPiped(server, {line: 'export --format csv'});
		expect({stdout, code}).toEqual({stdout: '', code: 2});
		expect(stderr).toContain('--kind');
		expect(stderr).not.toContain('-o');
	});

	test('there are no marks to list, whatever a client says of where they are', async () => {
		await using folder = await temporaryFolder();
		const env = {XDG_STATE_HOME: folder.path, HOME: folder.path, XDG_CONFIG_HOME: folder.path};
		const options = Object.keys(env).flatMap(name => ['-o', `SendEnv=${name}`]);
		const {stdout, stderr, code} = await sshPiped(server, {line: 'list marks', env, options});
		expect({stdout, code}).toEqual({stdout: '', code: 2});
		expect(stderr).toMatch(/^libya-tui: .*no marks.*\n$/i);
	});

	test('no variable names a dossier or a config', async () => {
		await using folder = await temporaryFolder();
		const other = await folder.write('other.json', '{"dossier": "/etc/passwd"}');
		const env = {
			LIBYA_TUI_DOSSIER: other,
			LIBYA_TUI_CONFIG: other,
			XDG_CONFIG_HOME: folder.path,
			HOME: folder.path,
		};
		const options = Object.keys(env).flatMap(name => ['-o', `SendEnv=${name}`]);
		const line = 'list towns --json';
		expect(await sshPiped(server, {line, env, options})).toEqual(
			await runPiped({args: line.split(' ')}),
		);
	});

	test('a server that has run commands has written nothing but its host key', async () => {
		await using own = await startServer();
		await sshPiped(own, {line: 'export --format html'});
		await sshPiped(own, {line: 'list marks'});
		const state = path.join(own.folder.path, 'state');
		const files = await readdir(state, {recursive: true});
		expect(files.toSorted()).toEqual(['libya-tui', 'libya-tui/ssh_host_ed25519_key']);
	});
});
