type Hearing = Pick<NodeJS.Process, 'on' | 'listenerCount' | 'exit' | 'stderr'>;

/**
Has a server hear signals while it still starts, which would end it as a fault does. Asked to end, it says so and
ends with 0, as it does later; of asked to read anew it takes no notice, as it has yet to read. Whoever listens for
those that end, from when there is something to be ended in order, is alone with them.

@param isWorker - Whether it is one of several, which says nothing of its own and is ended by the process that has
started it: the keyboard's signal reaches both, and is for that one.
*/
export const hearBeforeServing = (host: Hearing, isWorker: boolean): void => {
	host.on('SIGHUP', () => {});
	for (const signal of ['SIGTERM', 'SIGINT'] as const) {
		host.on(signal, () => {
			if (host.listenerCount(signal) > 1 || (isWorker && signal === 'SIGINT')) {
				return;
			}

			if (!isWorker) {
				host.stderr.write('libya-tui: asked to end before there was anything to serve.\n');
			}

			host.exit(0);
		});
	}
};
