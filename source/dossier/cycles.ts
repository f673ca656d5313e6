/** What a record leads to, in order. */
export interface Lead<Path> {
	readonly to: string;
	readonly path: Path;
}

export interface Cycle<Path> {
	/** Where the lead stands that closes it. */
	readonly path: Path;
	/** The ids along it; the first is the last again. */
	readonly ids: readonly string[];
}

/**
The cycles among records that lead to each other. With a lead of each taken out there is none left. Any
number of records may lead to each other in a row.
*/
export const cyclesAmong = <Path>(
	leads: ReadonlyMap<string, readonly Lead<Path>[]>,
): readonly Cycle<Path>[] => {
	const cycles: Cycle<Path>[] = [];
	const isSeen = new Set<string>();
	for (const first of leads.keys()) {
		/** The ids on the way to where we are, each with how many of its leads were followed. */
		const way = new Map<string, number>();
		const enter = (id: string): void => {
			isSeen.add(id);
			way.set(id, 0);
			stack.push(id);
		};

		const stack: string[] = [];
		if (!isSeen.has(first)) {
			enter(first);
		}

		for (let id = stack.at(-1); id !== undefined; id = stack.at(-1)) {
			const followed = way.get(id) ?? 0;
			const lead = leads.get(id)?.[followed];
			way.set(id, followed + 1);
			if (lead === undefined) {
				stack.pop();
				way.delete(id);
			} else if (way.has(lead.to)) {
				cycles.push({path: lead.path, ids: [...stack.slice(stack.indexOf(lead.to)), lead.to]});
			} else if (!isSeen.has(lead.to)) {
				enter(lead.to);
			}
		}
	}

	return cycles;
};
