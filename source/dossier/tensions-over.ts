import type {Catalog} from './catalog.ts';
import type {RecordId, Tension} from './schema.ts';

/**
Tensions that have to do with a record: itself, if it is one, then those whose accounts rest on it or
on what was claimed, said or told of it; in the order of the file.
*/
export const tensionsOver = ({dossier, referrers}: Catalog, id: RecordId): readonly Tension[] => {
	const grounds = new Set<RecordId>([id, ...referrers(id).map(record => record.id)]);
	const own = dossier.tensions.filter(tension => tension.id === id);
	const others = dossier.tensions.filter(
		tension =>
			tension.id !== id &&
			tension.accounts.some(({records}) => records.some(record => grounds.has(record))),
	);
	return [...own, ...others];
};
