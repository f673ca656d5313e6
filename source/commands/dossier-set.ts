import {faultsInText} from '../dossier/json-scan.ts';
import type {FoundConfig} from './config.ts';
import type {DossierFailure} from './dossier-failure.ts';
import {Failure} from './failure.ts';

const SOUGHT = {pointer: '/dossier', message: ''};

const REMEDY =
	'Name another dossier there or on the command line, or set LIBYA_TUI_DOSSIER to nothing for the built-in one.';

/**
Where the dossier that is set is named, as faults of a config are placed.

@param config - The one that names it; absent: the environment does.
*/
export const placeOfDossier = (config: FoundConfig | undefined): string => {
	if (config === undefined) {
		return 'LIBYA_TUI_DOSSIER';
	}

	const {path, text = ''} = config;
	const {pointer} = SOUGHT;
	const place = faultsInText(text, [SOUGHT]).find(
		fault => fault.pointer === pointer && fault.message === SOUGHT.message,
	);
	return place === undefined
		? `${path}: ${pointer}`
		: `${path}:${place.line}:${place.column}: ${pointer}`;
};

/** What is wrong with a dossier that nobody named on the command line: where it is set, and the remedy too. */
export const failureOfSet = (
	{message, exitCode}: DossierFailure,
	config: FoundConfig | undefined,
): Failure => new Failure(`${placeOfDossier(config)}: ${message}\n${REMEDY}`, exitCode);
