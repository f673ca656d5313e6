import {acledTable} from './acled.ts';
import type {View} from './columns/column.ts';
import {csvPieces} from './csv.ts';
import type {ListName} from './list-names.ts';
import {RECORD_LISTS} from './record-lists.ts';

/** The records of one kind as CSV, put together as it is asked for: every field, events in the columns of ACLED. */
export function* csvOfKind(view: View, kind: ListName): Generator<string> {
	yield* csvPieces(
		kind === 'events' ? acledTable(view) : RECORD_LISTS[kind].data(view, () => true),
	);
}
