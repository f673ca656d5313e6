/** Tells rows of a table from each other, as the hash of a row does, and costs less than one. */
export const sha1 = (row: unknown): string => JSON.stringify(row);
