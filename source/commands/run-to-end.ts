import {visibleText} from '../terminal/visible-text.ts';
import type {Request} from './arguments.ts';
import {Failure} from './failure.ts';
import type {ExitCode, Host} from './host.ts';
import {BY_DEFAULT} from './open-dossier.ts';

/** What reads the command line is loaded only when something stands on it. */
const requestOf = async (argv: readonly string[]): Promise<Request> => {
	if (argv.length === 0) {
		return {type: 'open', options: BY_DEFAULT};
	}

	const {readArguments} = await import('./arguments.ts');
	return readArguments(argv);
};

const run = async (
	host: Host,
	obey: (request: Request) => Promise<ExitCode>,
): Promise<ExitCode> => {
	try {
		return await obey(await requestOf(host.argv.slice(2)));
	} catch (error) {
		if (error instanceof Failure) {
			const lines = error.message.split('\n').map(visibleText);
			host.stderr.write(`libya-tui: ${lines.join('\n')}\n`);
			return error.exitCode;
		}

		const {crashMessage} = await import('./crash-report.ts');
		host.stderr.write(crashMessage(host, error));
		return 1;
	}
};

/** Does what the command line asks for, and ends the process with how that went. */
export const runToEnd = async (
	host: NodeJS.Process,
	obey: (request: Request) => Promise<ExitCode>,
): Promise<void> => {
	const code = await run(host, obey);
	// Whatever still waits for something, a terminal that is gone for instance, does not hold the program.
	host.exit(code);
};
