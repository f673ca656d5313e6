import fs from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {writeToFile, writeToFolder} from '../../source/commands/write-export.ts';
import {temporaryFolder} from '../e2e/support/temporary-folder.ts';

afterEach(() => {
	vi.restoreAllMocks();
});

describe('a file that is not written to its end', () => {
	test('is what it was before, and nothing is left beside it', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.write('out.json', 'before');
		function* broken(): Generator<string> {
			yield 'x'.repeat(200_000);
			throw new Error('a fault of the program');
		}

		await expect(writeToFile(file, broken())).rejects.toThrow(/^a fault of the program$/);
		expect(await readFile(file, 'utf8')).toBe('before');
		expect(await readdir(folder.path)).toEqual(['out.json']);
	});

	test('is named with the reason, as are those of a folder', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.write('events.csv', 'before');
		const full = (): void => {
			vi.spyOn(fs, 'rename').mockImplementationOnce((_from, _to, done) => {
				done(Object.assign(new Error('no space'), {code: 'ENOSPC'}));
			});
		};

		full();
		await expect(writeToFile(file, ['after'])).rejects.toThrow(
			`${file}: cannot be written: the disk is full.`,
		);
		full();
		await expect(
			writeToFolder(folder.path, [{name: 'events.csv', pieces: ['after']}]),
		).rejects.toThrow(
			`${path.join(folder.path, 'events.csv')}: cannot be written: the disk is full.`,
		);
		expect(await readFile(file, 'utf8')).toBe('before');
	});
});
