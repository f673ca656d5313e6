import type {Findings} from './findings.ts';
import {listed, targetsOf} from './targets.ts';

/** The text of bench/latest.json: the findings, rounded before, and what is asked of them now. */
export const formatLatest = (findings: Findings): string =>
	`${JSON.stringify({...findings, targets: listed(targetsOf(findings))}, undefined, '\t')}\n`;
