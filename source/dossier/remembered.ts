/** The same function, which works out what it is asked again only once: many events are of one day. */
export const remembered = <Value>(work: (when: string) => Value): ((when: string) => Value) => {
	const known = new Map<string, Value>();
	return when => {
		const found = known.get(when);
		if (found !== undefined || known.has(when)) {
			return found as Value;
		}

		const worked = work(when);
		known.set(when, worked);
		return worked;
	};
};
