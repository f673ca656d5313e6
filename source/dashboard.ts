import {openByWords} from './commands/open-by-words.ts';
import {runToEnd} from './commands/run-to-end.ts';
import {showDashboard} from './commands/show-dashboard.ts';
import type {Main} from './start/main.ts';

/** The program on a terminal. */
export const main: Main = (host, start) =>
	runToEnd(host, argv =>
		openByWords(host, argv, async options => {
			try {
				return await showDashboard(host, options, start);
			} catch (error) {
				// What is said about it would be gone with the screen.
				start.early?.giveBack();
				throw error;
			}
		}),
	);
