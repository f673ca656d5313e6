import {mainHelp, VERSION} from './about-text.ts';
import {refuseCommandMeant} from './command-meant.ts';
import {DASHBOARD} from './dashboard-spec.ts';
import type {OpenOptions} from './open-dossier.ts';
import {readWords} from './read-words.ts';

/**
Reads a command line without a command.

@returns How a dossier is to be opened, or a text to be printed instead.
@throws {Failure} With exit code 2: it cannot be understood, or a command was meant.
*/
export const readOpening = (argv: readonly string[]): OpenOptions | string => {
	const [first = ''] = argv;
	if (!first.startsWith('-')) {
		refuseCommandMeant(first);
	}

	const given = readWords(DASHBOARD, argv);
	if (given === undefined) {
		return mainHelp();
	}

	const {dossier, article, pane, select, asOf, ascii, noColor, screenReader, theme, version} =
		given;
	if (version) {
		return VERSION;
	}

	if (dossier !== undefined) {
		refuseCommandMeant(dossier);
	}

	return {
		dossier,
		article,
		pane,
		select,
		asOf,
		isAscii: ascii,
		isColourless: noColor,
		isForScreenReader: screenReader,
		theme,
	};
};
