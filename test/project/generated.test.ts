import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {GENERATED} from '../../scripts/generate.ts';

const root = join(import.meta.dirname, '../..');

describe('files made by npm run generate', () => {
	test.each(Object.entries(GENERATED))('%s is as fresh as the code', async (path, wanted) => {
		const present = await readFile(join(root, path), 'utf8');
		expect(wanted(present)).toBe(present);
	});

	test('a key that the README does not name is noticed', async () => {
		const readme = await readFile(join(root, 'README.md'), 'utf8');
		const stale = readme.replace(/^.*to the shell; fg comes back.*\n/m, '');
		expect(stale).not.toBe(readme);
		expect(GENERATED['README.md']?.(stale)).toBe(readme);
	});

	test('a README without room for the keys is refused, not written over', () => {
		expect(() => GENERATED['README.md']?.('# libya-tui\n')).toThrow(/lacks the lines/);
	});
});
