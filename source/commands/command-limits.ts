import type {ServeOptions} from './serve-options.ts';

const MEBIBYTE = 1024 * 1024;

/** MiB in which a thread can have the built-in report and write it in any format. */
const LEAST_MEMORY = 64;

/** MiB beyond which no report is known to need any. */
const MOST_MEMORY = 2048;

/** What commands of readers may take of a server, in one process. */
export interface CommandLimits {
	/** Threads at a time, those included whose readers take nothing. */
	readonly threads: number;
	/** Threads that those of one address have at a time. */
	readonly threadsOfAddress: number;
	/** Commands that compute at a time. One whose reader takes nothing does not compute. */
	readonly computing: number;
	/** Commands that wait for a thread; more are sent away. */
	readonly waiting: number;
	readonly waitingOfAddress: number;
	/** MiB of the heap of each thread; what lies outside of it, such as the file as it is read, comes on top. */
	readonly memory: number;
}

/**
What follows of how many commands there may be at a time. No address has more than half of the threads and of those
who wait, nor more than it may have connections; all threads together have half of the memory.

@param available - Bytes that all processes of the server can have.
*/
export const commandLimits = (
	{
		maxCommands,
		maxPerAddress,
		workers,
	}: Pick<ServeOptions, 'maxCommands' | 'maxPerAddress' | 'workers'>,
	available: number,
): CommandLimits => {
	const waiting = 8 * maxCommands;
	const share = Math.floor(available / MEBIBYTE / 2 / workers / maxCommands);
	return {
		threads: maxCommands,
		threadsOfAddress: Math.min(Math.ceil(maxCommands / 2), maxPerAddress),
		computing: Math.ceil(maxCommands / 4),
		waiting,
		waitingOfAddress: Math.min(waiting / 2, maxPerAddress),
		memory: Math.max(LEAST_MEMORY, Math.min(MOST_MEMORY, share)),
	};
};
