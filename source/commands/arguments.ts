import packageJson from '../../package.json' with {type: 'json'};
import {PANES} from '../state/panes.ts';
import {Failure} from './failure.ts';
import {type ListRequest, readListArguments} from './list-arguments.ts';
import {onlyDossier} from './only-dossier.ts';
import type {OpenOptions} from './open.ts';
import {readFlags} from './read-flags.ts';

const HELP = `libya-tui: a war report as a dashboard of actors, front-line towns and quotes

Usage: libya-tui [DOSSIER] [options]
       libya-tui list marks [DOSSIER] [--json]     what you marked, as text
  Without DOSSIER it opens the report of 31 March 2011 that comes with it.
  Where stdout is not a terminal it prints a digest and ends.

Options
  --article FILE    the article it was drawn from, to read the evidence in it
  --pane NAME       begin in a pane: ${PANES.join(', ')}
  --select ID       begin at a record, such as actor:moussa-koussa
  --as-of DAY       show how things stood at the end of a day (2011-03-30)
  --ascii           draw in plain ASCII
  --screen-reader   lines of text for a screen reader, no boxes
  --no-color        no colour (NO_COLOR does the same)
  -h, --help        this page;  -v, --version  the version

Examples
  libya-tui --select place:brega --article report.txt
  libya-tui other-report.json --pane quotes
  libya-tui | less          ssh -t host libya-tui

Inside, ? shows every key and q quits.
`;

const FLAGS = {
	article: {type: 'string'},
	pane: {type: 'string'},
	select: {type: 'string'},
	asOf: {type: 'string'},
	ascii: {type: 'boolean', default: false},
	screenReader: {type: 'boolean', default: false},
	color: {type: 'boolean', default: true},
	help: {type: 'boolean', shortFlag: 'h', default: false},
	version: {type: 'boolean', shortFlag: 'v', default: false},
} as const;

/** What the command line asks for. */
export type Request = ListRequest | {readonly type: 'open'; readonly options: OpenOptions};

const given = (flag: string, value: string | undefined): string | undefined => {
	if (value === '') {
		throw new Failure(`${flag} needs a value. libya-tui --help shows how.`, 2);
	}

	return value;
};

/**
Reads the command line, the two first words of `argv` left out.

@throws {Failure} With exit code 2: an option that does not exist, or one without its value.
*/
export const readArguments = (argv: readonly string[]): Request => {
	const [command, ...rest] = argv;
	if (command === 'list') {
		return readListArguments(rest);
	}

	const {flags, input} = readFlags(argv, {flags: FLAGS, help: 'libya-tui --help'});
	if (flags.help) {
		return {type: 'print', text: HELP};
	}

	if (flags.version) {
		return {type: 'print', text: `${packageJson.version}\n`};
	}

	return {
		type: 'open',
		options: {
			dossier: onlyDossier(input),
			article: given('--article', flags.article),
			pane: given('--pane', flags.pane),
			select: given('--select', flags.select),
			asOf: given('--as-of', flags.asOf),
			isAscii: flags.ascii,
			isColourless: !flags.color,
			isForScreenReader: flags.screenReader,
		},
	};
};
