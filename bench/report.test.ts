import {expect, test} from 'vitest';
import type {Findings} from './findings.ts';
import {formatReport} from './report.ts';
import {all, SAMPLE, withBytes} from './sample-findings.ts';
import {tableOf} from './table.ts';
import {listed, targetsOf} from './targets.ts';

const report = (findings: Findings): readonly string[] =>
	formatReport(findings, targetsOf(findings)).split('\n');

test('every target stands beside a figure, and only once', () => {
	const targets = targetsOf(SAMPLE);
	const beside = tableOf(SAMPLE, targets).flatMap(({rows}) =>
		rows.flatMap(row => row.target ?? []),
	);
	expect(beside).toHaveLength(new Set(beside).size);
	expect(new Set(beside)).toEqual(new Set(listed(targets)));
});

test('a target that is missed is marked as missed', () => {
	const lineOf = (findings: Findings): string | undefined =>
		report(findings).find(line => line.includes('≤ 450 bytes') && line.includes('of a list'));
	expect(lineOf(withBytes('listScroll', 450))).toMatch(/ 450 .*✓$/);
	expect(lineOf(withBytes('listScroll', 451))).toMatch(/ 451 .*✗$/);
	expect(report(SAMPLE).at(-1)).toBe('27 of 27 targets met.');
	expect(report(withBytes('listScroll', 451)).at(-1)).toBe('26 of 27 targets met.');
});

test('the figures of all parts stand under each other, within 100 columns', () => {
	const dear = all(12_345.6);
	const lines = report({...SAMPLE, starts: {...SAMPLE.starts, whole: dear, lastByte: dear}});
	const places = lines.filter(line => / [✓✗–]$/.test(line)).map(line => line.length);
	expect(places.length).toBeGreaterThan(20);
	expect(new Set(places).size).toBe(1);
	expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(100);
});

test('a program that is not installed is named, and what it would have been held against left open', () => {
	const {starts, keys} = SAMPLE;
	const lines = report({
		...SAMPLE,
		missing: ['visidata'],
		starts: {...starts, peers: starts.peers.filter(({name}) => name !== 'visidata')},
		keys: {...keys, peers: keys.peers.filter(({name}) => name !== 'visidata')},
	});
	expect(lines).toContain('Not installed, and not compared with: visidata.');
	expect(lines.filter(line => line.includes('× visidata'))).toEqual([
		expect.stringMatching(/≤ 0\.28 × visidata +–$/),
		expect.stringMatching(/< 1 × visidata +–$/),
	]);
	expect(lines.at(-1)).toBe('25 of 25 targets met, 2 not measured.');
});

test('a busy machine is said to be one', () => {
	const said = (load: number): boolean =>
		report({...SAMPLE, machine: {...SAMPLE.machine, load}}).some(line => line.includes('busy'));
	expect(said(0.5)).toBe(false);
	expect(said(0.6)).toBe(true);
});

test('a run of before many records were measured says nothing of them', () => {
	const {scale, ...before} = SAMPLE;
	expect(report(SAMPLE).some(line => line.startsWith(`${scale?.records} records`))).toBe(true);
	expect(report(before).some(line => /\d{6} records/.test(line))).toBe(false);
	expect(report(before).at(-1)).toBe('23 of 23 targets met.');
});
