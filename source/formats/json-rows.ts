import type {Cell, Table} from './table.ts';

type Row = Readonly<Record<string, Exclude<Cell, undefined> | null>>;

/** The rows of a table, one after another, as objects with the same keys in the same order; `null` where nothing is said. */
export function* jsonRows({columns, rows}: Table): Generator<Row> {
	for (const row of rows) {
		yield Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null]));
	}
}
