import {folded} from './folded-text.ts';

const wordsOf = (text: string): readonly string[] =>
	folded(text)
		.text.toLowerCase()
		.match(/\p{Script=Han}|[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** How many of the words of two texts they have in common, wherever they stand: from 0 to 1. */
export const likeness = (one: string, other: string): number => {
	const [ones, others] = [wordsOf(one), wordsOf(other)];
	const left = new Map<string, number>();
	for (const word of ones) {
		left.set(word, (left.get(word) ?? 0) + 1);
	}

	let shared = 0;
	for (const word of others) {
		const count = left.get(word) ?? 0;
		if (count > 0) {
			left.set(word, count - 1);
			shared++;
		}
	}

	return ones.length + others.length === 0 ? 0 : (2 * shared) / (ones.length + others.length);
};
