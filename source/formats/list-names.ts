/** The lists of records, by the names that readers give them. */
export const LIST_NAMES = [
	'actors',
	'towns',
	'places',
	'quotes',
	'events',
	'relations',
	'claims',
	'tensions',
] as const;

export type ListName = (typeof LIST_NAMES)[number];
