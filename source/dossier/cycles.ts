/** What a record leads to. */
export interface Lead<Path> {
	readonly to: string;
	readonly path: Path;
}

export interface Cycle<Path> {
	/** Where the lead stands that closes it. */
	readonly path: Path;
	/** The ids along it, the first once more at the end; of a long one its two ends, `…` between them. */
	readonly ids: readonly string[];
}

/** Of one end of a cycle. */
const MOST_IDS = 4;

const endsOf = (way: readonly string[], from: number): readonly string[] =>
	way.length - from < 2 * MOST_IDS
		? way.slice(from)
		: [...way.slice(from, from + MOST_IDS), '…', ...way.slice(1 - MOST_IDS)];

/**
The cycles among records that lead to each other: with what closes each taken out there is none left. Any
number of records may lead on in a row.
*/
export const cyclesAmong = <Path>(
	leads: ReadonlyMap<string, readonly Lead<Path>[]>,
): readonly Cycle<Path>[] => {
	const cycles: Cycle<Path>[] = [];
	const isSeen = new Set<string>();
	/** From where we began to where we are, and how many leads of each were followed. */
	const way: string[] = [];
	const followed: number[] = [];
	const depths = new Map<string, number>();
	const enter = (id: string): void => {
		if (!isSeen.has(id)) {
			isSeen.add(id);
			depths.set(id, way.length);
			way.push(id);
			followed.push(0);
		}
	};

	for (const first of leads.keys()) {
		enter(first);
		for (let id = way.at(-1); id !== undefined; id = way.at(-1)) {
			const next = followed.pop() ?? 0;
			const lead = leads.get(id)?.[next];
			if (lead === undefined) {
				way.pop();
				depths.delete(id);
				continue;
			}

			followed.push(next + 1);
			const depth = depths.get(lead.to);
			if (depth === undefined) {
				enter(lead.to);
			} else {
				cycles.push({path: lead.path, ids: [...endsOf(way, depth), lead.to]});
			}
		}
	}

	return cycles;
};
