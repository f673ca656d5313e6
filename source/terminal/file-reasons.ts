/*
What the file system says of a file, in words: the same of a command and of a server.
*/

const OF_PATHS: Readonly<Record<string, string>> = {
	ENOTDIR: 'part of its path is not a folder',
	ELOOP: 'its links lead in a circle',
	ENAMETOOLONG: 'its name is too long',
	EISDIR: 'it is a folder, not a file',
};

const OF_READING: Readonly<Record<string, string>> = {
	...OF_PATHS,
	ENOENT: 'there is no such file',
	EACCES: 'you may not read it',
	EPERM: 'you may not read it',
};

const OF_WRITING: Readonly<Record<string, string>> = {
	...OF_PATHS,
	EACCES: 'you may not write there',
	EPERM: 'you may not write there',
	EROFS: 'the disk is read-only',
	ENOSPC: 'the disk is full',
	EDQUOT: 'your quota on the disk is used up',
	EFBIG: 'it would be larger than a file may be',
	EEXIST: 'part of its path is not a folder',
};

const reasonIn = (reasons: Readonly<Record<string, string>>, error: unknown): string => {
	const {code, message} = error as NodeJS.ErrnoException;
	return (code === undefined ? undefined : reasons[code]) ?? message;
};

/** Why something could not be read, as a phrase: `there is no such file`. */
export const readReason = (error: unknown): string => reasonIn(OF_READING, error);

/** Why something could not be written, as a phrase: `the disk is full`. */
export const writeReason = (error: unknown): string => reasonIn(OF_WRITING, error);
