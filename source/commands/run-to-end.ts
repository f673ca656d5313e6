import {visibleText} from '../terminal/visible-text.ts';
import {Failure} from './failure.ts';
import type {ExitCode, Host} from './host.ts';

type Obey = (argv: readonly string[]) => Promise<ExitCode>;

const run = async (host: Host, obey: Obey): Promise<ExitCode> => {
	try {
		return await obey(host.argv.slice(2));
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

/**
Does what the command line asks for, and ends the process with how that went.

@param obey - Is given the words behind the name of the program.
*/
export const runToEnd = async (host: NodeJS.Process, obey: Obey): Promise<void> => {
	const code = await run(host, obey);
	// Whatever still waits for something, a terminal that is gone for instance, does not hold the program.
	host.exit(code);
};
