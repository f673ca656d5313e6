import {codePointLength} from './article.ts';
import type {Readable} from './readable.ts';
import type {Evidence, Quote} from './schema.ts';

type Ranges = readonly (Readable<Evidence> | null)[];

/** The characters of some ranges joined by one space; `undefined` where one of them is not right itself. */
const lengthOf = (ranges: Ranges): number | undefined => {
	let length = ranges.length - 1;
	for (const range of ranges) {
		const {start, end} = range ?? {};
		if (typeof start !== 'number' || typeof end !== 'number' || start >= end) {
			return undefined;
		}

		length += end - start;
	}

	return length;
};

/**
What is wrong with the length of a quote: its text is its ranges joined by one space, so their lengths are
known without the article.

@returns `undefined` where nothing is, or where one of the two is not known.
*/
export const lengthFault = ({
	text,
	evidence,
}: Pick<Readable<Quote>, 'text' | 'evidence'>): string | undefined => {
	const cited = evidence ? lengthOf(evidence) : undefined;
	if (typeof text !== 'string' || cited === undefined) {
		return undefined;
	}

	const length = codePointLength(text);
	return length === cited
		? undefined
		: `the text has ${length} characters, but its ranges, joined by one space, have ${cited}`;
};
