import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {Ajv2020} from 'ajv/dist/2020.js';
import {describe, expect, test} from 'vitest';
import {parseDossier} from '../../source/dossier/parse.ts';
import {aDossier, anActor, aQuote, at} from '../support/dossier.ts';

const data = (file: string): object =>
	JSON.parse(readFileSync(join(import.meta.dirname, '../../data', file), 'utf8'));

/** An independent validator; days have a pattern beside their format, and only `url` is a uri. */
const validate = new Ajv2020({strict: true, formats: {date: true, uri: true}}).compile(
	data('dossier.schema.json'),
);

describe('data/dossier.schema.json, to a JSON Schema 2020-12 validator', () => {
	test.each(['brega-2011-03-31.json', 'example-orrow-2017-10-13.json'])('takes %s', file => {
		validate(data(file));
		expect(validate.errors).toBeNull();
	});

	test('tells an editor of every key what it is for, in a sentence', () => {
		interface Node {
			readonly description?: string;
			readonly $ref?: string;
			readonly properties?: Readonly<Record<string, Node>>;
		}

		const schema = data('dossier.schema.json') as {readonly $defs: Readonly<Record<string, Node>>};
		const hintOf = ({description, $ref}: Node): string =>
			description ?? schema.$defs[$ref?.replace('#/$defs/', '') ?? '']?.description ?? '';
		const keysWithHints = (node: Node, path: string): readonly (readonly [string, string])[] =>
			typeof node !== 'object' || node === null
				? []
				: [
						...Object.entries(node.properties ?? {}).map(
							([key, value]) => [`${path}/${key}`, hintOf(value)] as const,
						),
						...Object.entries(node).flatMap(([key, value]) =>
							keysWithHints(value as Node, `${path}/${key}`),
						),
					];
		const hints = keysWithHints(schema as Node, '');
		expect(hints.length).toBeGreaterThan(100);
		expect(hints.filter(([, hint]) => !/^\S.*\.$/u.test(hint))).toEqual([]);
	});

	test.each(['brega-2011-03-31.json', 'example-orrow-2017-10-13.json'])(
		'is named by %s, beside which it lies',
		file => {
			expect(data(file)).toMatchObject({$schema: './dossier.schema.json'});
		},
	);

	const sound = aDossier([anActor(), aQuote({speaker: 'actor:vera-moss'})]);

	test.each<[string, unknown]>([
		['a sound dossier', sound],
		['no title', {...sound, title: undefined}],
		['an empty title', {...sound, title: ''}],
		['a key that nobody knows', {...sound, colour: 'red'}],
		['a day that is none', {...sound, span: {first: '2020-02-30', last: '2020-05-02'}}],
		['a quote by a place', {...sound, quotes: [{...aQuote(), speaker: 'place:dunmore'}]}],
		['an actor of no known kind', {...sound, actors: [{...anActor(), kind: 'ghost'}]}],
		['a record without evidence', {...sound, actors: [anActor({evidence: []})]}],
		['a paragraph before the first', {...sound, actors: [anActor({evidence: [at(0)]})]}],
		['no sources', {...sound, sources: []}],
	])('agrees with the program on %s', (_, document) => {
		const json = JSON.stringify(document);
		expect(validate(JSON.parse(json))).toBe(parseDossier(json).ok);
	});
});
