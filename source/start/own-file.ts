import {
	closeSync,
	constants,
	fstatSync,
	lstatSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	type Stats,
	writeFileSync,
} from 'node:fs';
import {dirname} from 'node:path';
import process from 'node:process';
import {makeFolder} from '../terminal/make-folder.ts';

/** Whether nobody but the reader of now can have written it. Windows keeps each user's files apart. */
const isOwn = ({uid, mode}: Stats): boolean =>
	process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);

const isOwnFolder = (path: string): boolean => {
	const status = lstatSync(path);
	return status.isDirectory() && isOwn(status);
};

/**
The bytes of a file that is run, or sent to the terminal, as it stands: only of one that is, with its
folder, the reader's own and closed to others.

@returns Nothing where there is none, or none to be trusted.
*/
export const readOwnFile = (path: string): Buffer | undefined => {
	let file: number | undefined;
	try {
		if (!isOwnFolder(dirname(path))) {
			return undefined;
		}

		file = openSync(
			path,
			constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
		);
		const status = fstatSync(file);
		return status.isFile() && isOwn(status) ? readFileSync(file) : undefined;
	} catch {
		// Whatever is wrong with it, it only saves time.
		return undefined;
	} finally {
		if (file !== undefined) {
			closeSync(file);
		}
	}
};

/** Keeps such a file, whole or not at all. Where that cannot be done, nothing is lost but time. */
export const keepOwnFile = (path: string, parts: readonly (string | Uint8Array)[]): void => {
	const temporary = `${path}.${process.pid}`;
	let isMade = false;
	try {
		const folder = dirname(path);
		makeFolder(folder, 0o700);
		if (!isOwnFolder(folder)) {
			return;
		}

		// Under a name that is free, so that nothing is written through a link that stands there.
		const file = openSync(temporary, 'wx', 0o600);
		isMade = true;
		try {
			writeFileSync(file, Buffer.concat(parts.map(part => Buffer.from(part))));
		} finally {
			closeSync(file);
		}

		renameSync(temporary, path);
	} catch {
		if (isMade) {
			rmSync(temporary, {force: true});
		}
	}
};
