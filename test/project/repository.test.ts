import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';

const root = join(import.meta.dirname, '../..');

test('the lock file names no registry, so that npm ci works behind any', () => {
	const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
	expect(lock).toContain('"integrity": "sha512-');
	expect(lock).not.toMatch(/"resolved": "http/);
});

test('no file names the folder that this clone lies in', () => {
	const files = execFileSync('git', ['ls-files', '-z'], {cwd: root, encoding: 'utf8'})
		.split('\0')
		.filter(file => file !== '');
	const naming = files.filter(file => readFileSync(join(root, file), 'utf8').includes(root));
	expect(files.length).toBeGreaterThan(50);
	expect(naming).toEqual([]);
});
