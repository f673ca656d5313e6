/** A value of a row; `undefined` where the report does not say. */
export type Cell = string | number | boolean | readonly string[] | readonly number[] | undefined;

/** Rows with a cell for each column. */
export interface Table<Kind extends Cell = Cell> {
	readonly columns: readonly string[];
	readonly rows: readonly (readonly Kind[])[];
}
