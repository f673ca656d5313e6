import {type ControlOnDay, controlAsOf} from '../../dossier/as-of.ts';
import {dayIn} from '../../dossier/days.ts';
import type {Place} from '../../dossier/schema.ts';
import {asserterName} from '../../dossier/title.ts';
import {CONTROL_WORDS, PLACE_KIND_WORDS} from '../../dossier/words.ts';
import {BRIEF_CITED, BRIEF_ID, CITED, citedIn, paragraphsIn} from './cited.ts';
import type {Column, Columns, View} from './column.ts';

const heldOn = (place: Place, {catalog, day}: View): ControlOnDay | undefined =>
	controlAsOf(catalog.dossier, place, day);

/** Who holds it at the end of the day, how that is known, and since when. */
const CONTROL: readonly Column<Place>[] = [
	{name: 'asOf', cell: (_, {day}) => day},
	{name: 'control', cell: (place, view) => heldOn(place, view)?.control.state},
	{name: 'basis', cell: (place, view) => heldOn(place, view)?.control.basis},
	{name: 'since', cell: (place, view) => heldOn(place, view)?.since},
	{name: 'toldFor', cell: (place, view) => heldOn(place, view)?.toldFor},
	{name: 'carried', cell: (place, view) => heldOn(place, view)?.isCarried},
	{name: 'controlAssertedBy', cell: (place, view) => heldOn(place, view)?.control.assertedBy},
	{
		name: 'controlAssertedByName',
		cell(place, view) {
			const asserter = heldOn(place, view)?.control.assertedBy;
			return asserter === undefined ? undefined : asserterName(view.catalog, asserter);
		},
	},
	{name: 'controlNote', cell: (place, view) => heldOn(place, view)?.control.note},
	{
		name: 'controlParagraphs',
		cell: (place, view) => paragraphsIn(heldOn(place, view)?.control.evidence ?? []),
	},
];

const DATA: Columns<Place>['data'] = [
	{name: 'id', cell: ({id}) => id},
	{name: 'name', cell: ({name}) => name},
	{name: 'aliases', cell: ({aliases}) => aliases},
	{name: 'kind', cell: ({kind}) => kind},
	{name: 'frontLine', cell: ({frontLine}) => frontLine},
	...CONTROL,
	{name: 'lat', cell: ({coordinates}) => coordinates?.lat},
	{name: 'lon', cell: ({coordinates}) => coordinates?.lon},
	{name: 'geoPrecision', cell: ({coordinates}) => coordinates?.precision},
	{name: 'coordinatesSource', cell: ({coordinates}) => coordinates?.source},
	{name: 'summary', cell: ({summary}) => summary},
	...CITED,
];

const briefControl: Column<Place, string | undefined> = {
	name: 'Control',
	cell(place, view) {
		const held = heldOn(place, view);
		return held === undefined ? undefined : CONTROL_WORDS[held.control.state];
	},
};

export const PLACE_COLUMNS: Columns<Place> = {
	data: DATA,
	brief: [
		BRIEF_ID,
		{name: 'Place', cell: ({name}) => name},
		{name: 'What', cell: ({kind}) => PLACE_KIND_WORDS[kind]},
		briefControl,
		BRIEF_CITED,
	],
};

export const TOWN_COLUMNS: Columns<Place> = {
	data: DATA,
	brief: [
		BRIEF_ID,
		{name: 'Town', cell: ({name}) => name},
		briefControl,
		{
			name: 'As of',
			cell(place, view) {
				const held = heldOn(place, view);
				return held === undefined ? undefined : dayIn(view.catalog.dossier, held.toldFor);
			},
		},
		{name: 'Basis', cell: (place, view) => heldOn(place, view)?.control.basis},
		{
			name: '¶',
			cell: (place, view) =>
				citedIn(view.catalog, heldOn(place, view)?.control.evidence ?? place.evidence),
		},
	],
};
