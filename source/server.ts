import {command} from './commands/commands.ts';
import {runToEnd} from './commands/run-to-end.ts';
import {SERVE} from './commands/serve-spec.ts';
import type {Main} from './start/main.ts';

const serve = command(SERVE, async () =>
	(await import('./commands/serve.ts')).serveBeside(import.meta.dirname),
);

/** The program that serves the dashboard to others. */
export const main: Main = (host, {whenReady}) =>
	runToEnd(host, ([, ...words]) => {
		whenReady();
		return serve(host, words);
	});
