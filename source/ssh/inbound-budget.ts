import type {Socket} from 'node:net';
import {type BucketSize, filledBucket, fullBucket, spentBucket, untilPaid} from './token-bucket.ts';

/** In bytes: how much may come in over one connection. */
export interface InboundBudget extends BucketSize {
	/** After how much without a rest, in which `burst` would be there again, it is called a flood. */
	readonly most: number;
}

/** More than a reader types or pastes, and than logging in takes; about a minute of more is a flood. */
const INBOUND_BUDGET: InboundBudget = {
	perSecond: 16 * 1024,
	burst: 128 * 1024,
	most: 1024 * 1024,
};

/** In milliseconds: so that one who sends single bytes does not have the socket paused for each. */
const LEAST_PAUSE = 100;

/**
Reads from a socket no faster than its budget allows: it is paused until what came too fast is made up for,
and destroyed when it goes on like that. That bounds every kind of flood at once, as of packets, requests
and channels, whatever it is that comes.

@param onFlood - Told before the socket is destroyed.
*/
export const keepInboundBudget = (
	socket: Socket,
	onFlood: () => void,
	budget = INBOUND_BUDGET,
): void => {
	let bucket = fullBucket(budget, performance.now());
	/** Since the bucket was last full. */
	let came = 0;
	let timer: NodeJS.Timeout | undefined;

	const end = (): void => {
		clearTimeout(timer);
		socket.off('data', take);
		socket.off('close', end);
	};

	const take = ({length}: Buffer): void => {
		const now = performance.now();
		const isRested = filledBucket(bucket, budget, now).tokens >= budget.burst;
		bucket = spentBucket(bucket, budget, length, now);
		came = (isRested ? 0 : came) + length;
		if (came > budget.most) {
			end();
			onFlood();
			socket.destroy();
			return;
		}

		const pause = untilPaid(bucket, budget);
		if (pause > 0) {
			socket.pause();
			clearTimeout(timer);
			timer = setTimeout(() => socket.resume(), Math.max(LEAST_PAUSE, pause));
			// A server that ends waits for no client that it has paused.
			timer.unref();
		}
	};

	socket.on('data', take);
	socket.on('close', end);
};
