import type {Progress} from '../progress.ts';
import type {Amounts} from './amounts.ts';
import {readAt, type Size} from './caller.ts';
import {inParallel} from './in-parallel.ts';
import type {ServedProgram} from './served-program.ts';

const LANES = 8;

/** How a server ends that is asked to while many read. */
export type ShutDownFindings = {
	readonly sessions: number;
	/** From SIGTERM to the end of the process, in ms. */
	readonly after: number;
	readonly code: number | string | null;
	/** How many had their terminal given back. */
	readonly restored: number;
};

export const measureShutDown = async (
	server: ServedProgram,
	size: Size,
	{shutDownSessions: sessions}: Amounts,
	progress: Progress,
): Promise<ShutDownFindings> => {
	progress(`SIGTERM with ${sessions} sessions`);
	const readers = await inParallel(sessions, LANES, () =>
		readAt(server.port, server.nextAddress(), size),
	);
	for (const {client} of readers) {
		client.on('error', () => {});
	}

	const {after, code} = await server.terminate();
	await Promise.all(readers.map(({closed}) => closed));
	return {
		sessions,
		after,
		code,
		restored: readers.filter(({hasTerminalBack}) => hasTerminalBack).length,
	};
};
