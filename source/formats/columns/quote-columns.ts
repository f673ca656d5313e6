import {dayIn} from '../../dossier/days.ts';
import type {Quote} from '../../dossier/schema.ts';
import {quotedWords, titleById} from '../../dossier/title.ts';
import {BRIEF_CITED, BRIEF_ID, CITED, nameOf} from './cited.ts';
import type {Columns} from './column.ts';

export const QUOTE_COLUMNS: Columns<Quote> = {
	data: [
		{name: 'id', cell: ({id}) => id},
		{name: 'speaker', cell: ({speaker}) => speaker},
		{name: 'speakerName', cell: ({speaker}, {catalog}) => titleById(catalog, speaker)},
		{name: 'text', cell: ({text}) => text},
		{name: 'form', cell: ({form}) => form},
		{name: 'verb', cell: ({verb}) => verb},
		{name: 'verbClass', cell: ({verbClass}) => verbClass},
		{name: 'day', cell: ({day}) => day},
		{name: 'place', cell: ({place}) => place},
		{name: 'placeName', cell: ({place}, {catalog}) => nameOf(catalog, place)},
		{name: 'channel', cell: ({channel}) => channel},
		{name: 'via', cell: ({via}) => via},
		{name: 'viaName', cell: ({via}, {catalog}) => nameOf(catalog, via)},
		{name: 'about', cell: ({about}) => about},
		...CITED,
	],
	brief: [
		BRIEF_ID,
		{name: 'Who', cell: ({speaker}, {catalog}) => titleById(catalog, speaker)},
		{
			name: 'Day',
			cell: ({day}, {catalog}) => (day === undefined ? undefined : dayIn(catalog.dossier, day)),
		},
		BRIEF_CITED,
		{name: 'Words', cell: quotedWords},
	],
};
