import {pagesOf, placeLine} from '../report.ts';
import {tally} from '../table.ts';
import type {SshFindings} from './findings.ts';
import {sshNotes, sshTableOf} from './table.ts';
import type {SshTargets} from './targets.ts';

/** The findings as a page to read, no wider than 100 columns but for the notes. */
export const formatSshReport = (findings: SshFindings, targets: SshTargets): string => {
	const {machine, isQuick} = findings;
	return [
		`${placeLine(findings)}\n${isQuick ? 'a short run, ' : ''}load ${machine.load.toFixed(2)}`,
		...pagesOf(sshTableOf(findings, targets)),
		[...sshNotes(findings), `${tally(Object.values(targets))}.`].join('\n'),
	].join('\n\n');
};
