import {readdirSync, readFileSync} from 'node:fs';
import {processesOfSession} from '../test/support/terminal.ts';

/** What the processes of a terminal have taken up to now, summed. */
export type Usage = {
	readonly residentMib: number;
	/** The sum of each one's own peak. */
	readonly peakMib: number;
	/** Processor time of all threads, in ms. Threads that have ended are not in it. */
	readonly cpu: number;
	/** How long the main threads were ready to run and had to wait for a processor, in ms. */
	readonly waited: number;
	/** How often the main threads went to sleep again: voluntary context switches. */
	readonly mainSleeps: number;
	/** The same for all threads. */
	readonly sleeps: number;
};

const NOTHING: Usage = {residentMib: 0, peakMib: 0, cpu: 0, waited: 0, mainSleeps: 0, sleeps: 0};

const read = (path: string): string => readFileSync(path, 'utf8');

/** A number of a status file of /proc, by its name. */
const numberIn = (status: string, name: string): number =>
	Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1]);

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** @throws {Error} There is no /proc, or it was gone. */
export const usageOfProcess = (pid: number): Usage => {
	const status = read(`/proc/${pid}/status`);
	const threads = readdirSync(`/proc/${pid}/task`).map(thread => `/proc/${pid}/task/${thread}`);
	return {
		residentMib: numberIn(status, 'VmRSS') / 1024,
		peakMib: numberIn(status, 'VmHWM') / 1024,
		// To the nanosecond; the times in `stat` are in hundredths of a second.
		cpu: sum(threads.map(thread => Number(read(`${thread}/schedstat`).split(' ')[0]))) / 1e6,
		waited: Number(read(`/proc/${pid}/schedstat`).split(' ')[1]) / 1e6,
		mainSleeps: numberIn(status, 'voluntary_ctxt_switches'),
		sleeps: sum(
			threads.map(thread => numberIn(read(`${thread}/status`), 'voluntary_ctxt_switches')),
		),
	};
};

/**
@param leader - The first process of the session; all others that it started there count too.
@returns `undefined` where there is no /proc, or it was gone.
*/
export const usageOf = (leader: number): Usage | undefined => {
	try {
		return processesOfSession(leader)
			.map(usageOfProcess)
			.reduce(
				(all, one) => ({
					residentMib: all.residentMib + one.residentMib,
					peakMib: all.peakMib + one.peakMib,
					cpu: all.cpu + one.cpu,
					waited: all.waited + one.waited,
					mainSleeps: all.mainSleeps + one.mainSleeps,
					sleeps: all.sleeps + one.sleeps,
				}),
				NOTHING,
			);
	} catch {
		return undefined;
	}
};
