import {constants, createReadStream, fstatSync, openSync} from 'node:fs';
import {open, stat} from 'node:fs/promises';
import {decodeUtf8} from '../dossier/utf8.ts';
import {readReason} from '../terminal/file-reasons.ts';
import {Failure} from './failure.ts';
import {STANDARD_INPUT} from './standard-input.ts';

const STDIN = 0;

const MEBIBYTE = 1024 * 1024;

/** A dossier of 100,000 records is under 100 MiB; what is beyond this is something else. */
const MOST_BYTES = 256 * MEBIBYTE;

const tooLarge = (what: string, path: string, size: string): Failure =>
	new Failure(
		`${path}: not ${what}: it is ${size}, and the most that is read is ${MOST_BYTES / MEBIBYTE} MiB.`,
	);

/** Read at once: few enough that whoever waits can leave, and many enough that it takes no longer. */
const PORTION = 8 * MEBIBYTE;

const tooMuch = (what: string, path: string): Failure =>
	tooLarge(what, path, `more than ${MOST_BYTES / MEBIBYTE} MiB`);

/** Reads to the end, or to the limit: a pipe may have no end. */
const readChunks = async (
	stream: AsyncIterable<Buffer>,
	path: string,
	what: string,
): Promise<Buffer> => {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream) {
		size += chunk.length;
		if (size > MOST_BYTES) {
			throw tooMuch(what, path);
		}

		chunks.push(chunk);
	}

	return Buffer.concat(chunks);
};

/**
Reads a pipe as what comes over a network is read: a read that waits in one of Node's threads would keep the process
from its end until whoever writes has written.

@param fd - Closed in the end, but for that of standard input.
*/
const readPipe = async (fd: number, path: string, what: string): Promise<Buffer> => {
	const {Socket} = await import('node:net');
	return readChunks(new Socket({fd, readable: true, writable: false}), path, what);
};

/** Reads to the end, or to the limit: a device may have no end, and a file may grow. */
const readFile = async (path: string, what: string): Promise<Buffer> => {
	const status = await stat(path);
	if (status.isDirectory()) {
		throw new Failure(`${path}: cannot be read: it is a folder, not a file.`);
	}

	if (status.size > MOST_BYTES) {
		throw tooLarge(what, path, `${Math.round(status.size / MEBIBYTE)} MiB`);
	}

	if (status.isFIFO()) {
		// To open one waits as well, until somebody else does.
		return readPipe(openSync(path, constants.O_RDONLY | constants.O_NONBLOCK), path, what);
	}

	const expected = status.isFile() ? status.size : 0;
	const file = await open(path, 'r');
	try {
		const full: Buffer[] = [];
		// A byte more, so that the end is seen without making more room.
		let bytes = Buffer.allocUnsafeSlow(Math.max(MEBIBYTE, expected + 1));
		let filled = 0;
		let size = 0;
		while (true) {
			const length = Math.min(PORTION, bytes.length - filled);
			const {bytesRead} = await file.read(bytes, filled, length);
			filled += bytesRead;
			size += bytesRead;
			if (size > MOST_BYTES) {
				throw tooMuch(what, path);
			}

			if (bytesRead === 0) {
				const rest = bytes.subarray(0, filled);
				return full.length === 0 ? rest : Buffer.concat([...full, rest]);
			}

			if (filled === bytes.length) {
				full.push(bytes);
				bytes = Buffer.allocUnsafeSlow(PORTION);
				filled = 0;
			}
		}
	} finally {
		await file.close().catch(() => {});
	}
};

const readStandardInput = (what: string): Promise<Buffer> => {
	const path = 'standard input';
	const status = fstatSync(STDIN);
	return status.isFIFO() || status.isSocket()
		? readPipe(STDIN, path, what)
		: readChunks(
				createReadStream('', {fd: STDIN, highWaterMark: MEBIBYTE, autoClose: false}),
				path,
				what,
			);
};

/**
The bytes of a file that should be `what` (`a dossier`, `an article`), or of standard input where `path`
is `-`.

@throws {Failure} It cannot be read, is no file, or is far larger than any such thing; the message
names the file and what is wrong.
*/
export const readInput = async (path: string, what: string): Promise<Buffer> => {
	try {
		return await (path === STANDARD_INPUT ? readStandardInput(what) : readFile(path, what));
	} catch (error) {
		if (error instanceof Failure) {
			throw error;
		}

		throw new Failure(`${path}: cannot be read: ${readReason(error)}.`);
	}
};

/** The text of those bytes. @throws {Failure} They are not UTF-8; the message has the place. */
export const utf8Text = (bytes: Uint8Array, path: string): string => {
	const decoded = decodeUtf8(bytes);
	if (decoded.ok) {
		return decoded.text;
	}

	const {line, column, message} = decoded.fault;
	throw new Failure(`${path}: line ${line} column ${column}: ${message}.`);
};
