import {tensionItems} from '../../dossier/accounts.ts';
import type {Tension} from '../../dossier/schema.ts';
import {BRIEF_CITED, BRIEF_ID, CITED} from './cited.ts';
import type {Columns} from './column.ts';

export const TENSION_COLUMNS: Columns<Tension> = {
	data: [
		{name: 'id', cell: ({id}) => id},
		{name: 'title', cell: ({title}) => title},
		{name: 'question', cell: ({question}) => question},
		{name: 'accounts', cell: ({accounts}) => accounts.map(({text}) => text)},
		{
			name: 'records',
			cell: tension => [...new Set(tensionItems(tension).map(({record}) => record))],
		},
		...CITED,
	],
	brief: [
		BRIEF_ID,
		BRIEF_CITED,
		{name: 'Tension', cell: ({title}) => title},
		{name: 'Question', cell: ({question}) => question},
	],
};
