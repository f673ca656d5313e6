import {Failure} from './failure.ts';
import {readInput} from './read-file.ts';
import type {ServeOptions} from './serve-options.ts';

/** A file as it was when it was read, and what it is called in messages. */
export interface FileRead {
	readonly path: string;
	readonly bytes: Uint8Array;
}

/** What stands in the files that a server is named, whatever becomes of them; absent: none is named. */
export interface ServedFiles {
	readonly dossier: FileRead | undefined;
	readonly article: FileRead | undefined;
	readonly authorizedKeys: FileRead | undefined;
}

const read = async (path: string | undefined, what: string): Promise<FileRead | undefined> =>
	path === undefined ? undefined : {path, bytes: await readInput(path, what)};

/** A list of keys that cannot be read is as bad as what may stand in it, and ends with 78 as well. */
export const asKeyFault = (error: unknown): unknown =>
	error instanceof Failure ? new Failure(error.message, 78) : error;

const readKeys = async (path: string | undefined): Promise<FileRead | undefined> => {
	try {
		return await read(path, 'a list of keys');
	} catch (error) {
		throw asKeyFault(error);
	}
};

/**
Reads them, and does not yet look into them.

@throws {Failure} One of them cannot be read.
*/
export const readServedFiles = async ({
	dossier,
	article,
	authorizedKeys,
}: Pick<ServeOptions, keyof ServedFiles>): Promise<ServedFiles> => ({
	authorizedKeys: await readKeys(authorizedKeys),
	dossier: await read(dossier, 'a dossier'),
	article: await read(article, 'an article'),
});
