import {getHeapStatistics} from 'node:v8';
import {Worker} from 'node:worker_threads';
import {CHECK_THREAD, type Checked} from './check-messages.ts';
import {Failure} from './failure.ts';
import type {ServedFiles} from './served-files.ts';

const MEBIBYTE = 1024 * 1024;

/**
Looks whether this can be served, in a thread, so that what is made of a large report for that is gone with the
thread, and everything else goes on meanwhile.

@param program - The file that the bin hands over to.
@returns What the report is called.
@throws {Failure} It cannot be served.
*/
export const checkServed = async (program: string, files: ServedFiles): Promise<string> => {
	const thread = new Worker(program, {
		argv: [CHECK_THREAD],
		workerData: files,
		stdin: false,
		resourceLimits: {
			maxOldGenerationSizeMb: Math.floor(getHeapStatistics().heap_size_limit / MEBIBYTE),
		},
	});
	const checked = await new Promise<Checked>((resolve, reject) => {
		thread.once('message', resolve);
		thread.once('error', reject);
		thread.once('exit', () => reject(new Error('The thread that reads the report has ended')));
	});
	if (checked.is === 'bad') {
		throw new Failure(checked.message, checked.exitCode);
	}

	return checked.title;
};
