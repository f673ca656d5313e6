import {parentPort, workerData} from 'node:worker_threads';
import type {Checked} from './check-messages.ts';
import {Failure} from './failure.ts';
import type {ExitCode} from './host.ts';
import {openServed} from './open-served.ts';
import type {ServedFiles} from './served-files.ts';

const check = async ({dossier, article}: ServedFiles): Promise<Checked> => {
	try {
		const {catalogs} = await openServed({
			dossier:
				dossier === undefined ? undefined : {path: dossier.path, bytes: dossier.bytes.slice()},
			article,
		});
		return {is: 'good', title: catalogs.raw.dossier.title};
	} catch (error) {
		if (error instanceof Failure) {
			return {is: 'bad', message: error.message, exitCode: error.exitCode};
		}

		throw error;
	}
};

/**
Looks whether what the thread was given can be served, and says so.

@throws {Failure} This is no thread that was started for that.
*/
export const runCheckThread = async (): Promise<ExitCode> => {
	if (parentPort === null) {
		throw new Failure('There is no such command. libya-tui --help lists them.', 2);
	}

	parentPort.postMessage(await check(workerData as ServedFiles));
	return 0;
};
