import type {Catalog} from '../../dossier/catalog.ts';
import {longDay} from '../../dossier/days.ts';
import type {Claim} from '../../dossier/schema.ts';
import {claimText, isLeftOpen} from '../../dossier/title.ts';
import {saysWho} from './attribution.ts';
import {type Block, item, paragraph} from './block.ts';
import {each} from './each.ts';
import type {Notes} from './notes.ts';
import {data, joinPieces, type Pieces, phrase, words} from './piece.ts';

/** A claim with whose it is, how sure they are, and where it stands. */
export const claimPieces = (catalog: Catalog, claim: Claim, notes: Notes): Pieces => {
	const who = isLeftOpen(claim)
		? [words('raised by the report, which leaves it open')]
		: saysWho(catalog, claim, claim.polarity === 'denied' ? 'by' : 'says');
	const day = claim.day === undefined ? undefined : words(longDay(claim.day));
	return phrase`${data(claimText(claim))} (${joinPieces([who, day], ', ')})${notes.cite(claim.evidence)}`;
};

/** What is claimed beside the accounts that disagree; what the report leaves open stands elsewhere. */
export function* claimBlocks(catalog: Catalog, notes: Notes): Generator<Block> {
	const {claims, tensions} = catalog.dossier;
	const told = new Set(tensions.flatMap(({accounts}) => accounts.flatMap(({records}) => records)));
	const others = claims.filter(claim => !told.has(claim.id) && !isLeftOpen(claim));
	yield others.length === 0
		? paragraph([words('Nothing beside what stands above.')])
		: {
				kind: 'list',
				items: each(others, claim => item(claimPieces(catalog, claim, notes))),
			};
}
