import {perform} from './commands/perform.ts';
import {printDigest} from './commands/print-digest.ts';
import {runToEnd} from './commands/run-to-end.ts';
import type {Main} from './start/main.ts';

/** The program where nothing is shown on a terminal: one command, and its output. */
export const main: Main = (host, {whenReady}) =>
	runToEnd(host, async request => {
		const code = await (request.type === 'open'
			? printDigest(host, request.options)
			: perform(host, request));
		whenReady();
		return code;
	});
