import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {builtInDossier} from '../../source/dossier/built-in.ts';
import {type Catalog, catalogOf} from '../../source/dossier/catalog.ts';
import {coveredDays} from '../../source/dossier/covered-days.ts';
import {createFacetIndex} from '../../source/dossier/facet-index.ts';
import {facetValuesOf, type ListedRecord} from '../../source/dossier/facet-values.ts';
import {facetLabel, facetValueLabel} from '../../source/dossier/facet-words.ts';
import {
	FACETS,
	type Facet,
	type FacetName,
	type FacetValues,
	passesFacets,
} from '../../source/dossier/facets.ts';
import type {RecordId} from '../../source/dossier/schema.ts';
import {anyDossier} from '../support/any-dossier.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anEvent,
	aPlace,
	aQuote,
	aTown,
	held,
	LAST_DAY,
	onSide,
} from '../support/dossier.ts';

const wanted = (facet: FacetName, value: string): Facet => ({facet, value, isExcluded: false});
const unwanted = (facet: FacetName, value: string): Facet => ({facet, value, isExcluded: true});

const NOTHING: FacetValues = {
	side: [],
	kind: ['quote/direct'],
	place: [],
	day: [],
	attribution: [],
};

const valuesIn = (
	parts: Parameters<typeof aDossier>[0],
	record: ListedRecord,
	day = LAST_DAY,
	rest: Parameters<typeof aDossier>[1] = {},
): FacetValues => facetValuesOf(catalogOf(aDossier(parts, rest)), record, day);

describe('what an actor is found by', () => {
	const harbour = aTown({id: 'place:harbour'});
	const quay = aPlace({id: 'place:quay'});
	const defector = anActor({
		id: 'actor:tom-reed',
		kind: 'unnamed-source',
		sides: [onSide('government', {until: '2020-05-01'}), onSide('none', {from: '2020-05-02'})],
	});

	test('is the side at the end of the day', () => {
		expect(valuesIn([defector], defector, '2020-05-01').side).toEqual(['government']);
		expect(valuesIn([defector], defector, '2020-05-02').side).toEqual(['none']);
	});

	test('is where and when they spoke and took part, not what others say of them', () => {
		const values = valuesIn(
			[
				defector,
				anActor(),
				harbour,
				quay,
				aQuote({id: 'quote:own', speaker: defector.id, place: harbour.id, day: '2020-05-01'}),
				aQuote({
					id: 'quote:of-them',
					speaker: 'actor:vera-moss',
					about: [defector.id],
					place: 'place:elsewhere',
					day: '2020-04-01',
				}),
				anEvent({participants: [defector.id], places: [quay.id], when: '2020-05-02'}),
				anEvent({
					id: 'event:told',
					assertedBy: defector.id,
					places: ['place:elsewhere'],
					when: '2020-04-01',
				}),
			],
			defector,
		);
		expect(values.place).toEqual([harbour.id, quay.id]);
		expect(values.day).toEqual(['2020-05-01', '2020-05-02']);
		expect(values.kind).toEqual(['actor/unnamed-source']);
	});

	test.each([
		['a quote', aQuote({speaker: 'actor:tom-reed'}), ['unnamed']],
		[
			'a relayed quote',
			aQuote({speaker: 'actor:tom-reed', via: 'actor:vera-moss'}),
			['unnamed', 'relayed'],
		],
		['an event', anEvent({assertedBy: 'actor:tom-reed'}), ['unnamed']],
		['a claim', aClaim({assertedBy: 'actor:tom-reed'}), ['unnamed']],
		[
			'a relayed claim',
			aClaim({assertedBy: 'actor:tom-reed', via: 'actor:vera-moss'}),
			['unnamed', 'relayed'],
		],
		['somebody else’s claim', aClaim({about: ['actor:tom-reed']}), []],
	])('is whose word %s of theirs is', (_, record, attribution) => {
		expect(valuesIn([defector, anActor(), record], defector).attribution).toEqual(attribution);
	});
});

describe('what a quote is found by', () => {
	const town = aTown();

	test('is its speaker’s side, its place, what it is about, and its day', () => {
		const quote = aQuote({
			speaker: 'actor:vera-moss',
			form: 'fragment',
			place: 'place:dunmore',
			about: [town.id, 'actor:vera-moss'],
			day: '2020-05-01',
		});
		expect(
			valuesIn([anActor({sides: [onSide('opposition')]}), aPlace(), town, quote], quote),
		).toEqual({
			side: ['opposition'],
			kind: ['quote/fragment'],
			place: ['place:dunmore', town.id],
			day: ['2020-05-01'],
			attribution: ['named'],
		});
	});

	test('is no place and no day where the report does not say, and the latter is said', () => {
		const quote = aQuote();
		expect(valuesIn([anActor(), quote], quote)).toMatchObject({place: [], day: ['undated']});
	});

	test('is both named and relayed when somebody passed it on', () => {
		const quote = aQuote({speaker: 'actor:vera-moss', via: 'actor:wire'});
		expect(valuesIn([anActor(), quote], quote).attribution).toEqual(['named', 'relayed']);
	});
});

describe('what an event is found by', () => {
	test('is the sides of all who took part, each once, its places, and whose word it is', () => {
		const [vera, tom, wire] = ['vera', 'tom', 'wire'].map(name =>
			anActor({
				id: `actor:${name}`,
				sides: [onSide(name === 'tom' ? 'opposition' : 'government')],
			}),
		) as [ReturnType<typeof anActor>, ReturnType<typeof anActor>, ReturnType<typeof anActor>];
		const event = anEvent({
			kind: 'battle',
			participants: [vera.id, tom.id, wire.id],
			places: ['place:dunmore'],
			assertedBy: tom.id,
		});
		expect(valuesIn([vera, tom, wire, event], event)).toEqual({
			side: ['government', 'opposition'],
			kind: ['event/battle'],
			place: ['place:dunmore'],
			day: [LAST_DAY],
			attribution: ['named'],
		});
		expect(valuesIn([anEvent()], anEvent()).attribution).toEqual(['author']);
	});

	test('is every day of the span that an interval covers', () => {
		const event = anEvent({when: '2020-04-28/2020-05-02', precision: 'interval'});
		const span = {first: '2020-05-01', last: '2020-05-04'};
		expect(valuesIn([event], event, LAST_DAY, {span}).day).toEqual(['2020-05-01', '2020-05-02']);
	});

	test('is, in a span of years, only the covered days on which something is told', () => {
		const event = anEvent({when: '1990/..', precision: 'interval'});
		const parts = [
			event,
			anEvent({id: 'event:storm', when: '2001-01-01'}),
			aQuote({speaker: 'actor:vera-moss', day: '1985-07-01'}),
			aTown({control: [held('1999-12-31', 'government')]}),
		];
		const span = {first: '1980-01-01', last: '2020-12-31'};
		expect(valuesIn(parts, event, LAST_DAY, {span}).day).toEqual(['1999-12-31', '2001-01-01']);
	});

	test('is, of those, none before the span or after it, and they come in order', () => {
		const event = anEvent({when: '1970/2030', precision: 'interval'});
		const days = ['1979-12-31', '1980-01-01', '2020-12-31', '2021-01-01'];
		const parts = [
			event,
			aQuote({speaker: 'actor:vera-moss', day: '1985-07-01'}),
			aTown({control: days.map(day => held(day, 'government'))}),
			anEvent({id: 'event:storm', when: '1984-06-01'}),
		];
		const span = {first: '1980-01-01', last: '2020-12-31'};
		expect(valuesIn(parts, event, LAST_DAY, {span}).day).toEqual([
			'1980-01-01',
			'1984-06-01',
			'1985-07-01',
			'2020-12-31',
		]);
	});
});

describe('the days of a date', () => {
	const days = ['2020-04-30', '2020-05-01', '2020-05-02'];

	test.each([
		['2020-05-01', ['2020-05-01']],
		['2020-05-01~', ['2020-05-01']],
		['1969-03-03', ['1969-03-03']],
		['2020-05', []],
		['2020', []],
		['202X', []],
		['2020-05-0X', []],
		['[2020-05-01,2020-05-02]', []],
		['2020-04-30~/2020-05-01?', ['2020-04-30', '2020-05-01']],
		['2020-05/2020-06', ['2020-05-01', '2020-05-02']],
		['2019/2020-04', ['2020-04-30']],
		['19XX/20XX', days],
		['202X/2030', days],
		['2010/202X', days],
		['2019/2020', days],
		['2020/2021', days],
		['2020~/2020?', days],
		['2020-05-01/2020-21', []],
		['2020-05-02/..', ['2020-05-02']],
		['../2020-04-30', ['2020-04-30']],
		['2020-05-01/', ['2020-05-01']],
		['/2020-05-01', ['2020-05-01']],
		['1988/2009', []],
		['2020-21/2020-05-01', []],
	])('%s are %j', (when, covered) => {
		expect(coveredDays(when, days)).toEqual(covered);
	});
});

describe('what a place is found by', () => {
	test.each([
		['government', ['government']],
		['opposition', ['opposition']],
		['contested', ['government', 'opposition']],
		['abandoned', []],
		['unknown', []],
	] as const)('when it is %s: %j', (state, side) => {
		const town = aTown({control: [held('2020-05-01', state)]});
		expect(valuesIn([town], town).side).toEqual(side);
	});

	test('is who holds it as of the day, and every day its holder is told for', () => {
		const town = aTown({
			control: [held('2020-05-01', 'government'), held('2020-05-02', 'opposition')],
		});
		const values = valuesIn([town], town, '2020-05-01');
		expect(values.side).toEqual(['government']);
		expect(values.day).toEqual(['2020-05-01', '2020-05-02']);
		expect(values.place).toEqual([town.id]);
		expect(values.kind).toEqual(['place/town']);
	});

	test('is whose word its holder is; what is inferred is nobody’s', () => {
		const source = anActor({id: 'actor:source', kind: 'unnamed-source'});
		const told = (given: Parameters<typeof held>[2]): readonly string[] => {
			const town = aTown({control: [held('2020-05-01', 'government', given)]});
			return valuesIn([town, source], town).attribution;
		};

		expect(told({})).toEqual(['author']);
		expect(told({assertedBy: 'author'})).toEqual(['author']);
		expect(told({assertedBy: source.id, basis: 'claimed'})).toEqual(['unnamed']);
		expect(told({basis: 'inferred'})).toEqual([]);
	});
});

describe('a record is shown', () => {
	const values: FacetValues = {...NOTHING, side: ['government'], place: ['place:a', 'place:b']};

	test.each<[string, readonly Facet[], boolean]>([
		['when nothing is chosen', [], true],
		[
			'when one of the wanted values holds',
			[wanted('side', 'opposition'), wanted('side', 'government')],
			true,
		],
		['only when a wanted value holds', [wanted('side', 'opposition')], false],
		[
			'only when every dimension passes',
			[wanted('side', 'government'), wanted('place', 'place:c')],
			false,
		],
		['when all dimensions pass', [wanted('side', 'government'), wanted('place', 'place:b')], true],
		['not when an excluded value holds', [unwanted('place', 'place:a')], false],
		[
			'not when a wanted and an excluded value hold',
			[wanted('place', 'place:b'), unwanted('place', 'place:a')],
			false,
		],
		['when an excluded value does not hold', [unwanted('place', 'place:c')], true],
		['not when nothing is told in a wanted dimension', [wanted('day', '2020-05-01')], false],
		['when nothing is told in an excluded dimension', [unwanted('day', '2020-05-01')], true],
		[
			'whatever kind of actor is wanted, when it is a quote',
			[wanted('kind', 'actor/person')],
			true,
		],
		['only as the wanted kind of quote', [wanted('kind', 'quote/fragment')], false],
		[
			'as the wanted kind of quote beside a kind of actor',
			[wanted('kind', 'actor/person'), wanted('kind', 'quote/direct')],
			true,
		],
		['not as an excluded kind', [unwanted('kind', 'quote/direct')], false],
	])('%s', (_, facets, isShown) => {
		expect(passesFacets(values, facets)).toBe(isShown);
	});
});

const listed = ({dossier}: Catalog): readonly RecordId[] =>
	[...dossier.actors, ...dossier.places, ...dossier.quotes, ...dossier.events].map(({id}) => id);

describe('the counts beside the values', () => {
	test('are of all lists, in the order of the format, of the file and of time', () => {
		const catalog = catalogOf(
			aDossier([
				anActor({sides: [onSide('opposition')]}),
				aTown({id: 'place:west'}),
				aTown({id: 'place:east', control: [held('2020-05-02', 'contested')]}),
				aQuote({speaker: 'actor:vera-moss', place: 'place:east', day: '2020-05-02'}),
				anEvent({when: '2020-05-01', places: ['place:west']}),
			]),
		);
		expect(createFacetIndex(catalog, LAST_DAY).counts([])).toEqual({
			side: [
				{value: 'government', count: 1},
				{value: 'opposition', count: 3},
			],
			kind: [
				{value: 'actor/person', count: 1},
				{value: 'place/town', count: 2},
				{value: 'quote/direct', count: 1},
				{value: 'event/political', count: 1},
			],
			place: [
				{value: 'place:west', count: 2},
				{value: 'place:east', count: 3},
			],
			day: [
				{value: '2020-05-01', count: 1},
				{value: '2020-05-02', count: 3},
			],
			attribution: [
				{value: 'author', count: 2},
				{value: 'named', count: 2},
			],
		});
	});

	test('go by what is chosen in the other dimensions, and name values that would leave nothing', () => {
		const catalog = catalogOf(
			aDossier([
				aTown({id: 'place:west', control: [held('2020-05-01', 'government')]}),
				aTown({id: 'place:east', control: [held('2020-05-01', 'opposition')]}),
			]),
		);
		const {counts} = createFacetIndex(catalog, LAST_DAY);
		expect(counts([wanted('side', 'government')])).toMatchObject({
			side: [
				{value: 'government', count: 1},
				{value: 'opposition', count: 1},
			],
			place: [
				{value: 'place:west', count: 1},
				{value: 'place:east', count: 0},
			],
		});
		expect(counts([wanted('side', 'government'), wanted('place', 'place:west')]).side).toEqual([
			{value: 'government', count: 1},
			{value: 'opposition', count: 0},
		]);
	});

	const agree = (catalog: Catalog, day: string, pick: readonly (Facet & {at: number})[]): void => {
		const index = createFacetIndex(catalog, day);
		const all = index.counts([]);
		const facets = pick.flatMap(({at, facet, isExcluded}) => {
			const values = all[facet];
			const value = values.length === 0 ? undefined : values[at % values.length]?.value;
			return value === undefined ? [] : [{facet, value, isExcluded}];
		});
		const counts = index.counts(facets);
		for (const facet of FACETS) {
			expect(counts[facet].map(({value}) => value)).toEqual(all[facet].map(({value}) => value));
			for (const {value, count} of counts[facet]) {
				const others = facets.filter(other => other.facet !== facet);
				const passing = listed(catalog).filter(
					id =>
						index.passes(id, [...others, wanted(facet, value)]) &&
						// A kind leaves the records of other kinds alone; they are not counted with it.
						!index.passes(id, [...others, unwanted(facet, value)]),
				);
				expect(count, `${facet} ${value}`).toBe(passing.length);
			}
		}
	};

	const anyPick = fc.array(
		fc.record({
			facet: fc.constantFrom(...FACETS),
			value: fc.constant(''),
			at: fc.nat(40),
			isExcluded: fc.boolean(),
		}),
		{maxLength: 4},
	);

	test('are how many records each value would leave', () => {
		fc.assert(
			fc.property(anyDossier, anyPick, (dossier, pick) => {
				agree(catalogOf(dossier), LAST_DAY, pick);
			}),
			{numRuns: 60},
		);
		const builtIn = catalogOf(builtInDossier);
		fc.assert(
			fc.property(fc.constantFrom(...Object.values(builtInDossier.span)), anyPick, (day, pick) => {
				agree(builtIn, day, pick);
			}),
			{numRuns: 20},
		);
	});
});

test('a record that stands in no list is hidden by no facet', () => {
	const catalog = catalogOf(aDossier([aClaim()]));
	const index = createFacetIndex(catalog, LAST_DAY);
	expect(index.passes('claim:ropes', [wanted('side', 'government')])).toBe(true);
	expect(index.passes('place:dunmore', [wanted('side', 'government')])).toBe(false);
});

describe('a chip says', () => {
	const catalog = catalogOf(aDossier([aTown({name: 'East Bay'})]));

	test.each([
		[wanted('side', 'none'), 'side: no side'],
		[wanted('kind', 'actor/government'), 'kind: government body'],
		[wanted('kind', 'place/facility'), 'kind: site'],
		[wanted('kind', 'quote/direct'), 'kind: whole sentences'],
		[wanted('kind', 'event/battle'), 'kind: fighting'],
		[wanted('place', 'place:eastbay'), 'place: East Bay'],
		[unwanted('place', 'place:eastbay'), 'not place: East Bay'],
		[wanted('day', '2020-05-02'), 'day: 2 May'],
		[wanted('day', '1969-05-02'), 'day: 2 May 1969'],
		[wanted('attribution', 'unnamed'), 'by: unnamed'],
	])('%o: %s', (facet, label) => {
		expect(facetLabel(catalog, facet)).toBe(label);
	});

	test('the year of each day when the span has two years', () => {
		const long = catalogOf(aDossier([], {span: {first: '2019-12-31', last: '2020-05-02'}}));
		expect(facetValueLabel(long, {facet: 'day', value: '2020-05-02'})).toBe('2 May 2020');
	});
});

test('the built-in dossier can be narrowed to what unnamed opposition sources say', () => {
	const catalog = catalogOf(builtInDossier);
	const {first, last} = builtInDossier.span;
	for (const day of [first, last]) {
		const {counts} = createFacetIndex(catalog, day);
		expect(counts([]).side.map(({value}) => value)).toContain('opposition');
		expect(
			counts([wanted('side', 'opposition')]).attribution.find(({value}) => value === 'unnamed')
				?.count,
		).toBeGreaterThan(0);
	}
});
