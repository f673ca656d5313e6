import type {ServerLog} from '../ssh/server-log.ts';
import {Failure} from './failure.ts';

/** What a server is asked to read anew. */
export interface Reloads {
	/**
	Does it once what was asked for before is done, so that what was read last is what is served. Of those that wait
	only the last is done: nothing is as new as that. What goes wrong is logged, and what was served goes on being
	served.
	*/
	readonly ask: (reload: () => Promise<void>) => void;
	/** Until then all that is asked for waits, as there is nothing yet to be read anew. */
	readonly begin: () => void;
}

export const createReloads = ({error: logError}: Pick<ServerLog, 'error'>): Reloads => {
	const begun = Promise.withResolvers<void>();
	let last = begun.promise;
	let waiting: (() => Promise<void>) | undefined;

	const doWaiting = async (): Promise<void> => {
		const reload = waiting;
		waiting = undefined;
		try {
			await reload?.();
		} catch (error) {
			logError('reload-refused', {fault: error instanceof Failure ? error.message : String(error)});
		}
	};

	return {
		ask(reload) {
			if (waiting === undefined) {
				last = last.then(doWaiting);
			}

			waiting = reload;
		},
		begin: begun.resolve,
	};
};
