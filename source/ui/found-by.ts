import type {Filter} from '../dossier/filter.ts';
import type {DossierRecord} from '../dossier/record.ts';
import {foundBy} from '../dossier/search-text.ts';
import type {Display} from './display.ts';
import type {Spans} from './line.tsx';
import {marked} from './marked.ts';

/** After a row's name: what else of the record the filter matched, where the row itself does not show it. */
export const foundBySpans = (
	record: DossierRecord,
	filter: Filter,
	shown: readonly string[],
	{catalog, theme, present}: Display,
): Spans =>
	foundBy(catalog, record, filter, shown).flatMap(text =>
		marked(` (${present(text)})`, filter, theme, theme.secondary),
	);
