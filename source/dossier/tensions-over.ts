import type {Catalog} from './catalog.ts';
import {names} from './links.ts';
import {eachReference} from './references.ts';
import type {RecordId, Tension} from './schema.ts';

/**
Tensions that have to do with a record, the nearest first: itself, if it is one, then those that it is
about, those whose accounts rest on it, and those whose accounts rest on what was claimed, said or told
of it; each in the order of the file.
*/
export const tensionsOver = ({dossier, find}: Catalog, id: RecordId): readonly Tension[] => {
	const itself = find(id);
	const about = new Set<RecordId | undefined>();
	if (itself !== undefined) {
		eachReference(itself, named => about.add(named));
	}

	/** Accounts rest on few records, while thousands may name one. */
	const isNamedBy = (ground: RecordId): boolean => {
		const record = find(ground);
		return record !== undefined && names(record, id);
	};

	const groundsOf = ({accounts}: Tension): readonly RecordId[] =>
		accounts.flatMap(({records}) => records);

	const waysToHaveToDo: readonly ((tension: Tension) => boolean)[] = [
		tension => tension.id === id,
		tension => about.has(tension.id),
		tension => groundsOf(tension).includes(id),
		tension => groundsOf(tension).some(isNamedBy),
	];
	const byWay = Map.groupBy(dossier.tensions, tension =>
		waysToHaveToDo.findIndex(isSo => isSo(tension)),
	);
	return waysToHaveToDo.flatMap((_, way) => byWay.get(way) ?? []);
};
