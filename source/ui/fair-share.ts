/**
How many cells each of several texts may have so that all fit; those that need fewer leave the rest to the others.
No bound where all are whole.

@param widths - The cells that each needs.
*/
export const fairShare = (widths: readonly number[], room: number): number => {
	let left = room;
	for (const [at, width] of widths.toSorted((a, b) => a - b).entries()) {
		const share = Math.floor(left / (widths.length - at));
		if (width > share) {
			return share;
		}

		left -= width;
	}

	return Number.POSITIVE_INFINITY;
};
