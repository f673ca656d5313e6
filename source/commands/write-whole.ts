import {constants} from 'node:fs';
import {access, writeFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import {makeFolder} from '../terminal/make-folder.ts';

/** @throws {Error} There is such a file and it may not be written, which a rename would not mind. */
const refuseReadOnly = async (path: string): Promise<void> => {
	try {
		await access(path, constants.W_OK);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
			throw error;
		}
	}
};

/** Who may read what is written: the reader alone, or whoever the process lets read its files. */
export type Readers = 'the-reader' | 'as-usual';

const MODES: Record<Readers, {readonly file?: number; readonly folder?: number}> = {
	'the-reader': {file: 0o600, folder: 0o700},
	'as-usual': {},
};

/**
Writes a file whole or not at all: whatever goes wrong, and whenever, the path holds what it held before
or all of this. Folders that are missing are made.

@param content - A text, or one in pieces of which no more than one is held at a time.
@throws {Error} Of the file system; `writeReason` (terminal/file-reasons.ts) puts it into words.
*/
export const writeWhole = async (
	path: string,
	content: string | Iterable<string>,
	readers: Readers,
): Promise<void> => {
	const {file, folder} = MODES[readers];
	makeFolder(dirname(path), folder);
	await refuseReadOnly(path);
	const {default: writeFileAtomic} = await import('write-file-atomic');
	await writeFileAtomic(path, '', {
		...(file === undefined ? {} : {mode: file}),
		// It takes a write that a full disk cut short for a whole one; the test of a disk that fills up
		// would let this go.
		tmpfileCreated: temporary => writeFile(temporary, content),
	});
};
