import type {Findings} from './findings.ts';
import type {KeyFindings, KeysFindings} from './keys.ts';
import {GROUPS, type Group} from './script.ts';
import type {Summary} from './statistics.ts';

/** Measurements that all came out the same. */
export const all = (value: number): Summary => ({
	count: 1,
	min: value,
	median: value,
	p95: value,
	max: value,
});

const keys = (milliseconds: number, bytes: number): KeyFindings => ({
	presses: 10,
	silent: 0,
	lastByte: all(milliseconds),
	bytes: all(bytes),
});

const groups = Object.fromEntries(
	Object.keys(GROUPS).map(group => [group, keys(3, 100)]),
) as KeysFindings['groups'];

/** For tests: an invented run that meets every target. */
export const SAMPLE: Findings = {
	date: '2020-02-03',
	machine: {cpu: 'Abacus', cores: 2, system: 'Linux', node: '24.0.0', load: 0},
	isQuick: false,
	columns: 120,
	rows: 40,
	records: 248,
	missing: [],
	starts: {
		rounds: 20,
		bareNode: all(40),
		firstByte: all(70),
		drawn: all(85),
		answered: all(90),
		whole: all(80),
		lastByte: all(81),
		bytes: all(7000),
		firstEver: 200,
		commands: [
			{name: '--version', limit: 1.4, end: all(50)},
			{name: 'list towns --json', limit: 1.8, end: all(60)},
		],
		peers: [
			{name: 'tig', whole: all(20)},
			{name: 'visidata', whole: all(400)},
		],
	},
	keys: {
		rounds: 3,
		reading: keys(3, 100),
		groups,
		cpuPerKey: 2,
		peers: [
			{name: 'tig', residentMib: 4, ...keys(0.4, 280)},
			{name: 'visidata', residentMib: 44, ...keys(10, 410)},
		],
	},
	held: {hertz: 30, keys: 40, holds: 6, lag: all(4), bytesPerKey: all(900), wrong: 0},
	idle: {seconds: 10, bytes: 0, cpu: 0, wakes: 0, allWakes: 0},
	memory: {
		reading: {seconds: 60, keys: 204, residentMib: 80, peakMib: 84},
		keys: [
			{count: 1000, residentMib: 80},
			{count: 10_000, residentMib: 82},
		],
		resizes: [
			{count: 100, residentMib: 84},
			{count: 1000, residentMib: 85},
		],
	},
	scale: {
		records: 100_130,
		fileMib: 36,
		rounds: 3,
		start: all(1000),
		keys: keys(6, 900),
		filter: keys(20, 900),
		goTo: keys(20, 900),
		residentMib: 250,
		peakMib: 260,
		peers: [{name: 'visidata', whole: all(900), residentMib: 120, ...keys(13, 410)}],
	},
};

/** The sample with other bytes for a group of keys. */
export const withBytes = (group: Group, bytes: number): Findings => ({
	...SAMPLE,
	keys: {...SAMPLE.keys, groups: {...groups, [group]: keys(3, bytes)}},
});
