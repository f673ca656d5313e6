import {AsyncLocalStorage} from 'node:async_hooks';
import {Worker} from 'node:worker_threads';
import type {CommandLimits} from './command-limits.ts';
import {COMMAND_THREAD, type ServedReport} from './command-messages.ts';
import type {CommandTimes} from './command-times.ts';

/** A thread that runs commands, one after another. */
export interface CommandThread {
	readonly worker: Worker;
	/** What it has been told last. */
	report: ServedReport | undefined;
}

export interface CommandThreads {
	/** The one that was kept last, as it may still be warm, or else a new one. */
	readonly take: () => CommandThread;
	readonly start: () => CommandThread;
	/** Keeps one for the next command, which has done with one. */
	readonly keep: (thread: CommandThread) => void;
	/** Ends one, whatever it does. */
	readonly letGo: (thread: CommandThread) => void;
	/** Ends all of them, also those that are given back later. */
	readonly close: () => void;
}

/**
MiB for the new objects of a thread. Node ends a thread that has all its memory taken within the next 16 MiB, else
the whole process: so many more at once must never be found to be of use still.
*/
const YOUNG = 8;

/** @param program - The file that the bin hands over to. */
export const createCommandThreads = (
	program: string,
	{computing, memory}: Pick<CommandLimits, 'computing' | 'memory'>,
	{kept: keptFor}: Pick<CommandTimes, 'kept'>,
): CommandThreads => {
	// What a thread does is done for the session that asked, and not for the one that had it started.
	const outside = AsyncLocalStorage.snapshot();
	/** Those that have not ended and are not to. */
	const threads = new Set<CommandThread>();
	/** Those that wait for a command, the one last that has waited least. */
	const kept = new Map<CommandThread, NodeJS.Timeout>();
	let isClosed = false;

	const forget = (thread: CommandThread): void => {
		clearTimeout(kept.get(thread));
		kept.delete(thread);
	};

	const letGo = (thread: CommandThread): void => {
		forget(thread);
		threads.delete(thread);
		thread.worker.terminate();
	};

	const start = (): CommandThread => {
		const worker = outside(
			() =>
				new Worker(program, {
					argv: [COMMAND_THREAD],
					stdin: false,
					resourceLimits: {maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG},
				}),
		);
		const thread: CommandThread = {worker, report: undefined};
		threads.add(thread);
		worker.unref();
		// Whoever has a command in it hears it too; a fault in one that has none is followed by its end.
		worker.on('error', () => {});
		worker.once('exit', () => {
			forget(thread);
			threads.delete(thread);
		});
		return thread;
	};

	return {
		take() {
			const thread = [...kept.keys()].at(-1) ?? start();
			forget(thread);
			return thread;
		},
		start,
		keep(thread) {
			// More than can compute at a time would only hold memory.
			if (isClosed || !threads.has(thread) || kept.size >= computing) {
				letGo(thread);
				return;
			}

			const idle = outside(() => setTimeout(() => letGo(thread), keptFor));
			idle.unref();
			kept.set(thread, idle);
		},
		letGo,
		close() {
			isClosed = true;
			for (const thread of threads) {
				letGo(thread);
			}
		},
	};
};
