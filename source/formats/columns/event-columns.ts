import {readableDate} from '../../dossier/days.ts';
import {figureText} from '../../dossier/profile/event.ts';
import type {DossierEvent} from '../../dossier/schema.ts';
import {titleById} from '../../dossier/title.ts';
import {EVENT_KIND_WORDS} from '../../dossier/words.ts';
import {ASSERTED, BRIEF_CITED, BRIEF_ID, CITED, nameOf} from './cited.ts';
import type {Columns} from './column.ts';

export const EVENT_COLUMNS: Columns<DossierEvent> = {
	data: [
		{name: 'id', cell: ({id}) => id},
		{name: 'title', cell: ({title}) => title},
		{name: 'when', cell: ({when}) => when},
		{name: 'precision', cell: ({precision}) => precision},
		{name: 'phrase', cell: ({phrase}) => phrase},
		{name: 'kind', cell: ({kind}) => kind},
		{name: 'places', cell: ({places}) => places},
		{
			name: 'placeNames',
			cell: ({places}, {catalog}) => places.map(id => titleById(catalog, id)),
		},
		{name: 'participants', cell: ({participants}) => participants},
		{
			name: 'participantNames',
			cell: ({participants}, {catalog}) => participants.map(id => titleById(catalog, id)),
		},
		{name: 'figures', cell: ({figures}) => figures.map(figureText)},
		{name: 'movementFrom', cell: ({movement}) => movement?.from},
		{name: 'movementFromName', cell: ({movement}, {catalog}) => nameOf(catalog, movement?.from)},
		{name: 'movementTo', cell: ({movement}) => movement?.to},
		{name: 'movementToName', cell: ({movement}, {catalog}) => nameOf(catalog, movement?.to)},
		{name: 'summary', cell: ({summary}) => summary},
		...ASSERTED,
		{name: 'certainty', cell: ({certainty}) => certainty},
		...CITED,
	],
	brief: [
		BRIEF_ID,
		{name: 'When', cell: ({when}) => readableDate(when)},
		{name: 'What', cell: ({kind}) => EVENT_KIND_WORDS[kind]},
		BRIEF_CITED,
		{name: 'Event', cell: ({title}) => title},
	],
};
