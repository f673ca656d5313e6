import type {AsyncLocalStorage} from 'node:async_hooks';
import type {Socket} from 'node:net';
import type {Size} from '../state/state.ts';
import type {Link} from './link.ts';
import type {Meters} from './meters.ts';
import type {ReaderEnd} from './reader-session.ts';
import type {Fields, ServerLog} from './server-log.ts';
import type {ServerTimes} from './server-times.ts';
import type {Service} from './service.ts';

/** Why a session has ended, as the log and the figures name it. */
export type EndReason =
	| ReaderEnd['reason']
	| 'done'
	| 'unknown-command'
	| 'busy'
	| 'gone'
	| 'signal'
	| 'idle'
	| 'stalled'
	| 'memory'
	| 'shutdown';

/** A session that runs, and what it can be told. */
export interface LiveSession {
	/** A fault that was found to be this session's. */
	readonly crash: (error: unknown) => void;
	readonly end: (reason: EndReason) => void;
	readonly resize: (size: Size) => void;
	/** What is served has changed. */
	readonly renew: () => void;
}

/** All that sessions of one connection share. */
export interface SessionContext {
	readonly socket: Socket;
	readonly link: Link;
	readonly service: Service;
	readonly log: ServerLog;
	readonly meters: Meters;
	/** Whose they are, for the log. */
	readonly who: Fields;
	/** Milliseconds without a key after which a reader is let go; 0: never. */
	readonly idleTimeout: number;
	readonly times: ServerTimes;
	/** The session in whose name something runs, so that a fault is known to be its own. */
	readonly current: AsyncLocalStorage<LiveSession>;
	/** Ends the connection, which takes nothing any more. */
	readonly cut: () => void;
}

/** What a reader is told of an end that is not their own. */
const LINES: Partial<Readonly<Record<EndReason, string>>> = {
	flood: 'libya-tui: more keys came than anybody types; this session has been ended.',
	fault:
		'libya-tui: a fault of the program has ended this session and no other. Please log in again.',
	idle: 'libya-tui: no key came for a long time; this session has been ended.',
	stalled: 'libya-tui: the line took nothing for half a minute; this session has been ended.',
	memory: 'libya-tui: this takes more memory than a command may have here; it has been ended.',
	shutdown: 'libya-tui: the server is going down; please log in again in a while.',
};

export const lineOf = (reason: EndReason): string | undefined => LINES[reason];

const EXIT_CODES: Partial<Readonly<Record<EndReason, number>>> = {
	interrupted: 130,
	signal: 130,
	flood: 1,
	fault: 1,
	gone: 1,
	stalled: 1,
	memory: 1,
	'unknown-command': 127,
	busy: 75,
};

/** What a session exits with that has no code of its own. */
export const exitCodeOf = (reason: EndReason): number => EXIT_CODES[reason] ?? 0;

const storyOf = (error: unknown): string =>
	error instanceof Error ? (error.stack ?? error.message) : String(error);

/**
Counts a session, and tells the log of it.

@returns What tells its end; the first call alone counts.
*/
export const recordSession = (
	{log, meters, who}: Pick<SessionContext, 'log' | 'meters' | 'who'>,
	kind: 'dashboard' | 'command',
	fields: Fields,
): ((reason: EndReason, more: Fields, error?: unknown) => void) => {
	const began = performance.now();
	meters.sessions.inc({kind});
	log.info('session-start', {...who, kind, ...fields});
	return (reason, more, error) => {
		if (reason === 'fault') {
			meters.faults.inc();
			log.error('session-fault', {...who, kind, fault: storyOf(error)});
		}

		meters.sessions.dec({kind});
		meters.ended.inc({reason});
		const ms = Math.round(performance.now() - began);
		log.info('session-end', {...who, kind, reason, ms, ...more});
	};
};
