import {execFileSync} from 'node:child_process';
import {closeSync, constants, openSync, readSync} from 'node:fs';
import {join} from 'node:path';
import {type TemporaryFolder, temporaryFolder} from './temporary-folder.ts';

/** A pipe that takes no more than it has room for, and does not make who writes to it wait. */
export class PipeThatDoesNotWait implements AsyncDisposable {
	readonly path: string;
	readonly file: number;
	readonly #folder: TemporaryFolder;

	constructor(folder: TemporaryFolder) {
		this.#folder = folder;
		this.path = join(folder.path, 'pipe');
		execFileSync('mkfifo', [this.path]);
		// Held open for both, so that neither side waits for the other to come.
		this.file = openSync(this.path, constants.O_RDWR | constants.O_NONBLOCK);
	}

	/** Takes out what stands in it. */
	drain(): Buffer {
		const taken: Buffer[] = [];
		try {
			for (;;) {
				const bytes = Buffer.alloc(65_536);
				taken.push(bytes.subarray(0, readSync(this.file, bytes)));
			}
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') {
				throw error;
			}
		}

		return Buffer.concat(taken);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		closeSync(this.file);
		await this.#folder[Symbol.asyncDispose]();
	}
}

export const openPipeThatDoesNotWait = async (): Promise<PipeThatDoesNotWait> =>
	new PipeThatDoesNotWait(await temporaryFolder());
