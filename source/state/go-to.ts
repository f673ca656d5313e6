import fuzzysort from 'fuzzysort';
import type {Catalog} from '../dossier/catalog.ts';
import {kinded} from '../dossier/record.ts';
import type {RecordId} from '../dossier/schema.ts';
import {KIND_WORDS, titleOf} from '../dossier/title.ts';

/** Somewhere to go: a record, or a command of the keymap. */
export interface Destination {
	readonly name: string;
	/** What it is: `actor`, `quote`, `command`. */
	readonly kind: string;
	/** Other names it is found by. */
	readonly aliases: string;
	readonly target:
		| {readonly type: 'record'; readonly record: RecordId}
		| {readonly type: 'command'; readonly binding: string};
}

export interface Match {
	readonly destination: Destination;
	/** Places in the name that matched, in UTF-16 code units. */
	readonly marked: ReadonlySet<number>;
}

const MOST = 200;

const aliasesOf = (entry: ReturnType<typeof kinded>): string =>
	entry.kind === 'actor' || entry.kind === 'place' ? entry.record.aliases.join(' ') : '';

export const recordDestinations = (catalog: Catalog): readonly Destination[] =>
	catalog.records.map(record => {
		const entry = kinded(record);
		return {
			name: titleOf(catalog, record),
			kind: KIND_WORDS[entry.kind],
			aliases: aliasesOf(entry),
			target: {type: 'record', record: record.id},
		};
	});

/**
Destinations whose name, other names or kind resemble the query, best first, at most 200; all of
them in their own order for an empty query.
*/
export const matchingDestinations = (
	destinations: readonly Destination[],
	query: string,
): readonly Match[] => {
	if (query.trim() === '') {
		return destinations.slice(0, MOST).map(destination => ({destination, marked: new Set()}));
	}

	return fuzzysort
		.go(query.trim(), destinations, {keys: ['name', 'aliases', 'kind'], limit: MOST})
		.map(result => ({destination: result.obj, marked: new Set(result[0]?.indexes ?? [])}));
};
