import type {ExitCode, Host} from './host.ts';
import {writePiece} from './write-piece.ts';

/**
Writes a text to stdout, to its end. A reader that has closed the pipe has read enough.

@throws {Failure} It cannot be written, to a full disk for instance.
*/
export const writeOut = async (host: Host, text: string): Promise<ExitCode> => {
	await writePiece(host, text);
	return 0;
};
