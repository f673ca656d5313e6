import {constants, fstatSync, openSync} from 'node:fs';
import {isatty} from 'node:tty';
import pino from 'pino';

/** Bytes that wait for whoever takes the log; what comes on top of that is lost. */
const MOST_WAITING = 4 * 1024 * 1024;

/** Milliseconds that whoever takes the log gets for the last of it. */
const LAST_LINES = 300;

/** Where a log goes. Whoever reads it too slowly, or cannot keep it, holds up nobody. */
export interface LogOutput {
	readonly write: (lines: string) => void;
	/** Writes what waits, as far as anybody takes it; what comes later is lost. Never fails, nor waits long. */
	readonly close: () => Promise<void>;
}

/**
What to write to so that no write ever waits: one that does keeps this process from ending.

A pipe or a terminal is opened anew, as it was opened together with other processes, and Node has writes wait there
again as soon as one of them ends. A socket cannot be; to that Node writes without waiting from when its stream has
been made, for as long as no other process of the server is given it.
*/
const withoutWaiting = (fd: number): number => {
	try {
		return fstatSync(fd).isFIFO() || isatty(fd)
			? openSync(
					`/proc/self/fd/${fd}`,
					constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY,
				)
			: fd;
	} catch {
		// Nobody reads it, or it is not Linux.
		return fd;
	}
};

/** A log on what the process has for errors. */
export const openLogOutput = (
	host: Pick<NodeJS.Process, 'on' | 'off'> & {readonly stderr: {readonly fd: number}},
): LogOutput => {
	// Before pino's own, which writes the last lines as the process ends and tries again without end where nobody
	// takes them, as when the process that has started this one is gone.
	const letGo = (): void => destination.destroy();
	host.on('exit', letGo);
	const destination = pino.destination({
		fd: withoutWaiting(host.stderr.fd),
		sync: false,
		maxLength: MOST_WAITING,
	});
	// A log that nobody takes is no reason to end what people read.
	destination.on('error', () => {});
	let isClosed = false;
	return {
		write(lines) {
			if (!isClosed) {
				destination.write(lines);
			}
		},
		async close() {
			if (isClosed) {
				return;
			}

			isClosed = true;
			// Not `flushSync`, which tries again without end where nothing can be written, as on a full disk.
			const {promise, resolve} = Promise.withResolvers<void>();
			destination.once('close', resolve);
			destination.once('error', resolve);
			const late = setTimeout(resolve, LAST_LINES);
			destination.end();
			await promise;
			clearTimeout(late);
			host.off('exit', letGo);
			destination.destroy();
		},
	};
};
