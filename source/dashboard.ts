import {runToEnd} from './commands/run-to-end.ts';
import {showDashboard} from './commands/show-dashboard.ts';
import type {Main} from './start/main.ts';

/** The program on a terminal. */
export const main: Main = (host, start) =>
	runToEnd(host, async request => {
		if (request.type === 'open') {
			try {
				return await showDashboard(host, request.options, start);
			} catch (error) {
				// What is said about it would be gone with the screen.
				start.early?.giveBack();
				throw error;
			}
		}

		const {perform} = await import('./commands/perform.ts');
		return perform(host, request);
	});
