import {createHash} from 'node:crypto';
import type {ArticleSource, Evidence, Quote} from '../../source/dossier/schema.ts';
import {anArticle, aQuote} from './dossier.ts';

/** An invented article, and how to quote from it. */
export interface InventedArticle {
	readonly paragraphs: readonly string[];
	/** As it stands in a file: LF, a blank line between paragraphs. */
	readonly text: string;
	readonly source: ArticleSource;
	/** Where words stand first; they must. */
	readonly rangeOf: (words: string) => Evidence;
	/** A quote of these words, one range for each. */
	readonly quoteOf: (id: Quote['id'], ...spans: readonly string[]) => Quote;
}

export const inventedArticle = (
	paragraphs: readonly string[],
	given: Partial<ArticleSource> = {},
): InventedArticle => {
	const text = `${paragraphs.join('\n\n')}\n`;
	const source = anArticle({
		sha256: createHash('sha256').update(text).digest('hex'),
		paragraphs: paragraphs.length,
		...given,
	});
	const rangeOf = (words: string): Evidence => {
		const at = paragraphs.findIndex(paragraph => paragraph.includes(words));
		const [before] = paragraphs[at]?.split(words) ?? [];
		if (before === undefined) {
			throw new Error(`no paragraph has “${words}”`);
		}

		const start = Array.from(before).length;
		return {
			source: source.id,
			paragraph: at + 1,
			start,
			end: start + Array.from(words).length,
		};
	};

	return {
		paragraphs,
		text,
		source,
		rangeOf,
		quoteOf: (id, ...spans) =>
			aQuote({
				id,
				speaker: 'actor:vera-moss',
				text: spans.join(' '),
				evidence: spans.map(rangeOf),
			}),
	};
};
