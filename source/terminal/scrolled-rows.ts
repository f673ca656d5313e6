/** Rows of a screen that stand higher or lower than before. */
export interface Scroll {
	/** The first that takes part. */
	readonly top: number;
	/** The last one. */
	readonly bottom: number;
	/** Upwards; below 0 downwards. */
	readonly rows: number;
}

/** Fewer rows are sooner written than moved. */
const LEAST_MOVED = 3;

/** By how much most of the rows that changed have moved, and from where to where; nothing where few have. */
export const scrollBetween = (
	old: readonly string[],
	next: readonly string[],
): Scroll | undefined => {
	const places = new Map<string, number>();
	for (const [row, line] of old.entries()) {
		// A row that stands in several places tells nothing.
		places.set(line, places.has(line) ? -1 : row);
	}

	const moved = new Map<number, number[]>();
	for (const [row, line] of next.entries()) {
		const from = line === old[row] ? undefined : places.get(line);
		if (from !== undefined && from !== -1) {
			moved.set(from - row, [...(moved.get(from - row) ?? []), row]);
		}
	}

	const [best] = [...moved].toSorted((a, b) => b[1].length - a[1].length);
	if (best === undefined || best[1].length < LEAST_MOVED) {
		return undefined;
	}

	const [rows, ends] = best;
	const first = Math.min(...ends);
	const last = Math.max(...ends);
	return {
		rows,
		top: Math.min(first, first + rows),
		bottom: Math.max(last, last + rows),
	};
};

/** The rows of a screen after they were moved; `blank` stands where no other came. */
export const scrolledRows = <Row>(
	shown: readonly Row[],
	{top, bottom, rows}: Scroll,
	blank: Row,
): readonly Row[] =>
	shown.map((row, at) => {
		if (at < top || at > bottom) {
			return row;
		}

		const from = at + rows;
		return from < top || from > bottom ? blank : (shown[from] ?? blank);
	});
