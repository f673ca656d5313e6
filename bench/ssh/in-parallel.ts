/** Does something so many times, so many at a time. @returns What came of each, in order. */
export const inParallel = async <Result>(
	count: number,
	lanes: number,
	work: (at: number) => Promise<Result>,
): Promise<readonly Result[]> => {
	const results: Result[] = [];
	let next = 0;
	const lane = async (): Promise<void> => {
		while (next < count) {
			const at = next;
			next += 1;
			results[at] = await work(at);
		}
	};

	await Promise.all(Array.from({length: Math.min(lanes, count)}, lane));
	return results;
};
