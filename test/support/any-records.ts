import fc from 'fast-check';
import type {
	Actor,
	Control,
	Dossier,
	Evidence,
	Place,
	RecordId,
	Road,
} from '../../source/dossier/schema.ts';
import {anyText} from './any-text.ts';
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
	at,
	onSide,
} from './dossier.ts';

const DAYS = ['2020-05-01', '2020-05-02'] as const;

/** Texts as a document from outside may bring them: no column, spreadsheet, terminal or parser likes them. */
const anyWords = fc.oneof(
	{weight: 4, arbitrary: anyText({minLength: 1, maxLength: 20})},
	fc.constantFrom(
		'=1+1',
		'+44 20',
		'-1',
		'@SUM(A1)',
		'\tTab',
		'\rReturn',
		'＝1+1',
		'"quoted", and a comma',
		'two\nlines',
		'two\r\nlines',
		' ',
		'\u001B[31mred\u009B0m',
		'\u0000',
		'\u202Eright to left',
		'a\u2028b',
		'\\u0041',
		'__proto__',
		'null',
	),
);

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
	fc.option(arbitrary, {nil: undefined});

/** Without the keys that hold nothing, which a dossier has not. */
const stated = <Part extends object>(part: Part): Part =>
	Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Part;

const anyEvidence: fc.Arbitrary<Evidence> = fc
	.tuple(fc.integer({min: 1, max: 9}), fc.nat(300), fc.integer({min: 1, max: 90}))
	.map(([paragraph, start, length]) => at(paragraph, start, start + length));

const evidence = fc.array(anyEvidence, {maxLength: 3});
const someEvidence = fc.array(anyEvidence, {minLength: 1, maxLength: 2});

const degrees = (most: number): fc.Arbitrary<number> =>
	fc.oneof(
		fc.integer({min: -most * 1000, max: most * 1000}).map(value => value / 1000),
		fc.constantFrom(-most, -0, 0, most),
	);

const anyPoint = fc.record({lat: degrees(90), lon: degrees(180)});

const basis = fc.constantFrom('reported' as const, 'claimed' as const, 'inferred' as const);
const certainty = fc.constantFrom(
	'certain' as const,
	'probable' as const,
	'possible' as const,
	'uncommitted' as const,
);

/** Nobody relays their own words. */
const relayed = <Part extends {readonly via: Actor['id'] | undefined}>(
	part: Part,
	by: string,
): Part => (part.via === by ? {...part, via: undefined} : part);

const ids = <Kind extends string>(kind: Kind, count: number): `${Kind}:${string}`[] =>
	Array.from({length: count}, (_, which) => `${kind}:n${which}` as const);

const someOf = <Item>(items: readonly Item[]): fc.Arbitrary<Item[]> => fc.subarray([...items]);

const oneOf = <Item>(items: readonly Item[]): fc.Arbitrary<Item> => fc.constantFrom(...items);

const anyActor = (id: Actor['id']): fc.Arbitrary<Actor> =>
	fc
		.record({
			name: anyWords,
			aliases: fc.array(anyWords, {maxLength: 2}),
			kind: fc.constantFrom<Actor['kind'][]>(
				'person',
				'group',
				'government',
				'armed-force',
				'court',
				'alliance',
				'organization',
				'news-agency',
				'unnamed-source',
			),
			role: maybe(anyWords),
			summary: anyWords,
			evidence,
			basis,
			isTurned: fc.boolean(),
		})
		.map(({basis: known, isTurned, ...rest}) =>
			anActor(
				stated({
					...rest,
					id,
					sides: isTurned
						? [
								onSide('government', {until: DAYS[0], basis: known}),
								onSide('none', {from: DAYS[1], basis: 'inferred'}),
							]
						: [onSide('unknown', {basis: known})],
				}),
			),
		);

const anyControl = (actors: readonly Actor['id'][]): fc.Arbitrary<Control[]> =>
	fc
		.uniqueArray(
			fc.record({
				day: oneOf(DAYS),
				state: fc.constantFrom<Control['state'][]>(
					'government',
					'opposition',
					'contested',
					'abandoned',
					'unknown',
				),
				basis,
				assertedBy: maybe(oneOf(['author' as const, ...actors])),
				note: maybe(anyWords),
				evidence: someEvidence,
			}),
			{maxLength: 3, selector: ({day}) => day},
		)
		.map(entries => entries.map(stated).toSorted((a, b) => (a.day < b.day ? -1 : 1)));

const anyPlace = (id: Place['id'], actors: readonly Actor['id'][]): fc.Arbitrary<Place> =>
	fc
		.record({
			name: anyWords,
			aliases: fc.array(anyWords, {maxLength: 2}),
			kind: fc.constantFrom<Place['kind'][]>('town', 'city', 'village', 'country', 'region'),
			frontLine: fc.boolean(),
			summary: maybe(anyWords),
			coordinates: maybe(
				fc
					.record({
						point: anyPoint,
						precision: fc.constantFrom(1 as const, 2 as const, 3 as const),
						locator: maybe(anyWords),
					})
					.map(({point, ...rest}) => stated({...point, ...rest, source: 'source:atlas' as const})),
			),
			control: anyControl(actors),
			evidence,
		})
		.map(given => aPlace(stated({...given, id})));

const anyRoads = (places: readonly Place['id'][]): fc.Arbitrary<Road[]> =>
	places.length < 2
		? fc.constant([])
		: fc
				.record({
					towns: fc.shuffledSubarray([...places], {minLength: 2}),
					path: maybe(fc.array(anyPoint, {maxLength: 5})),
					name: anyWords,
				})
				.map(({towns, ...rest}) => [
					aRoad(stated({...rest, towns: towns.map((place, which) => ({place, km: which * 7.5}))})),
				]);

/** Dossiers that hold together, of a few records of every kind, each field there or not, none of the texts tame. */
export const anyRecords: fc.Arbitrary<Dossier> = fc
	.record({actors: fc.nat(4), places: fc.integer({min: 1, max: 5})})
	.chain(count => {
		const actors = ids('actor', count.actors);
		const places = ids('place', count.places);
		const about = someOf<RecordId>([...actors, ...places]);
		const asserter = oneOf(['author' as const, ...actors]);
		const of = <Part>(arbitrary: fc.Arbitrary<Part>): fc.Arbitrary<Part[]> =>
			fc.array(arbitrary, {maxLength: 3});
		const whenActed = <Part>(arbitrary: () => fc.Arbitrary<Part>): fc.Arbitrary<Part[]> =>
			actors.length === 0 ? fc.constant([]) : of(arbitrary());
		return fc.record({
			title: anyWords,
			schema: maybe(fc.constant('./dossier.schema.json')),
			byline: of(
				fc.record({
					name: anyWords,
					role: fc.constantFrom('reported' as const, 'contributed' as const),
					from: fc.constant(places),
					evidence: someEvidence,
				}),
			),
			actors: fc.tuple(...actors.map(anyActor)),
			places: fc.tuple(...places.map(id => anyPlace(id, actors))),
			roads: anyRoads(places),
			quotes: whenActed(() =>
				fc
					.record({
						speaker: oneOf(actors),
						spans: fc.array(anyWords, {minLength: 1, maxLength: 2}),
						verb: maybe(anyWords),
						day: maybe(oneOf(DAYS)),
						place: maybe(oneOf(places)),
						via: maybe(oneOf(actors)),
						about,
					})
					.map(({spans, ...rest}) => ({
						...relayed(rest, rest.speaker),
						text: spans.join(' '),
						evidence: spans.map((span, nth) => at(3, nth * 50, nth * 50 + [...span].length)),
					})),
			),
			events: of(
				fc.record({
					title: anyWords,
					when: oneOf([
						'2020-05-02',
						'2020-05',
						'2020',
						'198X',
						'2020-05-01~',
						'2020-05-01/2020-05-02',
						'2020-05-01/..',
						'../2020-05-02~',
						'-0043-03-15',
						'2001-21',
					]),
					phrase: maybe(anyWords),
					places: someOf(places),
					participants: someOf(actors),
					figures: of(
						fc.record({
							value: fc.oneof(fc.integer(), fc.constantFrom(-0, 0.1, 2 ** 53 - 1)),
							of: fc.oneof(anyWords, fc.constantFrom('people killed', 'cars')),
							precision: fc.constantFrom('exact' as const, 'minimum' as const),
						}),
					),
					assertedBy: asserter,
					certainty,
					evidence,
				}),
			),
			relations:
				actors.length < 2
					? fc.constant([])
					: of(
							fc
								.record({
									ends: fc.shuffledSubarray(actors, {minLength: 2, maxLength: 2}),
									label: fc.oneof(
										anyWords,
										fc.constantFrom('is a member of the', 'is foreign minister of'),
									),
									since: maybe(oneOf(['2019', '198X', '2020-05-01~'])),
									until: maybe(oneOf(['2020-05-02', '2020-05/..'])),
									assertedBy: asserter,
									certainty,
									evidence,
								})
								.map(({ends: [from, to], ...rest}) => ({
									...rest,
									from: from as Actor['id'],
									to: to as Actor['id'],
								})),
						),
			claims: of(
				fc
					.record({
						text: anyWords,
						assertedBy: asserter,
						via: actors.length === 0 ? fc.constant(undefined) : maybe(oneOf(actors)),
						day: maybe(oneOf(DAYS)),
						certainty,
						polarity: fc.constantFrom('affirmed' as const, 'denied' as const),
						about,
						evidence,
					})
					.map(claim => relayed(claim, claim.assertedBy)),
			),
			tensions: of(
				fc.record({
					title: anyWords,
					question: anyWords,
					accounts: fc.array(
						fc.record({text: anyWords, records: fc.constant<RecordId[]>(places)}),
						{
							minLength: 2,
							maxLength: 2,
						},
					),
					evidence,
				}),
			),
			steps: of(fc.record({text: anyWords, record: oneOf(places), day: oneOf(DAYS)})),
		});
	})
	.map(({title, schema, byline, ...given}) => {
		const numbered = <Kind extends string, Part extends object>(
			kind: Kind,
			parts: readonly Part[],
		) => parts.map((part, which) => ({...stated(part), id: `${kind}:n${which}` as const}));
		return aDossier(
			[
				anArticle({dateline: {place: 'place:n0', day: DAYS[1]}, byline}),
				aReference(),
				...given.actors,
				...given.places,
				...given.roads,
				...numbered('quote', given.quotes).map(aQuote),
				...numbered('event', given.events).map(anEvent),
				...numbered('relation', given.relations).map(aRelation),
				...numbered('claim', given.claims).map(aClaim),
				...numbered('tension', given.tensions).map(aTension),
				...numbered('step', given.steps).map(aStep),
			],
			stated({title, $schema: schema}),
		);
	});
