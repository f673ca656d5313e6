import {describe, expect, test} from 'vitest';
import {parseDossier} from '../../source/dossier/parse.ts';
import {fullDossier} from '../support/full-dossier.ts';

type Holder = Record<string, unknown>;

/** What is told of a dossier with one value put in; `undefined` takes it out. */
const toldWith = (pointer: string, value: unknown): readonly string[] => {
	const document: unknown = fullDossier();
	const path = pointer.split('/').slice(1);
	const holder = path.slice(0, -1).reduce((inner, key) => inner[key] as Holder, document as Holder);
	holder[path.at(-1) ?? ''] = value;
	const parsed = parseDossier(JSON.stringify(document).replaceAll('"1e400"', '1e400'));
	return parsed.ok ? [] : parsed.faults.map(fault => `${fault.pointer} ${fault.message}`);
};

describe('what does not have its shape is told in plain words:', () => {
	test.each([
		['/title', undefined, 'is missing; it should be a string'],
		['/title', 7, 'should be a string, and is 7'],
		['/title', '', 'should not be empty'],
		['/title', null, 'should be a string, and is null'],
		['/actors', {}, 'should be an array, and is an object'],
		['/span', 'a day', 'should be an object, and is a string'],
		['/places/0/frontLine', 'yes', 'should be true or false, and is a string'],
		['/places/0/coordinates/lat', 91, 'should be at most 90, and is 91'],
		['/places/0/coordinates/lon', -180.5, 'should be at least -180, and is -180.5'],
		['/places/0/coordinates/lon', '1e400', 'should be a number, and is Infinity'],
		['/places/0/coordinates/precision', 4, 'must be 1 (the place), 2 (near it) or 3 (a region)'],
		['/actors/0/evidence/0/start', 1.5, 'should be a whole number, and is 1.5'],
		['/actors/0/evidence/0/paragraph', 0, 'should be at least 1, and is 0'],
		['/sources/0/paragraphs', 1e300, 'should be at most 100000, and is 1e+300'],
		['/sources/0/paragraphs', -1e300, 'should be at least 1, and is -1e+300'],
		['/actors/0/evidence/0/end', 1e300, 'should be at most 9007199254740991, and is 1e+300'],
		['/quotes/0/evidence', [], 'should hold at least 1'],
		['/quotes/0/form', 'whole', 'should be one of direct, fragment'],
		['/quotes/0/form', undefined, 'is missing; it should be one of direct, fragment'],
		['/quotes/0/speaker', undefined, /^is missing; it must be an id such as actor:some-name/],
		['/span/last', '2020-02-30', 'should be a day of the calendar, written YYYY-MM-DD'],
		['/sources/0/sha256', 'A', 'should be 64 hexadecimal digits, in lower case'],
		['/sources/0/kind', 'book', 'should be one of article, gazetteer, reference, computed'],
		['/sources/0/kind', undefined, /^is missing; it should be one of article, gazetteer/],
		['/sources/1/url', 'example', 'should be a web address, such as https://example.org/'],
		['/id', 'A b', 'should be lower-case letters and digits, with hyphens between them'],
		['/events/0/assertedBy', 'nobody', /^must be the id of an actor, or author/],
		['/nmae', 1, 'is not a key of the format'],
	])('%s: %j', (pointer, value, message) => {
		expect(toldWith(pointer, value)).toEqual([
			typeof message === 'string'
				? `${pointer} ${message}`
				: expect.stringMatching(new RegExp(message.source.replace('^', `^${pointer} `))),
		]);
	});
});
