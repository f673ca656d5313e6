import type {Catalog} from '../dossier/catalog.ts';
import {recent} from '../dossier/recent.ts';
import {type Destination, destinationOf, matchingDestinations} from './go-to.ts';
import {type ManyFound, type ManySearch, MOST_OFFERED, searchMany} from './go-to-many.ts';
import {paragraphMatches} from './go-to-paragraph.ts';
import type {Work} from './work.ts';

/** Where `:` can go in a dossier. */
export interface Going {
	/** What a query finds; of very many records what it has found so far. */
	readonly found: (query: string) => ManyFound;
	/** What is still to be looked through for a query. */
	readonly unfinished: (query: string) => Work | undefined;
}

/** More records than these are looked through in turns. */
const FEW = 2000;

/** Queries whose finds are kept where they are found at once. */
const MOST_FEW = 4;

/** And where they are not: of many readers who look for something at a time each one's. */
const MOST_SEARCHES = 24;

/** What is looked at while a key waits. */
const AT_ONCE = 3000;

const whole = (matches: ManyFound['matches'], count = matches.length): ManyFound => ({
	matches,
	count,
	isWhole: true,
});

const overFew = (catalog: Catalog, others: readonly Destination[]): Going => {
	const destinations = [
		...catalog.records.map(record => destinationOf(catalog, record)),
		...others,
	];
	return {
		// A screen is drawn, and moved over, many times between two letters.
		found: recent(MOST_FEW, (query: string) => whole(matchingDestinations(destinations, query))),
		unfinished: () => undefined,
	};
};

const overMany = (catalog: Catalog, others: readonly Destination[]): Going => {
	const everything = whole(
		catalog.records
			.slice(0, MOST_OFFERED)
			.map(record => ({destination: destinationOf(catalog, record), marked: new Set<number>()})),
		catalog.records.length + others.length,
	);
	const searchFor = recent(MOST_SEARCHES, (query: string): ManySearch => {
		const search = searchMany(catalog, others, query);
		search.go(AT_ONCE);
		return search;
	});

	return {
		found: query => (query.trim() === '' ? everything : searchFor(query).found()),
		unfinished(query) {
			const search = query.trim() === '' ? undefined : searchFor(query);
			return search === undefined || search.isDone() ? undefined : search;
		},
	};
};

/** @param others - Destinations that are no records; they come last, but a paragraph that is called by its number first. */
export const goingOver = (catalog: Catalog, others: readonly Destination[]): Going => {
	const going = (catalog.records.length > FEW ? overMany : overFew)(catalog, others);
	return {
		...going,
		found(query) {
			const found = going.found(query);
			const paragraphs = paragraphMatches(catalog, query);
			return paragraphs.length === 0
				? found
				: {
						...found,
						matches: [...paragraphs, ...found.matches],
						count: paragraphs.length + found.count,
					};
		},
	};
};
