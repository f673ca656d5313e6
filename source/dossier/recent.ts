/**
What was made of the last few keys: asked again, it is the same; of one that was not asked for longest, it is
forgotten.

@param most - How many are kept.
*/
export const recent = <Key, Value>(
	most: number,
	make: (key: Key) => Value,
): ((key: Key) => Value) => {
	const kept = new Map<Key, Value>();
	return key => {
		const value = kept.has(key) ? (kept.get(key) as Value) : make(key);
		kept.delete(key);
		kept.set(key, value);
		if (kept.size > most) {
			for (const oldest of kept.keys()) {
				kept.delete(oldest);
				break;
			}
		}

		return value;
	};
};
