import {writeFileSync} from 'node:fs';
import {open} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {writeDirectly} from '../../source/commands/write-directly.ts';
import {openPipeThatDoesNotWait} from '../e2e/support/pipe-that-does-not-wait.ts';
import {temporaryFolder} from '../e2e/support/temporary-folder.ts';

test('a short text is in the pipe at once, and nothing of it is left', async () => {
	await using pipe = await openPipeThatDoesNotWait();
	expect(writeDirectly(pipe.file, 'Brega ◨\n')).toBe(undefined);
	expect(pipe.drain().toString()).toBe('Brega ◨\n');
});

test('of a text that a pipe does not take as a whole the rest is given back, to the byte', async () => {
	await using pipe = await openPipeThatDoesNotWait();
	const text = '◨'.repeat(100_000);
	const rest = writeDirectly(pipe.file, text);
	const taken = pipe.drain();
	expect(taken.length).toBeGreaterThan(0);
	expect(rest?.length).toBeGreaterThan(0);
	expect(Buffer.concat([taken, rest ?? Buffer.of()]).toString()).toBe(text);
});

test('a file that may not be written to is an error', async () => {
	await using folder = await temporaryFolder();
	const path = join(folder.path, 'file');
	writeFileSync(path, '');
	await using file = await open(path, 'r');
	expect(() => writeDirectly(file.fd, 'text')).toThrow('EBADF');
});
