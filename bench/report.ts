import type {Summary} from './statistics.ts';

/** What one run of the benchmark found. Times in ms, memory in MiB. */
export type Findings = {
	/** When it was measured, `YYYY-MM-DD`, UTC. */
	readonly day: string;
	readonly machine: {
		readonly cpu: string;
		readonly cores: number;
		readonly system: string;
		readonly node: string;
		/** Processes that wanted to run in the minute before, at the start: above 0.5, do not trust it. */
		readonly load: number;
	};
	readonly command: readonly string[];
	readonly columns: number;
	readonly rows: number;
	readonly runs: number;
	readonly start: {
		/** `node -e 0` in the same terminal, from the fork to its end. */
		readonly bareNode: Summary;
		readonly firstByte: Summary;
		readonly ready: Summary;
		readonly lastByte: Summary;
		readonly bytes: Summary;
		/** To `ready` in the first start, in an empty home directory. */
		readonly firstEver: number;
	};
	readonly keys: readonly KeyFindings[];
	readonly memory: {readonly resident: number; readonly peak: number} | undefined;
	/** Processor time a key, of all threads, over the whole script. */
	readonly cpuPerKey: number | undefined;
};

export type KeyFindings = {
	readonly group: string;
	readonly presses: number;
	/** Presses that nothing answered; they have no times. */
	readonly silent: number;
	readonly firstByte: Summary | undefined;
	readonly lastByte: Summary | undefined;
	readonly bytes: Summary;
};

/** Lines with the columns aligned: the first to the left, the others, numbers, to the right. */
const alignTable = (rows: readonly (readonly string[])[]): string => {
	const widths = rows.reduce<number[]>(
		(widest, row) => row.map((cell, index) => Math.max(widest[index] ?? 0, cell.length)),
		[],
	);
	return rows
		.map(row =>
			row
				.map((cell, index) =>
					index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
				)
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
};

const tenths = (value: number | undefined): string => value?.toFixed(1) ?? '–';
const whole = (value: number | undefined): string => value?.toFixed(0) ?? '–';
const times = (value: number, base: number): string => `×${(value / base).toFixed(2)}`;

/** The findings as a page to read. */
export const formatFindings = (findings: Findings): string => {
	const {machine, start, keys, memory, cpuPerKey} = findings;
	const {bareNode} = start;
	const startRow = (label: string, summary: Summary): readonly string[] => [
		label,
		tenths(summary.median),
		tenths(summary.p95),
		tenths(summary.min),
		times(summary.median, bareNode.median),
		times(summary.min, bareNode.min),
	];
	const presses = keys.reduce((sum, group) => sum + group.presses, 0);
	return [
		`${findings.command.join(' ')}`,
		`${findings.day}, ${machine.cpu}, ${machine.cores} cores, ${machine.system}, Node ${machine.node}`,
		`${findings.columns}×${findings.rows}, ${findings.runs} runs in turn with node -e 0, load ${machine.load.toFixed(2)}`,
		'',
		alignTable([
			['start, ms', 'median', 'p95', 'min', '× node', '× node, min'],
			startRow('node -e 0, to its end', bareNode),
			startRow('first byte', start.firstByte),
			startRow('whole dashboard', start.ready),
			startRow('last byte', start.lastByte),
			[
				'whole dashboard, first start',
				tenths(start.firstEver),
				'',
				'',
				times(start.firstEver, bareNode.median),
			],
		]),
		`from before the fork; first start: in an empty home; ${whole(start.bytes.median)} bytes to the last byte`,
		'',
		alignTable([
			['', '', 'first byte, ms', '', 'last byte, ms', '', 'bytes', ''],
			['key', 'presses', 'median', 'p95', 'median', 'p95', 'median', 'p95', 'silent'],
			...keys.map(({group, presses, silent, firstByte, lastByte, bytes}) => [
				group,
				String(presses),
				tenths(firstByte?.median),
				tenths(firstByte?.p95),
				tenths(lastByte?.median),
				tenths(lastByte?.p95),
				whole(bytes.median),
				whole(bytes.p95),
				String(silent),
			]),
		]),
		'',
		alignTable([
			[`resident after ${presses} keys, MiB`, tenths(memory?.resident)],
			['resident at its peak, MiB', tenths(memory?.peak)],
			['processor time a key, ms', tenths(cpuPerKey)],
		]),
	].join('\n');
};
