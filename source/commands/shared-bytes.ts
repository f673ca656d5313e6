/** A copy that several threads can look at. */
export const sharedBytes = (bytes: Uint8Array): Uint8Array<SharedArrayBuffer> => {
	const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
	copy.set(bytes);
	return copy;
};
