import {type FoldedText, folded} from './folded-text.ts';
import {type Positions, positionsIn} from './positions.ts';
import type {Stretch} from './stretch.ts';

/** An article in which words are looked for; each paragraph is counted and folded once, when asked for. */
export interface SearchableArticle {
	readonly paragraphs: readonly string[];
	/** Code points; `undefined`: there is no such paragraph. */
	readonly lengthOf: (paragraph: number) => number | undefined;
	/** What stands there, as far as the paragraph goes. */
	readonly wordsAt: (stretch: Stretch) => string;
	/**
	Where words stand, whatever their typography: of several places the one nearest to another.
	What begins or ends within a word does not count.
	*/
	readonly find: (words: string, near: Stretch) => Stretch | undefined;
}

/** Scripts that are written without spaces: any character may begin a word. */
const UNSPACED =
	/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u;

const isInWord = (character: string): boolean =>
	/[\p{L}\p{N}\p{M}]/u.test(character) && !UNSPACED.test(character);

const characterBefore = (text: string, index: number): string =>
	String.fromCodePoint(text.codePointAt(index - 2) ?? 0).length === 2 && index > 1
		? text.slice(index - 2, index)
		: text.slice(Math.max(0, index - 1), index);

const characterAt = (text: string, index: number): string => {
	const code = text.codePointAt(index);
	return code === undefined ? '' : String.fromCodePoint(code);
};

/** Whether an index of a text lies within a word, or within a character. */
const isWithin = (text: string, index: number): boolean => {
	const after = characterAt(text, index);
	return /^\p{M}/u.test(after) || (isInWord(after) && isInWord(characterBefore(text, index)));
};

/** Where words begin in a text, nearest first to an index when there is one. */
const indexNear = (text: string, words: string, wanted: number): number | undefined => {
	let best: number | undefined;
	for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
		if (!isWithin(text, at) && !isWithin(text, at + words.length)) {
			if (best !== undefined && Math.abs(at - wanted) >= Math.abs(best - wanted)) {
				break;
			}

			best = at;
		}
	}

	return best;
};

/** Paragraphs on either side in which words that have moved are looked for first. */
const FAR = 9;

/** From 0 outward: 0, 1, -1, 2, -2, as far as either side goes. */
function* outward(below: number, above: number): Generator<number> {
	yield 0;
	for (let step = 1; step <= Math.max(below, above); step++) {
		if (step <= above) {
			yield step;
		}

		if (step <= below) {
			yield -step;
		}
	}
}

const kept = <Value>(make: (at: number) => Value): ((at: number) => Value) => {
	const known: Value[] = [];
	return at => {
		const value = known[at] ?? make(at);
		known[at] = value;
		return value;
	};
};

export const searchableArticle = (paragraphs: readonly string[]): SearchableArticle => {
	const positionsOf = kept((at): Positions => positionsIn(paragraphs[at] ?? ''));
	const foldedOf = kept((at): FoldedText => folded(paragraphs[at] ?? ''));
	let whole: string | undefined;
	const stands = (words: string): boolean => {
		whole ??= paragraphs.map((_, at) => foldedOf(at).text).join('\n');
		return whole.includes(words);
	};

	const findIn = (at: number, words: string, wanted: number): Stretch | undefined => {
		const {text, sourceStart, sourceEnd} = foldedOf(at);
		const index = indexNear(text, words, wanted);
		if (index === undefined) {
			return undefined;
		}

		const {positionOf} = positionsOf(at);
		return {
			paragraph: at + 1,
			start: positionOf(sourceStart(index)),
			end: positionOf(sourceEnd(index + words.length)),
		};
	};

	return {
		paragraphs,
		lengthOf: paragraph =>
			paragraph >= 1 && paragraph <= paragraphs.length
				? positionsOf(paragraph - 1).length
				: undefined,
		wordsAt: ({paragraph, start, end}) =>
			paragraphs[paragraph - 1] === undefined ? '' : positionsOf(paragraph - 1).slice(start, end),
		find(words, near) {
			const {text} = folded(words.trim());
			if (text === '') {
				return undefined;
			}

			const cited = Math.max(0, Math.min(near.paragraph, paragraphs.length) - 1);
			let isKnown = false;
			for (const step of outward(cited, paragraphs.length - 1 - cited)) {
				// Farther away it is only looked for paragraph by paragraph when it is there at all.
				if (!isKnown && Math.abs(step) >= FAR) {
					isKnown = stands(text);
					if (!isKnown) {
						return undefined;
					}
				}

				const found = findIn(cited + step, text, step === 0 ? near.start : 0);
				if (found !== undefined) {
					return found;
				}
			}

			return undefined;
		},
	};
};
