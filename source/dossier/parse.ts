import {inconsistencies, inTimeOrder, type Leniency} from './consistency.ts';
import type {Fault, PlacedFault} from './fault.ts';
import {faultsInText} from './json-scan.ts';
import {mayHaveLost} from './lost-values.ts';
import {readableParts} from './readable.ts';
import {type Dossier, dossierSchema} from './schema.ts';
import {shapeFaults} from './shape-faults.ts';

export type Parsed =
	| {readonly ok: true; readonly dossier: Dossier}
	| {readonly ok: false; readonly faults: readonly PlacedFault[]};

type Read =
	| {readonly ok: true; readonly dossier: Dossier}
	| {readonly ok: false; readonly faults: readonly Fault[]};

const readDocument = (document: unknown, leniency: Leniency): Read => {
	const shape = dossierSchema.safeParse(document);
	if (!shape.success) {
		const faults = [
			...shapeFaults(document, shape.error.issues),
			...inconsistencies(readableParts(document, shape.error.issues)),
		];
		return {ok: false, faults};
	}

	// Where something else is wrong as well, all of it is told.
	const faults =
		inconsistencies(shape.data, undefined, leniency).length === 0
			? []
			: inconsistencies(shape.data);
	return faults.length === 0
		? {ok: true, dossier: {...shape.data, events: inTimeOrder(shape.data.events)}}
		: {ok: false, faults};
};

/** Of a text that is sound but for what JSON's own reader takes without a word. */
const refused = (faults: readonly PlacedFault[]): Parsed => ({ok: false, faults});

/**
A dossier out of its JSON text, its events put in order of time.

@returns Every fault when there is any, in the order of the text. Of a text that is not JSON that alone;
else what does not have its shape, what does not hold together, and what would be lost: a key that is there
twice, half a character.
*/
export const parseDossier = (json: string, leniency: Leniency = {}): Parsed => {
	let document: unknown;
	try {
		document = JSON.parse(json);
	} catch (error) {
		const faults = faultsInText(json, []);
		return refused(
			faults.length > 0
				? faults
				: [{pointer: '', message: `not JSON: ${(error as Error).message}`, line: 1, column: 1}],
		);
	}

	const read = readDocument(document, leniency);
	if (!read.ok) {
		return refused(faultsInText(json, read.faults));
	}

	// Places take longer to find than all else, and are asked for only where there is something to tell.
	const lost = mayHaveLost(json, document) ? faultsInText(json, []) : [];
	return lost.length > 0 ? refused(lost) : read;
};
