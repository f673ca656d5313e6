import {AsyncLocalStorage} from 'node:async_hooks';
import type {RemoteProcess} from '../ssh/service.ts';
import type {CommandLimits} from './command-limits.ts';
import type {CommandTimes} from './command-times.ts';

/** One command's turn, from when it is asked for until it is ended. */
export interface Turn {
	/** Whether it may begin: not where its reader has gone before it could. */
	readonly mayBegin: Promise<boolean>;
	/** Its reader takes nothing: another may compute meanwhile. */
	readonly stepAside: () => void;
	/** Its reader has taken something: it computes again, also where others have begun to. */
	readonly goOn: () => void;
	/** Lets the next begin. Does nothing the second time. */
	readonly end: () => void;
}

/** Who asks for a turn. */
type Asking = Pick<RemoteProcess, 'address' | 'interrupted' | 'giveUp'>;

/** Turns of commands to compute, fairly among the addresses that they come from. */
export interface CommandTurns {
	/** @returns Nothing where too many wait already. */
	readonly ask: (asking: Asking) => Turn | undefined;
}

interface Entry {
	readonly asking: Asking;
	readonly settle: (mayBegin: boolean) => void;
	state: 'waiting' | 'computing' | 'aside';
	/** When it was set aside. */
	since: number;
}

export const createCommandTurns = (
	limits: Pick<
		CommandLimits,
		'threads' | 'threadsOfAddress' | 'computing' | 'waiting' | 'waitingOfAddress'
	>,
	{stall, lookAgain}: Pick<CommandTimes, 'stall' | 'lookAgain'>,
): CommandTurns => {
	// What looks after all of them belongs to none of their sessions.
	const outside = AsyncLocalStorage.snapshot();
	/** In the order in which they came. */
	const entries = new Set<Entry>();
	let looking: NodeJS.Timeout | undefined;

	const those = (...states: readonly Entry['state'][]): readonly Entry[] =>
		[...entries].filter(({state}) => states.includes(state));
	const of = (address: string, found: readonly Entry[]): number =>
		found.filter(({asking}) => asking.address === address).length;
	/** Those that have a thread. */
	const begun = (): readonly Entry[] => those('computing', 'aside');

	/** Who begins next: of an address of which nothing computes before one of which something does. */
	const nextOne = (): Entry | undefined => {
		const [busy, computing] = [begun(), those('computing')];
		if (busy.length >= limits.threads || computing.length >= limits.computing) {
			return undefined;
		}

		const able = those('waiting').filter(
			({asking}) => of(asking.address, busy) < limits.threadsOfAddress,
		);
		return able.find(({asking}) => of(asking.address, computing) === 0) ?? able[0];
	};

	/**
	Whose end would let another begin: of those whose reader has taken nothing for too long one of the address that
	has the most threads, and there the one that has waited longest.
	*/
	const inTheWay = (): Entry | undefined => {
		const busy = begun();
		const waiting = those('waiting');
		const helps = ({address}: Asking): boolean =>
			waiting.some(
				({asking}) =>
					asking.address === address || of(asking.address, busy) < limits.threadsOfAddress,
			);
		const [first] = those('aside')
			.filter(({asking, since}) => performance.now() - since > stall && helps(asking))
			.toSorted(
				(one, other) =>
					of(other.asking.address, busy) - of(one.asking.address, busy) || one.since - other.since,
			);
		return first;
	};

	const look = (): void => {
		for (let entry = nextOne(); entry !== undefined; entry = nextOne()) {
			entry.state = 'computing';
			entry.settle(true);
		}

		clearTimeout(looking);
		if (those('waiting').length > 0 && those('computing').length < limits.computing) {
			inTheWay()?.asking.giveUp('stalled');
			looking = outside(() => setTimeout(look, lookAgain));
			looking.unref();
		}
	};

	return {
		ask(asking) {
			const waiting = those('waiting');
			if (
				waiting.length >= limits.waiting ||
				of(asking.address, waiting) >= limits.waitingOfAddress
			) {
				return undefined;
			}

			const {promise: mayBegin, resolve: settle} = Promise.withResolvers<boolean>();
			const entry: Entry = {asking, settle, state: 'waiting', since: 0};
			const end = (): void => {
				// Not told to one that has begun, as a promise is settled once.
				settle(false);
				if (entries.delete(entry)) {
					look();
				}
			};

			entries.add(entry);
			asking.interrupted.addEventListener('abort', () => {
				if (entry.state === 'waiting') {
					end();
				}
			});
			look();
			return {
				mayBegin,
				stepAside() {
					entry.state = 'aside';
					entry.since = performance.now();
					look();
				},
				goOn() {
					entry.state = 'computing';
				},
				end,
			};
		},
	};
};
