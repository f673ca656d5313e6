import {chmod, mkdtempDisposable, readFile, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, test} from 'vitest';
import {preparePeers} from './peers.ts';
import {builtInRows} from './records.ts';

test('a program that is not installed is named, and the others are compared with all the same', async () => {
	await using bin = await mkdtempDisposable(path.join(tmpdir(), 'libya-tui-bench-bin-'));
	await using folder = await mkdtempDisposable(path.join(tmpdir(), 'libya-tui-bench-peers-'));
	for (const name of ['less', 'visidata', 'tig']) {
		await writeFile(path.join(bin.path, name), '');
		await chmod(path.join(bin.path, name), 0o755);
	}

	const rows = builtInRows();
	const {peers, missing} = await preparePeers(rows, folder.path, {PATH: bin.path});

	expect(peers.map(({name}) => name)).toEqual(['visidata', 'less']);
	// tig without git has nothing to read.
	expect(missing).toEqual(['tig', 'lnav', 'fzf']);
	for (const {command} of peers) {
		expect(path.dirname(command[0])).toBe(bin.path);
		expect(await readFile(command.at(-1) ?? '', 'utf8')).toContain('Moussa Koussa');
	}
});
