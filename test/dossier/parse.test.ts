import {describe, expect, test} from 'vitest';
import type {Fault} from '../../source/dossier/fault.ts';
import {parseDossier} from '../../source/dossier/parse.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anArticle,
	anEvent,
	aPlace,
	aQuote,
	aReference,
	aRelation,
	aRoad,
	aStep,
	aTension,
	aTown,
	at,
	held,
	onSide,
} from '../support/dossier.ts';

const VERA = 'actor:vera-moss';

const faultsOf = (document: unknown): readonly Fault[] => {
	const parsed = parseDossier(JSON.stringify(document));
	return parsed.ok ? [] : parsed.faults.map(({pointer, message}) => ({pointer, message}));
};

const messagesOf = (document: unknown): readonly string[] =>
	faultsOf(document).map(({pointer, message}) => `${pointer} ${message}`);

describe('a sound dossier', () => {
	test('is read whole, one record of every kind', () => {
		const dossier = aDossier([
			anActor(),
			anActor({id: 'actor:tom-reed'}),
			aTown({control: [held('2020-05-01', 'contested')]}),
			aTown({id: 'place:westbay'}),
			aRoad({
				towns: [
					{place: 'place:eastbay', km: 0},
					{place: 'place:westbay', km: 12.5},
				],
			}),
			aQuote({speaker: VERA, place: 'place:eastbay'}),
			anEvent({participants: [VERA]}),
			aRelation({from: VERA, to: 'actor:tom-reed'}),
			aClaim({about: ['event:crane-falls']}),
			aTension({
				accounts: [
					{text: 'Cut.', records: ['claim:ropes']},
					{text: 'Worn.', records: ['quote:tide']},
				],
			}),
			aStep({record: 'tension:ropes'}),
		]);
		expect(parseDossier(JSON.stringify(dossier))).toEqual({ok: true, dossier});
	});

	test('puts its events in order of time; those of one instant stay as they are', () => {
		const events = [
			anEvent({id: 'event:last', when: '2020-05-02'}),
			anEvent({id: 'event:decade', when: '198X'}),
			anEvent({id: 'event:month', when: '2020-05'}),
			anEvent({id: 'event:day', when: '2020-05-01~'}),
			anEvent({id: 'event:year', when: '1988'}),
		];
		const parsed = parseDossier(JSON.stringify(aDossier(events)));
		expect(parsed.ok && parsed.dossier.events.map(({id}) => id)).toEqual([
			'event:decade',
			'event:year',
			'event:month',
			'event:day',
			'event:last',
		]);
	});
});

describe('a text that is not JSON', () => {
	test.each([
		['{"id": "x",}', 1, 11, 'a comma before } is one too many'],
		['{"id": \n"x" "y"}', 2, 5, 'there is a string where a comma or } is expected'],
		['', 1, 1, 'the text is empty'],
		[' \n\t', 2, 2, 'the text is empty'],
		['hello', 1, 1, 'hello is no value of JSON; a string stands in double quotation marks'],
		['{"a": [1, 2', 1, 12, 'the text ends here, and the ] for the [ in line 1 column 7 is missing'],
		['{"a" 1}', 1, 6, 'there is 1 where a colon is expected, after the key'],
		['{a: 1}', 1, 2, 'a is no value of JSON; a string stands in double quotation marks'],
		["{'a': 1}", 1, 2, 'a string stands in double quotation marks, not in single ones'],
		['{“a”: 1}', 1, 2, 'a string stands in straight quotation marks (U+0022), not in curly ones'],
		['{"a": 1} // end', 1, 10, 'JSON has no comments'],
		['{"a": 1}\r\n{', 2, 1, 'there is { after the end of the document'],
		['{\r"a": 01}', 2, 6, '01 is not a number of JSON'],
		[
			'{"a": "b\n"}',
			1,
			9,
			/^a line ends within a string; .* or the line end is to be written \\n$/,
		],
		['{"a": "\u0007"}', 1, 8, 'a control character in a string is to be written \\u0007'],
		[
			'{"a": "C:\\dir"}',
			1,
			10,
			'a backslash in a string is to be written \\\\; \\d means nothing in JSON',
		],
		['{"a": "\\u12"}', 1, 8, '\\u is to be followed by four hexadecimal digits'],
		['{"a": "b', 1, 7, 'the quotation mark that ends this string is missing'],
		['{"a\0": 1}', 1, 4, 'a control character in a string is to be written \\u0000'],
		['\0{}', 1, 1, /^a NUL character \(U\+0000\); .* not UTF-16/],
		['\u{FEFF}{}', 1, 1, 'a byte order mark (U+FEFF) may stand only at the start of a file'],
		['{"a": 1,\u{A0}"b": 2}', 1, 9, /^a non-breaking space \(U\+00A0\)/],
		['{"a": 😀}', 1, 7, '😀 (U+1F600) means nothing here'],
	])('%j is told with its place', (json, line, column, message) => {
		expect(parseDossier(json)).toEqual({
			ok: false,
			faults: [
				{
					pointer: '',
					message:
						typeof message === 'string'
							? `not JSON: ${message}`
							: expect.stringMatching(new RegExp(message.source.replace('^', '^not JSON: '))),
					line,
					column,
				},
			],
		});
	});

	test('does not have its content repeated', () => {
		const [fault] = [parseDossier(`{"secret": "${'x'.repeat(500)}`)].flatMap(parsed =>
			parsed.ok ? [] : parsed.faults,
		);
		expect(fault?.message).not.toContain('xxx');
	});
});

describe('a document of another shape', () => {
	test.each([[[]], [null], [7], ['text']])('%j is no dossier', document => {
		expect(faultsOf(document)).toMatchObject([{pointer: ''}]);
	});

	test('that has no records is a dossier all the same: what it leaves out is empty', () => {
		const {id, title, summary, span} = aDossier();
		const least = {id, title, summary, span, sources: [aReference()]};
		expect(parseDossier(JSON.stringify(least))).toMatchObject({
			ok: true,
			dossier: {actors: [], places: [], roads: [], quotes: [], events: [], story: []},
		});
	});

	test('names what is missing, every fault of it', () => {
		const {title: _, ...untitled} = aDossier([anActor()]);
		const [first] = untitled.actors;
		expect(messagesOf({...untitled, actors: [{...first, name: '', kind: 'ghost'}]})).toEqual([
			expect.stringMatching(/^\/title /),
			expect.stringMatching(/^\/actors\/0\/name /),
			expect.stringMatching(/^\/actors\/0\/kind /),
		]);
	});

	test('refuses a key that it does not know, with its place', () => {
		expect(messagesOf({...aDossier([anActor()]), actors: [{...anActor(), nmae: 'x'}]})).toEqual([
			'/actors/0/nmae is not a key of the format',
		]);
	});

	test('with a great many faults is told all of them', () => {
		const actors = Array.from({length: 60_000}, () => ({}));
		expect(faultsOf({...aDossier(), actors}).length).toBeGreaterThan(200_000);
	});

	test.each([
		['Actor:vera', 'actor'],
		['place:vera', 'actor'],
		['actor:Vera Moss', 'actor'],
		['actor:', 'actor'],
	])('%s is no id of an actor', (id, kind) => {
		expect(messagesOf({...aDossier(), actors: [{...anActor(), id}]})).toEqual([
			`/actors/0/id must be an id such as ${kind}:some-name (lower-case letters, digits and hyphens)`,
		]);
	});

	test('a day has to be one of the calendar', () => {
		expect(messagesOf(aDossier([], {span: {first: '2020-02-30', last: '2020-05-02'}}))).toEqual([
			expect.stringMatching(/^\/span\/first /),
		]);
	});

	test('a quote without a place where it stands is refused; another record may have none yet', () => {
		expect(
			messagesOf(
				aDossier([anActor({evidence: []}), aQuote({speaker: 'actor:vera-moss', evidence: []})]),
			),
		).toEqual([expect.stringMatching(/^\/quotes\/0\/evidence /)]);
	});
});

describe('a dossier that does not hold together', () => {
	test('an id used twice names the first use', () => {
		expect(messagesOf(aDossier([anActor(), anActor()]))).toEqual([
			`/actors/1/id the id ${VERA} is taken already, at /actors/0/id`,
		]);
	});

	test.each([
		['/quotes/0/speaker', aDossier([aQuote({speaker: 'actor:nobody'})])],
		['/claims/0/about/0', aDossier([aClaim({about: ['actor:nobody']})])],
		['/relations/0/to', aDossier([anActor(), aRelation({from: VERA, to: 'actor:nobody'})])],
		[
			'/places/0/control/0/assertedBy',
			aDossier([aTown({control: [held('2020-05-01', 'unknown', {assertedBy: 'actor:nobody'})]})]),
		],
		[
			'/tensions/0/accounts/1/records/0',
			aDossier([
				anActor(),
				aTension({
					accounts: [
						{text: 'A', records: [VERA]},
						{text: 'B', records: ['actor:nobody']},
					],
				}),
			]),
		],
	])('a reference to nobody is found at %s', (pointer, dossier) => {
		expect(faultsOf(dossier)).toEqual([
			{pointer, message: 'there is no actor:nobody in this dossier'},
		]);
	});

	test.each([
		[
			'/places/0/coordinates/source',
			aDossier([aPlace({coordinates: {lat: 1, lon: 2, precision: 1, source: 'source:lost'}})]),
		],
		[
			'/roads/0/source',
			aDossier([
				aTown(),
				aTown({id: 'place:westbay'}),
				aRoad({
					source: 'source:lost',
					towns: [
						{place: 'place:eastbay', km: 0},
						{place: 'place:westbay', km: 9},
					],
				}),
			]),
		],
		[
			'/actors/0/evidence/0/source',
			aDossier([anActor({evidence: [{...at(1), source: 'source:lost'}]})]),
		],
	])('a source that is not there is found at %s', (pointer, dossier) => {
		expect(faultsOf(dossier)).toEqual([
			{pointer, message: 'there is no source:lost in this dossier'},
		]);
	});

	test('a range that runs backwards', () => {
		expect(messagesOf(aDossier([anActor({evidence: [at(1, 9, 4)]})]))).toEqual([
			'/actors/0/evidence/0/start the range starts at 9 but ends at 4',
		]);
	});

	test('an empty range', () => {
		expect(faultsOf(aDossier([anActor({evidence: [at(1, 4, 4)]})]))).toHaveLength(1);
	});

	test('a paragraph beyond the last', () => {
		expect(messagesOf(aDossier([anActor({evidence: [at(9), at(10)]})]))).toEqual([
			'/actors/0/evidence/1/paragraph there is no paragraph 10: source:report has 9',
		]);
	});

	test('a paragraph of a source that has none', () => {
		expect(
			messagesOf(aDossier([anActor({evidence: [{...at(1), source: 'source:atlas'}]})])),
		).toEqual([
			'/actors/0/evidence/0/source source:atlas is not an article, so it has no paragraphs',
		]);
	});

	test('a quote whose text is not as long as what it cites', () => {
		const cited = {
			speaker: VERA,
			text: 'The tide does not.',
			evidence: [at(3, 0, 8), at(3, 20, 28)],
		} as const;
		const quote = aQuote({...cited, evidence: [...cited.evidence]});
		expect(messagesOf(aDossier([anActor(), quote]))).toEqual([
			'/quotes/0/text the text has 18 characters, but its ranges, joined by one space, have 17',
		]);
	});

	test('a day outside of the span, whatever it dates', () => {
		expect(
			messagesOf(
				aDossier([
					anActor({sides: [onSide('civilian', {from: '2020-04-30', until: '2020-05-09'})]}),
					aTown({control: [held('2020-05-03', 'unknown')]}),
					aStep({record: VERA, day: '2020-04-01'}),
				]),
			),
		).toEqual([
			'/actors/0/sides/0/from 2020-04-30 is outside the span, 2020-05-01 to 2020-05-02',
			'/actors/0/sides/0/until 2020-05-09 is outside the span, 2020-05-01 to 2020-05-02',
			'/places/0/control/0/day 2020-05-03 is outside the span, 2020-05-01 to 2020-05-02',
			'/story/0/day 2020-04-01 is outside the span, 2020-05-01 to 2020-05-02',
		]);
	});

	test('a span that ends before it begins', () => {
		expect(messagesOf(aDossier([], {span: {first: '2020-05-02', last: '2020-05-01'}}))).toEqual([
			'/span the span ends (2020-05-01) before it begins (2020-05-02)',
		]);
	});

	test('a side that ends before it begins', () => {
		const side = onSide('none', {from: '2020-05-02', until: '2020-05-01'});
		expect(messagesOf(aDossier([anActor({sides: [side]})]))).toEqual([
			'/actors/0/sides/0 this side ends (2020-05-01) before it begins (2020-05-02)',
		]);
	});

	test('sides that are not in order of time', () => {
		const sides = [
			onSide('none', {from: '2020-05-02'}),
			onSide('civilian', {from: '2020-05-01'}),
			onSide('unknown'),
		];
		expect(messagesOf(aDossier([anActor({sides})]))).toEqual([
			'/actors/0/sides/1 2020-05-01 comes after 2020-05-02: give sides in order of time',
			'/actors/0/sides/2 what began before the span comes after 2020-05-01: give sides in order of time',
		]);
	});

	test('two sides from one day, of which the last would win', () => {
		const sides = [
			onSide('government'),
			onSide('civilian'),
			onSide('none', {from: '2020-05-02'}),
			onSide('none', {from: '2020-05-02', basis: 'claimed'}),
			onSide('opposition', {from: '2020-05-02'}),
		];
		expect(messagesOf(aDossier([anActor({sides})]))).toEqual([
			'/actors/0/sides/1 two sides are told from before the span, government and civilian: keep one, or give one of them another day',
			'/actors/0/sides/4 two sides are told from 2020-05-02, none and opposition: keep one, or give one of them another day',
		]);
	});

	test('two states of a place at the end of one day, of which the last would win', () => {
		const control = [
			held('2020-05-01', 'government'),
			held('2020-05-01', 'government', {basis: 'claimed'}),
			held('2020-05-02', 'opposition'),
			held('2020-05-02', 'contested'),
		];
		expect(messagesOf(aDossier([aTown({control})]))).toEqual([
			'/places/0/control/3/day two states are told of 2020-05-02, opposition and contested: keep the one at the end of that day',
		]);
	});

	test('a figure of which digits would be lost', () => {
		const figures = [2 ** 53, -(2 ** 53), 2 ** 53 - 1, 0.5].map(value => ({
			value,
			of: 'drops',
			precision: 'exact' as const,
		}));
		expect(messagesOf(aDossier([anEvent({figures})]))).toEqual([
			'/events/0/figures/0/value should be at most 9007199254740991, and is 9007199254740992',
			'/events/0/figures/1/value should be at least -9007199254740991, and is -9007199254740992',
		]);
	});

	test('control that is not in order of days', () => {
		const control = [held('2020-05-02', 'unknown'), held('2020-05-01', 'unknown')];
		expect(messagesOf(aDossier([aTown({control})]))).toEqual([
			'/places/0/control/1/day 2020-05-01 comes after 2020-05-02: give control in order of days',
		]);
	});

	test('a date that is not EDTF', () => {
		expect(
			messagesOf(
				aDossier([
					anActor(),
					anEvent({when: 'last Tuesday'}),
					anEvent({id: 'event:fine', when: '2020-04-29~/2020-05-01'}),
					anActor({id: 'actor:tom-reed'}),
					aRelation({from: VERA, to: 'actor:tom-reed', since: '19xx', until: '2020'}),
				]),
			),
		).toEqual([
			'/events/0/when "last Tuesday" is not an EDTF date, such as 2011-03-30, 1988 or 198X',
			'/relations/0/since "19xx" is not an EDTF date, such as 2011-03-30, 1988 or 198X',
		]);
	});

	test('a date whose day is in no calendar, or of digits that are no year', () => {
		expect(
			messagesOf(
				aDossier([
					anActor(),
					anEvent({when: '2018~/2019-02-29~'}),
					anEvent({id: 'event:number', when: '20200504'}),
					anEvent({id: 'event:nothing', when: '/'}),
					anActor({id: 'actor:tom-reed'}),
					aRelation({
						from: VERA,
						to: 'actor:tom-reed',
						since: '1900-02-29?',
						until: '[2020-04-31]',
					}),
				]),
			),
		).toEqual([
			'/events/0/when no calendar has the day 2019-02-29: give one that there is, or only the month',
			'/events/1/when "20200504" is not an EDTF date, such as 2011-03-30, 1988 or 198X',
			'/events/2/when "/" is not an EDTF date, such as 2011-03-30, 1988 or 198X',
			'/relations/0/since no calendar has the day 1900-02-29: give one that there is, or only the month',
			'/relations/0/until no calendar has the day 2020-04-31: give one that there is, or only the month',
		]);
	});

	test('a road whose towns do not lie ever further along it', () => {
		expect(
			messagesOf(
				aDossier([
					aTown({id: 'place:a'}),
					aTown({id: 'place:b'}),
					aTown({id: 'place:c'}),
					aRoad({
						towns: [
							{place: 'place:a', km: 0},
							{place: 'place:b', km: 7},
							{place: 'place:c', km: 7},
						],
					}),
				]),
			),
		).toEqual(['/roads/0/towns/2/km 7 km is not beyond 7 km']);
	});

	test('all faults are told at once, in the order of the text', () => {
		const faults = faultsOf(
			aDossier([
				anArticle({paragraphs: 3}),
				aReference(),
				anActor(),
				anActor(),
				aQuote({speaker: 'actor:nobody', evidence: [at(4, 9, 4)]}),
			]),
		);
		expect(faults.map(({pointer}) => pointer)).toEqual([
			'/actors/1/id',
			'/quotes/0/evidence/0/paragraph',
			'/quotes/0/evidence/0/start',
			'/quotes/0/speaker',
		]);
	});
});
