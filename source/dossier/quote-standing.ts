import {codePointLength, codePointSlice} from './article.ts';
import {folded, type Typography, typographyBetween} from './folded-text.ts';
import {likeness} from './likeness.ts';
import type {Evidence, Quote} from './schema.ts';
import type {SearchableArticle} from './searchable-article.ts';
import type {Stretch} from './stretch.ts';

/** How a quote stands in an article. */
export type Standing =
	/** Word for word, where it says. */
	| {readonly type: 'verbatim'}
	/**
	At `places`, one for each of its ranges: in the paragraphs that it cites, though they are set in
	another way (`typography`), or elsewhere, where they may be set in another way too.
	*/
	| {
			readonly type: 'typography' | 'elsewhere';
			readonly places: readonly Stretch[];
			readonly differences: readonly Typography[];
	  }
	/** Not in the article. */
	| {
			readonly type: 'other';
			/** What stands where it says; empty when that is outside of the article. */
			readonly words: string;
			/** Where it does not stand but something much like it does. */
			readonly like: Like | undefined;
	  };

interface Like {
	readonly place: Stretch;
	readonly words: string;
}

/** Less than this many of their words in common, and two texts are not two editions of one. */
const ALIKE = 0.5;

/** A quote by its ranges, the spaces between them left out; as one piece where they do not add up. */
const piecesOf = (
	text: string,
	ranges: readonly Evidence[],
): readonly {readonly words: string; readonly range: Evidence}[] => {
	const [first] = ranges;
	const length = ranges.reduce((sum, {start, end}) => sum + end - start, ranges.length - 1);
	if (first === undefined) {
		return [];
	}

	// Typed otherwise (`--`, `...`, an accent of its own) it may only add up as any edition would have it.
	const whole = [text, folded(text).text].find(words => codePointLength(words) === length);
	if (whole === undefined) {
		return [{words: text, range: first}];
	}

	let at = 0;
	return ranges.map(range => {
		const begin = at;
		const end = begin + range.end - range.start;
		at = end + 1;
		return {words: codePointSlice(whole, begin, end), range};
	});
};

/** Of the words that the article quotes near a range, those most like some others. */
const mostLike = (
	text: string,
	article: SearchableArticle,
	quotedNear: readonly Stretch[],
): (Like & {readonly likeness: number}) | undefined => {
	let best: (Like & {readonly likeness: number}) | undefined;
	for (const place of quotedNear) {
		const words = article.wordsAt(place);
		const found = likeness(words, text);
		if (found > (best?.likeness ?? 0)) {
			best = {place, words, likeness: found};
		}
	}

	return best;
};

/**
Looks a quote up in an article.

@param ranges - Of the quote's evidence, that in this article; at least one.
@param quotedNear - What the article quotes near there.
*/
export const standingOf = (
	{text}: Quote,
	ranges: readonly Evidence[],
	article: SearchableArticle,
	quotedNear: readonly Stretch[],
): Standing => {
	const words = ranges.map(article.wordsAt).join(' ');
	if (words === text) {
		return {type: 'verbatim'};
	}

	const differences = words === '' ? undefined : typographyBetween(words, text);
	if (differences !== undefined) {
		return {type: 'typography', places: ranges, differences};
	}

	const found = piecesOf(text, ranges).map(({words: piece, range}) => ({
		place: article.find(piece, range),
		range,
	}));
	const places = found.flatMap(({place}) => place ?? []);
	if (places.length === found.length) {
		const all = typographyBetween(places.map(article.wordsAt).join(' '), text) ?? [];
		// What an edition sets in another way shifts what stands after it.
		const isInPlace =
			all.length > 0 && found.every(({place, range}) => place?.paragraph === range.paragraph);
		return {type: isInPlace ? 'typography' : 'elsewhere', places, differences: all};
	}

	const like = mostLike(text, article, quotedNear);
	return {
		type: 'other',
		words,
		like:
			like !== undefined && like.likeness >= ALIKE && like.likeness > likeness(words, text)
				? {place: like.place, words: like.words}
				: undefined,
	};
};
