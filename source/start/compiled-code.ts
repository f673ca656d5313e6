import {
	closeSync,
	constants,
	fstatSync,
	lstatSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	type Stats,
	writeFileSync,
} from 'node:fs';
import {dirname} from 'node:path';
import process from 'node:process';

/** Whether nobody but the reader of now can have written it. Windows keeps each user's files apart. */
const isOwn = ({uid, mode}: Stats): boolean =>
	process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);

const isOwnFolder = (path: string): boolean => {
	const status = lstatSync(path);
	return status.isDirectory() && isOwn(status);
};

const headOf = (id: string): string => `${id} ${process.versions.v8} ${process.arch}\n`;

/**
The code behind the head of a file, where it stands twice: two copies are compared in a tenth of the time
that it takes to load what computes a checksum. V8 itself runs damaged code as if it were whole.
*/
const codeIn = (bytes: Buffer, from: number): Uint8Array | undefined => {
	const middle = from + (bytes.length - from) / 2;
	const code = bytes.subarray(from, middle);
	return Number.isInteger(middle) && code.length > 0 && code.equals(bytes.subarray(middle))
		? code
		: undefined;
};

/**
The compiled code of a program as it was kept in a file. Code is run as it stands, so it is taken only
from a file and a folder that are the reader's own and closed to others, and only whole.

@param id - Tells this build of the program from every other.
@returns Nothing where there is none, or none to be trusted.
*/
export const compiledCodeIn = (path: string, id: string): Uint8Array | undefined => {
	let file: number | undefined;
	try {
		if (!isOwnFolder(dirname(path))) {
			return undefined;
		}

		file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
		const status = fstatSync(file);
		if (!status.isFile() || !isOwn(status)) {
			return undefined;
		}

		const bytes = readFileSync(file);
		const head = headOf(id);
		return bytes.toString('latin1', 0, head.length) === head
			? codeIn(bytes, head.length)
			: undefined;
	} catch {
		// Whatever is wrong with it, the program compiles itself.
		return undefined;
	} finally {
		if (file !== undefined) {
			closeSync(file);
		}
	}
};

/** Keeps compiled code, whole or not at all. Where that cannot be done, nothing is lost but time. */
export const keepCompiledCode = (path: string, id: string, code: Uint8Array): void => {
	const temporary = `${path}.${process.pid}`;
	try {
		const folder = dirname(path);
		mkdirSync(folder, {recursive: true, mode: 0o700});
		if (isOwnFolder(folder)) {
			// Under a name that is free, so that nothing is written through a link that stands there.
			writeFileSync(temporary, headOf(id), {flag: 'wx', mode: 0o600});
			writeFileSync(temporary, Buffer.concat([code, code]), {flag: 'a'});
			renameSync(temporary, path);
		}
	} catch {
		try {
			rmSync(temporary, {force: true});
		} catch {}
	}
};
