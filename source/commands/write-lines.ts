import type {ExitCode, Host} from './host.ts';
import {writePieces} from './write-pieces.ts';

function* withEnds(lines: Iterable<string>): Generator<string> {
	for (const line of lines) {
		yield `${line}\n`;
	}
}

/**
Writes lines to stdout, a line's end behind each, without ever holding them as one text.

@throws {Failure} They cannot be written, to a full disk for instance.
*/
export const writeLines = (host: Host, lines: Iterable<string>): Promise<ExitCode> =>
	writePieces(host, withEnds(lines));
