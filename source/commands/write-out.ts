import type {ExitCode, Host} from './host.ts';

/** Writes a text to stdout, to its end. A reader that has closed the pipe has read enough. */
export const writeOut = (host: Host, text: string): Promise<ExitCode> =>
	new Promise((resolve, reject) => {
		host.stdout.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EPIPE') {
				resolve(0);
			} else {
				reject(error);
			}
		});
		host.stdout.write(text, error => {
			// An error comes as an event too, and is told apart there.
			if (error === null || error === undefined) {
				resolve(0);
			}
		});
	});
