import {all} from '../sample-findings.ts';
import type {Spread} from '../statistics.ts';
import type {ArrivalFindings} from './arrivals.ts';
import type {Busyness} from './busyness.ts';
import {type BySize, SIZES, type SshFindings} from './findings.ts';
import type {IdleFindings} from './idle.ts';
import type {ReadersFindings} from './readers.ts';

/** Measurements that all came out the same. */
export const spread = (value: number): Spread => ({...all(value), mean: value, p99: value});

const BUSY: Busyness = {server: 0.5, waited: 0, clients: 0.2, seconds: 10};

const idle = (residentMib: number): IdleFindings => ({
	emptyMib: 70,
	sessions: [
		{count: 50, residentMib: 2 * residentMib},
		{count: 500, residentMib},
	],
	livingMib: residentMib / 2,
	seconds: 10,
	busy: 0.01,
});

const readers = (size: keyof BySize<unknown>, milliseconds: number): ReadersFindings => ({
	...SIZES[size],
	readers: 200,
	pace: 0.5,
	seconds: 10,
	keys: 1000,
	silent: 0,
	lastByte: spread(milliseconds),
	bytes: spread(400),
	busy: BUSY,
});

const arrivals = (perSecond: number, lanes = 8): ArrivalFindings => ({
	count: 1000,
	lanes,
	perSecond,
	each: spread((lanes * 1000) / perSecond),
	busy: BUSY,
});

/** For tests: an invented run that meets every target. */
export const SSH_SAMPLE: SshFindings = {
	date: '2020-02-03',
	machine: {cpu: 'Abacus', cores: 2, system: 'Linux', node: '24.0.0', load: 0},
	isQuick: false,
	idle: {small: idle(0.25), large: idle(0.375)},
	calm: {small: readers('small', 5), large: readers('large', 6)},
	brisk: {small: {...readers('small', 10), pace: 1}, large: {...readers('large', 20), pace: 1}},
	handshakes: arrivals(400),
	handshakesInTurn: arrivals(250, 1),
	firstFrames: {small: arrivals(80), large: arrivals(60)},
	departures: {
		count: 10_000,
		before: {heapMib: 16, timers: 2, sockets: 5},
		after: {heapMib: 16.5, timers: 2, sockets: 5},
		sessions: 0,
		connections: 0,
		seconds: 200,
	},
	shutDown: {sessions: 200, after: 300, code: 0, restored: 200},
};
