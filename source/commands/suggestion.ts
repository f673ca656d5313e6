import {closest, distance} from 'fastest-levenshtein';

/** ` (did you mean quotes?)` when one of the known words is near; else nothing. */
export const suggestion = (word: string, known: readonly string[]): string => {
	if (known.length === 0) {
		return '';
	}

	const typed = word.toLowerCase();
	const nearest = closest(typed, known);
	// Of a word of two letters or one, something has to be left in what is suggested.
	return distance(typed, nearest) <= Math.min(word.length - 1, Math.max(2, word.length / 3))
		? ` (did you mean ${nearest}?)`
		: '';
};
