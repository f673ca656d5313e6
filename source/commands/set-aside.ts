import {rename, rm} from 'node:fs/promises';
import {join, parse} from 'node:path';
import {takeName} from './take-name.ts';

/**
Renames a file to the first free name beside it: `dunmore.json` to `dunmore.damaged-1.json`. Nothing is
ever written over: the name is taken with an empty file before the rename.

@returns The new path; nothing when the file is gone, as when another session set it aside first.
@throws {Error} Of the file system, when it cannot be renamed; it is then where it was.
*/
export const setAside = async (path: string): Promise<string | undefined> => {
	const {dir, name, ext} = parse(path);
	let number = 1;
	const aside = (): string => join(dir, `${name}.damaged-${number}${ext}`);
	while (!(await takeName(aside()))) {
		number++;
	}

	try {
		await rename(path, aside());
		return aside();
	} catch (error) {
		await rm(aside(), {force: true});
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
			return undefined;
		}

		throw error;
	}
};
