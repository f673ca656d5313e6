import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {commandLimits} from '../../source/commands/command-limits.ts';
import {createCommandPool} from '../../source/commands/command-pool.ts';
import {EXPORT_NAMES} from '../../source/formats/export-names.ts';
import {ARemote} from '../commands/support/a-remote.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../dist/start.cjs');

const MIB = 1024 * 1024;

test('where there is little memory, the built-in report is exported in every format, again and again', async () => {
	const limits = commandLimits({maxCommands: 8, maxPerAddress: 10, workers: 1}, 128 * MIB);
	const pool = createCommandPool(PROGRAM, limits);
	onTestFinished(pool.close);
	for (const format of [...EXPORT_NAMES, ...EXPORT_NAMES]) {
		const kind = format === 'csv' ? ['--kind', 'events'] : [];
		const remote = new ARemote('one');
		const report = {bytes: undefined, article: undefined};
		const code = await pool.perform(remote, ['export', '--format', format, ...kind], report);
		expect([format, code, remote.givenUp]).toEqual([format, 0, undefined]);
		expect(remote.text.length).toBeGreaterThan(1000);
	}
});
