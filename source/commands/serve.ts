import {join} from 'node:path';
import {openLogOutput} from '../ssh/log-output.ts';
import {openServerLog} from '../ssh/server-log.ts';
import {commandLimits} from './command-limits.ts';
import type {ExitCode} from './host.ts';
import type {Perform} from './perform.ts';
import {runServer} from './run-server.ts';
import {runWorker} from './run-worker.ts';
import {runWorkers} from './run-workers.ts';
import {serveOptions} from './serve-options.ts';
import type {SERVE} from './serve-spec.ts';
import {isWorker, workerNumber} from './worker.ts';

/**
Serves the dashboard over SSH, in this process or in several.

@param programs - The folder of the programs, of which another runs what is done in threads.
@param memory - Bytes that it can have.
*/
export const serveBeside =
	(programs: string, memory: number): Perform<typeof SERVE> =>
	async (host, given) => {
		const options = serveOptions(given);
		const program = join(programs, 'start.cjs');
		const output = openLogOutput(host);
		const log = openServerLog(options.logFormat, output, workerNumber());
		const serve = (): Promise<ExitCode> =>
			runServer(host, options, log, {program, limits: commandLimits(options, memory)});
		try {
			if (isWorker()) {
				return await runWorker(serve, log);
			}

			return options.workers > 1
				? await runWorkers(host, options, {program, output, log})
				: await serve();
		} finally {
			await output.close();
		}
	};
