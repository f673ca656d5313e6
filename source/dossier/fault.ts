/** One thing that is wrong with a document, and where. */
export interface Fault {
	/** JSON Pointer (RFC 6901); the empty string is the whole document. */
	readonly pointer: string;
	readonly message: string;
	/** It is the key that is wrong, whatever its value. */
	readonly isOfKey?: true;
}

/** Where something stands in a text, as editors count. */
export interface TextPlace {
	/** From 1. */
	readonly line: number;
	/** From 1, in UTF-16 code units. */
	readonly column: number;
}

/** A fault of a text. */
export interface PlacedFault extends Fault, TextPlace {}

const escaped = (key: PropertyKey): string =>
	String(key).replaceAll('~', '~0').replaceAll('/', '~1');

export const pointerTo = (path: readonly PropertyKey[]): string =>
	path.map(key => `/${escaped(key)}`).join('');

/** The keys that a pointer leads through; the opposite of `pointerTo`, list positions as text. */
export const keysOf = (pointer: string): readonly string[] =>
	pointer
		.split('/')
		.slice(1)
		.map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'));
