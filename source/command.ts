import {CHECK_THREAD} from './commands/check-messages.ts';
import {COMMAND_THREAD} from './commands/command-messages.ts';
import {isCommandName} from './commands/command-specs.ts';
import {COMMANDS} from './commands/commands.ts';
import {directHost} from './commands/direct-host.ts';
import {openByWords} from './commands/open-by-words.ts';
import {printDigest} from './commands/print-digest.ts';
import {runToEnd} from './commands/run-to-end.ts';
import type {Main} from './start/main.ts';

/** The program where nothing is shown on a terminal: one command, and its output. */
export const main: Main = (process, {whenReady, whenReading}) => {
	const host = directHost(process, whenReading);
	return runToEnd(process, async argv => {
		const [name, ...words] = argv;
		if (name === COMMAND_THREAD) {
			const {runCommandThread} = await import('./commands/command-thread.ts');
			return runCommandThread(process);
		}

		if (name === CHECK_THREAD) {
			const {runCheckThread} = await import('./commands/check-thread.ts');
			return runCheckThread();
		}

		const code = await (isCommandName(name) && name !== 'serve'
			? COMMANDS[name](host, words)
			: openByWords(host, argv, options => printDigest(host, options)));
		whenReady();
		return code;
	});
};
