import {Failure} from './failure.ts';
import type {ExitCode, Host} from './host.ts';

/**
Writes a text to stdout, to its end. A reader that has closed the pipe has read enough.

@throws {Failure} It cannot be written, to a full disk for instance.
*/
export const writeOut = (host: Host, text: string): Promise<ExitCode> =>
	new Promise((resolve, reject) => {
		host.stdout.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EPIPE') {
				resolve(0);
			} else {
				reject(new Failure(`The output could not be written: ${error.message}.`));
			}
		});
		host.stdout.write(text, error => {
			// An error comes as an event too, and is told apart there.
			if (error === null || error === undefined) {
				resolve(0);
			}
		});
	});
