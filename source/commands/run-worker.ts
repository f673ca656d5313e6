import {openServerLog} from '../ssh/server-log.ts';
import {Failure} from './failure.ts';
import type {ExitCode} from './host.ts';
import type {ServeOptions} from './serve-options.ts';
import {workerNumber} from './worker.ts';

const LOG = 2;

/** Serves as one of several: what keeps it from that is told in the log, as all else is. */
export const runWorker = async (
	serve: () => Promise<ExitCode>,
	{logFormat}: Pick<ServeOptions, 'logFormat'>,
): Promise<ExitCode> => {
	try {
		return await serve();
	} catch (error) {
		const log = openServerLog(logFormat, LOG, workerNumber());
		const crash = error instanceof Error ? (error.stack ?? error.message) : String(error);
		log.error('fault', {fault: error instanceof Failure ? error.message : crash});
		await log.close();
		return error instanceof Failure ? error.exitCode : 1;
	}
};
