import {execFileSync} from 'node:child_process';
import {cpSync, existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {transform} from 'esbuild';
import {publint} from 'publint';
import {formatMessage} from 'publint/utils';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {DATA, PARTS} from '../../scripts/parts.ts';
import {runPiped} from '../support/piped.ts';
import {MODES_AT_REST} from '../support/screen.ts';
import {openShell} from '../support/shell.ts';
import {BUILT_BINARY, openTerminal} from '../support/terminal.ts';
import {builtIn, counted, FIRST_FRAME} from './support/dashboard.ts';
import {type TemporaryFolder, temporaryFolder} from './support/temporary-folder.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const FAKE_OLD_NODE = path.join(import.meta.dirname, 'support/fake-old-node.cjs');

const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
	readonly version: string;
	readonly engines: {readonly node: string};
};

interface Packed {
	readonly filename: string;
	readonly files: readonly {readonly path: string; readonly mode: number; readonly size: number}[];
}

/** npm with the caches of whoever runs the tests. */
const npm = (...args: readonly string[]) =>
	runPiped({
		command: 'npm',
		args,
		cwd: ROOT,
		env: {HOME: process.env.HOME, npm_config_cache: process.env.npm_config_cache},
		timeout: 60_000,
	});

describe('the packed tarball', () => {
	let folder: TemporaryFolder;
	let packed: Packed;
	let tarball: string;
	beforeAll(async () => {
		folder = await temporaryFolder();
		// Without scripts: `prepare` would build again what is under test here.
		const {stdout} = await npm(
			'pack',
			'--ignore-scripts',
			'--json',
			'--pack-destination',
			folder.path,
		);
		const [first] = JSON.parse(stdout) as Packed[];
		if (first === undefined) {
			throw new Error('npm packed nothing');
		}

		packed = first;
		tarball = path.join(folder.path, packed.filename);
	});
	afterAll(async () => {
		await folder[Symbol.asyncDispose]();
	});

	test('holds the program, its data and its papers, and nothing else', () => {
		const paths = packed.files.map(file => file.path);
		expect(paths.filter(file => !file.startsWith('dist/'))).toEqual([
			'CHANGELOG.md',
			'LICENSE',
			'README.md',
			'data/brega-2011-03-31.json',
			'data/config.schema.json',
			'data/dossier.schema.json',
			'data/example-orrow-2017-10-13.json',
			'data/example-orrow-2017-10-13.txt',
			'package.json',
		]);
		// Built plain, it has modules where it else has programs and their parts.
		const programs = paths.filter(file => /^dist\/[^/]+\.[cm]js$/u.test(file));
		expect(programs.map(file => path.parse(file).name)).toEqual([
			'command',
			'dashboard',
			'libya-tui',
			'server',
			'start',
		]);
		const parts = paths.filter(file => /^dist\/parts\//u.test(file));
		const modules = paths.filter(file => /^dist\/chunks\//u.test(file));
		expect(modules.length > 0 ? 0 : PARTS.length + DATA.length + 1).toBe(parts.length);
		const papers = paths.filter(file => file.endsWith('.LEGAL.txt'));
		expect(paths.filter(file => file.startsWith('dist/'))).toHaveLength(
			new Set([...programs, ...parts, ...modules, ...papers]).size,
		);
		// Of that nearly half is the coast of the whole Earth.
		expect(packed.files.reduce((sum, {size}) => sum + size, 0)).toBeLessThan(8 * 1024 * 1024);
	});

	test('carries the licences of what is bundled in it', () => {
		expect(packed.files.map(file => file.path).filter(file => /LEGAL/.test(file))).not.toEqual([]);
	});

	test('publint finds nothing to say', async () => {
		const bytes = readFileSync(tarball);
		const {messages, pkg} = await publint({
			level: 'suggestion',
			pack: {tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)},
		});
		expect(messages.map(message => formatMessage(message, pkg))).toEqual([]);
	});

	test('works wherever it is unpacked: everything that it runs on is in it', async () => {
		execFileSync('tar', ['xzf', tarball, '-C', folder.path]);
		const program = path.join(folder.path, 'package/dist/libya-tui.cjs');
		const run = (...args: readonly string[]) =>
			runPiped({command: process.execPath, args: [program, ...args], cwd: '/'});
		expect(await run('--version')).toMatchObject({code: 0, stdout: `${manifest.version}\n`});
		expect((await run()).stdout.split('\n')[0]).toBe(builtIn.title);
		// What is loaded only when it is wanted.
		expect(await run('--ascii', '/dev/null')).toMatchObject({
			code: 1,
			stderr: expect.stringContaining('not JSON'),
		});
		await using terminal = await openTerminal({
			command: process.execPath,
			args: [program],
			cwd: '/',
			env: {LANG: 'C'},
		});
		await terminal.waitFor(FIRST_FRAME);
	});

	test('installed by npm there is a `libya-tui` that works from any folder', async () => {
		const prefix = path.join(folder.path, 'prefix');
		const installed = await npm(
			'install',
			'--global',
			`--prefix=${prefix}`,
			'--ignore-scripts',
			'--no-audit',
			'--no-fund',
			'--prefer-offline',
			tarball,
		);
		expect(installed.code, installed.stderr).toBe(0);

		const env = {
			PATH: [`${prefix}/bin`, path.dirname(process.execPath), '/usr/bin:/bin'].join(':'),
		};
		const run = (...args: readonly string[]) =>
			runPiped({command: 'libya-tui', args, cwd: '/', env});
		expect(await run('--version')).toMatchObject({code: 0, stdout: `${manifest.version}\n`});
		expect(await run()).toMatchObject({code: 0, stderr: '', stdout: (await runPiped()).stdout});
		await using terminal = await openTerminal({command: 'libya-tui', cwd: '/', env});
		await terminal.waitFor(FIRST_FRAME);
		terminal.press('q');
		expect((await terminal.waitForExit()).code).toBe(0);
	});
});

/** A Node on the PATH that is older than the program wants; its path. */
const olderNode = (process.env.PATH ?? '')
	.split(':')
	.map(folder => path.join(folder, 'node'))
	.filter(file => existsSync(file))
	.find(file => {
		const version = execFileSync(file, ['-p', 'process.versions.node'], {encoding: 'utf8'});
		const [major = 0, minor = 0] = version.split('.').map(Number);
		return major < 22 || (major === 22 && minor < 12);
	});

const OLD: readonly [string, string, ...string[]] = [
	process.execPath,
	'-r',
	FAKE_OLD_NODE,
	BUILT_BINARY,
];

describe('started by a Node that is too old, with the pinned one beside', () => {
	test('keys, resizing and the exit code pass through', async () => {
		const [command, ...args] = OLD;
		await using terminal = await openTerminal({command, args});
		await terminal.waitFor(FIRST_FRAME);
		terminal.press('j');
		await terminal.waitFor(() => counted(terminal).startsWith('2/'));
		terminal.resize(80, 24);
		await terminal.waitFor('2 Front line 23');
		terminal.press('ctrl-c');
		expect(await terminal.waitForExit()).toEqual({code: 130, signal: undefined});
	});

	test('arguments, output and messages pass through', async () => {
		const [command, ...args] = OLD;
		expect(await runPiped({command, args: [...args, '--version']})).toEqual({
			code: 0,
			signal: undefined,
			stdout: `${manifest.version}\n`,
			stderr: '',
		});
		expect(await runPiped({command, args: [...args, '--pane', 'quots']})).toMatchObject({
			code: 2,
			stdout: '',
			stderr: expect.stringContaining('did you mean quotes?'),
		});
	});

	test.each(['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'] as const)(
		'%s passes through, and is what whoever waits for it sees',
		async signal => {
			const [command, ...args] = OLD;
			await using terminal = await openTerminal({command, args});
			await terminal.waitFor(FIRST_FRAME);
			terminal.kill(signal);
			expect(await terminal.waitForExit({timeout: 2000})).toEqual({code: undefined, signal});
			expect(terminal.modes().alternateScreen).toBe(false);
		},
	);

	test('ctrl-z and fg work', async () => {
		await using shell = await openShell();
		const settings = await shell.ttySettings();
		shell.start(OLD.map(word => `'${word}'`).join(' '));
		await shell.waitFor(FIRST_FRAME);
		for (const row of [2, 3]) {
			shell.press('ctrl-z');
			await shell.waitForPrompt();
			expect(shell.modes()).toEqual(MODES_AT_REST);
			expect(await shell.ttySettings()).toEqual(settings);
			expect(await shell.run('jobs')).toContain('Stopped');
			shell.start('fg');
			await shell.waitFor(FIRST_FRAME);
			shell.press('j');
			await shell.waitFor(() => counted(shell).startsWith(`${row}/`));
		}

		shell.press('q');
		await shell.waitForPrompt();
		expect(await shell.exitCode()).toBe(0);
	});

	test.skipIf(olderNode === undefined)(
		'an older Node that is installed here does the same',
		async () => {
			await using terminal = await openTerminal({command: olderNode ?? '', args: [BUILT_BINARY]});
			await terminal.waitFor(FIRST_FRAME);
			terminal.press('q');
			expect((await terminal.waitForExit()).code).toBe(0);
		},
	);
});

describe('started by a Node that is too old, with no other beside', () => {
	const [wanted = ''] = /\d+\.\d+/.exec(manifest.engines.node) ?? [];

	test('one line names the version that it needs, and the exit code is 1', async () => {
		await using folder = await temporaryFolder();
		cpSync(path.dirname(BUILT_BINARY), path.join(folder.path, 'dist'), {recursive: true});
		for (const [command, ...args] of [
			[process.execPath, '-r', FAKE_OLD_NODE],
			...(olderNode === undefined ? [] : [[olderNode]]),
		]) {
			const {code, stdout, stderr} = await runPiped({
				command: command ?? '',
				args: [...args, path.join(folder.path, 'dist/libya-tui.cjs')],
				cwd: folder.path,
			});
			expect({code, stdout}).toEqual({code: 1, stdout: ''});
			expect(stderr).toMatch(/^libya-tui: needs Node [^\n]*; this is v[\d.]+\.\n$/);
			expect(stderr).toContain(`Node ${wanted} or later`);
		}
	});

	test('a pinned Node that is too old itself is not started for ever', async () => {
		const {code, stdout, stderr} = await runPiped({
			env: {NODE_OPTIONS: `--require=${FAKE_OLD_NODE}`},
			timeout: 5000,
		});
		expect({code, stdout}).toEqual({code: 1, stdout: ''});
		expect(stderr).toMatch(/^libya-tui: needs Node [^\n]*\n$/);
	});

	test('even Node 6 can read the bin, and so can say that', async () => {
		const bin = readFileSync(BUILT_BINARY, 'utf8');
		const [asIs, forNode6] = await Promise.all(
			['esnext', 'es2015'].map(async target => (await transform(bin, {target})).code),
		);
		expect(asIs).toBe(forNode6);
		expect(bin.startsWith('#!/usr/bin/env node\n')).toBe(true);
	});
});
