import {pointerTo} from '../../source/dossier/fault.ts';

/** Writes JSON so that the n-th value of a document, itself the first, begins the n-th line. */
export const aValueALine = (value: unknown): string => {
	if (Array.isArray(value)) {
		return `[${value.map(item => `\n${aValueALine(item)}`).join(',')}]`;
	}

	return typeof value === 'object' && value !== null
		? `{${Object.entries(value)
				.map(([key, item]) => `${JSON.stringify(key)}:\n${aValueALine(item)}`)
				.join(',')}}`
		: JSON.stringify(value);
};

/** The path of every value of a document, in the order of its text. */
export const pathsIn = (
	value: unknown,
	path: readonly string[] = [],
): readonly (readonly string[])[] => [
	path,
	...(typeof value === 'object' && value !== null
		? Object.entries(value).flatMap(([key, item]) => pathsIn(item, [...path, key]))
		: []),
];

/** Where `aValueALine` writes the value at a pointer. */
export const lineOf = (document: unknown, pointer: string): number =>
	pathsIn(document).findIndex(path => pointerTo(path) === pointer) + 1;
