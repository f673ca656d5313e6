import {Failure} from './failure.ts';

/**
The dossier among the words of a command line; nothing means the built-in one.

@throws {Failure} With exit code 2: there are two.
*/
export const onlyDossier = ([dossier, second]: readonly string[]): string | undefined => {
	if (second !== undefined) {
		throw new Failure(`One dossier at a time: ${dossier} and ${second} were both given.`, 2);
	}

	return dossier;
};
