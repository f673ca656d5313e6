import type {Target} from './targets.ts';

/** The text of a file of the latest run: the findings, rounded before, and what is asked of them now. */
export const formatLatest = (findings: object, targets: readonly Target[]): string =>
	`${JSON.stringify({...findings, targets}, undefined, '\t')}\n`;
