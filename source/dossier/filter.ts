/*
The one matching rule of the program: what `/` filters by in every pane.

Words are separated by spaces and all must be found; `!word` must not be. A word in small letters
matches any case, one with a capital only itself (smart case). Accents do not matter unless they
are typed.
*/

interface Term {
	readonly word: string;
	readonly isExcluded: boolean;
	readonly fold: (character: string) => string;
}

export interface Filter {
	readonly terms: readonly Term[];
}

/** Start and end of a match in UTF-16 code units of the text, end exclusive. */
export type MatchRange = readonly [start: number, end: number];

const MARKS = /\p{M}/gu;

const lower = (character: string): string => character.toLowerCase();

const lowerWithoutMarks = (character: string): string =>
	character.charCodeAt(0) < 0x80 && character.length === 1
		? lower(character)
		: lower(character.normalize('NFKD').replaceAll(MARKS, '')).replaceAll('’', "'");

const same = (character: string): string => character;

const foldFor = (word: string): Term['fold'] => {
	if (word !== word.toLowerCase()) {
		return same;
	}

	return word === foldText(word, lowerWithoutMarks) ? lowerWithoutMarks : lower;
};

function foldText(text: string, fold: Term['fold']): string {
	let folded = '';
	for (const character of text) {
		folded += fold(character);
	}

	return folded;
}

const NOT_PLAIN = /[^\p{ASCII}“”]/gu;

/** A text as a word in small letters without accents looks for it; in one piece, as it is kept. */
export const looseText = (text: string): string =>
	text.replaceAll(NOT_PLAIN, lowerWithoutMarks).toLowerCase();

/** A lone `!` and an empty text filter nothing. */
export const parseFilter = (text: string): Filter => ({
	terms: text
		.split(/\s+/u)
		.map(part => ({
			isExcluded: part.startsWith('!'),
			word: part.startsWith('!') ? part.slice(1) : part,
		}))
		.filter(({word}) => word !== '')
		.map(({word, isExcluded}) => {
			const fold = foldFor(word);
			return {word: foldText(word, fold), isExcluded, fold};
		}),
});

export const isEmptyFilter = (filter: Filter): boolean => filter.terms.length === 0;

/** Whether every wanted word stands in the text and no excluded one does. */
export const matchesFilter = (filter: Filter, text: string): boolean =>
	filter.terms.every(
		({word, isExcluded, fold}) => foldText(text, fold).includes(word) !== isExcluded,
	);

/**
The same rule for texts that are looked through again and again: a function of what `looseText` makes of
one, and of the text itself, which is asked for only where the other does not settle it.
*/
export const matcherOf = (filter: Filter): ((loose: string, text: () => string) => boolean) => {
	const terms = filter.terms.map(term => ({
		loose: foldText(term.word, lowerWithoutMarks),
		isSettled: term.fold === lowerWithoutMarks,
		isExcluded: term.isExcluded,
		filter: {terms: [term]},
		// Half a character may stand within one that is folded to another.
		isWhole: term.word.isWellFormed(),
	}));
	return (loose, text) =>
		terms.every(term =>
			term.isWhole && (term.isSettled || !loose.includes(term.loose))
				? loose.includes(term.loose) !== term.isExcluded
				: matchesFilter(term.filter, text()),
		);
};

const rangesOfTerm = (text: string, {word, fold}: Term): readonly MatchRange[] => {
	// Folding can change lengths, so every folded code unit remembers where it came from.
	const starts: number[] = [];
	const ends: number[] = [];
	let folded = '';
	let at = 0;
	for (const character of text) {
		const part = fold(character);
		for (let unit = 0; unit < part.length; unit++) {
			starts.push(at);
			ends.push(at + character.length);
		}

		folded += part;
		at += character.length;
	}

	const ranges: MatchRange[] = [];
	for (
		let found = folded.indexOf(word);
		found !== -1;
		found = folded.indexOf(word, found + word.length)
	) {
		ranges.push([starts[found] ?? 0, ends[found + word.length - 1] ?? text.length]);
	}

	return ranges;
};

/** Where the wanted words stand in a text, merged and in order. */
export const matchRanges = (filter: Filter, text: string): readonly MatchRange[] => {
	const found = filter.terms
		.filter(term => !term.isExcluded)
		.flatMap(term => rangesOfTerm(text, term))
		.toSorted((a, b) => a[0] - b[0]);
	const merged: MatchRange[] = [];
	for (const [start, end] of found) {
		const last = merged.at(-1);
		if (last !== undefined && start <= last[1]) {
			merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
		} else {
			merged.push([start, end]);
		}
	}

	return merged;
};
