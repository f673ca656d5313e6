import type {Cell, Table} from './table.ts';

/** The rows of a table as objects with the same keys in the same order; `null` where nothing is said. */
export const jsonRows = ({
	columns,
	rows,
}: Table): readonly Readonly<Record<string, Exclude<Cell, undefined> | null>>[] =>
	rows.map(row => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null])));
