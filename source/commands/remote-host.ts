import {EventEmitter} from 'node:events';
import {Readable} from 'node:stream';
import type {RemoteProcess} from '../ssh/service.ts';
import type {Host} from './host.ts';
import type {Served} from './served.ts';

/** A command's process where it runs at the other end of a channel: its streams, and nothing of this machine. */
export const remoteHost = (
	{environment, stdout, stderr, interrupted}: RemoteProcess,
	words: readonly string[],
	served: Served,
	{pid, version, platform}: Host,
): Host => {
	const signals = new EventEmitter();
	interrupted.addEventListener('abort', () => signals.emit('SIGINT'));
	return {
		served,
		argv: ['', '', ...words],
		env: {...environment},
		stdin: Readable.from([]) as unknown as Host['stdin'],
		stdout: stdout as unknown as Host['stdout'],
		stderr: stderr as unknown as Host['stderr'],
		on: signals.on.bind(signals) as Host['on'],
		off: signals.off.bind(signals) as Host['off'],
		pid,
		kill: () => true,
		version,
		platform,
	};
};
