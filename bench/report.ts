import type {Findings} from './findings.ts';
import {asked, mark, notes, type Part, tableOf, tally} from './table.ts';
import type {Targets} from './targets.ts';

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

/** The findings as a page to read, no wider than 100 columns. */
export const formatReport = (findings: Findings, targets: Targets): string => {
	const {date, machine, isQuick, columns, rows, records, starts, keys} = findings;
	const parts = tableOf(findings, targets).map(linesOf);
	const aligned = align(parts.flat());
	let from = 0;
	const pages = parts.map(({length}) => {
		from += length;
		return aligned.slice(from - length, from).join('\n');
	});
	return [
		[
			`${date}, ${machine.cpu}, ${machine.cores} cores, ${machine.system}, Node ${machine.node}`,
			`${isQuick ? 'a short run, ' : ''}${columns}×${rows}, ${records} records, ${starts.rounds} starts and ${keys.rounds} times the keys in turn, load ${machine.load.toFixed(2)}`,
		].join('\n'),
		...pages,
		[...notes(findings), `${tally(targets)}.`].join('\n'),
	].join('\n\n');
};
