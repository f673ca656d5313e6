import {expect, test} from 'vitest';
import {readServedFiles} from '../../source/commands/served-files.ts';
import {keyringFor} from '../../source/commands/ssh-material.ts';
import {temporaryFolder} from '../e2e/support/temporary-folder.ts';

test('a list of keys that cannot be read is as bad as one with a fault: 78', async () => {
	await using folder = await temporaryFolder();
	for (const authorizedKeys of [folder.path, `${folder.path}/none`]) {
		const files = {dossier: undefined, article: undefined, authorizedKeys};
		await expect(readServedFiles(files)).rejects.toMatchObject({exitCode: 78});
	}

	const keys = {path: 'keys', bytes: Uint8Array.of(0xff)};
	await expect(keyringFor(keys)).rejects.toMatchObject({exitCode: 78});
});
