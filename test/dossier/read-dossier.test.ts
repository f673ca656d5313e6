import {readFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseDossier} from '../../source/dossier/parse.ts';
import {type Progress, readDossier} from '../../source/dossier/read-dossier.ts';
import {recordsOf} from '../../source/dossier/record-places.ts';
import type {Dossier} from '../../source/dossier/schema.ts';
import {endOf} from '../../source/dossier/verify.ts';
import {mayBeObeyed, visibleText} from '../../source/terminal/visible-text.ts';
import {anyDossier} from '../support/any-dossier.ts';
import {
	aDossier,
	anActor,
	anEvent,
	aPlace,
	aQuote,
	aTown,
	at,
	held,
	onSide,
} from '../support/dossier.ts';
import {largeDossier} from '../support/large-dossier.ts';

const visible = {change: visibleText, mayChangeAt: mayBeObeyed};

const inBytes = (json: string): Uint8Array => new TextEncoder().encode(json);

/** What reading comes to, and how far it was on the way. */
const read = (bytes: Uint8Array, texts?: typeof visible) => {
	const steps = readDossier(bytes, texts);
	const told: Progress[] = [];
	let step = steps.next();
	for (; step.done !== true; step = steps.next()) {
		told.push(step.value);
	}

	return {dossier: step.value?.dossier, told};
};

/** Of a text that is sure to be read. */
const dossierIn = (json: string): Dossier => {
	const {dossier} = read(inBytes(json));
	if (dossier === undefined) {
		throw new Error('it was not read');
	}

	return dossier;
};

type Tree = Record<string | number, unknown>;

/** The path of every text and number of a document. */
const leavesOf = (value: unknown): readonly (readonly string[])[] =>
	typeof value === 'object' && value !== null
		? Object.entries(value).flatMap(([key, item]) => leavesOf(item).map(path => [key, ...path]))
		: [[]];

const inData = (name: string): string =>
	readFileSync(path.join(import.meta.dirname, '../../data', name), 'utf8');

const builtIn = inData('brega-2011-03-31.json');
const invented = inData('example-orrow-2017-10-13.json');

describe('a dossier read in steps', () => {
	test.each([
		['the built-in one', builtIn],
		['an invented one', invented],
		[
			'one of many records',
			JSON.stringify(largeDossier({actors: 90, places: 80, quotes: 700, events: 300})),
		],
	])('%s is what it is read at once', (_, json) => {
		expect(JSON.stringify({ok: true, dossier: read(inBytes(json)).dossier})).toBe(
			JSON.stringify(parseDossier(json)),
		);
	});

	test('any dossier is what it is read at once, however it is spaced', () => {
		fc.assert(
			fc.property(anyDossier, fc.constantFrom(undefined, '\t', '  \r\n'), (dossier, space) => {
				const json = JSON.stringify(dossier, undefined, space);
				const {dossier: found} = read(inBytes(json));
				const whole = parseDossier(json);
				expect(JSON.stringify(found)).toBe(JSON.stringify(whole.ok ? whole.dossier : undefined));
			}),
		);
	});

	test('whatever text or number is another, it is told of as when it is read at once', () => {
		const dossier = largeDossier({actors: 12, places: 50, quotes: 15, events: 15});
		const leaves = leavesOf(dossier);
		fc.assert(
			fc.property(
				fc.nat(leaves.length - 1),
				fc.constantFrom(
					'actor:nobody',
					'source:atlas',
					'place:p-0',
					'none',
					'2031-01-01',
					0,
					1,
					99_999,
					-1,
				),
				(which, put) => {
					const changed = structuredClone(dossier);
					const [path = []] = [leaves[which]];
					const last = path.at(-1) ?? '';
					const parent = path
						.slice(0, -1)
						.reduce<Tree>((value, key) => value[key] as Tree, changed as unknown as Tree);
					parent[last] = put;
					const json = JSON.stringify(changed);
					const {dossier: found} = read(inBytes(json));
					const whole = parseDossier(json);
					expect(found).toEqual(whole.ok ? whole.dossier : undefined);
				},
			),
			{numRuns: 400},
		);
	});

	test.each([
		['when', '2019-02-29'],
		['when', '20200501'],
		['when', '/'],
		['when', '2020-02-29'],
		['when', '[2020-02-29..2020-03-01]'],
	])('an event whose %s is %j is read or refused as when it is read at once', (key, value) => {
		const json = JSON.stringify(aDossier([{...anEvent(), [key]: value}]));
		const whole = parseDossier(json);
		expect(read(inBytes(json)).dossier).toEqual(whole.ok ? whole.dossier : undefined);
		expect(whole.ok).toBe(value.includes('2020-02'));
	});

	test.each([
		[
			'two states of one day',
			aTown({control: [held('2020-05-01', 'government'), held('2020-05-01', 'contested')]}),
		],
		['two sides from one day', anActor({sides: [onSide('government'), onSide('none')]})],
		['a figure too large', anEvent({figures: [{value: 2 ** 53, of: 'drops', precision: 'exact'}]})],
	])('%s is refused as when it is read at once', (_, record) => {
		const json = JSON.stringify(aDossier([record]));
		expect(read(inBytes(json)).dossier).toBeUndefined();
		expect(parseDossier(json).ok).toBe(false);
	});

	test('a quote of another length than its ranges is read for who takes it, as at once; what else is wrong is not', () => {
		const quote = {...aQuote(), text: 'Not as long as its ranges are, by far.'};
		const json = JSON.stringify(aDossier([anActor(), quote]));
		const taken = parseDossier(json, {takesMisquotes: true});
		expect(taken).toMatchObject({ok: true, dossier: {quotes: [quote]}});
		expect(endOf(readDossier(inBytes(json), undefined, {takesMisquotes: true}))?.dossier).toEqual(
			taken.ok && taken.dossier,
		);
		expect(read(inBytes(json)).dossier).toBeUndefined();
		expect(parseDossier(json).ok).toBe(false);

		const broken = json.replace('"speaker":"actor:', '"speaker":"actor:no-');
		expect(endOf(readDossier(inBytes(broken), undefined, {takesMisquotes: true}))).toBeUndefined();
		expect(parseDossier(broken, {takesMisquotes: true})).toMatchObject({
			ok: false,
			faults: [{pointer: '/quotes/0/text'}, {pointer: '/quotes/0/speaker'}],
		});
	});

	test('whatever is changed in one, it is the same as read at once, or left to that', () => {
		fc.assert(
			fc.property(
				fc.nat(invented.length),
				fc.nat(12),
				fc.constantFrom(
					'',
					',',
					'"',
					'[',
					']',
					'{',
					'}',
					':',
					'\\',
					' ',
					'0',
					'-',
					'null',
					'é',
					'\u0000',
				),
				(at, cut, put) => {
					const broken = invented.slice(0, at) + put + invented.slice(at + cut);
					const {dossier: found} = read(inBytes(broken));
					const whole = parseDossier(broken);
					if (found !== undefined) {
						expect(JSON.stringify({ok: true, dossier: found})).toBe(JSON.stringify(whole));
					}
				},
			),
			{numRuns: 1500},
		);
	});

	test('keys in another order, and what is left out, come as the format has them', () => {
		const {id, sources, places, span, title, summary} = aDossier([aPlace()]);
		const [{aliases: _, control: __, ...place} = aPlace()] = places;
		const json = JSON.stringify({
			summary,
			places: [Object.fromEntries(Object.entries(place).toReversed())],
			title,
			sources,
			span,
			id,
		});
		const whole = parseDossier(json);
		expect(whole.ok && JSON.stringify(whole.dossier)).toBe(JSON.stringify(dossierIn(json)));
		expect(dossierIn(json).places[0]?.aliases).toEqual([]);
	});

	test('what is missing from two records is two things', () => {
		const json = JSON.stringify({
			...aDossier(),
			actors: [anActor(), anActor({id: 'actor:two'})].map(({aliases: _, ...actor}) => actor),
		});
		const [one, two] = dossierIn(json).actors;
		expect(one?.aliases).not.toBe(two?.aliases);
	});

	test.each([
		['a comma after the last record', (json: string) => json.replace('}],"roads"', '},],"roads"')],
		['a comma before the first', (json: string) => json.replace('"actors":[', '"actors":[,')],
		['a comma for a list', (json: string) => json.replace('"roads":[]', '"roads":[,]')],
		[
			'a key that comes twice',
			(json: string) => json.replace('"roads":[]', '"roads":[],"roads":[]'),
		],
		['a key that the format does not have', (json: string) => json.replace('"roads"', '"rods"')],
		[
			'a key that comes twice in a record',
			(json: string) => json.replace('"name":"Vera Moss"', '"name":"Vera","name":"Vera Moss"'),
		],
		[
			'a key that comes twice in what a record holds',
			(json: string) => json.replace('"paragraph":', '"paragraph":1,"paragraph":'),
		],
		['half a character', (json: string) => json.replace('Vera Moss', String.raw`Vera \uD83D Moss`)],
		['something after the end', (json: string) => `${json}x`],
		['no end', (json: string) => json.slice(0, -1)],
		['a string without an end', (json: string) => json.slice(0, json.indexOf('"roads') + 3)],
		['nothing', () => ''],
		['a list', () => '[]'],
		['a number', () => '7'],
		['a bracket of the wrong kind', (json: string) => json.replace('}],"roads"', '}},"roads"')],
	])('%s is left to whoever can tell what is wrong', (_, broken) => {
		const json = JSON.stringify(aDossier([anActor(), aPlace()]));
		expect(read(inBytes(broken(json))).dossier).toBeUndefined();
	});

	test('bytes that are not UTF-8 are left to whoever can tell', () => {
		const json = JSON.stringify(aDossier([aPlace({name: 'Old Dun'})]));
		const bytes = Buffer.from(json);
		bytes[json.indexOf('Old Dun')] = 0xff;
		expect(read(bytes).dossier).toBeUndefined();
	});

	test('a byte order mark is no part of it', () => {
		const json = JSON.stringify(aDossier());
		expect(read(inBytes(`\u{FEFF}${json}`)).dossier).toBeDefined();
		expect(read(inBytes(`\u{FEFF}\u{FEFF}${json}`)).dossier).toBeUndefined();
	});

	test.each([
		['a speaker that is not there', aQuote({speaker: 'actor:nobody'})],
		[
			'a range that ends before it starts',
			aQuote({speaker: 'actor:vera-moss', evidence: [at(3, 9, 3)]}),
		],
		['a paragraph that is not there', aQuote({speaker: 'actor:vera-moss', evidence: [at(9999)]})],
	])('%s is left to whoever can tell', (_, quote) => {
		const json = JSON.stringify(aDossier([anActor(), quote]));
		expect(read(inBytes(json)).dossier).toBeUndefined();
		expect(parseDossier(json).ok).toBe(false);
	});

	test('its records are found where a catalog has them, events in order of time', () => {
		const later = anEvent({id: 'event:later', when: '2020-05-03'});
		const earlier = anEvent({id: 'event:earlier', when: '2020-05-01'});
		const {dossier, places} =
			endOf(readDossier(inBytes(JSON.stringify(aDossier([anActor(), later, earlier]))))) ?? {};
		const records = recordsOf(dossier ?? aDossier([]));
		expect(records.map(({id}) => id).slice(-2)).toEqual(['event:earlier', 'event:later']);
		expect([...(places ?? [])]).toEqual(records.map(({id}, at) => [id, at]));
	});

	test('texts that a terminal would obey are made visible wherever they stand', () => {
		const dossier = aDossier(
			[
				anActor({name: 'Vera\u001b[31m Moss', aliases: ['tab\there', 'del\u007f', 'c1\u009b']}),
				anActor({id: 'actor:turned', name: 'turned \u202e round', role: 'a \\n that is none'}),
			],
			{title: 'A bell \u0007', summary: 'A line\nand\u2028another'},
		);
		const {dossier: seen} = read(inBytes(JSON.stringify(dossier)), visible);
		expect(seen?.actors.map(({name}) => name)).toEqual(['Vera␛[31m Moss', 'turned \u{FFFD} round']);
		expect(seen?.actors[0]?.aliases).toEqual(['tab␉here', 'del␡', 'c1\u{FFFD}']);
		expect([seen?.title, seen?.summary]).toEqual(['A bell ␇', 'A line␊and\u{FFFD}another']);
	});

	test('whatever a terminal would obey is seen in any text, however that is written', () => {
		fc.assert(
			fc.property(
				fc.string({unit: 'binary'}).map(text => text.toWellFormed()),
				fc.boolean(),
				(name, isEscaped) => {
					const plain = JSON.stringify(aDossier([anActor({name: `Vera ${name}`})]));
					const json = isEscaped
						? plain.replaceAll(/[^\p{ASCII}]/gu, letter =>
								letter
									.split('')
									.map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
									.join(''),
							)
						: plain;
					const {dossier} = read(inBytes(json), visible);
					// Half of a pair that is escaped is left to whoever can tell.
					if (dossier !== undefined) {
						expect(dossier.actors[0]?.name).toBe(visibleText(`Vera ${name}`));
					}
				},
			),
			{numRuns: 1000},
		);
	});

	test('how far it is grows to the end, with the records', () => {
		const dossier = largeDossier({actors: 400, places: 60, quotes: 300, events: 100});
		const bytes = inBytes(JSON.stringify(dossier));
		const {told} = read(bytes);
		expect(told.length).toBeGreaterThan(5);
		for (const [at, {bytes: done, records}] of told.entries()) {
			expect(done).toBeGreaterThan(told[at - 1]?.bytes ?? 0);
			expect(records).toBeGreaterThan(told[at - 1]?.records ?? 0);
		}

		expect(told.at(-1)?.bytes).toBeLessThanOrEqual(bytes.length);
	});
});

describe('the invented large dossier', () => {
	test('is the same for a seed, and another for another', () => {
		const amounts = {actors: 20, places: 60, quotes: 20, events: 20};
		expect(largeDossier(amounts)).toEqual(largeDossier(amounts));
		expect(largeDossier(amounts, 2)).not.toEqual(largeDossier(amounts, 1));
	});
});
