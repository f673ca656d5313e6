import {Worker} from 'node:worker_threads';
import type {RemoteProcess} from '../ssh/service.ts';
import {
	COMMAND_THREAD,
	type FromThread,
	type ServedReport,
	type ToThread,
} from './command-messages.ts';

/** Commands that run at a time; more wait. */
const MOST_RUNNING = 2;

/** Commands that wait; more are sent away. */
const MOST_WAITING = 64;

/** Milliseconds that a thread is kept for the next command. */
const KEPT = 60_000;

/** Milliseconds that a command gets to end whose reader has gone. */
const PATIENCE = 1000;

/** Runs the commands of readers in threads of their own, so that whoever reads waits for none of them. */
export interface CommandPool {
	/**
	@param report - What is served now: the same object for as long as it is the same.
	@returns The exit code, once all that was written has gone; 1 where too many wait already.
	@throws What went wrong with the program.
	*/
	readonly perform: (
		remote: RemoteProcess,
		words: readonly string[],
		report: ServedReport,
	) => Promise<number>;
	readonly close: () => void;
}

interface Thread {
	readonly worker: Worker;
	report: ServedReport | undefined;
	idle: NodeJS.Timeout | undefined;
}

/** @param program - The file that the bin hands over to. */
export const createCommandPool = (program: string): CommandPool => {
	let kept: readonly Thread[] = [];
	const waiting: (() => void)[] = [];
	let running = 0;

	const start = (): Thread => {
		const worker = new Worker(program, {argv: [COMMAND_THREAD], stdin: false});
		worker.unref();
		return {worker, report: undefined, idle: undefined};
	};

	const takeThread = (): Thread => {
		const thread = kept.at(-1) ?? start();
		kept = kept.slice(0, -1);
		clearTimeout(thread.idle);
		return thread;
	};

	const leave = (): void => {
		running--;
		waiting.shift()?.();
	};

	const keep = (thread: Thread): void => {
		thread.worker.removeAllListeners();
		// It has nothing to do, and still may end.
		thread.worker.on('error', () => {});
		thread.worker.once('exit', () => {
			kept = kept.filter(other => other !== thread);
		});
		thread.idle = setTimeout(() => thread.worker.terminate(), KEPT);
		thread.idle.unref();
		kept = [...kept, thread];
	};

	const runIn = (
		thread: Thread,
		{environment, stdout, stderr, onInterrupt}: RemoteProcess,
		words: readonly string[],
		report: ServedReport,
	): Promise<number> =>
		new Promise((resolve, reject) => {
			const {worker} = thread;
			let isOver = false;
			let leaving: NodeJS.Timeout | undefined;
			const end = (): void => {
				isOver = true;
				clearTimeout(leaving);
				keep(thread);
			};

			const tell = (message: ToThread): void => worker.postMessage(message);
			worker.removeAllListeners();
			worker.on('error', reject);
			worker.once('exit', () => reject(new Error('The thread of a command has ended')));
			worker.on('message', (message: FromThread) => {
				switch (message.type) {
					case 'written': {
						const {stream, chunk} = message;
						const output = stream === 'stdout' ? stdout : stderr;
						output.write(chunk, error =>
							tell({type: 'taken', stream, isClosed: error !== null && error !== undefined}),
						);
						break;
					}

					case 'done':
						end();
						resolve(message.code);
						break;
					case 'fault':
						end();
						reject(new Error(message.fault));
						break;
				}
			});
			onInterrupt(() => {
				// Most end by themselves, now that nobody takes what they write.
				if (!isOver && leaving === undefined) {
					leaving = setTimeout(() => worker.terminate(), PATIENCE);
					leaving.unref();
				}
			});
			if (thread.report !== report) {
				thread.report = report;
				tell({type: 'report', report});
			}

			const {isTTY, columns = 80, rows = 24} = stdout;
			tell({
				type: 'run',
				words,
				environment,
				terminal: isTTY ? {columns, rows} : undefined,
			});
		});

	return {
		async perform(remote, words, report) {
			if (running >= MOST_RUNNING) {
				if (waiting.length >= MOST_WAITING) {
					remote.stderr.write('libya-tui: too many commands wait already; please try again.\n');
					return 1;
				}

				let isGone = false;
				remote.onInterrupt(() => {
					isGone = true;
				});
				await new Promise<void>(resolve => {
					waiting.push(resolve);
				});
				if (isGone) {
					waiting.shift()?.();
					return 1;
				}
			}

			running++;
			try {
				return await runIn(takeThread(), remote, words, report);
			} finally {
				leave();
			}
		},
		close() {
			for (const {worker} of kept) {
				worker.terminate();
			}
		},
	};
};
