import type {CommandSpec} from './command-spec.ts';
import {Failure} from './failure.ts';

const isPath = (of: unknown): boolean => of === 'file' || of === 'folder';

/**
Where one report is served nothing else is read, and nothing is written.

@throws {Failure} With exit code 2: a file or a folder is named.
*/
export const refuseFiles = (
	{words, options}: CommandSpec,
	given: Readonly<Record<string, unknown>>,
): void => {
	const named = [
		...words.flatMap(({name, of}) => (isPath(of) ? [[name, given[name.toLowerCase()]]] : [])),
		...options.flatMap(({name, value}) => (isPath(value?.of) ? [[`--${name}`, given[name]]] : [])),
	].filter(([name, value]) => value !== undefined && !(name === '--output' && value === '-'));
	const [first] = named;
	if (first !== undefined) {
		throw new Failure(
			`No file can be read or written over SSH: leave ${first[0]} (${first[1]}) out.`,
			2,
		);
	}
};
