import {busyNotes, type Part, row, tenths, whole} from '../table.ts';
import type {ArrivalFindings} from './arrivals.ts';
import type {Busyness} from './busyness.ts';
import type {SshFindings} from './findings.ts';
import type {IdleFindings} from './idle.ts';
import {
	PROTOTYPE_BYTES,
	PROTOTYPE_FIRST_FRAMES,
	PROTOTYPE_HANDSHAKES,
	PROTOTYPE_HANDSHAKES_IN_TURN,
	PROTOTYPE_IDLE,
	PROTOTYPE_KEYS,
	PROTOTYPE_MEMORY,
} from './prototype.ts';
import type {ReadersFindings} from './readers.ts';
import type {SshTargets} from './targets.ts';

/** A row with what the one above was of a bare prototype. */
const PROTOTYPE = '  a bare prototype';

const percent = (share: number | undefined): string =>
	share === undefined ? '–' : `${(share * 100).toFixed(1)} %`;

const hundredths = (value: number | undefined): string => value?.toFixed(2) ?? '–';

/** How busy both sides were. @param what - Of which there were `count` in that time. */
const busyRows = (what: string, count: number, {server, clients, seconds}: Busyness) => [
	row(`processor time of the server for ${what}, ms`, {
		median: hundredths(server === undefined ? undefined : (server * seconds * 1000) / count),
	}),
	row('processor of the server, and of all clients', {
		median: percent(server),
		spread: percent(clients),
	}),
];

const idleRows = (size: string, {sessions, livingMib, busy}: IdleFindings) => ({
	memory: sessions.map(({count, residentMib}) =>
		row(`one of ${count}, ${size}`, {median: hundredths(residentMib)}),
	),
	living: row(`alive in the heap of that, ${size}`, {median: hundredths(livingMib)}),
	busy: row(`processor, all, ${size}`, {median: percent(busy)}),
});

const idlePart = ({idle}: SshFindings, targets: SshTargets): Part => {
	const small = idleRows('80×24', idle.small);
	const large = idleRows('120×40', idle.large);
	const aimed = (rows: Part['rows'], target: SshTargets['idleMemory']): Part['rows'] =>
		rows.map((one, at) => (at === rows.length - 1 ? {...one, target} : one));
	return {
		name: 'Idle sessions, MiB each',
		heads: ['', ''],
		rows: [
			...aimed(small.memory, targets.idleMemory),
			row(PROTOTYPE, {median: PROTOTYPE_MEMORY.small}),
			small.living,
			...aimed(large.memory, targets.idleMemoryLarge),
			row(PROTOTYPE, {median: PROTOTYPE_MEMORY.large}),
			large.living,
			{...small.busy, target: targets.idleBusy},
			{...large.busy, target: targets.idleBusyLarge},
			row(PROTOTYPE, {median: PROTOTYPE_IDLE}),
			row('the server with nobody in it', {median: tenths(idle.small.emptyMib)}),
		],
	};
};

const keysPart = (
	found: ReadersFindings,
	median: SshTargets['calmMedian'] | undefined,
	p99: SshTargets['calmP99'] | undefined,
	prototype: {readonly keys: readonly [median: string, p99: string]; readonly bytes: string},
): Part => {
	const {columns, rows, readers, pace, keys, silent, lastByte, bytes} = found;
	return {
		name: `${readers} readers, ${pace} keys a second each, ${columns}×${rows}`,
		heads: ['median', 'p99'],
		rows: [
			row(
				'from a key to the last byte, ms',
				{median: tenths(lastByte?.median), spread: tenths(lastByte?.p99)},
				median ?? p99,
			),
			...(median === undefined || p99 === undefined ? [] : [row('', {}, p99)]),
			row(PROTOTYPE, {median: prototype.keys[0], spread: prototype.keys[1]}),
			row('bytes a key', {median: whole(bytes?.median), spread: whole(bytes?.p99)}),
			row('bytes a key, on average', {median: whole(bytes?.mean)}),
			row(PROTOTYPE, {median: prototype.bytes}),
			row('keys, and those without an answer', {median: whole(keys), spread: whole(silent)}),
			...busyRows('a key', keys, found.busy),
		],
	};
};

const arrivalsPart = (
	name: string,
	found: ArrivalFindings,
	target: SshTargets['handshakes'],
	prototype: string,
): Part => ({
	name: `${name}, ${found.lanes} at a time`,
	heads: ['median', 'p99'],
	rows: [
		row('a second', {median: whole(found.perSecond)}, target),
		row(PROTOTYPE, {median: prototype}),
		row('each, ms', {median: tenths(found.each?.median), spread: tenths(found.each?.p99)}),
		...busyRows('each', found.count, found.busy),
	],
});

const inTurnPart = (found: ArrivalFindings): Part => {
	const [median, p99] = PROTOTYPE_HANDSHAKES_IN_TURN;
	return {
		name: 'Handshakes, one after another',
		heads: ['median', 'p99'],
		rows: [
			row('each, ms', {median: tenths(found.each?.median), spread: tenths(found.each?.p99)}),
			row(PROTOTYPE, {median, spread: p99}),
			...busyRows('each', found.count, found.busy),
		],
	};
};

const endsPart = ({departures, shutDown}: SshFindings, targets: SshTargets): Part => {
	const {count, before, after, sessions, connections} = departures;
	return {
		name: `After ${count} who came and went`,
		heads: ['after', 'before'],
		rows: [
			row(
				'heap, MiB',
				{median: hundredths(after.heapMib), spread: hundredths(before.heapMib)},
				targets.leftHeap,
			),
			row(
				'sessions and connections',
				{median: whole(sessions + connections)},
				targets.leftSessions,
			),
			row(
				'sockets',
				{median: whole(after.sockets), spread: whole(before.sockets)},
				targets.leftSockets,
			),
			row(
				'timers',
				{median: whole(after.timers), spread: whole(before.timers)},
				targets.leftTimers,
			),
			row(
				`SIGTERM with ${shutDown.sessions} sessions, ms`,
				{median: whole(shutDown.after)},
				targets.shutDown,
			),
			row('terminals given back', {median: whole(shutDown.restored)}, targets.restored),
		],
	};
};

/** The findings as a table in parts, the targets beside the figures they are for. */
export const sshTableOf = (findings: SshFindings, targets: SshTargets): readonly Part[] => [
	idlePart(findings, targets),
	keysPart(findings.calm.small, targets.calmMedian, targets.calmP99, {
		keys: PROTOTYPE_KEYS.calmSmall,
		bytes: PROTOTYPE_BYTES.small,
	}),
	keysPart(findings.calm.large, targets.calmMedianLarge, targets.calmP99Large, {
		keys: PROTOTYPE_KEYS.calmLarge,
		bytes: PROTOTYPE_BYTES.large,
	}),
	...(findings.brisk.small === undefined
		? []
		: [
				keysPart(findings.brisk.small, undefined, undefined, {
					keys: PROTOTYPE_KEYS.briskSmall,
					bytes: PROTOTYPE_BYTES.small,
				}),
			]),
	keysPart(findings.brisk.large, undefined, targets.briskP99, {
		keys: PROTOTYPE_KEYS.briskLarge,
		bytes: PROTOTYPE_BYTES.large,
	}),
	arrivalsPart('Handshakes', findings.handshakes, targets.handshakes, PROTOTYPE_HANDSHAKES),
	...(findings.handshakesInTurn === undefined ? [] : [inTurnPart(findings.handshakesInTurn)]),
	arrivalsPart(
		'First frames, 80×24',
		findings.firstFrames.small,
		targets.firstFrames,
		PROTOTYPE_FIRST_FRAMES.small,
	),
	arrivalsPart(
		'First frames, 120×40',
		findings.firstFrames.large,
		targets.firstFramesLarge,
		PROTOTYPE_FIRST_FRAMES.large,
	),
	endsPart(findings, targets),
];

/** What has to be known to read the table. */
export const sshNotes = ({
	calm,
	brisk,
	handshakes,
	handshakesInTurn,
	idle,
	machine,
}: SshFindings): readonly string[] => {
	const reading = [calm, brisk].flatMap(({small = [], large}) => [small, large].flat());
	const silent = reading.reduce((sum, one) => sum + one.silent, 0);
	const timed = [...reading, handshakes, handshakesInTurn ?? []].flat().map(({busy}) => busy);
	const most = Math.max(...timed.map(({clients}) => clients));
	const waited = Math.max(...timed.map(one => one.waited ?? 0));
	return [
		'The clients are one process, and their part of the time is in every time.',
		'A key that has to wait for the answer to the one before counts from when it was due; Esc, which waits to see what follows, is not counted.',
		...(silent > 0 ? [`${silent} keys were not answered, and have no time.`] : []),
		...(most > 0.9 ? ['The clients had a whole core to do: times tell as much of them.'] : []),
		...(waited > 0.05
			? [`The server had to wait for a processor ${percent(waited)} of the time at the worst.`]
			: []),
		...(idle.small.busy === undefined ? ['There is no /proc: no processor time, no memory.'] : []),
		...busyNotes(machine),
	];
};
