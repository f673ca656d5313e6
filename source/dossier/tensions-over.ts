import type {Catalog} from './catalog.ts';
import {names} from './links.ts';
import type {RecordId, Tension} from './schema.ts';

/**
Tensions that have to do with a record: itself, if it is one, then those whose accounts rest on it or
on what was claimed, said or told of it; in the order of the file.
*/
export const tensionsOver = ({dossier, find}: Catalog, id: RecordId): readonly Tension[] => {
	/** Accounts rest on few records, while thousands may name one. */
	const isGround = (ground: RecordId): boolean => {
		const record = find(ground);
		return ground === id || (record !== undefined && names(record, id));
	};

	const own = dossier.tensions.filter(tension => tension.id === id);
	const others = dossier.tensions.filter(
		tension => tension.id !== id && tension.accounts.some(({records}) => records.some(isGround)),
	);
	return [...own, ...others];
};
