import type {SshFindings} from '../bench/ssh/findings.ts';
import {sshNotes, sshTableOf} from '../bench/ssh/table.ts';
import {sshTargetsOf} from '../bench/ssh/targets.ts';
import {tally} from '../bench/table.ts';
import {DAY, markdownOf} from './figures-table.ts';
import {withPart} from './generated-part.ts';

const figures = (findings: SshFindings): string => {
	const {date, machine, isQuick} = findings;
	const targets = sshTargetsOf(findings);
	return [
		`Of \`libya-tui serve\` in one process, with the built-in report, on ${DAY.format(new Date(date))}: ` +
			`${machine.cpu}, ${machine.cores} cores, ${machine.system}, Node ${machine.node}` +
			`${isQuick ? '; a short run' : ''}. ${tally(Object.values(targets))}: \`✗\` is one that is missed.`,
		'',
		...markdownOf(sshTableOf(findings, targets)),
		'',
		sshNotes(findings).join(' '),
	].join('\n');
};

/** The README with its table of the server's figures made anew from the last run of that benchmark. */
export const withSshFigures = (readme: string, findings: SshFindings): string =>
	withPart(readme, 'ssh figures', figures(findings));
