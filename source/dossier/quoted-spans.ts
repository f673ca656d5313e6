import type {Stretch} from './stretch.ts';

/** A stretch between quotation marks, the marks not included. */
export interface QuotedSpan extends Stretch {
	/** Whether it goes on in the next paragraph, which then begins with a mark of its own. */
	readonly goesOn: boolean;
}

/** What an article quotes, in reading order. */
export interface Quoted {
	readonly spans: readonly QuotedSpan[];
	/** Marks that open a quotation of which no end is found: each the stretch of its mark. */
	readonly unclosed: readonly Stretch[];
}

/** What ends what a mark begins, by the habits of several languages. */
const CLOSERS: Readonly<Record<string, string>> = {
	'“': '”"',
	'"': '"”',
	'„': '“”"',
	'”': '”',
	'«': '»',
	'»': '«»',
	'「': '」',
	'『': '』',
	'‘': '’',
};

/** Marks that look alike at either end: what stands beside them tells which they are. */
const AMBIGUOUS = '"”»';

const isWord = (character: string | undefined): boolean =>
	character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character);

const isSpace = (character: string | undefined): boolean =>
	character === undefined || /\s/u.test(character);

/** Whether a mark stands where a quotation may begin: not after a word, and before one. */
const canOpen = (before: string | undefined, after: string | undefined): boolean => {
	if (isSpace(after) || isWord(before)) {
		return false;
	}

	return isSpace(before) || isWord(after) || /[\p{Ps}\p{Pi}\p{Sc}'¿¡]/u.test(after ?? '');
};

/** An apostrophe is a closing mark by its looks; after an s it may well be the sign of a plural. */
const closingApostrophe = (
	characters: readonly string[],
	from: number,
	until: number,
): number | undefined => {
	let likely: number | undefined;
	for (let at = from; at < until && characters[at] !== '‘'; at++) {
		if (characters[at] === '’' && !isWord(characters[at + 1])) {
			const isPlural =
				/s/iu.test(characters[at - 1] ?? '') &&
				isSpace(characters[at + 1]) &&
				isWord(characters[at + 2]);
			if (!isPlural) {
				return at;
			}

			likely ??= at;
		}
	}

	return likely;
};

/** Nobody quotes a quotation deeper than this; marks without an end may be any number. */
const DEEPEST = 8;

interface Opened {
	readonly mark: string;
	readonly at: number;
}

interface Found {
	readonly start: number;
	readonly end: number;
}

interface InParagraph {
	readonly spans: readonly Found[];
	/** Marks that are not closed, the outermost first. */
	readonly open: readonly Opened[];
}

/** Spans between double marks; one within another is part of that other. */
const doubleSpans = (characters: readonly string[]): InParagraph => {
	const open: Opened[] = [];
	const spans: Found[] = [];
	for (const [at, mark] of characters.entries()) {
		if (mark === '‘' || mark === '’') {
			continue;
		}

		const [before, after] = [characters[at - 1], characters[at + 1]];
		const opens = canOpen(before, after);
		const mustOpen = mark === '"' && opens && isSpace(before);
		const opened = mustOpen
			? undefined
			: open
					.slice(-DEEPEST)
					.findLast(candidate => CLOSERS[candidate.mark]?.includes(mark) === true);
		if (opened !== undefined) {
			open.length = open.lastIndexOf(opened);
			while ((spans.at(-1)?.start ?? 0) > opened.at) {
				spans.pop();
			}

			spans.push({start: opened.at + 1, end: at});
		} else if (mark in CLOSERS && (opens || !AMBIGUOUS.includes(mark))) {
			open.push({mark, at});
		}
	}

	return {spans, open};
};

/** Spans between single marks, outside of the double ones. */
const singleSpans = (
	characters: readonly string[],
	doubles: readonly Found[],
): readonly Found[] => {
	const spans: Found[] = [];
	let next = 0;
	for (let at = characters.indexOf('‘'); at !== -1; at = characters.indexOf('‘', at + 1)) {
		while ((doubles[next]?.end ?? Number.POSITIVE_INFINITY) < at) {
			next++;
		}

		const until = doubles[next]?.start ?? characters.length;
		const end =
			until > at && !isWord(characters[at - 1])
				? closingApostrophe(characters, at + 1, until)
				: undefined;
		if (end !== undefined) {
			spans.push({start: at + 1, end});
			at = end;
		}
	}

	return spans;
};

const MARKS = /["“”„«»「」『』‘]/u;

const beginsQuoted = (paragraph: string | undefined): boolean =>
	paragraph !== undefined && /^\s*["“„«»”「『]/u.test(paragraph);

/**
What stands between quotation marks, curly or straight, of English and of other languages.

A quotation within a quotation belongs to that one; an apostrophe is no mark, and straight single marks,
which cannot be told from apostrophes, are none either. Where an opening mark has no end, the quotation
goes on in the next paragraph if that begins with a mark; otherwise the mark is unclosed, and what
stands after it is quoted only where other marks say so.

@param paragraphs - From `paragraphsOf`.
*/
export const quotedIn = (paragraphs: readonly string[]): Quoted => {
	const spans: QuotedSpan[] = [];
	const unclosed: Stretch[] = [];
	for (const [number, text] of paragraphs.entries()) {
		if (!MARKS.test(text)) {
			continue;
		}

		const paragraph = number + 1;
		const characters = Array.from(text);
		const {spans: closed, open} = doubleSpans(characters);
		const [outermost] = open;
		const goesOn = outermost !== undefined && beginsQuoted(paragraphs[paragraph]);
		const doubles = goesOn
			? [
					...closed.filter(({end}) => end < outermost.at),
					{start: outermost.at + 1, end: characters.length},
				]
			: closed;
		const found = [...doubles, ...singleSpans(characters, doubles)].toSorted(
			(a, b) => a.start - b.start,
		);
		for (const {start, end} of found) {
			spans.push({paragraph, start, end, goesOn: goesOn && end === characters.length});
		}

		for (const {at} of goesOn ? [] : open) {
			unclosed.push({paragraph, start: at, end: at + 1});
		}
	}

	return {spans, unclosed};
};
