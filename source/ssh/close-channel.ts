import type {ServerChannel} from 'ssh2';

/** Ends a channel with an exit code, once what was written to it has gone. */
export const closeChannel = (channel: ServerChannel, code: number): void => {
	try {
		channel.exit(code);
		channel.end();
	} catch {
		// It is closed already.
	}

	// What still comes is taken and left, so that the end of it is seen.
	channel.removeAllListeners('data');
	channel.resume();
};
