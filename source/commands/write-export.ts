import {open, realpath, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {writeReason} from '../terminal/file-reasons.ts';
import {visibleText} from '../terminal/visible-text.ts';
import type {ExportFile} from './export-formats.ts';
import {Failure} from './failure.ts';
import type {ExitCode, Host} from './host.ts';
import {inLongPieces, writePieces} from './write-pieces.ts';
import {writeWhole} from './write-whole.ts';

/** A text as a terminal may have it: line breaks and tabs are its own, all else stands for itself. */
const forTerminal = (text: string): string =>
	text.replaceAll('\r\n', '\n').replaceAll(/[^\n\t]+/gu, visibleText);

function* piecesForTerminal(pieces: Iterable<string>): Generator<string> {
	for (const piece of pieces) {
		yield forTerminal(piece);
	}
}

/** What a path is now; nothing where there is nothing. */
const kindAt = async (path: string): Promise<'file' | 'folder' | 'stream' | undefined> => {
	try {
		const status = await stat(path);
		if (status.isDirectory()) {
			return 'folder';
		}

		// A pipe, a device: to be written to and not to be put something else in place of.
		return status.isFile() && !/^\/(?:dev|proc)\//.test(path) ? 'file' : 'stream';
	} catch {
		return undefined;
	}
};

const writeStream = async (path: string, pieces: Iterable<string>): Promise<void> => {
	const file = await open(path, 'w');
	try {
		for (const piece of inLongPieces(pieces)) {
			await file.appendFile(piece);
		}
	} catch (error) {
		// Whoever read at the other end has read enough.
		if ((error as NodeJS.ErrnoException).code !== 'EPIPE') {
			throw error;
		}
	} finally {
		await file.close();
	}
};

const writeFileAt = async (path: string, pieces: Iterable<string>): Promise<void> => {
	const kind = path.endsWith('/') ? 'folder' : await kindAt(path);
	if (kind === 'folder') {
		throw new Failure(`${path}: is a folder; name a file in it.`);
	}

	try {
		await (kind === 'stream'
			? writeStream(path, pieces)
			: writeWhole(path, inLongPieces(pieces), 'as-usual'));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === undefined) {
			throw error;
		}

		throw new Failure(`${path}: cannot be written: ${writeReason(error)}.`);
	}
};

const realPath = async (path: string): Promise<string | undefined> => {
	try {
		return await realpath(path);
	} catch {
		return undefined;
	}
};

/**
Refuses to write over what is read.

@throws {Failure} With exit code 2.
*/
export const refuseSource = async (output: string, sources: readonly string[]): Promise<void> => {
	const target = await realPath(output);
	for (const source of sources) {
		if (target !== undefined && target === (await realPath(source))) {
			throw new Failure(`${output}: is what would be read; name another file with -o.`, 2);
		}
	}
};

/** To stdout, as it would stand in a file; on a terminal with nothing in it that a terminal would obey. */
export const writeToStdout = (host: Host, pieces: Iterable<string>): Promise<ExitCode> =>
	writePieces(host, host.stdout.isTTY === true ? piecesForTerminal(pieces) : pieces);

/**
To a file, whole or not at all.

@throws {Failure} It cannot be written.
*/
export const writeToFile = async (path: string, pieces: Iterable<string>): Promise<ExitCode> => {
	await writeFileAt(path, pieces);
	return 0;
};

/**
To files of their own names in a folder, which is made if it is not there, each whole or not at all.

@throws {Failure} One of them cannot be written; those before it have been.
*/
export const writeToFolder = async (
	folder: string,
	files: readonly ExportFile[],
): Promise<ExitCode> => {
	const kind = await kindAt(folder);
	if (kind !== undefined && kind !== 'folder') {
		throw new Failure(`${folder}: is not a folder; name one, or a --kind for one file.`);
	}

	for (const {name, pieces} of files) {
		await writeFileAt(join(folder, name), pieces);
	}

	return 0;
};
