import type {Findings} from '../bench/findings.ts';
import {asked, mark, notes, type Part, tableOf, tally} from '../bench/table.ts';
import {listed, targetsOf} from '../bench/targets.ts';
import {withPart} from './generated-part.ts';

/** A day as the README has it. */
export const DAY = new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', timeZone: 'UTC'});

const line = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const linesOf = ({name, heads, rows}: Part): readonly string[] => [
	line(`**${name}**`, ...heads, '', '', ''),
	...rows.map(({name: label, median, spread, ratio, target}) =>
		line(label, median, spread, ratio, target ? asked(target) : '', target ? mark(target) : ''),
	),
];

/** Parts as one table in Markdown. */
export const markdownOf = (parts: readonly Part[]): readonly string[] => [
	line('', '', '', 'ratio', 'target', ''),
	line('---', '---:', '---:', '---', '---', '---'),
	...parts.flatMap(linesOf),
];

const figures = (findings: Findings): string => {
	const {date, machine, isQuick, columns, rows, records} = findings;
	const targets = targetsOf(findings);
	return [
		`Of the built binary in a terminal of ${columns}×${rows}, with ${records} records, on ` +
			`${DAY.format(new Date(date))}: ${machine.cpu}, ${machine.cores} cores, ${machine.system}, ` +
			`Node ${machine.node}${isQuick ? '; a short run' : ''}. ${tally(listed(targets))}: \`✗\` is one that is missed.`,
		'',
		...markdownOf(tableOf(findings, targets)),
		'',
		notes(findings).join(' '),
	].join('\n');
};

/** The README with its table of figures made anew from the last run of the benchmark. */
export const withFigures = (readme: string, findings: Findings): string =>
	withPart(readme, 'figures', figures(findings));
