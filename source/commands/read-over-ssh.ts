import {type CommandSpec, type Given, isPath, typedName} from './command-spec.ts';
import {Failure} from './failure.ts';
import {readWords} from './read-words.ts';
import {remoteSpec} from './remote-spec.ts';

/** @throws {Failure} With exit code 2: a file or a folder is named. */
const refuseFiles = (spec: CommandSpec, given: Readonly<Record<string, unknown>>): void => {
	const {words, options} = spec;
	const named = [
		...words.flatMap(({name, of}) => (isPath(of) ? [[name, given[name.toLowerCase()]]] : [])),
		...options.flatMap(({name, value}) => (isPath(value?.of) ? [[`--${name}`, given[name]]] : [])),
	].filter(([name, value]) => value !== undefined && !(name === '--output' && value === '-'));
	const [first] = named;
	if (first !== undefined) {
		throw new Failure(
			`No file can be read or written over SSH: leave ${first[0]} (${first[1]}) out. ${typedName(remoteSpec(spec))} --help shows how.`,
			2,
		);
	}
};

/**
Reads what follows the name of a command that is run over SSH, where one report is served: nothing else is read, and
nothing is written. What a reader knows from their own machine is understood, and refused as what it is; whatever else
is wrong is told by what there is there.

@throws {Failure} As `readWords`; also with exit code 2: a file or a folder is named.
*/
export const readOverSsh = <const Spec extends CommandSpec>(
	spec: Spec,
	argv: readonly string[],
): Given<Spec> | undefined => {
	let given: Given<Spec> | undefined;
	try {
		given = readWords(spec, argv);
	} catch (error) {
		readWords(remoteSpec(spec), argv);
		throw error;
	}

	if (given !== undefined) {
		refuseFiles(spec, given);
	}

	return given;
};
