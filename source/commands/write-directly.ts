import {writeSync} from 'node:fs';

/**
Writes a text to a file that is open, as much of it as is taken at once: a pipe or a terminal that does
not wait for its reader takes only what it has room for.

@returns The rest; nothing when all is written.
@throws {NodeJS.ErrnoException} It cannot be written; what was taken before that stays written.
*/
export const writeDirectly = (file: number, text: string): Uint8Array | undefined => {
	let rest: Uint8Array = Buffer.from(text);
	try {
		while (rest.length > 0) {
			rest = rest.subarray(writeSync(file, rest));
		}
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EAGAIN') {
			return rest;
		}

		throw error;
	}

	return undefined;
};
