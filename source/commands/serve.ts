import cluster from 'node:cluster';
import {join} from 'node:path';
import {commandLimits} from './command-limits.ts';
import type {ExitCode} from './host.ts';
import type {Perform} from './perform.ts';
import {runServer} from './run-server.ts';
import {runWorker} from './run-worker.ts';
import {runWorkers} from './run-workers.ts';
import {serveOptions} from './serve-options.ts';
import type {SERVE} from './serve-spec.ts';
import {isWorker} from './worker.ts';

/**
Serves the dashboard over SSH, in this process or in several.

@param programs - The folder of the programs, of which another runs commands.
@param memory - Bytes that it can have.
*/
export const serveBeside =
	(programs: string, memory: number): Perform<typeof SERVE> =>
	(host, given) => {
		const options = serveOptions(given);
		if (options.workers > 1 && cluster.isPrimary) {
			return runWorkers(host, options);
		}

		const serve = (): Promise<ExitCode> =>
			runServer(host, options, {
				program: join(programs, 'start.cjs'),
				limits: commandLimits(options, memory),
			});
		return isWorker() ? runWorker(serve, options) : serve();
	};
