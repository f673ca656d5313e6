import type {Findings} from './findings.ts';
import type {MemoryAfter} from './memory.ts';
import type {ScaleFindings} from './scale.ts';
import type {Summary} from './statistics.ts';

/** A figure that is to be reached. */
export type Target = {
	readonly name: string;
	/** Missing when it was not measured, or what it is held against was not. */
	readonly value?: number;
	readonly bound: '≤' | '<' | '≥';
	readonly limit: number;
	readonly unit: string;
	/** Missing when the value is. */
	readonly met?: boolean;
};

const NODE = '× node';

/** What memory may be of what it was, and still be called flat: a collector has no exact low tide. */
const FLAT = 1.1;

const toThousandths = (value: number): number => Math.round(value * 1000) / 1000;

const isMet = (bound: Target['bound'], value: number, limit: number): boolean => {
	switch (bound) {
		case '<':
			return value < limit;
		case '≤':
			return value <= limit;
		case '≥':
			return value >= limit;
	}
};

const target = (
	bound: Target['bound'],
	name: string,
	value: number | undefined,
	limit: number,
	unit: string,
): Target => {
	if (value === undefined) {
		return {name, bound, limit, unit};
	}

	const exact = toThousandths(value);
	return {
		name,
		value: exact,
		bound,
		limit,
		unit,
		met: isMet(bound, exact, limit),
	};
};

export const atMost = (
	name: string,
	value: number | undefined,
	limit: number,
	unit: string,
): Target => target('≤', name, value, limit, unit);

export const atLeast = (
	name: string,
	value: number | undefined,
	limit: number,
	unit: string,
): Target => target('≥', name, value, limit, unit);

const below = (name: string, value: number | undefined, limit: number, unit: string): Target =>
	target('<', name, value, limit, unit);

/** How many times the one median is the other. */
export const timesOf = (one: Summary | undefined, other: Summary | undefined): number | undefined =>
	one && other && one.median / other.median;

/** How many times the first its last is. */
const growthOf = (memory: readonly MemoryAfter[]): number | undefined => {
	const [first] = memory;
	const last = memory.at(-1);
	return first && last && last.residentMib / first.residentMib;
};

/** What is asked of a dossier of 100,000 records. */
const scaleTargetsOf = (scale: ScaleFindings) => ({
	start: atMost('100,000 records, start to the whole dashboard', scale.start?.median, 1500, 'ms'),
	keyP95: atMost('100,000 records, key to last byte, p95', scale.keys.lastByte?.p95, 16, 'ms'),
	filterP95: atMost('100,000 records, filter key, p95', scale.filter.lastByte?.p95, 50, 'ms'),
	resident: atMost('100,000 records, memory', scale.peakMib, 350, 'MiB'),
});

/** What is asked of a run, by what it is asked of. */
export const targetsOf = ({starts, keys, held, idle, memory, scale}: Findings) => {
	const startOf = (name: string): Summary | undefined =>
		starts.peers.find(peer => peer.name === name)?.whole;
	const movesOf = (name: string): Summary | undefined =>
		keys.peers.find(peer => peer.name === name)?.bytes;
	const {groups, reading} = keys;
	const move = groups.listMove.bytes;
	return {
		startAgainstNode: atMost(
			'start to the whole dashboard',
			timesOf(starts.whole, starts.bareNode),
			2.6,
			NODE,
		),
		startAgainstVisidata: atMost(
			'start to the whole dashboard, against visidata',
			timesOf(starts.whole, startOf('visidata')),
			0.28,
			'× visidata',
		),
		commands: starts.commands.map(({name, limit, end}) =>
			atMost(name, timesOf(end, starts.bareNode), limit, NODE),
		),
		keyMedian: atMost('key to last byte, median', reading.lastByte?.median, 5, 'ms'),
		keyP95: atMost('key to last byte, 95th percentile', reading.lastByte?.p95, 16, 'ms'),
		plainMove: atMost(
			'a row, only the selection changes, p95',
			groups.plainMove.bytes?.p95,
			120,
			'bytes',
		),
		listMove: atMost('a row in a list over the screen', move?.median, 120, 'bytes'),
		listMoveAgainstTig: below(
			'a row, fewer bytes than tig',
			timesOf(move, movesOf('tig')),
			1,
			'× tig',
		),
		listMoveAgainstVisidata: below(
			'a row, fewer bytes than visidata',
			timesOf(move, movesOf('visidata')),
			1,
			'× visidata',
		),
		listScroll: atMost('a scroll step of a list, p95', groups.listScroll.bytes?.p95, 450, 'bytes'),
		textScroll: atMost('a scroll step of a text, p95', groups.textScroll.bytes?.p95, 450, 'bytes'),
		pane: atMost('to another pane, p95', groups.pane.bytes?.p95, 1500, 'bytes'),
		open: atMost('open, p95', groups.open.bytes?.p95, 1500, 'bytes'),
		back: atMost('back, p95', groups.back.bytes?.p95, 1500, 'bytes'),
		lag: atMost('a key held, lag', held.lag?.median, 10, 'ms'),
		wrong: atMost('a key held, wrong screens', held.wrong, 0, 'holds'),
		idleCpu: atMost('idle, processor time', idle.cpu, 0, 'ms'),
		idleBytes: atMost('idle, bytes', idle.bytes, 0, 'bytes'),
		idleWakes: atMost('idle, wakes of the main thread', idle.wakes, 0, 'wakes'),
		resident: atMost('memory after reading', memory.reading.residentMib, 85, 'MiB'),
		flatOverKeys: atMost(
			'memory after many keys',
			growthOf(memory.keys),
			FLAT,
			`× after ${memory.keys[0]?.count ?? 0}`,
		),
		flatOverResizes: atMost(
			'memory after many resizes',
			growthOf(memory.resizes),
			FLAT,
			`× after ${memory.resizes[0]?.count ?? 0}`,
		),
		scale: scale && scaleTargetsOf(scale),
	};
};

export type Targets = ReturnType<typeof targetsOf>;

/** All of them in the order they are asked in. */
export const listed = ({scale, ...targets}: Targets): readonly Target[] => [
	...Object.values(targets).flat(),
	...Object.values(scale ?? {}),
];
