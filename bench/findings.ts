import os from 'node:os';
import type {HeldFindings} from './held.ts';
import type {IdleFindings} from './idle.ts';
import type {KeysFindings} from './keys.ts';
import type {MemoryFindings} from './memory.ts';
import type {ScaleFindings} from './scale.ts';
import type {StartFindings} from './starts.ts';

export type Machine = {
	readonly cpu: string;
	readonly cores: number;
	readonly system: string;
	readonly node: string;
	/** Processes that wanted to run in the minute before, at the start: above 0.5, do not trust it. */
	readonly load: number;
};

/** What one run of the benchmark found. Times in ms, memory in MiB. */
export type Findings = {
	/** When it was measured, `YYYY-MM-DD`, UTC. */
	readonly date: string;
	readonly machine: Machine;
	readonly isQuick: boolean;
	readonly columns: number;
	readonly rows: number;
	/** How many records each of the programs showed. */
	readonly records: number;
	/** Programs that were not there to be compared with. */
	readonly missing: readonly string[];
	readonly starts: StartFindings;
	readonly keys: KeysFindings;
	readonly held: HeldFindings;
	readonly idle: IdleFindings;
	readonly memory: MemoryFindings;
	/** Absent from runs of before it was measured. */
	readonly scale?: ScaleFindings;
};

export const thisMachine = (): Machine => ({
	cpu: os.cpus()[0]?.model ?? 'unknown processor',
	cores: os.availableParallelism(),
	system: `${os.type()} ${os.release()} ${os.arch()}`,
	node: process.versions.node,
	load: os.loadavg()[0] ?? 0,
});

const toThousandths = (_key: string, value: unknown): unknown =>
	typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;

/** All numbers to three places, so that what is worked out now is what is worked out from the file. */
export const rounded = <Found>(findings: Found): Found =>
	JSON.parse(JSON.stringify(findings, toThousandths)) as Found;
