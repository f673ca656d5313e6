import {expect, test} from 'vitest';
import type {SshFindings} from './findings.ts';
import {formatSshReport} from './report.ts';
import {SSH_SAMPLE, spread} from './sample-findings.ts';
import {sshTableOf} from './table.ts';
import {sshTargetsOf} from './targets.ts';

const report = (findings: SshFindings): readonly string[] =>
	formatSshReport(findings, sshTargetsOf(findings)).split('\n');

const {brisk, calm, departures, handshakes, idle, machine, shutDown} = SSH_SAMPLE;

test('every target stands beside a figure, and only once', () => {
	const targets = sshTargetsOf(SSH_SAMPLE);
	const beside = sshTableOf(SSH_SAMPLE, targets).flatMap(({rows}) =>
		rows.flatMap(row => row.target ?? []),
	);
	expect(beside).toHaveLength(new Set(beside).size);
	expect(new Set(beside)).toEqual(new Set(Object.values(targets)));
});

test('a run that does what is asked meets every target', () => {
	expect(report(SSH_SAMPLE).at(-1)).toBe('18 of 18 targets met.');
});

test('memory is held against megabytes, as it is asked for', () => {
	const withMemory = (residentMib: number): SshFindings => ({
		...SSH_SAMPLE,
		idle: {...idle, small: {...idle.small, sessions: [{count: 500, residentMib}]}},
	});
	expect(sshTargetsOf(withMemory(0.476)).idleMemory).toMatchObject({value: 0.499, met: true});
	expect(sshTargetsOf(withMemory(0.478)).idleMemory).toMatchObject({value: 0.501, met: false});
});

test('the slowest of a hundred keys counts, however quick most of them are', () => {
	const slow = {...calm.small, lastByte: {...spread(5), p99: 41}};
	const targets = sshTargetsOf({...SSH_SAMPLE, calm: {...calm, small: slow}});
	expect(targets.calmMedian.met).toBe(true);
	expect(targets.calmP99).toMatchObject({value: 41, limit: 40, met: false});
});

test('what a bare prototype took stands under what it is held against', () => {
	const lines = report(SSH_SAMPLE);
	const below = (part: string): string | undefined =>
		lines[lines.findIndex(line => line.startsWith(part)) + 2];
	expect(below('200 readers, 1 keys a second each, 80×24')).toMatch(/prototype +11 +37\b/);
	expect(below('Handshakes, one after another')).toMatch(/prototype +3\.0–3\.3 +11–12\b/);
});

test('keys without an answer are told of, at whatever size and pace', () => {
	const small = {...calm.small, pace: 1, silent: 7};
	expect(report({...SSH_SAMPLE, brisk: {...brisk, small}})).toContain(
		'7 keys were not answered, and have no time.',
	);
});

test('fewer handshakes than asked miss the target, and more do not', () => {
	const handshakesOf = (perSecond: number) =>
		sshTargetsOf({...SSH_SAMPLE, handshakes: {...handshakes, perSecond}}).handshakes;
	expect(handshakesOf(299).met).toBe(false);
	expect(handshakesOf(300).met).toBe(true);
});

test('one timer that is left over by ten thousand readers is one too many', () => {
	const leaky = {...departures, after: {...departures.after, timers: 3}};
	expect(sshTargetsOf({...SSH_SAMPLE, departures: leaky}).leftTimers.met).toBe(false);
	const tidy = {...departures, after: {...departures.after, timers: 1}};
	expect(sshTargetsOf({...SSH_SAMPLE, departures: tidy}).leftTimers.met).toBe(true);
});

test('a terminal that is not given back misses the target', () => {
	const targets = sshTargetsOf({...SSH_SAMPLE, shutDown: {...shutDown, restored: 199}});
	expect(targets.restored).toMatchObject({value: 199, bound: '≥', limit: 200, met: false});
});

test('the figures of all parts stand under each other, within 100 columns', () => {
	const slow = {...brisk.large, lastByte: spread(12_345.6)};
	const lines = report({...SSH_SAMPLE, brisk: {...brisk, large: slow}});
	const marks = lines.filter(line => / [✓✗–]$/.test(line)).map(line => line.length);
	expect(marks.length).toBeGreaterThan(15);
	expect(new Set(marks).size).toBe(1);
	expect(Math.max(...marks)).toBeLessThanOrEqual(100);
});

test('others at work, whether on the machine or in the way of the server, are told of', () => {
	const said = (findings: SshFindings, what: string): boolean =>
		report(findings).some(line => line.includes(what));
	expect(said(SSH_SAMPLE, 'busy')).toBe(false);
	expect(said({...SSH_SAMPLE, machine: {...machine, load: 0.6}}, 'was busy')).toBe(true);
	const waiting = {...handshakes, busy: {...handshakes.busy, waited: 0.2}};
	expect(said(SSH_SAMPLE, 'had to wait')).toBe(false);
	expect(said({...SSH_SAMPLE, handshakes: waiting}, 'had to wait for a processor 20.0 %')).toBe(
		true,
	);
});

test('clients that have all a core to do are told of, as times tell of them then', () => {
	const said = (clients: number): boolean =>
		report({
			...SSH_SAMPLE,
			handshakes: {...handshakes, busy: {...handshakes.busy, clients}},
		}).some(line => line.startsWith('The clients had a whole core to do'));
	expect(said(0.8)).toBe(false);
	expect(said(0.95)).toBe(true);
});

test('where there is no /proc, what it tells is neither met nor missed', () => {
	const unknown = {...idle.small, emptyMib: undefined, sessions: [], busy: undefined};
	const findings = {...SSH_SAMPLE, idle: {small: unknown, large: unknown}};
	expect(report(findings).at(-1)).toBe('14 of 14 targets met, 4 not measured.');
});

test('a run from before everything was measured is shown without what it lacks', () => {
	const {handshakesInTurn: _, ...older} = SSH_SAMPLE;
	const lines = report({...older, brisk: {large: brisk.large}});
	expect(lines.filter(line => line.startsWith('200 readers, 1 keys a second'))).toHaveLength(1);
	expect(lines.join('\n')).not.toMatch(/undefined|one after another/);
});
