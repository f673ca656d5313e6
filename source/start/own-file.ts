import {
	closeSync,
	constants,
	fstatSync,
	lstatSync,
	openSync,
	readFileSync,
	realpathSync,
	renameSync,
	rmSync,
	type Stats,
	statSync,
	writeFileSync,
} from 'node:fs';
import {dirname} from 'node:path';
import process from 'node:process';
import {makeFolder} from '../terminal/make-folder.ts';

/** Of a folder in which everybody may only move what is their own, as /tmp is. */
const STICKY = 0o1000;

/** Whether nobody but the reader of now can have written it. Windows keeps each user's files apart. */
const isOwn = ({uid, mode}: Stats): boolean =>
	process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);

/** Whether others can take what lies in a folder away, and something else of the reader's into its place. */
const isOpen = ({uid, gid, mode}: Stats): boolean => {
	const own = process.getuid?.();
	// A group with the number of a user is that of this user alone.
	const others = uid === own && gid === own ? 0o002 : 0o022;
	return own !== undefined && (mode & others) !== 0 && (mode & STICKY) === 0;
};

const foldersAbove = (path: string): readonly string[] => {
	const above = dirname(path);
	return above === path ? [] : [above, ...foldersAbove(above)];
};

/** Whether it is the reader's own, and stays where it is: also by the way that links lead there. */
const isOwnFolder = (path: string): boolean => {
	const status = lstatSync(path);
	const above = new Set([...foldersAbove(path), ...foldersAbove(realpathSync.native(path))]);
	return (
		status.isDirectory() && isOwn(status) && ![...above].some(folder => isOpen(statSync(folder)))
	);
};

/**
The bytes of a file that is run, or sent to the terminal, as it stands: only of one that is, with its
folder, the reader's own and closed to others, who cannot put another folder into its place either.

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
