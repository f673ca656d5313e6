import type {Catalog} from './catalog.ts';
import {kinded} from './record.ts';
import type {Asserter, RecordId, Tension} from './schema.ts';

/** One of the accounts that a tension sets side by side. */
export type Account = Tension['accounts'][number];

/** A record that one of the accounts of a tension rests on. */
export interface TensionItem {
	readonly record: RecordId;
	/** The account's place among those of its tension, from 0. */
	readonly account: number;
}

/** The records of a tension's accounts, account by account; one that two of them name comes twice. */
export const tensionItems = ({accounts}: Tension): readonly TensionItem[] =>
	accounts.flatMap(({records}, account) => records.map(record => ({record, account})));

const asserterOf = (catalog: Catalog, id: RecordId): Asserter | undefined => {
	const record = catalog.find(id);
	const entry = record && kinded(record);
	switch (entry?.kind) {
		case 'quote':
			return entry.record.speaker;
		case 'claim':
		case 'event':
		case 'relation':
			return entry.record.assertedBy;
		default:
			return undefined;
	}
};

/** Whose account it is, when all its records have it from the same one. */
export const accountHolder = (catalog: Catalog, {records}: Account): Asserter | undefined => {
	const [first, ...others] = records.map(id => asserterOf(catalog, id));
	return others.every(asserter => asserter === first) ? first : undefined;
};
