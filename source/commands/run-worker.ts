import type {ServerLog} from '../ssh/server-log.ts';
import {Failure} from './failure.ts';
import type {ExitCode} from './host.ts';

/** Serves as one of several: what keeps it from that is told in the log, as all else is. */
export const runWorker = async (
	serve: () => Promise<ExitCode>,
	log: Pick<ServerLog, 'error'>,
): Promise<ExitCode> => {
	try {
		return await serve();
	} catch (error) {
		const crash = error instanceof Error ? (error.stack ?? error.message) : String(error);
		log.error('fault', {fault: error instanceof Failure ? error.message : crash});
		return error instanceof Failure ? error.exitCode : 1;
	}
};
