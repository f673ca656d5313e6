import {Failure} from './failure.ts';
import type {ListMarksOptions} from './list-marks.ts';
import {onlyDossier} from './only-dossier.ts';
import {readFlags} from './read-flags.ts';
import {suggestion} from './suggestion.ts';

const HELP = `libya-tui list: what you keep about a dossier, a line each

Usage: libya-tui list marks [DOSSIER] [--json]
  marks             the records you marked, in the order in which you marked
                    them: id, title and note
  Without DOSSIER it is the report that comes with libya-tui.

Options
  --json            a JSON array of record, kind, title, note and citation
  -h, --help        this page

Example
  libya-tui list marks --json | jq -r '.[].record'
`;

const FLAGS = {
	json: {type: 'boolean', default: false},
	help: {type: 'boolean', shortFlag: 'h', default: false},
} as const;

/** What can be listed. */
const LISTS = ['marks'] as const;

/** What a command line that begins with `list` asks for. */
export type ListRequest =
	| {readonly type: 'print'; readonly text: string}
	| {readonly type: 'list-marks'; readonly options: ListMarksOptions};

/**
Reads what follows `list`.

@throws {Failure} With exit code 2: nothing is listed, or nothing of that name is known, or an option.
*/
export const readListArguments = (argv: readonly string[]): ListRequest => {
	const help = 'libya-tui list --help';
	const {flags, input} = readFlags(argv, {flags: FLAGS, help});
	if (flags.help) {
		return {type: 'print', text: HELP};
	}

	const [name, ...rest] = input;
	const lists = LISTS.join(', ');
	if (name === undefined) {
		throw new Failure(`list needs the name of a list: ${lists}. ${help} shows how.`, 2);
	}

	if (!(LISTS as readonly string[]).includes(name)) {
		throw new Failure(`There is no list ${name}${suggestion(name, LISTS)}. Lists: ${lists}.`, 2);
	}

	return {type: 'list-marks', options: {dossier: onlyDossier(rest), isJson: flags.json}};
};
