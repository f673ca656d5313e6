import {catalogOf} from '../dossier/catalog.ts';
import type {Dossier, RecordId} from '../dossier/schema.ts';
import {Failure} from './failure.ts';
import {suggestion} from './suggestion.ts';

/**
The id of a record of a dossier.

@throws {Failure} With exit code 2: there is none; one that may be meant is suggested.
*/
export const recordNamed = (dossier: Dossier, id: string): RecordId => {
	const {records} = catalogOf(dossier);
	const ids = records.map(record => record.id);
	const found = ids.find(known => known === id);
	if (found !== undefined) {
		return found;
	}

	// A name, or a word of one, is likelier meant than an id that happens to be spelt alike.
	const wanted = id.slice(id.indexOf(':') + 1).toLowerCase();
	const named = [...dossier.actors, ...dossier.places].find(({name, aliases}) =>
		[name, ...aliases].some(known =>
			[known, ...known.split(/[^\p{L}\p{N}]+/u)].some(word => word.toLowerCase() === wanted),
		),
	);
	const advice = named === undefined ? suggestion(id, ids) : ` (did you mean ${named.id}?)`;
	throw new Failure(`There is no record ${id} in this dossier${advice}.`, 2);
};
