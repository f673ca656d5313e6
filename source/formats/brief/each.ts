/** What is made of each of some things, one after another, as it is asked for; once. */
export function* each<Item, Made>(
	items: Iterable<Item>,
	make: (item: Item) => Made,
): Generator<Made> {
	for (const item of items) {
		yield make(item);
	}
}
