import {builtInDossier} from '../dossier/built-in.ts';
import {type BoundsOf, quickBounds} from '../dossier/date-bounds.ts';
import type {Fault} from '../dossier/fault.ts';
import type {Dossier} from '../dossier/schema.ts';
import {Failure} from './failure.ts';
import {faultList} from './fault-list.ts';

const listed = (path: string, faults: readonly Fault[]): string =>
	[
		`${path}: not a dossier, ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}:`,
		...faultList(faults),
		'The format is in data/dossier.schema.json; the README has a page on it.',
	].join('\n');

export interface LoadedDossier {
	readonly dossier: Dossier;
	/** Reads its dates. */
	readonly boundsOf: BoundsOf;
}

/**
The dossier in a file; the built-in one when no file is named.

@throws {Failure} The file cannot be read or is not a dossier; the message names it and its first
twenty faults, each with its line, its column and its JSON Pointer.
*/
export const loadDossier = async (path: string | undefined): Promise<LoadedDossier> => {
	if (path === undefined) {
		// A test proves that its dates need no more.
		return {dossier: builtInDossier, boundsOf: quickBounds};
	}

	const [{readInput, utf8Text}, {parseDossier}, {edtfBounds}] = await Promise.all([
		import('./read-file.ts'),
		import('../dossier/parse.ts'),
		import('../dossier/edtf-bounds.ts'),
	]);
	const parsed = parseDossier(utf8Text(await readInput(path, 'a dossier'), path));
	if (!parsed.ok) {
		throw new Failure(listed(path, parsed.faults));
	}

	return {dossier: parsed.dossier, boundsOf: edtfBounds};
};
