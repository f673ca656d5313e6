import {type Fault, keysOf, type PlacedFault, pointerTo, type TextPlace} from './fault.ts';
import {JsonError, JsonTokens} from './json-tokens.ts';

/** Lists and objects within each other, far beyond what a dossier has. */
const MOST_DEEP = 100;

/**
Characters of pointers, far beyond what any reader reads: a key may be as long as the text, and stand above
as many faults as there is room for.
*/
const MOST_TOLD = 64 * 1024 * 1024;

/** A place that is looked for, or one that leads to it. */
interface Sought {
	readonly inside: Map<string, Sought>;
	/** Of the key, where it has one. */
	key: TextPlace | undefined;
	value: TextPlace | undefined;
}

/** A list or object that has not ended. */
interface Open {
	readonly sign: '[' | '{';
	readonly place: TextPlace;
	/** Where each key stands; `undefined` for a list. */
	readonly keys: Map<string, TextPlace> | undefined;
	readonly sought: Sought | undefined;
	/** Of the value that is read in it. */
	at: string | number;
}

const CLOSING = {'[': ']', '{': '}'} as const;

const nothingSought = (): Sought => ({inside: new Map(), key: undefined, value: undefined});

const soughtFor = (faults: readonly Fault[]): Sought => {
	const root = nothingSought();
	for (const {pointer} of faults) {
		let sought = root;
		for (const key of keysOf(pointer)) {
			let next = sought.inside.get(key);
			if (next === undefined) {
				next = nothingSought();
				sought.inside.set(key, next);
			}

			sought = next;
		}
	}

	return root;
};

/** Of what is not there, the place of what it is missing in. */
const placeOf = ({pointer, isOfKey}: Fault, root: Sought): TextPlace => {
	let place = root.value;
	let sought: Sought | undefined = root;
	for (const key of keysOf(pointer)) {
		sought = sought?.inside.get(key);
		place = sought?.value ?? place;
	}

	return (isOfKey ? sought?.key : undefined) ?? place ?? {line: 1, column: 1};
};

const byPlace = (a: TextPlace, b: TextPlace): number => a.line - b.line || a.column - b.column;

/**
One reading of a JSON text from its first token to its last, with a stack of its own: nothing that the
text holds can overflow it.
*/
class Scan {
	readonly faults: PlacedFault[] = [];
	readonly #tokens: JsonTokens;
	readonly #root: Sought;
	readonly #open: Open[] = [];
	#toldLength = 0;

	constructor(json: string, root: Sought) {
		this.#tokens = new JsonTokens(json);
		this.#root = root;
	}

	/** @throws {JsonError} The text is not JSON, or deeper than any dossier. */
	run(): void {
		this.#tokens.next();
		this.#readValue(this.#root, undefined);
		for (let open = this.#open.at(-1); open !== undefined; open = this.#open.at(-1)) {
			this.#readNext(open);
		}

		if (this.#tokens.kind !== 'end') {
			this.#fail(`there is ${this.#tokens.shown} after the end of the document`);
		}
	}

	#fail(message: string, place = this.#tokens.place): never {
		throw new JsonError(`not JSON: ${message}`, place);
	}

	#told(message: string, place: TextPlace, isOfKey: boolean): void {
		if (this.#toldLength > MOST_TOLD) {
			return;
		}

		const pointer = pointerTo(this.#open.map(({at}) => at));
		this.#toldLength += pointer.length;
		this.faults.push({
			pointer,
			message,
			...(isOfKey ? {isOfKey} : {}),
			...place,
		});
	}

	#checkString(isOfKey: boolean): void {
		if (this.#tokens.isBroken) {
			this.#told(
				`this ${isOfKey ? 'key' : 'string'} has half a character in it, a surrogate (\\uD800 to \\uDFFF) without the other`,
				this.#tokens.place,
				isOfKey,
			);
		}
	}

	/** What is wrong where no value begins. */
	#refuseValue(comma: TextPlace | undefined): never {
		const {kind, shown} = this.#tokens;
		const open = this.#open.at(-1);
		if (comma !== undefined && (kind === ']' || kind === '}')) {
			this.#fail(`a comma before ${kind} is one too many`, comma);
		}

		if (kind === 'end' && open !== undefined) {
			this.#refuseEnd(open);
		}

		this.#fail(
			kind === 'end' ? 'the text is empty' : `there is ${shown} where a value is expected`,
		);
	}

	#refuseEnd({sign, place: {line, column}}: Open): never {
		this.#fail(
			`the text ends here, and the ${CLOSING[sign]} for the ${sign} in line ${line} column ${column} is missing`,
		);
	}

	/** Reads the value that the token begins, as far as into a list or object. */
	#readValue(sought: Sought | undefined, comma: TextPlace | undefined): void {
		const tokens = this.#tokens;
		const {kind} = tokens;
		if (sought !== undefined) {
			sought.value = tokens.place;
			sought.inside.forEach(forget);
		}

		if (kind === '[' || kind === '{') {
			if (this.#open.length >= MOST_DEEP) {
				throw new JsonError(
					`more than ${MOST_DEEP} arrays and objects lie within each other`,
					tokens.place,
				);
			}

			this.#open.push({
				sign: kind,
				place: tokens.place,
				keys: kind === '{' ? new Map() : undefined,
				sought,
				at: -1,
			});
		} else if (kind === 'string') {
			this.#checkString(false);
		} else if (kind !== 'plain') {
			this.#refuseValue(comma);
		}

		tokens.next();
	}

	/** Reads the next value of a list or object, or its end. */
	#readNext(open: Open): void {
		const tokens = this.#tokens;
		const isFirst = open.at === -1;
		if (tokens.kind === CLOSING[open.sign]) {
			this.#open.pop();
			tokens.next();
			return;
		}

		let comma: TextPlace | undefined;
		if (!isFirst) {
			comma = tokens.place;
			this.#expectComma(open);
		}

		if (open.keys === undefined) {
			const at = Number(open.at) + 1;
			open.at = at;
			this.#readValue(open.sought?.inside.get(String(at)), comma);
		} else {
			this.#readMember(open, open.keys, comma);
		}
	}

	#expectComma(open: Open): void {
		const {kind, shown} = this.#tokens;
		if (kind === 'end') {
			this.#refuseEnd(open);
		}

		if (kind !== ',') {
			this.#fail(`there is ${shown} where a comma or ${CLOSING[open.sign]} is expected`);
		}

		this.#tokens.next();
	}

	#readMember(open: Open, keys: Map<string, TextPlace>, comma: TextPlace | undefined): void {
		const tokens = this.#tokens;
		if (tokens.kind !== 'string') {
			if (tokens.kind === '}' || tokens.kind === 'end') {
				this.#refuseValue(comma);
			}

			this.#fail(`there is ${tokens.shown} where a key in double quotation marks is expected`);
		}

		const key = tokens.string;
		const {place} = tokens;
		open.at = key;
		this.#checkString(true);
		const earlier = keys.get(key);
		if (earlier === undefined) {
			keys.set(key, place);
		} else {
			this.#told(
				`this key is there twice, in line ${earlier.line} and in line ${place.line}; one of the two values would be lost`,
				place,
				true,
			);
		}

		const sought = open.sought?.inside.get(key);
		if (sought !== undefined) {
			sought.key = place;
		}

		tokens.next();
		if (!tokens.is(':')) {
			this.#fail(`there is ${tokens.shown} where a colon is expected, after the key`);
		}

		tokens.next();
		this.#readValue(sought, undefined);
	}
}

/** The value of a key that comes again replaces the one before, with all that was found in it. */
const forget = (sought: Sought): void => {
	sought.key = undefined;
	sought.value = undefined;
	sought.inside.forEach(forget);
};

/**
Finds where faults stand in the JSON text of the document that they are of, in one reading of it.

@returns The faults in the order of the text, together with what only the text shows: keys that are there
twice, and halves of characters. Of a text that is not JSON, or that is nested deeper than any dossier,
that alone.
*/
export const faultsInText = (json: string, faults: readonly Fault[]): readonly PlacedFault[] => {
	const root = soughtFor(faults);
	const scan = new Scan(json, root);
	try {
		scan.run();
	} catch (error) {
		if (error instanceof JsonError) {
			return [{pointer: '', message: error.message, ...error.place}];
		}

		throw error;
	}

	return [...scan.faults, ...faults.map(fault => ({...fault, ...placeOf(fault, root)}))].toSorted(
		byPlace,
	);
};
