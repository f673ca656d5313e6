import {spawn} from 'node:child_process';
import {closeSync, openSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {temporaryFolder} from '../e2e/support/temporary-folder.ts';
import {builtCommand, testEnvironment} from '../support/terminal.ts';
import {runLine} from './support/run-line.ts';

/** Starts a server whose standard output is this, and runs a line on it. @returns What it has logged by its end. */
const serveTo = async (stdout: number | 'closed', workers: string): Promise<string> => {
	await using folder = await temporaryFolder();
	const [file, ...args] = builtCommand(['serve', '--port', '0', '--workers', workers]);
	const child = spawn(file, args, {
		env: testEnvironment({XDG_STATE_HOME: path.join(folder.path, 'state')}),
		stdio: ['ignore', stdout === 'closed' ? 'pipe' : stdout, 'pipe'],
	});
	child.stdout?.destroy();
	let log = '';
	const listening = new Promise<void>((resolve, reject) => {
		child.stderr?.setEncoding('utf8').on('data', text => {
			log += text;
			if (/ listening .*\n/.test(log)) {
				resolve();
			}
		});
		child.once('close', () => reject(new Error(log)));
	});
	const exited = new Promise(resolve => {
		child.once('close', resolve);
	});
	try {
		await listening;
		const port = Number(/ listening .* port=(\d+)/.exec(log)?.[1]);
		const {code} = await runLine({port, nextAddress: () => '127.0.0.1'}, 'list towns');
		expect(code).toBe(0);
		child.kill('SIGTERM');
		expect(await exited).toBe(0);
		return log;
	} finally {
		child.kill('SIGKILL');
	}
};

describe.each(['1', '2'])('a server of %s process that cannot say how to come in', workers => {
	test('for want of room on the disk serves, and the log has a line of that', async () => {
		const full = openSync('/dev/full', 'w');
		const log = await serveTo(full, workers);
		closeSync(full);
		const lines = log.split('\n').filter(line => line.includes(' error '));
		expect(lines).toEqual([
			expect.stringMatching(
				/^\S+ error start-untold fault="The output could not be written: ENOSPC: .*"$/,
			),
		]);
	});

	test('as nobody reads it serves, and there is nothing to tell of that', async () => {
		const log = await serveTo('closed', workers);
		expect(log).not.toContain(' error ');
	});
});
