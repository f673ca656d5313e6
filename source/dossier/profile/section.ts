import type {Fact} from './fact.ts';

/** Facts under a heading. Of a record that thousands name only those are made that are asked for. */
export interface Section {
	readonly heading?: string | undefined;
	readonly count: number;
	readonly facts: readonly Fact[];
	/** At most so many of the facts. */
	readonly first: (most: number) => readonly Fact[];
	/** The label of each fact. */
	readonly labels: () => readonly (string | undefined)[];
}

/** A section of facts that are at hand. */
export const factSection = (facts: readonly Fact[], heading?: string): Section => ({
	heading,
	count: facts.length,
	facts,
	first: most => facts.slice(0, most),
	labels: () => facts.map(({label}) => label),
});

/**
A section with a fact for each of some records or ids; none where there are none.

@param labelOf - What the fact of one has for its label.
*/
export const listSection = <Item>(
	heading: string,
	items: readonly Item[],
	factOf: (item: Item) => Fact,
	labelOf: (item: Item) => string | undefined = () => undefined,
): readonly Section[] => {
	let facts: readonly Fact[] | undefined;
	const all = (): readonly Fact[] => {
		facts ??= items.map(factOf);
		return facts;
	};

	return items.length === 0
		? []
		: [
				{
					heading,
					count: items.length,
					get facts() {
						return all();
					},
					first: most => (most >= items.length ? all() : items.slice(0, most).map(factOf)),
					labels: () => items.map(labelOf),
				},
			];
};
