import {open} from 'node:fs/promises';

/**
Takes a name for an empty file of ours, which nobody else may read.

@returns Whether it is ours; false: it is somebody's already.
*/
export const takeName = async (path: string): Promise<boolean> => {
	try {
		await (await open(path, 'wx', 0o600)).close();
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
			return false;
		}

		throw error;
	}
};
