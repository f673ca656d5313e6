import {atLeast, atMost, type Target} from '../targets.ts';
import type {SshFindings} from './findings.ts';

const MIB = 1024 * 1024;

/** As memory is asked for. */
const megabytes = (mib: number | undefined): number | undefined =>
	mib === undefined ? undefined : (mib * MIB) / 1e6;

const percent = (share: number | undefined): number | undefined =>
	share === undefined ? undefined : share * 100;

/** What is asked of a run, by what it is asked of. */
export const sshTargetsOf = ({
	idle: {small, large},
	calm,
	brisk,
	handshakes,
	firstFrames,
	departures: {before, after, ...left},
	shutDown,
}: SshFindings) => {
	const memoryOf = ({sessions}: typeof small): number | undefined =>
		megabytes(sessions.at(-1)?.residentMib);
	return {
		idleMemory: atMost('an idle session, 80×24', memoryOf(small), 0.5, 'MB'),
		idleMemoryLarge: atMost('an idle session, 120×40', memoryOf(large), 0.5, 'MB'),
		idleBusy: atMost('idle sessions, processor, 80×24', percent(small.busy), 2, '%'),
		idleBusyLarge: atMost('idle sessions, processor, 120×40', percent(large.busy), 2, '%'),
		calmMedian: atMost('a key, 80×24, median', calm.small.lastByte?.median, 10, 'ms'),
		calmP99: atMost('a key, 80×24, 99th percentile', calm.small.lastByte?.p99, 40, 'ms'),
		calmMedianLarge: atMost('a key, 120×40, median', calm.large.lastByte?.median, 15, 'ms'),
		calmP99Large: atMost('a key, 120×40, 99th percentile', calm.large.lastByte?.p99, 75, 'ms'),
		briskP99: atMost('a key, twice as many, 99th percentile', brisk.large.lastByte?.p99, 150, 'ms'),
		handshakes: atLeast('handshakes', handshakes.perSecond, 300, '/s'),
		firstFrames: atLeast('first frames, 80×24', firstFrames.small.perSecond, 50, '/s'),
		firstFramesLarge: atLeast('first frames, 120×40', firstFrames.large.perSecond, 50, '/s'),
		leftHeap: atMost(
			'heap left by those who have gone',
			megabytes(after.heapMib - before.heapMib),
			2,
			'MB',
		),
		leftSessions: atMost('sessions left', left.sessions + left.connections, 0, 'left'),
		leftSockets: atMost('sockets left', Math.max(0, after.sockets - before.sockets), 0, 'left'),
		leftTimers: atMost('timers left', Math.max(0, after.timers - before.timers), 0, 'left'),
		shutDown: atMost('from SIGTERM to the end', shutDown.after, 1000, 'ms'),
		restored: atLeast('terminals given back', shutDown.restored, shutDown.sessions, 'terminals'),
	} satisfies Readonly<Record<string, Target>>;
};

export type SshTargets = ReturnType<typeof sshTargetsOf>;
