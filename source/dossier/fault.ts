/** One thing that is wrong with a document, and where. */
export interface Fault {
	/** JSON Pointer (RFC 6901); the empty string is the whole document. */
	readonly pointer: string;
	readonly message: string;
}

const escaped = (key: PropertyKey): string =>
	String(key).replaceAll('~', '~0').replaceAll('/', '~1');

export const pointerTo = (path: readonly PropertyKey[]): string =>
	path.map(key => `/${escaped(key)}`).join('');
