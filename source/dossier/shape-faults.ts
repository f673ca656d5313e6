import type {z} from 'zod';
import {type Fault, pointerTo} from './fault.ts';

type Issue = z.core.$ZodIssue;

/** What there is where a value is expected, in the words of JSON. */
const shown = (value: unknown): string => {
	if (typeof value === 'object') {
		return Array.isArray(value) ? 'an array' : value === null ? 'null' : 'an object';
	}

	return typeof value === 'string' ? 'a string' : String(value);
};

const EXPECTED: Readonly<Record<string, string>> = {
	array: 'an array',
	boolean: 'true or false',
	int: 'a whole number',
	number: 'a number',
	object: 'an object',
	string: 'a string',
};

const FORMATS: Readonly<Record<string, string>> = {
	date: 'should be a day of the calendar, written YYYY-MM-DD',
	url: 'should be a web address, such as https://example.org/',
};

const oneOf = (options: readonly unknown[]): string =>
	`${options.length === 1 ? '' : 'one of '}${options.join(', ')}`;

/** What the value should be; `undefined` where the validator says it in a sentence of the format’s own. */
const expected = (issue: Issue): string | undefined => {
	switch (issue.code) {
		case 'invalid_type':
			return issue.message.startsWith('Invalid input')
				? (EXPECTED[issue.expected] ?? issue.expected)
				: undefined;
		case 'invalid_value':
			return oneOf(issue.values);
		case 'invalid_union':
			return 'options' in issue && issue.options !== undefined ? oneOf(issue.options) : undefined;
		default:
			return undefined;
	}
};

const sizeMessage = (issue: Issue, value: unknown): string | undefined => {
	if (issue.code === 'too_small') {
		switch (issue.origin) {
			case 'array':
				return `should hold at least ${issue.minimum}`;
			case 'string':
				return 'should not be empty';
			default:
				return `should be at least ${issue.minimum}, and is ${shown(value)}`;
		}
	}

	return issue.code === 'too_big'
		? `should be at most ${issue.maximum}, and is ${shown(value)}`
		: undefined;
};

const messageOf = (issue: Issue, value: unknown): string => {
	const wanted = expected(issue);
	if (value === undefined) {
		return `is missing; it ${wanted === undefined ? issue.message : `should be ${wanted}`}`;
	}

	if (wanted !== undefined) {
		return `should be ${wanted}${issue.code === 'invalid_type' ? `, and is ${shown(value)}` : ''}`;
	}

	const format = issue.code === 'invalid_format' ? FORMATS[issue.format] : undefined;
	return format ?? sizeMessage(issue, value) ?? issue.message;
};

const valueAt = (document: unknown, path: readonly PropertyKey[]): unknown =>
	path.reduce<unknown>(
		(value, key) => (value as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key],
		document,
	);

/** Whether the next issue holds the same number to a narrower bound: that of all whole numbers comes first. */
const isBoundAgain = ({code, path}: Issue, next: Issue | undefined): boolean =>
	(code === 'too_big' || code === 'too_small') &&
	next?.code === code &&
	pointerTo(next.path) === pointerTo(path);

/**
What the validator found, a fault a place: a key that the format does not know is a place of its own.

@param document - What was validated.
*/
export const shapeFaults = (document: unknown, issues: readonly Issue[]): readonly Fault[] =>
	issues.flatMap((issue, at): Fault | readonly Fault[] => {
		if (issue.code === 'unrecognized_keys') {
			return issue.keys.map(key => ({
				pointer: pointerTo([...issue.path, key]),
				message: 'is not a key of the format',
				isOfKey: true,
			}));
		}

		return isBoundAgain(issue, issues[at + 1])
			? []
			: {
					pointer: pointerTo(issue.path),
					message: messageOf(issue, valueAt(document, issue.path)),
				};
	});
