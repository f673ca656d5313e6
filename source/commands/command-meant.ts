import {existsSync} from 'node:fs';
import {COMMAND_SPECS, isCommandName} from './command-specs.ts';
import {Failure} from './failure.ts';
import {suggestion} from './suggestion.ts';

const NAMES = COMMAND_SPECS.map(({name}) => name);

/**
A word that stands where a dossier is opened, and is no path and no file, was meant as a command when it is nearly the
name of one.

@throws {Failure} With exit code 2.
*/
export const refuseCommandMeant = (word: string): void => {
	const advice = /[/\\]/.test(word) ? '' : suggestion(word, NAMES);
	if (advice !== '' && !existsSync(word)) {
		throw new Failure(
			isCommandName(word)
				? `${word} is a command and comes first: libya-tui ${word}. libya-tui ${word} --help shows how.`
				: `There is no file ${word}, and no command of that name${advice}. libya-tui --help lists them.`,
			2,
		);
	}
};
