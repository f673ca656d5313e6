import {addressGroup} from './address-group.ts';
import {filledBucket, fullBucket, spentBucket, type TokenBucket} from './token-bucket.ts';

export interface AdmissionLimits {
	/** The most connections at once. */
	readonly connections: number;
	/** Of those, the most of which nobody logged in yet. */
	readonly beforeLogin: number;
	/** Of all, the most from one address. */
	readonly perAddress: number;
	/** How many more an address may open in a second, in the long run. */
	readonly perSecond: number;
	/** And how many at once. */
	readonly burst: number;
}

/** What lets a connection be; the connection that has it gives it back when it closes. */
export interface Ticket {
	/** Somebody logged in; once is as good as twice. */
	readonly logIn: () => void;
	/** The connection is closed; once is as good as twice. */
	readonly giveBack: () => void;
}

/** Which limit a connection is over, the first of them in this order. */
export interface Refused {
	readonly limit: 'rate' | 'connections' | 'before-login' | 'per-address';
}

/** How many there are by now. */
interface AdmissionCounts {
	readonly connections: number;
	readonly beforeLogin: number;
	/** Addresses of which something is remembered. */
	readonly addresses: number;
}

export interface Admission {
	/**
	Asks for one connection more.

	@param address - Of the other end; absent: it is not known, and counts as one with all such.
	@param now - In milliseconds, of a clock that is never set back.
	*/
	readonly admit: (address: string | undefined, now: number) => Ticket | Refused;
	readonly counts: () => AdmissionCounts;
}

/** The most addresses whose rate is remembered; beyond it the one is forgotten that was quiet longest. */
const MOST_ADDRESSES = 10_000;

/** How many connections each address has, none of those that have none. */
const countPerAddress = () => {
	const counts = new Map<string, number>();
	const change = (group: string, by: 1 | -1): void => {
		const count = (counts.get(group) ?? 0) + by;
		if (count === 0) {
			counts.delete(group);
		} else {
			counts.set(group, count);
		}
	};

	return {of: (group: string): number => counts.get(group) ?? 0, change};
};

/** How fast each address came of late. */
const ratePerAddress = (limits: AdmissionLimits) => {
	/** The one that was quiet longest is first. */
	const buckets = new Map<string, TokenBucket>();

	const forget = (now: number): void => {
		for (const [group, bucket] of buckets) {
			// One that is full again is as good as one that is not known.
			const isFull = filledBucket(bucket, limits, now).tokens >= limits.burst;
			if (!isFull && buckets.size <= MOST_ADDRESSES) {
				return;
			}

			buckets.delete(group);
		}
	};

	return {
		/** Takes what one connection costs. @returns Whether the address had that. */
		spend: (group: string, now: number): boolean => {
			const known = buckets.get(group) ?? fullBucket(limits, now);
			const spent = spentBucket(known, limits, 1, now);
			buckets.delete(group);
			buckets.set(group, spent.tokens < 0 ? known : spent);
			forget(now);
			return spent.tokens >= 0;
		},
		size: () => buckets.size,
	};
};

/**
Says who may connect, before anything is computed for them. What it remembers is bounded, however many
addresses come.
*/
export const openAdmission = (limits: AdmissionLimits): Admission => {
	const addresses = countPerAddress();
	const rates = ratePerAddress(limits);
	let connections = 0;
	let beforeLogin = 0;

	const limitOver = (group: string, now: number): Refused['limit'] | undefined => {
		if (!rates.spend(group, now)) {
			return 'rate';
		}

		if (connections >= limits.connections) {
			return 'connections';
		}

		if (beforeLogin >= limits.beforeLogin) {
			return 'before-login';
		}

		return addresses.of(group) >= limits.perAddress ? 'per-address' : undefined;
	};

	const ticketOf = (group: string): Ticket => {
		let isLoggedIn = false;
		let isGivenBack = false;
		const logIn = (): void => {
			if (!isLoggedIn) {
				isLoggedIn = true;
				beforeLogin--;
			}
		};

		connections++;
		beforeLogin++;
		addresses.change(group, 1);
		return {
			logIn,
			giveBack: () => {
				if (isGivenBack) {
					return;
				}

				isGivenBack = true;
				logIn();
				connections--;
				addresses.change(group, -1);
			},
		};
	};

	return {
		admit: (address, now) => {
			const group = addressGroup(address);
			const limit = limitOver(group, now);
			return limit === undefined ? ticketOf(group) : {limit};
		},
		counts: () => ({connections, beforeLogin, addresses: rates.size()}),
	};
};
