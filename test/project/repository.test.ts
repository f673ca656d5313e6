import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';

test('the lock file names no registry, so that npm ci works behind any', () => {
	const lock = readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8');
	expect(lock).toContain('"integrity": "sha512-');
	expect(lock).not.toMatch(/"resolved": "http/);
});
