import {sideAsOf} from '../../dossier/as-of.ts';
import type {Actor} from '../../dossier/schema.ts';
import {SIDE_WORDS} from '../../dossier/words.ts';
import {BRIEF_CITED, BRIEF_ID, CITED} from './cited.ts';
import type {Columns, View} from './column.ts';

const sideOf = (actor: Actor, {catalog, day}: View) => sideAsOf(catalog.dossier, actor, day);

export const ACTOR_COLUMNS: Columns<Actor> = {
	data: [
		{name: 'id', cell: ({id}) => id},
		{name: 'name', cell: ({name}) => name},
		{name: 'aliases', cell: ({aliases}) => aliases},
		{name: 'kind', cell: ({kind}) => kind},
		{name: 'role', cell: ({role}) => role},
		{name: 'asOf', cell: (_, {day}) => day},
		{name: 'side', cell: (actor, view) => sideOf(actor, view).side},
		{name: 'leftSide', cell: (actor, view) => sideOf(actor, view).left},
		{name: 'summary', cell: ({summary}) => summary},
		...CITED,
	],
	brief: [
		BRIEF_ID,
		{name: 'Name', cell: ({name}) => name},
		{
			name: 'Stands with',
			cell(actor, view) {
				const {side, left} = sideOf(actor, view);
				return left === undefined || left === side
					? SIDE_WORDS[side]
					: `${SIDE_WORDS[side]}, left ${SIDE_WORDS[left]}`;
			},
		},
		BRIEF_CITED,
		{name: 'Role', cell: ({role}) => role},
	],
};
