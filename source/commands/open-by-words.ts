import type {ExitCode, Host} from './host.ts';
import {BY_DEFAULT, type OpenOptions} from './open-dossier.ts';

/**
Opens what a command line without a command asks for. What reads it is loaded only when something stands
on it.

@throws {Failure} With exit code 2: it cannot be understood.
*/
export const openByWords = async (
	host: Host,
	argv: readonly string[],
	open: (options: OpenOptions) => Promise<ExitCode>,
): Promise<ExitCode> => {
	if (argv.length === 0) {
		return open(BY_DEFAULT);
	}

	const {readOpening} = await import('./read-opening.ts');
	const asked = readOpening(argv);
	if (typeof asked === 'string') {
		const {writeOut} = await import('./write-out.ts');
		return writeOut(host, asked);
	}

	return open(asked);
};
