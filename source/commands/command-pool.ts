import type {RemoteProcess} from '../ssh/service.ts';
import type {CommandLimits} from './command-limits.ts';
import type {ServedReport} from './command-messages.ts';
import {type CommandThread, createCommandThreads} from './command-threads.ts';
import {COMMAND_TIMES, type CommandTimes} from './command-times.ts';
import {createCommandTurns, type Turn} from './command-turns.ts';
import {type CommandAsked, runInThread, ThreadGone} from './run-in-thread.ts';

/** EX_TEMPFAIL of sysexits.h: not now, and another time perhaps. */
const BUSY = 75;

/** What Node says of a thread that wants more memory than it may have. */
const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';

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

/** @param program - The file that the bin hands over to. */
export const createCommandPool = (
	program: string,
	limits: CommandLimits,
	times: CommandTimes = COMMAND_TIMES,
): CommandPool => {
	const turns = createCommandTurns(limits, times);
	const threads = createCommandThreads(program, limits, times);

	const runIn = async (thread: CommandThread, turn: Turn, asked: CommandAsked): Promise<number> => {
		try {
			const onPatienceEnd = () => threads.letGo(thread);
			const code = await runInThread(thread, asked, {turn, times, onPatienceEnd});
			threads.keep(thread);
			return code;
		} catch (error) {
			// What a fault has left in it is not for the next reader.
			threads.letGo(thread);
			throw error;
		}
	};

	const run = async (turn: Turn, asked: CommandAsked): Promise<number> => {
		try {
			return await runIn(threads.take(), turn, asked);
		} catch (error) {
			if (error instanceof ThreadGone && !asked.remote.interrupted.aborted) {
				return runIn(threads.start(), turn, asked);
			}

			throw error;
		}
	};

	return {
		async perform(remote, words, report) {
			const {interrupted, stderr, giveUp} = remote;
			const turn = turns.ask(remote);
			if (turn === undefined) {
				stderr.write('libya-tui: too many commands wait already; please try again.\n');
				return BUSY;
			}

			try {
				const mayBegin = await turn.mayBegin;
				return mayBegin && !interrupted.aborted ? await run(turn, {remote, words, report}) : BUSY;
			} catch (error) {
				if ((error as NodeJS.ErrnoException).code === OUT_OF_MEMORY) {
					giveUp('memory');
					return 1;
				}

				throw error;
			} finally {
				turn.end();
			}
		},
		close: threads.close,
	};
};
