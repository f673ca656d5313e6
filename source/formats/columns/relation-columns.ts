import type {Relation} from '../../dossier/schema.ts';
import {titleById, titleOf} from '../../dossier/title.ts';
import {ASSERTED, BRIEF_CITED, BRIEF_ID, CITED} from './cited.ts';
import type {Columns} from './column.ts';

export const RELATION_COLUMNS: Columns<Relation> = {
	data: [
		{name: 'id', cell: ({id}) => id},
		{name: 'from', cell: ({from}) => from},
		{name: 'fromName', cell: ({from}, {catalog}) => titleById(catalog, from)},
		{name: 'label', cell: ({label}) => label},
		{name: 'to', cell: ({to}) => to},
		{name: 'toName', cell: ({to}, {catalog}) => titleById(catalog, to)},
		{name: 'since', cell: ({since}) => since},
		{name: 'until', cell: ({until}) => until},
		...ASSERTED,
		{name: 'certainty', cell: ({certainty}) => certainty},
		...CITED,
	],
	brief: [
		BRIEF_ID,
		BRIEF_CITED,
		{name: 'Tie', cell: (relation, {catalog}) => titleOf(catalog, relation)},
	],
};
