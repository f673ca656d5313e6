/*
The quick check of documents of the format, of which most are as they should be: against the JSON Schema
that is generated from the one definition, without the validator that words faults. What it takes the
validator takes too, and makes the same of; what it does not take, the validator is asked about.
*/

/** As much of JSON Schema as the format needs. */
export interface JsonSchema {
	readonly $ref?: string;
	readonly $defs?: Readonly<Record<string, JsonSchema>>;
	readonly type?: string;
	readonly properties?: Readonly<Record<string, JsonSchema>>;
	readonly required?: readonly string[];
	readonly additionalProperties?: boolean;
	readonly items?: JsonSchema;
	readonly minItems?: number;
	readonly minLength?: number;
	readonly pattern?: string;
	readonly format?: string;
	readonly enum?: readonly unknown[];
	readonly const?: unknown;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly anyOf?: readonly JsonSchema[];
	readonly oneOf?: readonly JsonSchema[];
	readonly default?: unknown;
}

/** In place of a value that is not known to be right. */
export const UNSURE: unique symbol = Symbol('unsure');

/**
Makes of a value what the validator would make of it: what is left out has its default, keys stand in the
order of the format. The value itself is changed where it needs to be.
*/
export type Conform = (value: unknown) => unknown;

/** What is told of every value that is taken, by whoever checks how they hold together. */
export interface Notes {
	/** A text that is an id, or looks like one, other than what something is called itself. */
	readonly mention: (text: string) => void;
	/** A value of one definition of the schema. */
	readonly note: (value: unknown) => void;
	/** How many keys all objects have that were taken; counted on. */
	keys: number;
	readonly definition: string;
	/** What an id looks like. */
	readonly id: RegExp;
}

/** The patterns of texts that may be mentioned in several parts of a document. */
export type Shared = Map<string, Conform>;

type Fields = Record<string, unknown>;

/** What the quick check knows nothing of. */
const KNOWN: ReadonlySet<string> = new Set([
	'$schema',
	'$id',
	'$ref',
	'$defs',
	'id',
	'title',
	'description',
	'type',
	'properties',
	'required',
	'additionalProperties',
	'items',
	'minItems',
	'minLength',
	'pattern',
	'format',
	'enum',
	'const',
	'minimum',
	'maximum',
	'anyOf',
	'oneOf',
	'default',
]);

/** More keys than bits would not be told apart. */
const MOST_KEYS = 31;

/** An address of plain letters; of others the validator knows. */
const PLAIN_ADDRESS = /^https?:\/\/[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)+(?:\/[\w./-]*)?$/i;

/** What comes again and again, days and what is mentioned, is one text in memory and looked at once. */
const conformMentioned = (pattern: RegExp, {mention}: Notes): Conform => {
	const shared = new Map<unknown, string>();
	return value => {
		const same = shared.get(value);
		if (same !== undefined) {
			return same;
		}

		if (typeof value !== 'string' || !pattern.test(value)) {
			return UNSURE;
		}

		mention(value);
		shared.set(value, value);
		return value;
	};
};

const conformPattern =
	(pattern: RegExp): Conform =>
	value =>
		typeof value === 'string' && pattern.test(value) ? value : UNSURE;

const conformString = (
	{pattern, format, minLength = 0}: JsonSchema,
	notes: Notes | undefined,
	shared: Shared,
): Conform => {
	if (pattern !== undefined) {
		if (notes === undefined) {
			return conformPattern(new RegExp(pattern));
		}

		const conform = shared.get(pattern) ?? conformMentioned(new RegExp(pattern), notes);
		shared.set(pattern, conform);
		return conform;
	}

	if (format === 'uri') {
		return value => (typeof value === 'string' && PLAIN_ADDRESS.test(value) ? value : UNSURE);
	}

	return value => {
		if (typeof value !== 'string' || value.length < minLength) {
			return UNSURE;
		}

		if (notes?.id.test(value) === true) {
			notes.mention(value);
		}

		return value;
	};
};

const conformNumber = ({type, minimum, maximum}: JsonSchema): Conform => {
	const least = minimum ?? Number.NEGATIVE_INFINITY;
	const most = maximum ?? Number.POSITIVE_INFINITY;
	const isRight = type === 'integer' ? Number.isSafeInteger : Number.isFinite;
	return value =>
		isRight(value) && (value as number) >= least && (value as number) <= most ? value : UNSURE;
};

const conformOneOf = (values: readonly unknown[]): Conform => {
	const known = new Map(values.map(value => [value, value]));
	// The text of the schema, in place of one that came out of a file.
	return value => (known.has(value) ? known.get(value) : UNSURE);
};

const conformAny =
	(forms: readonly Conform[], notes: Notes | undefined): Conform =>
	value => {
		const before = notes?.keys ?? 0;
		for (const conform of forms) {
			const conformed = conform(value);
			if (conformed !== UNSURE) {
				return conformed;
			}

			if (notes !== undefined) {
				notes.keys = before;
			}
		}

		return UNSURE;
	};

const conformArray =
	(conform: Conform | undefined, least: number): Conform =>
	value => {
		if (!Array.isArray(value) || value.length < least) {
			return UNSURE;
		}

		for (let at = 0; conform !== undefined && at < value.length; at++) {
			const item: unknown = value[at];
			const conformed = conform(item);
			if (conformed === UNSURE) {
				return UNSURE;
			}

			if (conformed !== item) {
				value[at] = conformed;
			}
		}

		return value;
	};

interface Field {
	readonly key: string;
	readonly conform: Conform;
	/** Absent: there is none. */
	readonly byDefault: (() => unknown) | undefined;
}

/** The fields as the format orders them, with what is left out and has a default. */
const inOrder = (fields: readonly Field[], value: Fields): Fields => {
	const ordered: Fields = {};
	for (const {key, byDefault} of fields) {
		if (Object.hasOwn(value, key)) {
			ordered[key] = value[key];
		} else if (byDefault !== undefined) {
			ordered[key] = byDefault();
		}
	}

	return ordered;
};

const conformObject = (
	fields: readonly Field[],
	required: readonly string[],
	notes: Notes | undefined,
): Conform => {
	const bits = (is: (field: Field) => boolean): number =>
		fields.reduce((all, field, at) => (is(field) ? all | (1 << at) : all), 0);
	const keys = fields.map(({key}) => key);
	const needed = bits(({key}) => required.includes(key));
	const completed = needed | bits(({byDefault}) => byDefault !== undefined);
	return value => {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) {
			return UNSURE;
		}

		const object = value as Fields;
		let seen = 0;
		let last = -1;
		let count = 0;
		let isOrdered = true;
		for (const key in object) {
			// Nearly always the next key of the format, or one soon after it.
			let at = last + 1;
			if (keys[at] !== key) {
				at = keys.indexOf(key, at);
				if (at === -1) {
					at = keys.indexOf(key);
					isOrdered = false;
				}
			}

			const field = fields[at];
			if (field === undefined) {
				return UNSURE;
			}

			const item = object[key];
			const conformed = field.conform(item);
			if (conformed === UNSURE) {
				return UNSURE;
			}

			if (conformed !== item) {
				object[key] = conformed;
			}

			seen |= 1 << at;
			last = at;
			count++;
		}

		if ((seen & needed) !== needed) {
			return UNSURE;
		}

		if (notes !== undefined) {
			notes.keys += count;
		}

		return isOrdered && (seen & completed) === completed ? object : inOrder(fields, object);
	};
};

const nameOf = (reference: string): string => reference.replace(/^#\/\$defs\//, '');

/**
@param root - Without references that go in circles.
@param notes - What is told may be of a value that is not taken in the end: of a form that was tried first.
@param shared - The same for all parts of one document.
@throws {Error} The schema says something that is not understood here.
*/
export const conformerOf = (
	root: JsonSchema,
	notes?: Notes | undefined,
	shared: Shared = new Map(),
): Conform => {
	const named = new Map<string, Conform>();
	const compileNamed = (name: string): Conform => {
		const conform = compile(root.$defs?.[name] ?? {});
		return notes === undefined || name !== notes.definition
			? conform
			: value => {
					const conformed = conform(value);
					if (conformed !== UNSURE) {
						notes.note(conformed);
					}

					return conformed;
				};
	};

	const compile = (schema: JsonSchema, isTold = true): Conform => {
		const unknown = Object.keys(schema).find(key => !KNOWN.has(key));
		if (unknown !== undefined) {
			throw new Error(`The quick check does not know ${unknown}`);
		}

		if (schema.$ref !== undefined) {
			const name = nameOf(schema.$ref);
			if (!isTold) {
				return compile(root.$defs?.[name] ?? {}, false);
			}

			const found = named.get(name) ?? compileNamed(name);
			named.set(name, found);
			return found;
		}

		const forms = schema.anyOf ?? schema.oneOf;
		if (forms !== undefined) {
			return conformAny(
				forms.map(form => compile(form)),
				notes,
			);
		}

		const values = schema.enum ?? ('const' in schema ? [schema.const] : undefined);
		if (values !== undefined) {
			return conformOneOf(values);
		}

		switch (schema.type) {
			case 'object':
				return compileObject(schema);
			case 'array':
				return conformArray(schema.items && compile(schema.items), schema.minItems ?? 0);
			case 'string':
				return conformString(schema, isTold ? notes : undefined, shared);
			case 'number':
			case 'integer':
				return conformNumber(schema);
			case 'boolean':
				return value => (typeof value === 'boolean' ? value : UNSURE);
			default:
				throw new Error(`The quick check does not know the type ${schema.type}`);
		}
	};

	const compileObject = ({properties = {}, required = [], additionalProperties}: JsonSchema) => {
		const fields = Object.entries(properties).map(([key, schema]): Field => {
			const {default: byDefault} = schema;
			return {
				key,
				// What something is called is no mention of it.
				conform: compile(schema, key !== 'id'),
				byDefault: byDefault === undefined ? undefined : () => structuredClone(byDefault),
			};
		});
		if (additionalProperties !== false || fields.length > MOST_KEYS) {
			throw new Error('The quick check knows only objects of a few given keys');
		}

		return conformObject(fields, required, notes);
	};

	return compile(root);
};
