import type {Progress} from '../progress.ts';
import {type Spread, spreadOf} from '../statistics.ts';
import type {Amounts} from './amounts.ts';
import {type Busyness, watchBusyness} from './busyness.ts';
import {logIn, readAt, type Size} from './caller.ts';
import {inParallel} from './in-parallel.ts';
import type {ServedProgram} from './served-program.ts';

/** Clients that come at the same time. */
const LANES = 8;

/** How fast clients are taken in. */
export type ArrivalFindings = {
	readonly count: number;
	readonly perSecond: number;
	/** From connecting on, in ms. */
	readonly each: Spread | undefined;
	readonly busy: Busyness;
};

/** @param arrive - Gives how a client goes again, which is not counted in its own time. */
const measureArrivals = async (
	server: ServedProgram,
	count: number,
	arrive: () => Promise<() => void>,
): Promise<ArrivalFindings> => {
	// The first are slow: code that has just begun to run is.
	await inParallel(Math.ceil(count / 5), LANES, async () => (await arrive())());
	const busyness = watchBusyness(server);
	const began = performance.now();
	const times = await inParallel(count, LANES, async () => {
		const from = performance.now();
		const leave = await arrive();
		const took = performance.now() - from;
		leave();
		return took;
	});
	return {
		count,
		perSecond: (count * 1000) / (performance.now() - began),
		each: spreadOf(times),
		busy: busyness(),
	};
};

/** From connecting to being logged in. */
export const measureHandshakes = (
	server: ServedProgram,
	{handshakes}: Amounts,
	progress: Progress,
): Promise<ArrivalFindings> => {
	progress('handshakes');
	return measureArrivals(server, handshakes, async () => {
		const client = await logIn(server.port, server.nextAddress());
		return () => client.end();
	});
};

/** From connecting to the first whole frame. */
export const measureFirstFrames = (
	server: ServedProgram,
	size: Size,
	{firstFrames}: Amounts,
	progress: Progress,
): Promise<ArrivalFindings> => {
	progress(`first frames at ${size.columns}×${size.rows}`);
	return measureArrivals(server, firstFrames, async () => {
		const {client} = await readAt(server.port, server.nextAddress(), size);
		return () => client.end();
	});
};
