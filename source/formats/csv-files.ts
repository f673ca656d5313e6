import {acledTable} from './acled.ts';
import type {View} from './columns/column.ts';
import {csvText} from './csv.ts';
import type {ListName} from './list-names.ts';
import {RECORD_LISTS} from './record-lists.ts';

/** The records of one kind as CSV: every field, events in the columns of ACLED. */
export const csvOfKind = (view: View, kind: ListName): string =>
	csvText(kind === 'events' ? acledTable(view) : RECORD_LISTS[kind].data(view, () => true));
