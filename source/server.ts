import {command} from './commands/commands.ts';
import {memoryHere} from './commands/memory-here.ts';
import {runToEnd} from './commands/run-to-end.ts';
import {SERVE} from './commands/serve-spec.ts';
import type {Main} from './start/main.ts';

/** The program that serves the dashboard to others. */
export const main: Main = (host, {whenReady}) =>
	runToEnd(host, ([, ...words]) => {
		whenReady();
		const serve = command(SERVE, async () =>
			(await import('./commands/serve.ts')).serveBeside(import.meta.dirname, memoryHere(host)),
		);
		return serve(host, words);
	});
