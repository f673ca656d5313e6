import type {Findings} from './findings.ts';
import {asked, mark, notes, type Part, tableOf, tally} from './table.ts';
import {listed, type Targets} from './targets.ts';

/** Which columns hold numbers, which are read from the right. */
const IS_NUMBER = [false, true, true, false, false, false];

/** The lines of a part: its name as the head of the names, and then its rows. */
const linesOf = ({name, heads, rows}: Part): readonly (readonly string[])[] => [
	[name, ...heads, '', '', ''],
	...rows.map(({name: label, median, spread, ratio, target}) => [
		label === '' ? '' : `  ${label}`,
		median,
		spread,
		ratio,
		target ? asked(target) : '',
		target ? mark(target) : '',
	]),
];

const align = (lines: readonly (readonly string[])[]): readonly string[] => {
	const widths = lines.reduce<readonly number[]>(
		(widest, line) => line.map((cell, at) => Math.max(widest[at] ?? 0, cell.length)),
		[],
	);
	return lines.map(line =>
		line
			.map((cell, at) =>
				IS_NUMBER[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
			)
			.join('  ')
			.trimEnd(),
	);
};

/** Parts as pages to read, their figures under each other, no wider than 100 columns. */
export const pagesOf = (parts: readonly Part[]): readonly string[] => {
	const lines = parts.map(linesOf);
	const aligned = align(lines.flat());
	let from = 0;
	return lines.map(({length}) => {
		from += length;
		return aligned.slice(from - length, from).join('\n');
	});
};

/** When it was, and on what. */
export const placeLine = ({date, machine}: Pick<Findings, 'date' | 'machine'>): string =>
	`${date}, ${machine.cpu}, ${machine.cores} cores, ${machine.system}, Node ${machine.node}`;

/** The findings as a page to read, no wider than 100 columns. */
export const formatReport = (findings: Findings, targets: Targets): string => {
	const {machine, isQuick, columns, rows, records, starts, keys} = findings;
	return [
		[
			placeLine(findings),
			`${isQuick ? 'a short run, ' : ''}${columns}×${rows}, ${records} records, ${starts.rounds} starts and ${keys.rounds} times the keys in turn, load ${machine.load.toFixed(2)}`,
		].join('\n'),
		...pagesOf(tableOf(findings, targets)),
		[...notes(findings), `${tally(listed(targets))}.`].join('\n'),
	].join('\n\n');
};
