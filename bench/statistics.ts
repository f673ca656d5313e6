/** How a set of measurements lies. */
export type Summary = {
	readonly count: number;
	readonly min: number;
	readonly median: number;
	readonly p95: number;
	readonly max: number;
};

/**
The value below which a share of the values lies, between the two nearest when it falls between.

@param sorted - Ascending and not empty.
@param share - From 0 to 1.
*/
const quantile = (sorted: readonly number[], share: number): number => {
	const place = (sorted.length - 1) * share;
	const below = sorted[Math.floor(place)] ?? Number.NaN;
	const above = sorted[Math.ceil(place)] ?? Number.NaN;
	return below + (above - below) * (place - Math.floor(place));
};

/** @returns `undefined` when there is nothing to summarise. */
export const summarise = (values: readonly number[]): Summary | undefined => {
	if (values.length === 0) {
		return undefined;
	}

	const sorted = values.toSorted((a, b) => a - b);
	return {
		count: sorted.length,
		min: quantile(sorted, 0),
		median: quantile(sorted, 0.5),
		p95: quantile(sorted, 0.95),
		max: quantile(sorted, 1),
	};
};

/** The same where there are enough of them to tell how one in a hundred is. */
export type Spread = Summary & {readonly mean: number; readonly p99: number};

/** @returns `undefined` when there is nothing to summarise. */
export const spreadOf = (values: readonly number[]): Spread | undefined => {
	const summary = summarise(values);
	return (
		summary && {
			...summary,
			mean: values.reduce((sum, value) => sum + value, 0) / values.length,
			p99: quantile(
				values.toSorted((a, b) => a - b),
				0.99,
			),
		}
	);
};

/**
The last of a row of moments before a gap of at least `quiet`.

@param moments - Ascending, in ms.
@param from - Gaps before this moment do not count.
*/
export const lastBeforeQuiet = (
	moments: readonly number[],
	quiet: number,
	from = Number.NEGATIVE_INFINITY,
): number | undefined =>
	moments.find((moment, index) => {
		const pause = (moments[index + 1] ?? Number.POSITIVE_INFINITY) - moment;
		return moment >= from && pause >= quiet;
	});
