import {codePointLength, codePointSlice, quotedSpans} from './article.ts';
import {type Fault, pointerTo} from './fault.ts';
import type {ArticleSource, Dossier, Evidence} from './schema.ts';

const isRangeOf = (value: unknown, article: ArticleSource): value is Evidence =>
	typeof value === 'object' &&
	value !== null &&
	'paragraph' in value &&
	'source' in value &&
	value.source === article.id;

const rangeFaults = (
	value: unknown,
	path: readonly (string | number)[],
	article: ArticleSource,
	paragraphs: readonly string[],
): readonly Fault[] => {
	if (isRangeOf(value, article)) {
		const length = codePointLength(paragraphs[value.paragraph - 1] ?? '');
		return value.end > length
			? [
					{
						pointer: pointerTo([...path, 'end']),
						message: `the range ends at ${value.end}, but paragraph ${value.paragraph} has ${length} characters`,
					},
				]
			: [];
	}

	return typeof value === 'object' && value !== null
		? Object.entries(value).flatMap(([key, item]) =>
				rangeFaults(item, [...path, key], article, paragraphs),
			)
		: [];
};

/**
Proves a dossier against the text of one of its articles.

@param paragraphs - From `paragraphsOf`.
@returns A fault for every range that leaves its paragraph, every quote that is not verbatim where
it says it stands, and every quoted span of the article that no quote covers.
*/
export const faultsAgainstArticle = (
	dossier: Dossier,
	article: ArticleSource,
	paragraphs: readonly string[],
): readonly Fault[] => {
	const faults: Fault[] = [...rangeFaults(dossier, [], article, paragraphs)];
	if (paragraphs.length !== article.paragraphs) {
		faults.push({
			pointer: pointerTo(['sources', dossier.sources.indexOf(article), 'paragraphs']),
			message: `the article has ${paragraphs.length} paragraphs, not ${article.paragraphs}`,
		});
	}

	for (const [at, quote] of dossier.quotes.entries()) {
		const ranges = quote.evidence.filter(({source}) => source === article.id);
		const words = ranges
			.map(({paragraph, start, end}) => codePointSlice(paragraphs[paragraph - 1] ?? '', start, end))
			.join(' ');
		if (ranges.length === quote.evidence.length && words !== quote.text) {
			faults.push({
				pointer: pointerTo(['quotes', at, 'text']),
				message: `these words do not stand there; the article has ${JSON.stringify(words)}`,
			});
		}
	}

	const covered = new Set(
		dossier.quotes.flatMap(quote =>
			quote.evidence.map(({paragraph, start, end}) => `${paragraph}:${start}:${end}`),
		),
	);
	for (const {paragraph, start, end} of quotedSpans(paragraphs)) {
		if (!covered.has(`${paragraph}:${start}:${end}`)) {
			faults.push({
				pointer: '/quotes',
				message: `no quote covers the words quoted in paragraph ${paragraph}, characters ${start} to ${end}`,
			});
		}
	}

	return faults;
};
