import {safeJson} from './safe-json.ts';

const INDENT = '\t';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isSequence = (value: unknown): value is Iterable<unknown> =>
	isObject(value) && Symbol.iterator in value;

const holdsSequence = (value: unknown): boolean =>
	isSequence(value) || (isObject(value) && Object.values(value).some(holdsSequence));

/** How an item of a long array is written. */
type ItemStyle = 'line' | 'lines';

const whole = (value: unknown, margin: string): string =>
	// In JSON a line break stands between values only.
	safeJson(value, INDENT).replaceAll('\n', `\n${margin}`);

function* piecesOf(value: unknown, style: ItemStyle, margin: string): Generator<string> {
	const inner = margin + INDENT;
	let before = '';
	if (isSequence(value)) {
		yield '[';
		for (const item of value) {
			yield `${before}\n${inner}${style === 'line' ? safeJson(item) : whole(item, inner)}`;
			before = ',';
		}

		yield before === '' ? ']' : `\n${margin}]`;
	} else if (isObject(value) && holdsSequence(value)) {
		yield '{';
		for (const [key, item] of Object.entries(value)) {
			if (item !== undefined) {
				yield `${before}\n${inner}${safeJson(key)}: `;
				yield* piecesOf(item, style, inner);
				before = ',';
			}
		}

		yield `\n${margin}}`;
	} else {
		yield whole(value, margin);
	}
}

/**
A JSON document in pieces, indented by tabs, with a line break at its end.

@param value - Where it holds an iterable that is no array, that is written as an array, an item at a
time, so that a long one is never in memory as a whole. Only in objects is such a thing looked for.
@param style - Whether each of its items is one line or is indented like the rest.
*/
export function* jsonPieces(value: unknown, style: ItemStyle): Generator<string> {
	yield* piecesOf(value, style, '');
	yield '\n';
}
