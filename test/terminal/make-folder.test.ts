import {mkdtempDisposable, stat, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {expect, test} from 'vitest';
import {makeFolder} from '../../source/terminal/make-folder.ts';

test('makes a folder and those above it, and leaves one that is there', async () => {
	await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'libya-tui-'));
	const deep = path.join(folder.path, 'one', 'two');
	makeFolder(deep, 0o700);
	makeFolder(deep, 0o755);
	for (const made of [deep, path.dirname(deep)]) {
		const found = await stat(made);
		expect([found.isDirectory(), found.mode & 0o777]).toEqual([true, 0o700]);
	}
});

test('refuses where a file stands in the way, at the end or before it', async () => {
	await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'libya-tui-'));
	const file = path.join(folder.path, 'file');
	await writeFile(file, '');
	expect(() => makeFolder(file)).toThrow(expect.objectContaining({code: 'EEXIST'}));
	expect(() => makeFolder(path.join(file, 'one', 'two'))).toThrow(
		expect.objectContaining({code: 'ENOTDIR'}),
	);
});

test.runIf(process.platform === 'linux')('comes to an end where none can be made', () => {
	expect(() => makeFolder('/proc/libya-tui/one/two')).toThrow(
		expect.objectContaining({code: 'ENOENT'}),
	);
});
