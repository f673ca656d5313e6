import {chmod, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {giveToTmux} from '../../source/terminal/tmux-buffer.ts';
import {temporaryFolder} from '../e2e/support/temporary-folder.ts';

/** A folder with a program of this name, and nothing else to be found. */
const withTmux = async (script: string) => {
	const folder = await temporaryFolder();
	const file = path.join(folder.path, 'tmux');
	await writeFile(file, `#!/bin/sh\n${script}\n`);
	await chmod(file, 0o755);
	return {
		file,
		env: {PATH: folder.path},
		[Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
	};
};

describe('a text is given to tmux', () => {
	test('as it is, without a shell that would read it', async () => {
		await using tmux = await withTmux('/bin/cat >"$0.taken"; echo "$*" >"$0.asked"');
		const text = '“$(true)” `id`; \\n\n\'"';
		expect(await giveToTmux(text, tmux.env)).toBe(true);
		expect(await readFile(`${tmux.file}.taken`, 'utf8')).toBe(text);
		expect(await readFile(`${tmux.file}.asked`, 'utf8')).toBe('load-buffer -w -\n');
	});

	test('that is too old for it, and refuses it unread', async () => {
		await using tmux = await withTmux('exit 1');
		expect(await giveToTmux('tide '.repeat(50_000), tmux.env)).toBe(false);
	});

	test.each([
		['is not there', {PATH: '/dev/null'}],
		['cannot be started at all', {PATH: 'a\0b'}],
	])('that %s', async (_, env) => {
		expect(await giveToTmux('tide', env)).toBe(false);
	});
});
