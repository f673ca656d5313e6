import type {Catalog} from '../../dossier/catalog.ts';
import type {Asserter, Certainty, RecordId} from '../../dossier/schema.ts';
import {asserterName, titleById} from '../../dossier/title.ts';
import {CERTAINTY_WORDS} from '../../dossier/words.ts';
import {data, joinPieces, type Pieces, phrase, words} from './piece.ts';

/** Whose word it is: `the report`, or a name. */
export const asserter = (catalog: Catalog, id: Asserter): Pieces => [
	id === 'author' ? words('the report') : data(asserterName(catalog, id)),
];

export const relayedBy = (catalog: Catalog, via: RecordId | undefined): Pieces =>
	via === undefined ? [] : phrase`relayed by ${data(titleById(catalog, via))}`;

/** How sure they are; nothing for those who say it without a hedge. */
const hedge = (certainty: Certainty): Pieces =>
	certainty === 'certain' ? [] : [words(CERTAINTY_WORDS[certainty])];

interface Asserted {
	readonly assertedBy: Asserter;
	readonly certainty: Certainty;
}

/** `says Vera Moss, relayed by Tom Reed, as probable`, or another verb. */
export const saysWho = (
	catalog: Catalog,
	{assertedBy, certainty, via}: Asserted & {readonly via?: RecordId | undefined},
	verb = 'says',
): Pieces =>
	joinPieces(
		[
			phrase`${words(`${verb} `)}${asserter(catalog, assertedBy)}`,
			relayedBy(catalog, via),
			hedge(certainty),
		],
		', ',
	);

/** The same of what is a fact to the report: nothing where the report itself says so, and without a hedge. */
export const hedged = (catalog: Catalog, {assertedBy, certainty}: Asserted): Pieces =>
	assertedBy === 'author' ? hedge(certainty) : saysWho(catalog, {assertedBy, certainty});
