import {type DossierRecord, type KindedRecord, kinded} from './record.ts';
import type {Asserter, RecordId} from './schema.ts';

const asserting = (asserter: Asserter | undefined): readonly RecordId[] =>
	asserter === undefined || asserter === 'author' ? [] : [asserter];

const optional = (id: RecordId | undefined): readonly RecordId[] => (id === undefined ? [] : [id]);

const directReferences = (entry: KindedRecord): readonly RecordId[] => {
	switch (entry.kind) {
		case 'actor':
			return [];
		case 'place':
			return entry.record.control.flatMap(control => asserting(control.assertedBy));
		case 'quote':
			return [
				entry.record.speaker,
				...optional(entry.record.place),
				...optional(entry.record.via),
				...entry.record.about,
			];
		case 'event':
			return [
				...entry.record.participants,
				...entry.record.places,
				...asserting(entry.record.assertedBy),
			];
		case 'relation':
			return [entry.record.from, entry.record.to, ...asserting(entry.record.assertedBy)];
		case 'claim':
			return [
				...asserting(entry.record.assertedBy),
				...optional(entry.record.via),
				...entry.record.about,
			];
		case 'tension':
			return entry.record.accounts.flatMap(account => account.records);
		case 'step':
			return [entry.record.record];
	}
};

/** The records that a record names, each once, in the order in which it names them. */
export const referencesOf = (record: DossierRecord): readonly RecordId[] => {
	const named = directReferences(kinded(record));
	return named.length < 2 ? named : [...new Set(named)];
};
