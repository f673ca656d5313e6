import type {Catalog} from './catalog.ts';
import {type Filter, looseText, matcherOf} from './filter.ts';
import type {DossierRecord} from './record.ts';
import {searchText} from './search-text.ts';

/** The texts of a list of records as filters look through them, each made when it is first needed. */
export interface SearchIndex {
	/** Whether each record passes a filter, by its place in the list. */
	readonly matcher: (filter: Filter) => (at: number) => boolean;
	/** Whether the text of a record is at hand: to look through it is quick, to make it is not. */
	readonly isMade: (at: number) => boolean;
	/** The text as `looseText` makes it: the title in the first line, then what else it is known by. */
	readonly make: (at: number) => string;
}

export const createSearchIndex = (
	catalog: Catalog,
	records: readonly DossierRecord[],
): SearchIndex => {
	const texts: (string | undefined)[] = [];
	const textOf = (at: number): string => {
		const record = records[at];
		return record === undefined ? '' : searchText(catalog, record);
	};

	const looseOf = (at: number): string => {
		const known = texts[at];
		if (known !== undefined) {
			return known;
		}

		const loose = looseText(textOf(at));
		texts[at] = loose;
		return loose;
	};

	return {
		matcher(filter) {
			const matches = matcherOf(filter);
			return at => matches(looseOf(at), () => textOf(at));
		},
		isMade: at => texts[at] !== undefined,
		make: looseOf,
	};
};
