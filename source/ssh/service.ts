import type {Writable} from 'node:stream';
import type {Beginning} from '../state/initial-state.ts';
import type {Environment} from '../terminal/capabilities.ts';
import type {Showing} from './reader-session.ts';

/** Where a command at the other end of a channel runs. */
export interface RemoteProcess {
	/** Of the client. */
	readonly address: string;
	readonly environment: Environment;
	readonly stdout: Writable & {
		readonly isTTY: boolean;
		readonly columns: number | undefined;
		readonly rows: number | undefined;
	};
	readonly stderr: Writable;
	/** Aborted when the client interrupts it, or is gone. */
	readonly interrupted: AbortSignal;
	/** Ends it for a reader who takes nothing, where others wait, or where it takes too much memory. */
	readonly giveUp: (why: 'stalled' | 'memory') => void;
}

/** What is served, as it is now: every call may find another edition. */
export interface Service {
	/** The dashboard for a terminal of this environment, once what it needs has been loaded. */
	readonly prepare: (environment: Environment) => Promise<() => Showing>;
	readonly beginning: Beginning;
	/**
	@param words - Empty for what is printed where there is no terminal.
	@returns The exit code: 127 for what is no command here.
	*/
	readonly perform: (process: RemoteProcess, words: readonly string[]) => Promise<number>;
	/** What the log calls it; nothing of what follows the name of a command. */
	readonly nameOf: (words: readonly string[]) => string;
}
