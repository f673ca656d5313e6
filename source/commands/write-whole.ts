import {constants} from 'node:fs';
import {access, mkdir, writeFile} from 'node:fs/promises';
import {dirname} from 'node:path';

const REASONS: Readonly<Record<string, string>> = {
	EACCES: 'you may not write there',
	EPERM: 'you may not write there',
	EROFS: 'the disk is read-only',
	ENOSPC: 'the disk is full',
	EDQUOT: 'your quota on the disk is used up',
	EFBIG: 'it would be larger than a file may be',
	EISDIR: 'it is a folder, not a file',
	ENOTDIR: 'part of its path is not a folder',
	EEXIST: 'part of its path is not a folder',
	ELOOP: 'its links lead in a circle',
	ENAMETOOLONG: 'its name is too long',
};

/** Why something could not be written, as a phrase: `the disk is full`. */
export const writeReason = (error: unknown): string => {
	const {code, message} = error as NodeJS.ErrnoException;
	return (code === undefined ? undefined : REASONS[code]) ?? message;
};

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
@throws {Error} Of the file system; `writeReason` puts it into words.
*/
export const writeWhole = async (
	path: string,
	content: string | Iterable<string>,
	readers: Readers,
): Promise<void> => {
	const {file, folder} = MODES[readers];
	await mkdir(dirname(path), {recursive: true, mode: folder});
	await refuseReadOnly(path);
	const {default: writeFileAtomic} = await import('write-file-atomic');
	await writeFileAtomic(path, '', {
		...(file === undefined ? {} : {mode: file}),
		// It takes a write that a full disk cut short for a whole one; the test of a disk that fills up
		// would let this go.
		tmpfileCreated: temporary => writeFile(temporary, content),
	});
};
