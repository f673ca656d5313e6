/** A text by its code points, which its own indices are not where it leaves the basic plane. */
export interface Positions {
	/** How many code points it has. */
	readonly length: number;
	/** The code points from `start` to `end`, end exclusive, as far as the text has them. */
	readonly slice: (start: number, end: number) => string;
	/** The code point in which an index of the text lies; its length for the end. */
	readonly positionOf: (index: number) => number;
}

/** Where each code point begins, and the end. */
const startsOf = (text: string): Uint32Array => {
	const starts = new Uint32Array(text.length + 1);
	let length = 0;
	for (let index = 0; index < text.length; index++) {
		starts[length++] = index;
		index += (text.codePointAt(index) ?? 0) > 0xff_ff ? 1 : 0;
	}

	starts[length] = text.length;
	return starts.subarray(0, length + 1);
};

const lastAtOrBefore = (starts: Uint32Array, index: number): number => {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((starts[middle] ?? 0) <= index) {
			low = middle;
		} else {
			high = middle - 1;
		}
	}

	return low;
};

/** Counts a text once, however often it is then asked for a place in it. */
export const positionsIn = (text: string): Positions => {
	if (!/[\uD800-\uDFFF]/.test(text)) {
		return {
			length: text.length,
			slice: (start, end) => text.slice(start, end),
			positionOf: index => index,
		};
	}

	const starts = startsOf(text);
	const length = starts.length - 1;
	return {
		length,
		slice: (start, end) =>
			text.slice(starts[Math.min(start, length)], starts[Math.min(end, length)]),
		positionOf: index => lastAtOrBefore(starts, index),
	};
};
