import schema from '../../data/dossier.schema.json' with {type: 'json'};
import {
	type Conform,
	conformerOf,
	type JsonSchema,
	type Notes,
	type Shared,
	UNSURE,
} from './conformer.ts';
import {ID, inconsistencies, inTimeOrder, type Leniency, type Mentioned} from './consistency.ts';
import {mayHaveLost} from './lost-values.ts';
import {placesOf, type RecordPlaces, recordsOf} from './record-places.ts';
import type {Dossier, Evidence, RecordId} from './schema.ts';
import {withTexts} from './with-texts.ts';

/*
Reads a dossier in steps, from its bytes: a list of records is parsed a stretch at a time, so that neither
the whole text nor a copy of every record is ever in memory, and whoever waits can be told how far it is,
or leave.
*/

/** How far a dossier has been read. */
export interface Progress {
	/** Bytes, of those that were given. */
	readonly bytes: number;
	readonly records: number;
}

/**
Bytes of a list that are parsed at once, and a little more: under a millisecond. The text of twice as many
may be too large for the space where V8 makes what is soon of no use.
*/
const STRETCH = 32 * 1024;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const LAST_PRINTABLE = 0x7e;

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** The document is not as it should be; what is wrong with it others can tell better. */
class Unsure extends Error {}

const isSpace = (byte: number | undefined): boolean =>
	byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

const afterSpace = (bytes: Uint8Array, from: number): number => {
	let at = from;
	while (isSpace(bytes[at])) {
		at++;
	}

	return at;
};

/** One past the closing quotation mark of the string that begins at `from`. */
const afterString = (bytes: Uint8Array, from: number): number => {
	let at = from + 1;
	while (at < bytes.length && bytes[at] !== QUOTE) {
		at += bytes[at] === BACKSLASH ? 2 : 1;
	}

	return at + 1;
};

/** Whether half a character may be escaped at a backslash, or the first of a pair of them. */
const isHalf = (bytes: Uint8Array, at: number): boolean =>
	bytes[at + 1] === 0x75 && ((bytes[at + 2] ?? 0) | 0x20) === 0x64 && (bytes[at + 3] ?? 0) >= 0x38;

/** Values that stand in a row. */
interface Stretch {
	readonly end: number;
	/** Of all objects in it, a key that comes twice counted twice. */
	readonly keys: number;
	/** Half a character may be escaped in it. */
	readonly hasHalves: boolean;
	/** Some text in it may be changed. */
	readonly mayChange: boolean;
}

/**
The value, or the stretch of values, that begins at `from`: to a comma outside of all brackets that stands
`least` bytes on or more, or to the bracket that closes what all of it stands in.
*/
const stretchAt = (
	bytes: Uint8Array,
	from: number,
	least: number,
	mayChangeAt: TextChange['mayChangeAt'],
): Stretch => {
	let depth = 0;
	let keys = 0;
	let hasHalves = false;
	let mayChange = false;
	const upTo = (end: number): Stretch => ({end, keys, hasHalves, mayChange});

	for (let at = from; at < bytes.length; at++) {
		switch (bytes[at]) {
			case QUOTE:
				for (at++; at < bytes.length && bytes[at] !== QUOTE; at++) {
					const byte = bytes[at] ?? 0;
					if (byte === BACKSLASH) {
						hasHalves ||= isHalf(bytes, at);
						mayChange ||= mayChangeAt(bytes, at);
						at++;
					} else if (byte > LAST_PRINTABLE && !mayChange) {
						mayChange = mayChangeAt(bytes, at);
					}
				}

				break;
			case COLON:
				keys++;
				break;
			case OPEN_OBJECT:
			case OPEN_LIST:
				depth++;
				break;
			case CLOSE_OBJECT:
			case CLOSE_LIST:
				if (depth === 0) {
					return upTo(at);
				}

				depth--;
				break;
			case COMMA:
				if (depth === 0 && at - from >= least) {
					return upTo(at);
				}

				break;
		}
	}

	throw new Unsure();
};

interface Checks {
	/** Of all but what lists hold. */
	readonly whole: Conform;
	/** Of what each list holds, by its key. */
	readonly items: ReadonlyMap<string, Conform>;
}

const checksOf = (root: JsonSchema, notes: Notes): Checks => {
	const shared: Shared = new Map();
	const properties = Object.entries(root.properties ?? {});
	const whole = {
		...root,
		properties: Object.fromEntries(
			properties.map(([key, {items, ...property}]) => [key, property]),
		),
	};
	return {
		whole: conformerOf(whole, notes, shared),
		items: new Map(
			properties.flatMap(([key, {items}]) =>
				items === undefined
					? []
					: [[key, conformerOf({...items, $defs: root.$defs ?? {}}, notes, shared)]],
			),
		),
	};
};

/** What is done to every text after it has been checked; ids it must leave alone. */
export interface TextChange {
	readonly change: (text: string) => string;
	/**
	Whether it may change a text of which this stands at a place of the JSON: an escape, or a byte that is no
	printable ASCII. What is all printable ASCII it leaves alone.
	*/
	readonly mayChangeAt: (bytes: Uint8Array, at: number) => boolean;
}

type Steps<Result> = Generator<Progress, Result>;

/** Takes down what is mentioned and cited. */
class Notebook implements Notes, Omit<Mentioned, 'isThere'> {
	readonly id = ID;
	readonly definition = 'evidence';
	readonly ids: string[] = [];
	readonly paragraphs = new Map<string, number>();
	areRangesRight = true;
	keys = 0;

	readonly mention = (text: string): void => {
		// Days and the like have a pattern too.
		if (text.includes(':')) {
			this.ids.push(text);
		}
	};

	readonly note = (value: unknown): void => {
		const {source, paragraph, start, end} = value as Evidence;
		this.areRangesRight &&= start < end;
		if (paragraph > (this.paragraphs.get(source) ?? 0)) {
			this.paragraphs.set(source, paragraph);
		}
	};
}

function* documentIn(
	bytes: Uint8Array,
	texts: TextChange | undefined,
	notes: Notes,
): Steps<unknown> {
	const checks = checksOf(schema as JsonSchema, notes);
	const mayChangeAt = texts?.mayChangeAt ?? (() => false);
	const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
	const document: Record<string, unknown> = {};
	let records = 0;
	let at = BYTE_ORDER_MARK.every((byte, place) => bytes[place] === byte) ? 3 : 0;

	const expect = (byte: number): void => {
		at = afterSpace(bytes, at);
		if (bytes[at] !== byte) {
			throw new Unsure();
		}

		at++;
	};

	const parsed = (from: number, to: number): unknown => {
		const text = decoder.decode(bytes.subarray(from, to));
		const value: unknown = JSON.parse(text);
		if (mayHaveLost(text, value)) {
			throw new Unsure();
		}

		return value;
	};

	/** The values of a stretch of a list, each of them checked. */
	const valuesOf = (
		from: number,
		{end, keys, hasHalves, mayChange}: Stretch,
		conform: Conform,
	): readonly unknown[] => {
		const values = JSON.parse(`[${decoder.decode(bytes.subarray(from, end))}]`) as unknown[];
		notes.keys = 0;
		for (let place = 0; place < values.length; place++) {
			const conformed = conform(values[place]);
			if (conformed === UNSURE) {
				throw new Unsure();
			}

			values[place] = conformed;
		}

		// Of a key that comes twice one value is lost.
		if (hasHalves || notes.keys !== keys) {
			throw new Unsure();
		}

		return mayChange && texts !== undefined ? withTexts(values, texts.change) : values;
	};

	function* list(conform: Conform): Steps<unknown[]> {
		const values: unknown[] = [];
		at = afterSpace(bytes, at + 1);
		while (bytes[at] !== CLOSE_LIST) {
			const stretch = stretchAt(bytes, at, STRETCH, mayChangeAt);
			const found = valuesOf(at, stretch, conform);
			// After a comma something must come.
			if (found.length === 0) {
				throw new Unsure();
			}

			for (const value of found) {
				values.push(value);
			}

			records += found.length;
			at = stretch.end;
			yield {bytes: at, records};
			if (bytes[at] === CLOSE_LIST) {
				break;
			}

			expect(COMMA);
			at = afterSpace(bytes, at);
			if (bytes[at] === CLOSE_LIST) {
				throw new Unsure();
			}
		}

		expect(CLOSE_LIST);
		return values;
	}

	expect(OPEN_OBJECT);
	do {
		at = afterSpace(bytes, at);
		const begin = at;
		at = bytes[at] === QUOTE ? afterString(bytes, at) : bytes.length;
		const key = parsed(begin, at);
		// Of a key that comes twice one value would be lost.
		if (typeof key !== 'string' || Object.hasOwn(document, key)) {
			throw new Unsure();
		}

		expect(COLON);
		at = afterSpace(bytes, at);
		const conform = checks.items.get(key);
		if (bytes[at] === OPEN_LIST && conform !== undefined) {
			document[key] = yield* list(conform);
		} else {
			const {end} = stretchAt(bytes, at, 0, mayChangeAt);
			const value = parsed(at, end);
			document[key] = texts === undefined ? value : withTexts(value, texts.change);
			at = end;
		}

		at = afterSpace(bytes, at);
	} while (bytes[at++] === COMMA);

	if (bytes[at - 1] !== CLOSE_OBJECT || afterSpace(bytes, at) !== bytes.length) {
		throw new Unsure();
	}

	return checks.whole(document);
}

/** A dossier, and where its records are. */
export interface ReadDossier {
	readonly dossier: Dossier;
	readonly places: RecordPlaces;
}

/**
A dossier out of the bytes of its file, in steps of a few milliseconds; the same as `parseDossier` makes
of the text.

@returns `undefined` for what has a fault, or may have one: `parseDossier` tells.
*/
export function* readDossier(
	bytes: Uint8Array,
	texts?: TextChange,
	leniency: Leniency = {},
): Steps<ReadDossier | undefined> {
	const notebook = new Notebook();
	let document: unknown;
	try {
		document = yield* documentIn(bytes, texts, notebook);
	} catch (error) {
		// What V8 cannot parse, bytes that are no UTF-8, and what lies too deep.
		if ([Unsure, SyntaxError, TypeError, RangeError].some(kind => error instanceof kind)) {
			return undefined;
		}

		throw error;
	}

	if (document === UNSURE) {
		return undefined;
	}

	const unordered = document as Dossier;
	const dossier = {...unordered, events: inTimeOrder(unordered.events)};
	const records = recordsOf(dossier);
	const places = placesOf(records);
	const others = [...dossier.sources, ...dossier.roads].map(({id}) => id);
	const otherIds = new Set<string>(others);
	if (places.size < records.length || otherIds.size < others.length) {
		return undefined;
	}

	const {ids, paragraphs, areRangesRight} = notebook;
	const isThere = (id: string): boolean => places.has(id as RecordId) || otherIds.has(id);
	const mentioned = {isThere, ids, paragraphs, areRangesRight};
	return inconsistencies(dossier, mentioned, leniency).length > 0 ? undefined : {dossier, places};
}
