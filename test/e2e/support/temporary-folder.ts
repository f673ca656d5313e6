import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {Dossier} from '../../../source/dossier/schema.ts';

/** A folder that is gone with the test. */
export class TemporaryFolder implements AsyncDisposable {
	readonly path: string;

	/** Use `temporaryFolder`. */
	constructor(folder: string) {
		this.path = folder;
	}

	/** Writes a file into it. @returns Its path. */
	async write(name: string, content: string | Uint8Array): Promise<string> {
		const file = path.join(this.path, name);
		await writeFile(file, content);
		return file;
	}

	/** Writes a dossier as JSON. @returns Its path. */
	async dossier(dossier: Dossier, name = 'dossier.json'): Promise<string> {
		return this.write(name, JSON.stringify(dossier, undefined, '\t'));
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await rm(this.path, {recursive: true, force: true});
	}
}

export const temporaryFolder = async (): Promise<TemporaryFolder> =>
	new TemporaryFolder(await mkdtemp(path.join(tmpdir(), 'libya-tui-test-')));
