import type {Claim} from '../../dossier/schema.ts';
import {asserterName, claimText} from '../../dossier/title.ts';
import {CERTAINTY_WORDS} from '../../dossier/words.ts';
import {ASSERTED, BRIEF_CITED, BRIEF_ID, CITED, nameOf} from './cited.ts';
import type {Columns} from './column.ts';

export const CLAIM_COLUMNS: Columns<Claim> = {
	data: [
		{name: 'id', cell: ({id}) => id},
		{name: 'text', cell: ({text}) => text},
		...ASSERTED,
		{name: 'via', cell: ({via}) => via},
		{name: 'viaName', cell: ({via}, {catalog}) => nameOf(catalog, via)},
		{name: 'day', cell: ({day}) => day},
		{name: 'certainty', cell: ({certainty}) => certainty},
		{name: 'polarity', cell: ({polarity}) => polarity},
		{name: 'about', cell: ({about}) => about},
		...CITED,
	],
	brief: [
		BRIEF_ID,
		{name: 'Says', cell: ({assertedBy}, {catalog}) => asserterName(catalog, assertedBy)},
		{name: 'Sure', cell: ({certainty}) => CERTAINTY_WORDS[certainty]},
		BRIEF_CITED,
		{name: 'Claim', cell: claimText},
	],
};
