import {inconsistencies, inTimeOrder} from './consistency.ts';
import {type Fault, pointerTo} from './fault.ts';
import {type Dossier, dossierSchema} from './schema.ts';

export type Parsed =
	| {readonly ok: true; readonly dossier: Dossier}
	| {readonly ok: false; readonly faults: readonly Fault[]};

const refused = (...faults: readonly Fault[]): Parsed => ({ok: false, faults});

/** `Unexpected token … (line 3 column 5)`, without the stretch of text that V8 adds. */
const syntaxMessage = (error: unknown): string => {
	const message = error instanceof Error ? error.message : String(error);
	const position = /\(line \d+ column \d+\)/.exec(message)?.[0];
	const cause = message.replace(/, (?:\.{3})?".*$/su, '').replace(/ in JSON at position .*$/su, '');
	return `not JSON: ${cause}${position === undefined ? '' : ` ${position}`}`;
};

/**
A dossier out of its JSON text, its events put in order of time.

@returns Every fault when there is any: the syntax first; then the shape; and only when the shape
is right, what does not hold together.
*/
export const parseDossier = (json: string): Parsed => {
	let document: unknown;
	try {
		document = JSON.parse(json);
	} catch (error) {
		return refused({pointer: '', message: syntaxMessage(error)});
	}

	const shape = dossierSchema.safeParse(document);
	if (!shape.success) {
		return refused(
			...shape.error.issues.map(issue => ({
				pointer: pointerTo(issue.path),
				message: issue.message,
			})),
		);
	}

	const faults = inconsistencies(shape.data);
	return faults.length > 0
		? refused(...faults)
		: {ok: true, dossier: {...shape.data, events: inTimeOrder(shape.data.events)}};
};
