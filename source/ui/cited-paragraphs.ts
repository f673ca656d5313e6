import {citation} from '../dossier/citation.ts';
import type {Evidence} from '../dossier/schema.ts';
import type {Display} from './display.ts';

/** Where evidence stands, under a heading that says `¶` already: `5, 8`. Of several articles each is named. */
export const citedParagraphs = (
	evidence: readonly Evidence[],
	{catalog, present}: Display,
): string => {
	const cited = present(citation(catalog.dossier, evidence));
	const sign = `${present('¶')} `;
	return cited.startsWith(sign) ? cited.slice(sign.length) : cited;
};
