import type {z} from 'zod';
import type {Dossier} from './schema.ts';

/**
What can be read of something that may not have its shape: whatever is there is as the format says.
`undefined` is not there, `null` is there and not as it should be, or may be meant by a key that the
format does not know.
*/
export type Readable<Whole> = Whole extends string | number | boolean
	? Whole
	: Whole extends readonly (infer Item)[]
		? readonly (Readable<Item> | null)[]
		: {readonly [Key in keyof Whole]?: Readable<Whole[Key]> | null | undefined};

/** What means something by not being there; a key that is misspelt does not make it so. */
const MEANT_BY_ABSENCE: ReadonlySet<string> = new Set([
	'sources',
	'actors',
	'places',
	'quotes',
	'events',
	'relations',
	'claims',
	'tensions',
	'story',
	'roads',
	'from',
]);

type Holder = Record<PropertyKey, unknown>;

const holderOf = (document: unknown, path: readonly PropertyKey[]): Holder | undefined => {
	let value = document;
	for (const key of path) {
		value =
			typeof value === 'object' && value !== null && Object.hasOwn(value, key)
				? (value as Holder)[key]
				: undefined;
	}

	return typeof value === 'object' && value !== null ? (value as Holder) : undefined;
};

/** A value of its own, also where the key is `__proto__`. */
const put = (holder: Holder, key: PropertyKey, value: unknown): void => {
	Object.defineProperty(holder, key, {
		value,
		writable: true,
		enumerable: true,
		configurable: true,
	});
};

const isId = (value: unknown): boolean =>
	typeof value === 'string' && /^[a-z]+:[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value);

const takeOut = (document: unknown, issue: z.core.$ZodIssue): void => {
	if (issue.code === 'unrecognized_keys') {
		const holder = holderOf(document, issue.path);
		if (holder !== undefined) {
			for (const key of issue.keys) {
				delete holder[key];
			}

			for (const key of MEANT_BY_ABSENCE) {
				if (!Object.hasOwn(holder, key)) {
					put(holder, key, null);
				}
			}
		}

		return;
	}

	const holder = holderOf(document, issue.path.slice(0, -1));
	const key = issue.path.at(-1);
	if (holder === undefined || key === undefined) {
		return;
	}

	if (issue.code === 'invalid_union' && issue.discriminator !== undefined) {
		// Without a kind nothing else of it was looked at.
		for (const other of Object.keys(holder)) {
			put(holder, other, other === 'id' && isId(holder.id) ? holder.id : null);
		}
	}

	put(holder, key, null);
};

/**
What is left of a document when all is taken out that does not have its shape.

@param document - As it was read from JSON; it is changed.
@param issues - All that the validator found in it.
*/
export const readableParts = (
	document: unknown,
	issues: readonly z.core.$ZodIssue[],
): Readable<Dossier> => {
	for (const issue of issues) {
		takeOut(document, issue);
	}

	const isRead = issues.every(({path, code}) => path.length > 0 || code === 'unrecognized_keys');
	return isRead ? (document as Readable<Dossier>) : {};
};
