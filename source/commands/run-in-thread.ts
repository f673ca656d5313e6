import {AsyncLocalStorage} from 'node:async_hooks';
import type {RemoteProcess} from '../ssh/service.ts';
import type {FromThread, ServedReport, ToThread} from './command-messages.ts';
import type {CommandThread} from './command-threads.ts';
import type {CommandTimes} from './command-times.ts';
import type {Turn} from './command-turns.ts';

/** A thread had ended before it could be asked for anything. */
export class ThreadGone extends Error {}

export interface CommandAsked {
	readonly remote: RemoteProcess;
	readonly words: readonly string[];
	readonly report: ServedReport;
}

export interface RunOptions {
	readonly turn: Pick<Turn, 'stepAside' | 'goOn'>;
	readonly times: Pick<CommandTimes, 'aside' | 'patience'>;
	/** The reader has gone, and the command goes on nonetheless. */
	readonly onPatienceEnd: () => void;
}

/**
Runs one command in a thread, and passes on what it writes as fast as the reader takes it.

@returns The exit code, once all that was written has gone.
@throws {ThreadGone} It can be run in another one.
@throws What went wrong with the program or the thread, which is of no use any more.
*/
export const runInThread = (
	thread: CommandThread,
	{remote, words, report}: CommandAsked,
	{turn, times, onPatienceEnd}: RunOptions,
): Promise<number> =>
	new Promise((resolve, reject) => {
		const {worker} = thread;
		const {environment, stdout, stderr, interrupted} = remote;
		let hasAnswered = false;
		let isOver = false;
		/** Pieces that the reader has yet to take, of either stream. */
		let onTheWay = 0;
		let isAside = false;
		let aside: NodeJS.Timeout | undefined;
		let leaving: NodeJS.Timeout | undefined;
		const tell = (message: ToThread): void => worker.postMessage(message);

		const waitForReader = (): void => {
			clearTimeout(aside);
			aside = setTimeout(() => {
				isAside = true;
				turn.stepAside();
			}, times.aside);
			aside.unref();
		};

		const goOn = (): void => {
			clearTimeout(aside);
			if (isAside) {
				isAside = false;
				turn.goOn();
			}
		};

		const write = ({stream, chunk}: Extract<FromThread, {type: 'written'}>): void => {
			onTheWay++;
			waitForReader();
			(stream === 'stdout' ? stdout : stderr).write(chunk, error => {
				onTheWay--;
				if (isOver) {
					return;
				}

				goOn();
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
					resolve(message.code);
					break;
				case 'fault':
					finish();
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

		// Most end by themselves, now that nobody takes what they write.
		const onInterrupted = (): void => {
			leaving = setTimeout(onPatienceEnd, times.patience);
			leaving.unref();
		};

		const finish = (): void => {
			isOver = true;
			clearTimeout(aside);
			clearTimeout(leaving);
			worker.off('message', onMessage);
			worker.off('error', onError);
			worker.off('exit', onExit);
			interrupted.removeEventListener('abort', onInterrupted);
		};

		worker.on('message', onMessage);
		worker.on('error', onError);
		worker.on('exit', onExit);
		interrupted.addEventListener('abort', onInterrupted);
		if (thread.report !== report) {
			thread.report = report;
			tell({type: 'report', report});
		}

		const {isTTY, columns = 80, rows = 24} = stdout;
		tell({type: 'run', words, environment, terminal: isTTY ? {columns, rows} : undefined});
	});
