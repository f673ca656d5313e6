import type {Machine} from '../findings.ts';
import type {ArrivalFindings} from './arrivals.ts';
import type {Size} from './caller.ts';
import type {DepartureFindings} from './departures.ts';
import type {IdleFindings} from './idle.ts';
import type {ReadersFindings} from './readers.ts';
import type {ShutDownFindings} from './shut-down.ts';

/** A figure at each of the two sizes that are measured. */
export type BySize<Figure> = {readonly small: Figure; readonly large: Figure};

export const SIZES: BySize<Size> = {
	small: {columns: 80, rows: 24},
	large: {columns: 120, rows: 40},
};

/** What one run of the benchmark of the server found. Times in ms, memory in MiB. */
export type SshFindings = {
	/** When it was measured, `YYYY-MM-DD`, UTC. */
	readonly date: string;
	readonly machine: Machine;
	readonly isQuick: boolean;
	readonly idle: BySize<IdleFindings>;
	/** Half a key a second of each reader. */
	readonly calm: BySize<ReadersFindings>;
	/** A key a second of each; `small` is absent in a run from before it was measured. */
	readonly brisk: Partial<BySize<ReadersFindings>> & Pick<BySize<ReadersFindings>, 'large'>;
	readonly handshakes: ArrivalFindings;
	/** Of clients that come one after another; absent in a run from before it was measured. */
	readonly handshakesInTurn?: ArrivalFindings;
	readonly firstFrames: BySize<ArrivalFindings>;
	readonly departures: DepartureFindings;
	readonly shutDown: ShutDownFindings;
};
