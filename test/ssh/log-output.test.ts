import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {expect, test} from 'vitest';

/** Milliseconds after which a process that does not end is killed. */
const PATIENCE = 20_000;

const LOG_OUTPUT = new URL('../../source/ssh/log-output.ts', import.meta.url).href;

/** Once it is told to, it writes more than is taken in one go, and ends in the same moment. */
const PROGRAM = `
	import {openLogOutput} from ${JSON.stringify(LOG_OUTPUT)};
	const output = openLogOutput(process);
	process.stdin.once('data', () => {
		output.write('the first line\\n');
		output.write('the last line\\n');
		process.exit(0);
	});
	process.stdout.write('here');
`;

test('a process that ends while lines wait for a reader of the log who is gone, ends', async () => {
	const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], {
		timeout: PATIENCE,
		killSignal: 'SIGKILL',
	});
	await once(child.stdout, 'data');
	child.stderr.destroy();
	await once(child.stderr, 'close');
	child.stdin.write('end');
	expect(await once(child, 'exit')).toEqual([0, null]);
});
