/** Milliseconds that a login may take, or a first frame, or an end. */
export const LIMIT = 30_000;

/** @throws {Error} It took too long. */
export const inTime = <Value>(what: string, work: Promise<Value>): Promise<Value> =>
	new Promise((resolve, reject) => {
		const limit = setTimeout(() => reject(new Error(`${what} took too long`)), LIMIT);
		work.then(resolve, reject).finally(() => clearTimeout(limit));
	});
