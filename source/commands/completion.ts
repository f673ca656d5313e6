import {COMPLETION_SCRIPTS} from './completion-scripts.ts';
import type {COMPLETION} from './completion-spec.ts';
import type {Perform} from './perform.ts';
import {writeOut} from './write-out.ts';

export const completion: Perform<typeof COMPLETION> = (host, {shell}) =>
	writeOut(host, COMPLETION_SCRIPTS[shell]);
