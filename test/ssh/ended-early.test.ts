import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {constants} from 'node:fs';
import {open, readFile} from 'node:fs/promises';
import path from 'node:path';
import {text} from 'node:stream/consumers';
import {promisify} from 'node:util';
import {describe, expect, test} from 'vitest';
import {temporaryFolder} from '../e2e/support/temporary-folder.ts';
import {builtCommand, testEnvironment} from '../support/terminal.ts';

const BUILT_IN = path.resolve(import.meta.dirname, '../../data/brega-2011-03-31.json');

const EARLY = 'libya-tui: asked to end before there was anything to serve.\n';

/** A server whose report or other file is a pipe, so that it waits where a test wants it to. */
const startWaiting = async (folder: string, args: readonly string[]) => {
	const [file, ...rest] = builtCommand(['serve', '--port', '0', ...args]);
	const child = spawn(file, rest, {
		env: testEnvironment({XDG_STATE_HOME: path.join(folder, 'state')}),
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const output = Promise.all([text(child.stdout), text(child.stderr)]);
	return {
		child,
		async ended() {
			const [[code, signal], [stdout, stderr]] = await Promise.all([once(child, 'close'), output]);
			return {code, signal, stdout, stderr};
		},
	};
};

const pipeIn = async (folder: string): Promise<string> => {
	const pipe = path.join(folder, 'pipe');
	await promisify(execFile)('mkfifo', [pipe]);
	return pipe;
};

/** Opens a pipe for writing, which waits until somebody reads it. */
const openPipe = (pipe: string) => open(pipe, constants.O_WRONLY);

describe.each(['SIGTERM', 'SIGINT'] as const)('%s before anybody is served', signal => {
	test.each([
		['the report', (pipe: string) => [pipe]],
		['the article', (pipe: string) => ['--article', pipe]],
		['the keys', (pipe: string) => ['--authorized-keys', pipe]],
		['the report, for workers', (pipe: string) => ['--workers', '2', pipe]],
	] satisfies [string, (pipe: string) => readonly string[]][])(
		'while it reads %s: it says so and ends with 0',
		async (_, argsFor) => {
			await using folder = await temporaryFolder();
			const pipe = await pipeIn(folder.path);
			const {child, ended} = await startWaiting(folder.path, argsFor(pipe));
			await using _writing = await openPipe(pipe);
			child.kill(signal);
			expect(await ended()).toEqual({code: 0, signal: null, stdout: '', stderr: EARLY});
		},
	);

	test('while its workers start: it says so once and ends with 0', async () => {
		await using folder = await temporaryFolder();
		const pipe = await pipeIn(folder.path);
		const {child, ended} = await startWaiting(folder.path, ['--workers', '2', pipe]);
		{
			await using writing = await openPipe(pipe);
			await writing.writeFile(await readFile(BUILT_IN));
		}

		// What stood in the pipe is theirs by now, though it can be read only once.
		await once(child.stderr, 'data');
		child.kill(signal);
		const {code, signal: ending, stderr} = await ended();
		expect({code, signal: ending}).toEqual({code: 0, signal: null});
		expect(stderr).toMatch(/^\S+ info serving workers=2 .*\n/);
		expect(stderr.match(/ info shutdown\n/g)).toHaveLength(1);
		expect(stderr).not.toContain(' error ');
	});
});
