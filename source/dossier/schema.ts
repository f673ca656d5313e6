import {z} from 'zod';

/*
The one definition of the dossier format. The TypeScript types, the validator and
`data/dossier.schema.json` all come from here; descriptions become the hints that editors show.
*/

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
	error: 'should be lower-case letters and digits, with hyphens between them',
});

const idOf = <Kind extends string>(kind: Kind) =>
	z
		.templateLiteral([`${kind}:`, slug], {
			error: `must be an id such as ${kind}:some-name (lower-case letters, digits and hyphens)`,
		})
		.meta({id: `${kind}Id`});

const actorId = idOf('actor');
const placeId = idOf('place');
const quoteId = idOf('quote');
const eventId = idOf('event');
const relationId = idOf('relation');
const claimId = idOf('claim');
const tensionId = idOf('tension');
const stepId = idOf('step');
const sourceId = idOf('source');
const roadId = idOf('road');

const recordId = z.union(
	[actorId, placeId, quoteId, eventId, relationId, claimId, tensionId, stepId],
	{
		error: 'must be the id of a record, such as actor:some-name',
	},
);

const text = z.string().min(1);
const day = z.iso.date().describe('Civil date, YYYY-MM-DD, local to the events.');

const evidence = z
	.strictObject({
		source: sourceId,
		paragraph: z.int().min(1).describe('Paragraph, from 1; blank lines are not counted.'),
		start: z
			.int()
			.min(0)
			.describe('First character, in Unicode code points from the paragraph’s start.'),
		end: z.int().min(1).describe('One past the last character, in Unicode code points.'),
	})
	.meta({id: 'evidence', description: 'Where it stands in a source.'});

const evidenceList = z.array(evidence).min(1);

const recordEvidence = z
	.array(evidence)
	.default([])
	.describe('Where the record stands; while it cites nothing yet, the coverage lists it.');

const point = z.strictObject({
	lat: z.number().min(-90).max(90).describe('Decimal degrees, WGS 84.'),
	lon: z.number().min(-180).max(180).describe('Decimal degrees, WGS 84.'),
});

const SIDES = [
	'government',
	'opposition',
	'coalition',
	'international',
	'civilian',
	'none',
	'unknown',
] as const;
const ACTOR_KINDS = [
	'person',
	'group',
	'government',
	'armed-force',
	'court',
	'alliance',
	'organization',
	'news-agency',
	'unnamed-source',
] as const;
const PLACE_KINDS = ['town', 'city', 'village', 'country', 'region', 'facility', 'road'] as const;
const CONTROL_STATES = ['government', 'opposition', 'contested', 'abandoned', 'unknown'] as const;
const BASES = ['reported', 'claimed', 'inferred'] as const;
const VERB_CLASSES = [
	'neutral',
	'assertive',
	'concessive',
	'framing',
	'appeal',
	'evidential',
] as const;
const CHANNELS = ['speech', 'statement', 'interview', 'press', 'document', 'telephone'] as const;
const EVENT_KINDS = [
	'battle',
	'attack',
	'movement',
	'defection',
	'political',
	'diplomacy',
	'legal',
	'statement',
	'military',
	'humanitarian',
] as const;
const TIME_PRECISIONS = ['day', 'month', 'year', 'decade', 'interval', 'approximate'] as const;
const CERTAINTIES = ['certain', 'probable', 'possible', 'uncommitted'] as const;
const POLARITIES = ['affirmed', 'denied'] as const;

const certainty = z
	.enum(CERTAINTIES)
	.describe('How sure the asserter is; uncommitted: passed on without a stand.');

const asserter = z
	.union([actorId, z.literal('author')], {
		error: 'must be the id of an actor, or author for the report’s own voice',
	})
	.describe('An actor, or author: the report in its own voice.');

const articleSource = z
	.strictObject({
		id: sourceId,
		kind: z.literal('article'),
		title: text,
		publisher: text.optional(),
		sha256: z
			.string()
			.regex(/^[0-9a-f]{64}$/, {error: 'should be 64 hexadecimal digits, in lower case'})
			.describe('Of the UTF-8 text of the article, as the bytes of its file.'),
		paragraphs: z.int().min(1).max(100_000).describe('How many, blank lines not counted.'),
		dateline: z.strictObject({
			place: placeId,
			day,
			yearFrom: sourceId
				.optional()
				.describe('The source of the year, when the article does not state it.'),
		}),
		byline: z.array(
			z.strictObject({
				name: text,
				role: z.enum(['reported', 'contributed']),
				from: z.array(placeId).min(1),
				evidence: evidenceList,
			}),
		),
	})
	.meta({id: 'articleSource', description: 'A text that records are drawn from.'});

const referenceSource = z
	.strictObject({
		id: sourceId,
		kind: z.enum(['gazetteer', 'reference', 'computed']),
		title: text,
		url: z.url().optional(),
		licence: text.optional(),
		note: text.optional(),
	})
	.meta({
		id: 'referenceSource',
		description: 'Anything else that a fact is taken from: a gazetteer, a calendar, a computation.',
	});

const actor = z
	.strictObject({
		id: actorId,
		name: text,
		aliases: z.array(text).default([]),
		kind: z.enum(ACTOR_KINDS),
		role: text.optional().describe('What they are in this report; absent: not stated.'),
		sides: z
			.array(
				z.strictObject({
					side: z.enum(SIDES),
					from: day.optional().describe('First day on this side; absent: from before the span.'),
					until: day.optional().describe('Last day on this side; absent: to the end of the span.'),
					basis: z.enum(BASES),
					evidence: evidenceList,
				}),
			)
			.min(1)
			.describe('Where the actor stands, in order of time.'),
		summary: text,
		evidence: recordEvidence,
	})
	.meta({id: 'actor'});

const place = z
	.strictObject({
		id: placeId,
		name: text,
		aliases: z.array(text).default([]),
		kind: z.enum(PLACE_KINDS),
		frontLine: z.boolean().describe('True for a town on the front line.'),
		summary: text.optional(),
		coordinates: point
			.extend({
				precision: z
					.union([z.literal(1), z.literal(2), z.literal(3)], {
						error: 'must be 1 (the place), 2 (near it) or 3 (a region)',
					})
					.describe('1: the named place; 2: near it, or part of a region; 3: a region.'),
				source: sourceId,
				locator: text.optional().describe('The entry in that source.'),
			})
			.optional(),
		control: z
			.array(
				z.strictObject({
					day,
					carriedFrom: day
						.optional()
						.describe('The earlier day that is told of, when nothing is told of this one.'),
					state: z.enum(CONTROL_STATES),
					basis: z.enum(BASES),
					assertedBy: asserter.optional(),
					note: text.optional(),
					evidence: evidenceList,
				}),
			)
			.default([])
			.describe('Who holds it at the end of a day, in order of days.'),
		evidence: recordEvidence,
	})
	.meta({id: 'place'});

const quote = z
	.strictObject({
		id: quoteId,
		speaker: actorId,
		text: text.describe('Verbatim: the evidence ranges joined by one space.'),
		form: z.enum(['direct', 'fragment']).describe('Whole sentences, or part of one.'),
		verb: text.optional().describe('The verb of attribution, as written.'),
		verbClass: z.enum(VERB_CLASSES),
		day: day.optional().describe('The day it was said.'),
		place: placeId.optional().describe('Where it was said.'),
		channel: z.enum(CHANNELS).optional(),
		via: actorId.optional().describe('Who relayed it.'),
		about: z.array(recordId).default([]),
		evidence: evidenceList.describe(
			'One range for each span in quotation marks, the marks not included.',
		),
	})
	.meta({id: 'quote'});

const event = z
	.strictObject({
		id: eventId,
		title: text,
		summary: text.optional(),
		when: text.describe('EDTF (ISO 8601-2), levels 0 to 2: 1969, 198X, 2011-03-30, 2011-03-26~.'),
		phrase: text.optional().describe('The time as written.'),
		precision: z.enum(TIME_PRECISIONS),
		kind: z.enum(EVENT_KINDS),
		places: z.array(placeId).default([]),
		participants: z.array(actorId).default([]),
		figures: z
			.array(
				z.strictObject({
					value: z.number(),
					of: text.describe('What is counted: people killed, cars and trucks.'),
					precision: z.enum(['exact', 'approximate', 'minimum', 'maximum']),
					note: text.optional(),
				}),
			)
			.default([]),
		movement: z
			.strictObject({from: placeId, to: placeId})
			.optional()
			.describe('Where whoever took part went, when it was from one place to another.'),
		assertedBy: asserter,
		certainty,
		evidence: recordEvidence,
	})
	.meta({id: 'event'});

const relation = z
	.strictObject({
		id: relationId,
		from: actorId,
		to: actorId,
		label: text.describe('Reads between the two names: is foreign minister of.'),
		since: text.optional().describe('EDTF.'),
		until: text.optional().describe('EDTF.'),
		assertedBy: asserter,
		certainty,
		evidence: recordEvidence,
	})
	.meta({id: 'relation'});

const claim = z
	.strictObject({
		id: claimId,
		text: text.describe('What is asserted, in our words.'),
		assertedBy: asserter,
		via: actorId.optional().describe('Who relayed it.'),
		day: day.optional(),
		certainty,
		polarity: z.enum(POLARITIES).describe('denied: the asserter says that it is not so.'),
		about: z.array(recordId).default([]),
		evidence: recordEvidence,
	})
	.meta({id: 'claim'});

const tension = z
	.strictObject({
		id: tensionId,
		title: text,
		question: text.describe('What the accounts answer differently.'),
		accounts: z
			.array(z.strictObject({text, records: z.array(recordId).min(1)}))
			.min(2)
			.describe('Accounts that cannot all be the whole truth.'),
		evidence: recordEvidence,
	})
	.meta({id: 'tension'});

const step = z
	.strictObject({
		id: stepId,
		text,
		record: recordId.describe('The record it is about.'),
		day: day.describe('The as-of day it sets.'),
		evidence: recordEvidence,
	})
	.meta({id: 'step'});

const road = z
	.strictObject({
		id: roadId,
		name: text,
		source: sourceId,
		towns: z
			.array(
				z.strictObject({
					place: placeId,
					km: z.number().min(0).describe('Kilometres along the road from its first town.'),
				}),
			)
			.min(2),
		path: z
			.array(point)
			.optional()
			.describe(
				'Points that it leads through, in order, for a map; absent: straight from town to town.',
			),
		note: text.optional(),
	})
	.meta({id: 'road', description: 'Towns in the order in which they lie on a road.'});

export const dossierSchema = z.strictObject({
	$schema: z.string().optional(),
	id: slug,
	title: text,
	summary: text,
	span: z
		.strictObject({first: day, last: day})
		.describe('First and last day for which control and sides are told.'),
	sources: z.array(z.discriminatedUnion('kind', [articleSource, referenceSource])).min(1),
	actors: z.array(actor).default([]),
	places: z.array(place).default([]),
	roads: z.array(road).default([]),
	quotes: z.array(quote).default([]),
	events: z.array(event).default([]).describe('In order of time.'),
	relations: z.array(relation).default([]),
	claims: z.array(claim).default([]),
	tensions: z.array(tension).default([]),
	story: z.array(step).default([]).describe('A guided tour, in order.'),
});

export type Dossier = z.infer<typeof dossierSchema>;
export type IsoDay = string;
export type Evidence = z.infer<typeof evidence>;
export type Source = Dossier['sources'][number];
export type ArticleSource = z.infer<typeof articleSource>;
export type Actor = z.infer<typeof actor>;
export type Side = Actor['sides'][number]['side'];
export type Place = z.infer<typeof place>;
export type Control = Place['control'][number];
export type Road = z.infer<typeof road>;
export type Quote = z.infer<typeof quote>;
export type DossierEvent = z.infer<typeof event>;
export type Relation = z.infer<typeof relation>;
export type Claim = z.infer<typeof claim>;
export type Tension = z.infer<typeof tension>;
export type Step = z.infer<typeof step>;
export type RecordId = z.infer<typeof recordId>;
export type Certainty = Claim['certainty'];
export type Asserter = Claim['assertedBy'];
