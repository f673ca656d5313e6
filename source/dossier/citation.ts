import {hasOneArticle} from './article-sources.ts';
import type {Dossier, Evidence} from './schema.ts';

const inOrder = (numbers: readonly number[]): readonly number[] =>
	[...new Set(numbers)].toSorted((a, b) => a - b);

/**
Where evidence stands, in a few characters: `¶ 5, 8`. A dossier of several articles also says
in which: `harbour ¶ 5`, by the name in the source's id.
*/
export const citation = (dossier: Dossier, evidence: readonly Evidence[]): string => {
	const sources = [...new Set(evidence.map(({source}) => source))];
	const isOnlyArticle = hasOneArticle(dossier);
	return sources
		.map(source => {
			const paragraphs = inOrder(
				evidence.filter(range => range.source === source).map(range => range.paragraph),
			);
			const where = `¶ ${paragraphs.join(', ')}`;
			return isOnlyArticle ? where : `${source.slice('source:'.length)} ${where}`;
		})
		.join('; ');
};
