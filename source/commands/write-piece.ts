import {Failure} from './failure.ts';
import type {Host} from './host.ts';

const ignore = (): void => {};

const writeToStream = (stdout: Host['stdout'], content: string | Uint8Array): Promise<void> =>
	new Promise((resolve, reject) => {
		// What goes wrong is told to the write as well; unheard it would end the program.
		if (stdout.listenerCount('error', ignore) === 0) {
			stdout.on('error', ignore);
		}

		stdout.write(content, error => {
			if (error === null || error === undefined) {
				resolve();
			} else {
				reject(error);
			}
		});
	});

/**
Writes a text, or a piece of one, to stdout.

@returns Whether there is still somebody to read more: a reader that has closed the pipe has read enough.
@throws {Failure} It cannot be written, to a full disk for instance.
*/
export const writePiece = async (host: Host, text: string): Promise<boolean> => {
	try {
		const rest = host.writeDirectly === undefined ? text : host.writeDirectly(text);
		if (rest !== undefined) {
			await writeToStream(host.stdout, rest);
		}

		return true;
	} catch (error) {
		const {code, message} = error as NodeJS.ErrnoException;
		if (code === 'EPIPE') {
			return false;
		}

		throw new Failure(`The output could not be written: ${message}.`);
	}
};
