import {type Account, accountHolder} from '../../dossier/accounts.ts';
import type {Catalog} from '../../dossier/catalog.ts';
import {readableDate} from '../../dossier/days.ts';
import {kinded} from '../../dossier/record.ts';
import type {RecordId} from '../../dossier/schema.ts';
import {quotedWords, titleById, titleOf} from '../../dossier/title.ts';
import {asserter, relayedBy, saysWho} from './attribution.ts';
import {type AccountBlock, type Block, item, paragraph} from './block.ts';
import {claimPieces} from './claim-blocks.ts';
import type {Notes} from './notes.ts';
import {data, joinPieces, type Pieces, phrase, words} from './piece.ts';

/** A record that an account rests on, with whose word it is. */
const groundPieces = (catalog: Catalog, id: RecordId, notes: Notes): Pieces => {
	const record = catalog.find(id);
	if (record === undefined) {
		return [data(id)];
	}

	const entry = kinded(record);
	switch (entry.kind) {
		case 'claim':
			return claimPieces(catalog, entry.record, notes);
		case 'quote': {
			const {speaker, via, evidence} = entry.record;
			return phrase`${data(quotedWords(entry.record))} (${joinPieces(
				[data(titleById(catalog, speaker)), relayedBy(catalog, via)],
				', ',
			)})${notes.cite(evidence)}`;
		}

		case 'event': {
			const {title, when, evidence} = entry.record;
			return phrase`${data(title)} (${joinPieces([data(readableDate(when)), saysWho(catalog, entry.record)], ', ')})${notes.cite(evidence)}`;
		}

		case 'relation':
			return phrase`${data(titleOf(catalog, record))} (${saysWho(catalog, entry.record)})${notes.cite(record.evidence)}`;
		default:
			return phrase`${data(titleOf(catalog, record))}${notes.cite(record.evidence)}`;
	}
};

const accountBlock = (
	catalog: Catalog,
	account: Account,
	number: number,
	notes: Notes,
): AccountBlock => {
	const holder = accountHolder(catalog, account);
	const {text, records} = account;
	return {
		heading: joinPieces(
			[words(`Account ${number}`), holder === undefined ? undefined : asserter(catalog, holder)],
			', ',
		),
		text: phrase`${data(text)}${notes.cite(records.flatMap(id => catalog.find(id)?.evidence ?? []))}`,
		grounds: records.map(id => item(groundPieces(catalog, id, notes))),
	};
};

/** Accounts that cannot all be the whole truth, side by side, each with what it rests on. */
export function* tensionBlocks(catalog: Catalog, notes: Notes): Generator<Block> {
	const {tensions} = catalog.dossier;
	if (tensions.length === 0) {
		yield paragraph([words('The dossier sets no accounts against each other.')]);
	}

	for (const {title, question, accounts, evidence} of tensions) {
		yield {kind: 'heading', pieces: [data(title)]};
		yield {kind: 'question', pieces: phrase`${data(question)}${notes.cite(evidence)}`};
		yield {
			kind: 'accounts',
			accounts: accounts.map((account, at) => accountBlock(catalog, account, at + 1, notes)),
		};
	}
}
