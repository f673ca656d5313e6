import type {Progress} from '../progress.ts';
import {type Spread, spreadOf} from '../statistics.ts';
import type {Amounts} from './amounts.ts';
import {type Busyness, watchBusyness} from './busyness.ts';
import {logIn, readAt, type Size} from './caller.ts';
import {inParallel} from './in-parallel.ts';
import type {ServedProgram} from './served-program.ts';

/** Clients that come at the same time, where many do. */
const LANES = 8;

/** How fast clients are taken in. */
export type ArrivalFindings = {
	readonly count: number;
	/** Clients that came at the same time. */
	readonly lanes: number;
	readonly perSecond: number;
	/** From connecting on, in ms. */
	readonly each: Spread | undefined;
	readonly busy: Busyness;
};

/** @param arrive - Gives how a client goes again, which is not counted in its own time. */
const measureArrivals = async (
	server: ServedProgram,
	{count, lanes}: Pick<ArrivalFindings, 'count' | 'lanes'>,
	arrive: () => Promise<() => void>,
): Promise<ArrivalFindings> => {
	// The first are slow: code that has just begun to run is.
	await inParallel(Math.ceil(count / 5), lanes, async () => (await arrive())());
	const busyness = watchBusyness(server);
	const began = performance.now();
	const times = await inParallel(count, lanes, async () => {
		const from = performance.now();
		const leave = await arrive();
		const took = performance.now() - from;
		leave();
		return took;
	});
	return {
		count,
		lanes,
		perSecond: (count * 1000) / (performance.now() - began),
		each: spreadOf(times),
		busy: busyness(),
	};
};

/** From connecting to being logged in. */
const logInAndOut = (server: ServedProgram) => async (): Promise<() => void> => {
	const client = await logIn(server.port, server.nextAddress());
	return () => client.end();
};

/** Of clients that come at the same time. */
export const measureHandshakes = (
	server: ServedProgram,
	{handshakes: count}: Amounts,
	progress: Progress,
): Promise<ArrivalFindings> => {
	progress('handshakes');
	return measureArrivals(server, {count, lanes: LANES}, logInAndOut(server));
};

/** Of clients that have the server to themselves, so that none waits for another. */
export const measureHandshakesInTurn = (
	server: ServedProgram,
	{handshakesInTurn: count}: Amounts,
	progress: Progress,
): Promise<ArrivalFindings> => {
	progress('handshakes, one after another');
	return measureArrivals(server, {count, lanes: 1}, logInAndOut(server));
};

/** From connecting to the first whole frame. */
export const measureFirstFrames = (
	server: ServedProgram,
	size: Size,
	{firstFrames: count}: Amounts,
	progress: Progress,
): Promise<ArrivalFindings> => {
	progress(`first frames at ${size.columns}×${size.rows}`);
	return measureArrivals(server, {count, lanes: LANES}, async () => {
		const {client} = await readAt(server.port, server.nextAddress(), size);
		return () => client.end();
	});
};
