type Hearing = Pick<NodeJS.Process, 'on' | 'listenerCount' | 'exit' | 'stderr' | 'send'>;

/**
Has a server hear signals while it still starts, which would end it as a fault does. Asked to end, it says so and
ends with 0, as it does later; of asked to read anew it takes no notice, as it has yet to read. Whoever listens for
those that end, from when there is something to be ended in order, is alone with them.
*/
export const hearBeforeServing = (host: Hearing): void => {
	host.on('SIGHUP', () => {});
	for (const signal of ['SIGTERM', 'SIGINT'] as const) {
		host.on(signal, () => {
			if (host.listenerCount(signal) > 1) {
				return;
			}

			// One of several workers leaves that to the process that has started it.
			if (host.send === undefined) {
				host.stderr.write('libya-tui: asked to end before there was anything to serve.\n');
			}

			host.exit(0);
		});
	}
};
