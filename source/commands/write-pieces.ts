import type {ExitCode, Host} from './host.ts';
import {writePiece} from './write-piece.ts';

/** Characters that are written at once: a pipe takes as much, and a terminal is not flooded. */
const AT_ONCE = 65_536;

/** The same text in fewer and longer pieces. */
export function* inLongPieces(pieces: Iterable<string>): Generator<string> {
	let held: string[] = [];
	let length = 0;
	for (const piece of pieces) {
		held.push(piece);
		length += piece.length;
		if (length >= AT_ONCE) {
			yield held.join('');
			held = [];
			length = 0;
		}
	}

	if (length > 0) {
		yield held.join('');
	}
}

/**
Writes a text that comes in pieces to stdout, the next when the one before has gone, so that a slow reader
does not fill the memory. A reader that has closed the pipe has read enough.

@throws {Failure} It cannot be written, to a full disk for instance.
*/
export const writePieces = async (host: Host, pieces: Iterable<string>): Promise<ExitCode> => {
	for (const piece of inLongPieces(pieces)) {
		if (!(await writePiece(host, piece))) {
			return 0;
		}
	}

	return 0;
};
