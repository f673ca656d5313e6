import {mkdirSync, statSync} from 'node:fs';
import {dirname} from 'node:path';

/**
Makes a folder and those above it that are missing, all with the same mode. One level after another, as
Node, asked for all of them at once where none can be made (in `/proc`), tries for ever.

@throws {Error} Of the file system.
*/
export const makeFolder = (path: string, mode?: number): void => {
	try {
		mkdirSync(path, mode);
	} catch (error) {
		const {code} = error as NodeJS.ErrnoException;
		if (code === 'ENOENT' && dirname(path) !== path) {
			makeFolder(dirname(path), mode);
			mkdirSync(path, mode);
		} else if (code !== 'EEXIST' || !statSync(path).isDirectory()) {
			throw error;
		}
	}
};
