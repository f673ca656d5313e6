import {inTimeOrder} from '../dossier/consistency.ts';
import {type Dossier, dossierSchema} from '../dossier/schema.ts';
import {jsonPieces} from './json-pieces.ts';

const KEYS = Object.keys(dossierSchema.shape) as (keyof Dossier)[];

/** A part with its keys in the order of the schema and its defaults written out. */
const normalised = (dossier: Dossier, key: keyof Dossier): unknown =>
	dossierSchema.shape[key].parse(key === 'events' ? inTimeOrder(dossier.events) : dossier[key]);

/** The items, as something that is written one by one. */
function* each(items: readonly unknown[]): Generator {
	yield* items;
}

/**
A dossier in the one way of writing it: keys in the order of the schema, what has a default written
out, events in order of time, tabs, and a line break at the end. What is opened again and written again
is the same to the byte.
*/
export const dossierJson = (dossier: Dossier): Iterable<string> =>
	jsonPieces(
		Object.fromEntries(
			KEYS.map(key => {
				const part = normalised(dossier, key);
				return [key, Array.isArray(part) ? each(part) : part];
			}),
		),
		'lines',
	);
