import type {MatchRange} from '../dossier/filter.ts';

/** Characters before what was found, as far as they are whole words. */
const BEFORE = 24;

/** The part of a text from shortly before a match on, its beginning cut at a word. */
export const snippet = (text: string, [start]: MatchRange, ellipsis: string): string => {
	if (start <= BEFORE) {
		return text;
	}

	const from = text.indexOf(' ', start - BEFORE);
	return from === -1 || from >= start
		? `${ellipsis}${text.slice(start)}`
		: `${ellipsis}${text.slice(from)}`;
};
