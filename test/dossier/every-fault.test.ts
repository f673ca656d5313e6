import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {REFERENCES} from '../../source/dossier/consistency.ts';
import {keysOf, pointerTo} from '../../source/dossier/fault.ts';
import {parseDossier} from '../../source/dossier/parse.ts';
import {dossierSchema} from '../../source/dossier/schema.ts';
import {onSide} from '../support/dossier.ts';
import {fullDossier} from '../support/full-dossier.ts';
import {aValueALine, lineOf, pathsIn} from '../support/value-lines.ts';

type Holder = Record<string, unknown>;

const holderAt = (document: unknown, path: readonly string[]): Holder =>
	path.reduce((value, key) => value[key] as Holder, document as Holder);

/** A sound dossier with one value put in. */
const put = (document: unknown, pointer: string, value: unknown): void => {
	const path = keysOf(pointer);
	holderAt(document, path.slice(0, -1))[path.at(-1) ?? ''] = value;
};

/** What is told of a document, as `line pointer`. */
const toldOf = (document: unknown): readonly string[] => {
	const parsed = parseDossier(aValueALine(document));
	return parsed.ok ? [] : parsed.faults.map(({line, pointer}) => `${line} ${pointer}`);
};

const placed = (document: unknown, pointers: readonly string[]): readonly string[] =>
	pointers.map(pointer => `${lineOf(document, pointer)} ${pointer}`);

const anotherType = (value: unknown): unknown => {
	if (Array.isArray(value)) {
		return {not: 'a list'};
	}

	return typeof value === 'object' ? ['not an object'] : {not: 'a value'};
};

const POINTERS = pathsIn(fullDossier())
	.slice(1)
	.map(path => pointerTo(path));

const isWithin = (pointer: string, other: string): boolean => `${pointer}/`.startsWith(`${other}/`);

/** What makes a sound dossier one that does not hold together, and what that can only be told by. */
interface Break {
	readonly pointer: string;
	readonly value: unknown;
	/** Where it is told, when not there. */
	readonly told?: string;
	/** What else has to be readable. */
	readonly needs?: readonly string[];
}

const anId = (list: string, count: number): readonly string[] => [
	`/${list}`,
	...Array.from({length: count}, (_, at) => `/${list}/${at}/id`),
];

const evidenceNeeds = (evidence: string): readonly string[] => [
	`${evidence}/source`,
	...anId('sources', 2),
];

const SPAN = ['/span/first', '/span/last'] as const;

const BREAKS: readonly Break[] = [
	{pointer: '/events/1/id', value: 'event:crane-falls', needs: ['/events/0/id']},
	{pointer: '/quotes/1/speaker', value: 'actor:nobody', needs: anId('actors', 2)},
	{pointer: '/quotes/0/via', value: 'actor:nobody', needs: anId('actors', 2)},
	{pointer: '/quotes/0/place', value: 'place:nowhere', needs: anId('places', 3)},
	{pointer: '/events/0/movement/to', value: 'place:nowhere', needs: anId('places', 3)},
	{pointer: '/events/0/participants/1', value: 'actor:nobody', needs: anId('actors', 2)},
	{pointer: '/claims/0/about/0', value: 'event:nothing', needs: anId('events', 2)},
	{pointer: '/tensions/0/accounts/1/records/0', value: 'quote:none', needs: anId('quotes', 2)},
	{pointer: '/story/0/record', value: 'claim:none', needs: anId('claims', 1)},
	{pointer: '/roads/0/towns/1/place', value: 'place:nowhere', needs: anId('places', 3)},
	{pointer: '/places/0/coordinates/source', value: 'source:lost', needs: anId('sources', 2)},
	{
		pointer: '/sources/0/dateline/place',
		value: 'place:nowhere',
		needs: [...anId('places', 3), '/sources/0/kind'],
	},
	{pointer: '/actors/0/evidence/0/start', value: 50, needs: ['/actors/0/evidence/0/end']},
	{
		pointer: '/actors/0/sides/1/evidence/1/paragraph',
		value: 10,
		needs: [
			...evidenceNeeds('/actors/0/sides/1/evidence/1'),
			'/sources/0/paragraphs',
			'/sources/0/kind',
		],
	},
	{
		pointer: '/claims/0/evidence/0/source',
		value: 'source:atlas',
		needs: [...anId('sources', 2), '/sources/1/kind'],
	},
	{
		pointer: '/quotes/1/text',
		value: 'A rope.',
		needs: [
			'/quotes/1/evidence',
			...[0, 1].flatMap(at => ['', '/start', '/end'].map(key => `/quotes/1/evidence/${at}${key}`)),
		],
	},
	{
		pointer: '/quotes/1/evidence/0/start',
		value: 50,
		needs: ['/quotes/1/evidence', '/quotes/1/evidence/0', '/quotes/1/evidence/0/end'],
	},
	{pointer: '/story/0/day', value: '2020-06-01', needs: SPAN},
	{pointer: '/actors/0/sides/0/until', value: '2020-04-01', needs: SPAN},
	{
		pointer: '/actors/0/sides/1/until',
		value: '2020-05-01',
		told: '/actors/0/sides/1',
		needs: ['/actors/0/sides/1/from'],
	},
	{
		pointer: '/places/1/control/1/carriedFrom',
		value: '2020-05-02',
		needs: ['/places/1/control/1/day'],
	},
	{
		pointer: '/places/1/control/0/day',
		value: '2020-05-02',
		told: '/places/1/control/1/day',
		needs: ['/places/1/control/0/state', '/places/1/control/1/day', '/places/1/control/1/state'],
	},
	{
		pointer: '/actors/0/sides/0',
		value: onSide('civilian', {from: '2020-05-02'}),
		told: '/actors/0/sides/1',
		needs: ['/actors/0/sides/1/from', '/actors/0/sides/1/side'],
	},
	{pointer: '/events/0/figures/0/value', value: 2 ** 53},
	{pointer: '/events/0/figures/0/value', value: -(2 ** 53)},
	{pointer: '/events/1/when', value: '19xx'},
	{pointer: '/events/1/when', value: '20110304'},
	{pointer: '/events/1/when', value: '2019-02-29'},
	{pointer: '/events/1/when', value: '/'},
	{pointer: '/relations/0/since', value: '1988/2100-02-29~'},
	{pointer: '/relations/0/until', value: '20177'},
	{pointer: '/places/1/control/0/day', value: '2019-02-29'},
	{pointer: '/quotes/0/day', value: '2100-02-29'},
	{pointer: '/relations/0/since', value: 'of old'},
	{pointer: '/relations/0/until', value: '1987', needs: ['/relations/0/since']},
	{pointer: '/relations/0/to', value: 'actor:vera-moss', needs: ['/relations/0/from']},
	{pointer: '/roads/0/towns/1/km', value: 0, needs: ['/roads/0/towns/0/km']},
	{pointer: '/places/0/coordinates/lat', value: 90.5},
	{pointer: '/places/0/coordinates/lon', value: -181},
	{
		pointer: '/quotes/0/about/0',
		value: 'quote:tide',
		needs: ['/quotes/0/id', ...anId('quotes', 2)],
	},
	{pointer: '/claims/0/via', value: 'author'},
	{pointer: '/quotes/1/via', value: 'actor:tom-reed', needs: ['/quotes/1/speaker']},
	{pointer: '/actors/0/nmae', value: 'Vera'},
	{
		pointer: '/sources/0/dateline/yearFrom',
		value: 'source:report',
		needs: ['/sources/0/id', '/sources/0/kind'],
	},
];

const brokenBy = (given: Break, document: unknown): unknown => {
	put(document, given.pointer, given.value);
	return document;
};

test('the dossier that faults are put in is sound', () => {
	expect(toldOf(fullDossier())).toEqual([]);
});

test('every key that holds an id is known for one', () => {
	const schema: unknown = JSON.parse(
		readFileSync(join(import.meta.dirname, '../../data/dossier.schema.json'), 'utf8'),
	);
	const keys = pathsIn(schema)
		.filter(
			path =>
				path.at(-1) === '$ref' &&
				/#\/\$defs\/[a-z]+Id$/.test(String(holderAt(schema, path.slice(0, -1)).$ref)),
		)
		.map(path => path[path.lastIndexOf('properties') + 1])
		.filter(key => key !== 'id');
	expect(new Set(keys)).toEqual(REFERENCES);
});

describe('one fault is told, in its place, and nothing that only follows from it:', () => {
	test.each(POINTERS)('another type at %s', pointer => {
		const document = fullDossier();
		put(document, pointer, anotherType(holderAt(document, keysOf(pointer))));
		expect(toldOf(document)).toEqual(placed(document, [pointer]));
	});

	test.each(POINTERS)('null at %s', pointer => {
		const document = fullDossier();
		put(document, pointer, null);
		expect(toldOf(document)).toEqual(placed(document, [pointer]));
	});

	test.each(
		POINTERS.filter(pointer => {
			const document = fullDossier();
			const path = keysOf(pointer);
			delete holderAt(document, path.slice(0, -1))[path.at(-1) ?? ''];
			return !(
				Array.isArray(holderAt(document, path.slice(0, -1))) ||
				dossierSchema.safeParse(document).success
			);
		}),
	)('nothing at %s', pointer => {
		const document = fullDossier();
		const path = keysOf(pointer);
		delete holderAt(document, path.slice(0, -1))[path.at(-1) ?? ''];
		const holder = pointerTo(path.slice(0, -1));
		expect(toldOf(document)).toEqual([`${lineOf(document, holder)} ${pointer}`]);
	});

	test.each(POINTERS.filter(pointer => !/\/\d+$/.test(pointer)))(
		'%s under a name that is misspelt',
		pointer => {
			const document = fullDossier();
			const path = keysOf(pointer);
			const holder = holderAt(document, path.slice(0, -1));
			const key = path.at(-1) ?? '';
			holder[`${key}x`] = holder[key];
			delete holder[key];
			const parsed = parseDossier(aValueALine(document));
			const told = parsed.ok ? [] : parsed.faults.map(fault => fault.pointer).toSorted();
			// What else a source may have is known by its kind alone.
			if (/^\/sources\/\d\/kind$/.test(pointer)) {
				expect(told).toEqual([pointer]);
				return;
			}

			expect([[`${pointer}x`], [pointer, `${pointer}x`]]).toContainEqual(told);
		},
	);

	test.each(BREAKS)('$value at $pointer', given => {
		const document = brokenBy(given, fullDossier());
		expect(toldOf(document).map(told => told.split(' ')[1])).toEqual([given.told ?? given.pointer]);
	});
});

describe('of several faults each is told:', () => {
	test('what does not hold together, in spite of what does not have its shape', () => {
		fc.assert(
			fc.property(fc.constantFrom(...BREAKS), fc.constantFrom(...POINTERS), (given, pointer) => {
				const related = [given.pointer, given.told ?? given.pointer, ...(given.needs ?? [])];
				fc.pre(
					!related.some(other => isWithin(other, pointer)) && !isWithin(pointer, given.pointer),
				);
				const document = brokenBy(given, fullDossier());
				put(document, pointer, anotherType(holderAt(document, keysOf(pointer))));
				expect(new Set(toldOf(document).map(told => told.split(' ')[1]))).toEqual(
					new Set([given.told ?? given.pointer, pointer]),
				);
			}),
			{numRuns: 1500},
		);
	});

	test('a key that is there twice beside what is wrong in the value that counts', () => {
		const json = aValueALine({...fullDossier(), title: ''}).replace('{', '{"title": "lost",');
		const parsed = parseDossier(json);
		expect(
			parsed.ok ? [] : parsed.faults.map(({pointer, message}) => `${pointer} ${message}`),
		).toEqual([
			expect.stringMatching(/^\/title this key is there twice/),
			'/title should not be empty',
		]);
	});
});

describe('a key that is there twice is refused, wherever:', () => {
	test.each(POINTERS.filter(pointer => !/\/\d+$/.test(pointer)))('%s', pointer => {
		const document = fullDossier();
		const key = `${JSON.stringify(keysOf(pointer).at(-1))}:\n`;
		const lines = aValueALine(document).split('\n');
		const at = lineOf(document, pointer) - 1;
		// The same once more, before the key; what it holds stays in its line.
		lines[at - 1] =
			`${(lines[at - 1] ?? '').slice(0, -key.length + 1)}${key.trimEnd()}0,${key.trimEnd()}`;
		const parsed = parseDossier(lines.join('\n'));
		expect(parsed).toMatchObject({
			ok: false,
			faults: [{pointer, line: at, isOfKey: true}],
		});
	});
});
