import type {Catalog} from './catalog.ts';
import {names} from './links.ts';
import {eachReference} from './references.ts';
import type {RecordId, Tension} from './schema.ts';

/**
Tensions that have to do with a record, the nearest first: itself, if it is one, then those that it is
about, those whose accounts rest on it, and those whose accounts rest on what was claimed, said or told
of it; of each those first of which more accounts do, then in the order of the file.
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

	const accountsWhere = (
		{accounts}: Tension,
		isSo: (account: Tension['accounts'][number]) => boolean,
	): number => accounts.filter(isSo).length;

	const waysToHaveToDo: readonly ((tension: Tension) => number)[] = [
		tension => Number(tension.id === id),
		tension => Number(about.has(tension.id)),
		tension => accountsWhere(tension, ({records}) => records.includes(id)),
		tension => accountsWhere(tension, ({records}) => records.some(isNamedBy)),
	];
	const found = dossier.tensions.flatMap(tension => {
		for (const [way, amount] of waysToHaveToDo.entries()) {
			const often = amount(tension);
			if (often > 0) {
				return [{tension, way, often}];
			}
		}

		return [];
	});
	return found.toSorted((a, b) => a.way - b.way || b.often - a.often).map(({tension}) => tension);
};
