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

/**
Reads them, and does not yet look into them.

@throws {Failure} One of them cannot be read.
*/
export const readServedFiles = async ({
	dossier,
	article,
	authorizedKeys,
}: Pick<ServeOptions, keyof ServedFiles>): Promise<ServedFiles> => ({
	authorizedKeys: await read(authorizedKeys, 'a list of keys'),
	dossier: await read(dossier, 'a dossier'),
	article: await read(article, 'an article'),
});
