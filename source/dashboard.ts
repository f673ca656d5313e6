import {runToEnd} from './commands/run-to-end.ts';
import {showDashboard} from './commands/show-dashboard.ts';
import type {Main} from './start/main.ts';

/** The program on a terminal. */
export const main: Main = (host, start) =>
	runToEnd(host, async request => {
		if (request.type === 'open') {
			return showDashboard(host, request.options, start);
		}

		const {perform} = await import('./commands/perform.ts');
		return perform(host, request);
	});
