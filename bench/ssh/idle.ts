import {setTimeout as wait} from 'node:timers/promises';
import type {Progress} from '../progress.ts';
import type {Amounts} from './amounts.ts';
import {type Reader, readAt, type Size} from './caller.ts';
import {inParallel} from './in-parallel.ts';
import type {ServedProgram} from './served-program.ts';

/** Readers who open the dashboard at the same time. */
const LANES = 8;

/** What sessions take that nobody presses a key in. */
export type IdleFindings = {
	/** Before anybody has come, but for one who has left again, so that all is loaded. */
	readonly emptyMib: number | undefined;
	/** Resident memory for each, of so many. Without it, there is no /proc. */
	readonly sessions: readonly {readonly count: number; readonly residentMib: number}[];
	/** Of the last of these, what lives in the heap for each. */
	readonly livingMib: number;
	readonly seconds: number;
	/** Processor time of the last of these, of one core, 0 to 1. */
	readonly busy: number | undefined;
};

export const measureIdle = async (
	server: ServedProgram,
	size: Size,
	{idle: counts, settling, idleSeconds}: Amounts,
	progress: Progress,
): Promise<IdleFindings> => {
	const what = `idle sessions at ${size.columns}×${size.rows}`;
	progress(what);
	const first = await readAt(server.port, server.nextAddress(), size);
	first.client.end();
	await first.closed;
	const {heapMib: emptyHeap} = await server.living();
	await wait(settling);
	const empty = server.usage();
	const readers: Reader[] = [];
	const sessions: {count: number; residentMib: number}[] = [];
	for (const count of counts) {
		progress(`${count} ${what}`);
		readers.push(
			...(await inParallel(count - readers.length, LANES, () =>
				readAt(server.port, server.nextAddress(), size),
			)),
		);
		await wait(settling);
		const usage = server.usage();
		if (usage !== undefined && empty !== undefined) {
			sessions.push({count, residentMib: (usage.residentMib - empty.residentMib) / count});
		}
	}

	const before = server.usage();
	await wait(idleSeconds * 1000);
	const after = server.usage();
	const {heapMib} = await server.living();
	for (const {client} of readers) {
		client.destroy();
	}

	return {
		emptyMib: empty?.residentMib,
		sessions,
		livingMib: (heapMib - emptyHeap) / readers.length,
		seconds: idleSeconds,
		busy: before && after && (after.cpu - before.cpu) / (idleSeconds * 1000),
	};
};
