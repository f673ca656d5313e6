import {AsyncLocalStorage} from 'node:async_hooks';
import {Worker} from 'node:worker_threads';
import type {RemoteProcess} from '../ssh/service.ts';
import {
	COMMAND_THREAD,
	type FromThread,
	type ServedReport,
	type ToThread,
} from './command-messages.ts';

/** Commands that compute at a time; more wait. One whose reader takes nothing does not compute. */
const MOST_RUNNING = 2;

/** Threads at a time, those included whose readers take nothing. */
const MOST_THREADS = 8;

/** Threads that those of one address have at a time. */
const MOST_THREADS_OF_ADDRESS = 3;

/** Commands that wait, and of those the ones of one address; more are sent away. */
const MOST_WAITING = 64;
const MOST_OF_ADDRESS = 8;

/** Milliseconds that a thread is kept for the next command. */
const KEPT = 60_000;

/** Milliseconds that a command gets to end whose reader has gone. */
const PATIENCE = 1000;

/** Milliseconds after which a command whose reader takes nothing makes room for another. */
const ASIDE = 500;

/** Milliseconds after which it is ended where there is no thread for another. */
const STALL = 30_000;

/** Milliseconds between two looks at whether that is so. */
const LOOK_AGAIN = 2000;

/** EX_TEMPFAIL of sysexits.h: not now, and another time perhaps. */
const BUSY = 75;

/** Runs the commands of readers in threads of their own, aside of those who read the dashboard. */
export interface CommandPool {
	/**
	@param report - What is served now: the same object for as long as it is the same.
	@returns The exit code, once all that was written has gone; `BUSY` where too many wait already.
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
	/** It ends or has ended, and takes no command any more. */
	isGone: boolean;
}

/** A command that computes or waits for that. */
interface Turn {
	readonly address: string;
	readonly begin: () => void;
}

/** It had ended before it was asked for anything. */
class ThreadGone extends Error {}

/** @param program - The file that the bin hands over to. */
export const createCommandPool = (program: string): CommandPool => {
	// What a thread does is done for the session that asked, and not for the one that had it started.
	const outside = AsyncLocalStorage.snapshot();
	let kept: readonly Thread[] = [];
	let waiting: readonly Turn[] = [];
	const running = new Set<Turn>();
	/** Commands whose readers take nothing, the one first that has waited longest for its reader. */
	const aside = new Map<Turn, {readonly since: number; readonly giveUp: () => void}>();
	let looking: NodeJS.Timeout | undefined;
	let threads = 0;
	let isClosed = false;

	const start = (): Thread => {
		const worker = outside(() => new Worker(program, {argv: [COMMAND_THREAD], stdin: false}));
		const thread: Thread = {worker, report: undefined, idle: undefined, isGone: false};
		worker.unref();
		threads++;
		// Whoever has a command in it hears it too; a fault in one that has none is followed by its end.
		worker.on('error', () => {});
		worker.once('exit', () => {
			threads--;
			thread.isGone = true;
			kept = kept.filter(other => other !== thread);
			clearTimeout(thread.idle);
			next();
		});
		return thread;
	};

	const hasRoom = (): boolean =>
		running.size < MOST_RUNNING && threads - kept.length < MOST_THREADS;

	/** Commands that have a thread, whether they compute or wait for their reader. */
	const begun = new Set<Turn>();
	const countOf = (turns: Iterable<Turn>, wanted: string): number =>
		[...turns].filter(({address}) => address === wanted).length;

	const mayBegin = ({address}: Turn): boolean => countOf(begun, address) < MOST_THREADS_OF_ADDRESS;

	/** Ends what has waited for its reader longest, where that keeps others from a thread. */
	const makeRoom = (): void => {
		const [oldest] = aside;
		if (oldest !== undefined && performance.now() - oldest[1].since > STALL) {
			aside.delete(oldest[0]);
			oldest[1].giveUp();
		}

		clearTimeout(looking);
		looking = outside(() => setTimeout(next, LOOK_AGAIN));
		looking.unref();
	};

	/** Lets the next begin: of an address that has none before one that has. */
	const next = (): void => {
		while (waiting.length > 0 && hasRoom()) {
			const others = waiting.filter(mayBegin);
			const found = others.find(({address}) => countOf(running, address) === 0) ?? others[0];
			if (found === undefined) {
				break;
			}

			waiting = waiting.filter(other => other !== found);
			running.add(found);
			begun.add(found);
			found.begin();
		}

		if (waiting.length > 0 && running.size < MOST_RUNNING) {
			makeRoom();
		}
	};

	/** Does nothing the second time. */
	const leave = (turn: Turn): void => {
		if (running.delete(turn)) {
			next();
		}
	};

	const letGo = (thread: Thread): void => {
		thread.isGone = true;
		kept = kept.filter(other => other !== thread);
		clearTimeout(thread.idle);
		thread.worker.terminate();
	};

	const keep = (thread: Thread): void => {
		if (isClosed || thread.isGone) {
			letGo(thread);
			return;
		}

		thread.idle = outside(() => setTimeout(() => letGo(thread), KEPT));
		thread.idle.unref();
		kept = [...kept, thread];
	};

	const takeThread = (): Thread => {
		const thread = kept.at(-1) ?? start();
		kept = kept.filter(other => other !== thread);
		clearTimeout(thread.idle);
		return thread;
	};

	const runIn = (
		thread: Thread,
		turn: Turn,
		{environment, stdout, stderr, onInterrupt, giveUp}: RemoteProcess,
		words: readonly string[],
		report: ServedReport,
	): Promise<number> =>
		new Promise((resolve, reject) => {
			const {worker} = thread;
			let hasAnswered = false;
			let isOver = false;
			let leaving: NodeJS.Timeout | undefined;
			let setAside: NodeJS.Timeout | undefined;
			let onTheWay = 0;
			const tell = (message: ToThread): void => worker.postMessage(message);

			const waitForReader = (): void => {
				clearTimeout(setAside);
				setAside = setTimeout(() => {
					aside.set(turn, {since: performance.now(), giveUp});
					leave(turn);
				}, ASIDE);
				setAside.unref();
			};

			const takenUp = (): void => {
				clearTimeout(setAside);
				// It computes again.
				if (aside.delete(turn) && !isOver) {
					running.add(turn);
				}
			};

			const finish = (): void => {
				isOver = true;
				clearTimeout(leaving);
				takenUp();
				worker.off('message', onMessage);
				worker.off('error', onError);
				worker.off('exit', onExit);
			};

			const write = ({stream, chunk}: Extract<FromThread, {type: 'written'}>): void => {
				onTheWay++;
				waitForReader();
				(stream === 'stdout' ? stdout : stderr).write(chunk, error => {
					onTheWay--;
					if (isOver) {
						return;
					}

					takenUp();
					if (onTheWay > 0) {
						waitForReader();
					}

					tell({type: 'taken', stream, isClosed: error !== null && error !== undefined});
				});
			};

			// As who asks, whoever had the thread started.
			const onMessage = AsyncLocalStorage.bind((message: FromThread): void => {
				hasAnswered = true;
				switch (message.type) {
					case 'written':
						write(message);
						break;
					case 'done':
						finish();
						keep(thread);
						resolve(message.code);
						break;
					case 'fault':
						finish();
						keep(thread);
						reject(new Error(message.fault));
						break;
				}
			});
			const onError = AsyncLocalStorage.bind((error: Error): void => {
				finish();
				reject(error);
			});
			const onExit = AsyncLocalStorage.bind((): void => {
				finish();
				reject(hasAnswered ? new Error('The thread of a command has ended') : new ThreadGone());
			});

			worker.on('message', onMessage);
			worker.on('error', onError);
			worker.on('exit', onExit);
			onInterrupt(() => {
				// Most end by themselves, now that nobody takes what they write.
				if (!isOver && leaving === undefined) {
					leaving = setTimeout(() => letGo(thread), PATIENCE);
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

	const run = async (turn: Turn, ...asked: Parameters<CommandPool['perform']>): Promise<number> => {
		try {
			return await runIn(takeThread(), turn, ...asked);
		} catch (error) {
			if (error instanceof ThreadGone && !isClosed) {
				return runIn(start(), turn, ...asked);
			}

			throw error;
		}
	};

	/** @returns Nothing where the reader has gone before it could begin. */
	const turnFor = ({address, onInterrupt}: RemoteProcess): Promise<Turn | undefined> =>
		new Promise(resolve => {
			const turn: Turn = {address, begin: () => resolve(turn)};
			waiting = [...waiting, turn];
			onInterrupt(() => {
				waiting = waiting.filter(other => other !== turn);
				resolve(undefined);
			});
			next();
		});

	return {
		async perform(remote, words, report) {
			const {address, stderr} = remote;
			const ofAddress = waiting.filter(other => other.address === address).length;
			if (waiting.length >= MOST_WAITING || ofAddress >= MOST_OF_ADDRESS) {
				stderr.write('libya-tui: too many commands wait already; please try again.\n');
				return BUSY;
			}

			const turn = await turnFor(remote);
			if (turn === undefined) {
				return BUSY;
			}

			try {
				return await run(turn, remote, words, report);
			} finally {
				aside.delete(turn);
				running.delete(turn);
				begun.delete(turn);
				next();
			}
		},
		close() {
			isClosed = true;
			for (const thread of kept) {
				letGo(thread);
			}
		},
	};
};
