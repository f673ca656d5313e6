import {townsInRoadOrder} from '../dossier/as-of.ts';
import type {DossierRecord} from '../dossier/record.ts';
import type {Dossier} from '../dossier/schema.ts';
import {ACTOR_COLUMNS} from './columns/actor-columns.ts';
import {CLAIM_COLUMNS} from './columns/claim-columns.ts';
import type {Column, Columns, View} from './columns/column.ts';
import {EVENT_COLUMNS} from './columns/event-columns.ts';
import {PLACE_COLUMNS, TOWN_COLUMNS} from './columns/place-columns.ts';
import {QUOTE_COLUMNS} from './columns/quote-columns.ts';
import {RELATION_COLUMNS} from './columns/relation-columns.ts';
import {TENSION_COLUMNS} from './columns/tension-columns.ts';
import type {ListName} from './list-names.ts';
import type {Cell, Table} from './table.ts';

type IsWanted = (record: DossierRecord) => boolean;

/** The records of one kind as rows, those that are wanted, in the order in which they are read. */
export interface RecordList {
	/** All that is known of them, under keys that stay. */
	readonly data: (view: View, isWanted: IsWanted) => Table;
	/** What a reader looks for, in words. */
	readonly brief: (view: View, isWanted: IsWanted) => Table<string | undefined>;
}

const tableOf = <Item extends DossierRecord, Kind extends Cell>(
	records: readonly Item[],
	columns: readonly Column<Item, Kind>[],
	view: View,
): Table<Kind> => ({
	columns: columns.map(({name}) => name),
	rows: records.map(record => columns.map(({cell}) => cell(record, view))),
});

const listOf = <Item extends DossierRecord>(
	recordsIn: (dossier: Dossier) => readonly Item[],
	{data, brief}: Columns<Item>,
): RecordList => ({
	data: (view, isWanted) => tableOf(recordsIn(view.catalog.dossier).filter(isWanted), data, view),
	brief: (view, isWanted) => tableOf(recordsIn(view.catalog.dossier).filter(isWanted), brief, view),
});

/** Every list: towns in road order, events in order of time, all else as in the file. */
export const RECORD_LISTS: Readonly<Record<ListName, RecordList>> = {
	actors: listOf(({actors}) => actors, ACTOR_COLUMNS),
	towns: listOf(townsInRoadOrder, TOWN_COLUMNS),
	places: listOf(({places}) => places, PLACE_COLUMNS),
	quotes: listOf(({quotes}) => quotes, QUOTE_COLUMNS),
	events: listOf(({events}) => events, EVENT_COLUMNS),
	relations: listOf(({relations}) => relations, RELATION_COLUMNS),
	claims: listOf(({claims}) => claims, CLAIM_COLUMNS),
	tensions: listOf(({tensions}) => tensions, TENSION_COLUMNS),
};
