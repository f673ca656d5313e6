import {HELP, VERSION} from './about-text.ts';
import {Failure} from './failure.ts';
import {type ListRequest, readListArguments} from './list-arguments.ts';
import {onlyDossier} from './only-dossier.ts';
import type {OpenOptions} from './open-dossier.ts';
import {readFlags} from './read-flags.ts';

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
		return {type: 'print', text: VERSION};
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
