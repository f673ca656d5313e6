import type {z} from 'zod';
import {inconsistencies, inTimeOrder} from './consistency.ts';
import {type Fault, pointerTo} from './fault.ts';
import {type Dossier, dossierSchema} from './schema.ts';

export type Parsed =
	| {readonly ok: true; readonly dossier: Dossier}
	| {readonly ok: false; readonly faults: readonly Fault[]};

const refused = (faults: readonly Fault[]): Parsed => ({ok: false, faults});

/** Beyond this the place of a fault is left out: finding it parses the text two dozen times. */
const MOST_SEARCHED = 16 * 1024 * 1024;

const syntaxErrorIn = (json: string): string => {
	try {
		JSON.parse(json);
		return '';
	} catch (error) {
		return (error as Error).message;
	}
};

/**
Where V8 met a character that it did not expect, which it does not tell: a text that is cut before
that character ends too early, and one that is cut after it fails as the whole does.
*/
const unexpectedAt = (json: string): number => {
	let good = 0;
	let bad = json.length;
	while (bad - good > 1) {
		const middle = Math.floor((good + bad) / 2);
		if (syntaxErrorIn(json.slice(0, middle)).startsWith('Unexpected token')) {
			bad = middle;
		} else {
			good = middle;
		}
	}

	return good;
};

const lineAndColumn = (json: string, offset: number): string => {
	const before = json.slice(0, offset);
	return `(line ${before.split('\n').length} column ${offset - before.lastIndexOf('\n')})`;
};

const placeOf = (message: string, json: string): string | undefined => {
	const told = /\(line \d+ column \d+\)/.exec(message)?.[0];
	if (told !== undefined || json.length > MOST_SEARCHED) {
		return told;
	}

	if (message.startsWith('Unexpected token')) {
		return lineAndColumn(json, unexpectedAt(json));
	}

	return message.startsWith('Unexpected end') ? lineAndColumn(json, json.length) : undefined;
};

/** `Unexpected token … (line 3 column 5)`, without the stretch of text that V8 adds. */
const syntaxMessage = (message: string, json: string): string => {
	const place = placeOf(message, json);
	const cause = message
		.replace(/, (?:\.{3})?".*$/su, '')
		.replace(/(?: in JSON)? at position \d.*$/su, '');
	return `not JSON: ${cause}${place === undefined ? '' : ` ${place}`}`;
};

type Issue = z.core.$ZodIssue;

/** The validator's own words, where they are no sentence for a reader. */
const plainMessage = (message: string): string =>
	message
		.replace(/^Invalid input: expected (.*), received undefined$/, 'is missing; it should be: $1')
		.replace(/^Invalid input: expected (.*), received (.*)$/, 'should be $1, and is $2')
		.replace(
			/^Invalid option: expected one of (.*)$/,
			(_, options: string) =>
				`should be one of ${options.replaceAll('"', '').replaceAll('|', ', ')}`,
		)
		.replace(/^Too small: expected array to have >=(\d+) items?$/, 'should hold at least $1')
		.replace(/^Too small: expected string to have >=1 characters$/, 'should not be empty');

/** One fault a place: a key that the format does not know is a place of its own. */
const faultsOfIssue = (issue: Issue): readonly Fault[] =>
	issue.code === 'unrecognized_keys'
		? issue.keys.map(key => ({
				pointer: pointerTo([...issue.path, key]),
				message: 'is not a key of the format',
			}))
		: [{pointer: pointerTo(issue.path), message: plainMessage(issue.message)}];

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
		return refused([{pointer: '', message: syntaxMessage((error as Error).message, json)}]);
	}

	const shape = dossierSchema.safeParse(document);
	if (!shape.success) {
		return refused(shape.error.issues.flatMap(faultsOfIssue));
	}

	const faults = inconsistencies(shape.data);
	return faults.length > 0
		? refused(faults)
		: {ok: true, dossier: {...shape.data, events: inTimeOrder(shape.data.events)}};
};
