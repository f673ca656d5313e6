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
		.meta({
			id: `${kind}Id`,
			description: `An id, such as ${kind}:some-name: lower-case letters, digits and hyphens.`,
		});

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

const names = (what: string) => z.array(text).default([]).describe(what);
const day = z.iso.date().describe('Civil date, YYYY-MM-DD, local to the events.');

const evidence = z
	.strictObject({
		source: sourceId.describe('The article that it stands in.'),
		paragraph: z.int().min(1).describe('Paragraph, from 1; blank lines are not counted.'),
		start: z
			.int()
			.min(0)
			.describe('First character, in Unicode code points from the paragraph’s start.'),
		end: z.int().min(1).describe('One past the last character, in Unicode code points.'),
	})
	.meta({id: 'evidence', description: 'Where it stands in a source.'});

const evidenceList = z.array(evidence).min(1).describe('Where that stands: at least one range.');

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

const side = z.enum(SIDES).describe('none: on nobody’s side; unknown: on whose cannot be told.');

const basis = z
	.enum(BASES)
	.describe(
		'reported: the article says so; claimed: somebody says so in it; inferred: your own reading.',
	);

const aboutRecords = z
	.array(recordId)
	.default([])
	.describe('Records that it has to do with: they are marked when it is selected.');

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
		id: sourceId.describe('What evidence names it by, such as source:report.'),
		kind: z.literal('article').describe('article: a text that evidence can point into.'),
		title: text.describe('Its title, or in your words what it is.'),
		publisher: text.optional().describe('Who published it.'),
		sha256: z
			.string()
			.regex(/^[0-9a-f]{64}$/, {error: 'should be 64 hexadecimal digits, in lower case'})
			.describe('Of the UTF-8 text of the article, as the bytes of its file: sha256sum prints it.'),
		paragraphs: z.int().min(1).max(100_000).describe('How many, blank lines not counted.'),
		dateline: z
			.strictObject({
				place: placeId.describe('A place of this dossier.'),
				day,
				yearFrom: sourceId
					.optional()
					.describe('The source of the year, when the article does not state it.'),
			})
			.describe('Where and when the article says that it was written.'),
		byline: z
			.array(
				z.strictObject({
					name: text.describe('As printed.'),
					role: z
						.enum(['reported', 'contributed'])
						.describe('Whether they reported it or contributed to it.'),
					from: z.array(placeId).min(1).describe('The places that they reported from.'),
					evidence: evidenceList,
				}),
			)
			.describe('Who reported it; empty when it names nobody.'),
	})
	.meta({id: 'articleSource', description: 'A text that records are drawn from.'});

const referenceSource = z
	.strictObject({
		id: sourceId.describe('What facts name it by, such as source:gazetteer.'),
		kind: z
			.enum(['gazetteer', 'reference', 'computed'])
			.describe('gazetteer: of places; reference: anything to look up; computed: worked out.'),
		title: text.describe('Its name.'),
		url: z.url().optional().describe('Where it is to be found.'),
		licence: text.optional().describe('The terms that it may be used on.'),
		note: text.optional().describe('What was taken from it, and how.'),
	})
	.meta({
		id: 'referenceSource',
		description: 'Anything else that a fact is taken from: a gazetteer, a calendar, a computation.',
	});

const actor = z
	.strictObject({
		id: actorId,
		name: text.describe('As lists show it.'),
		aliases: names('Other names and titles that the article uses; filters and go-to know them.'),
		kind: z
			.enum(ACTOR_KINDS)
			.describe('What kind of actor: a person, or a body that acts or speaks.'),
		role: text.optional().describe('What they are in this report; absent: not stated.'),
		sides: z
			.array(
				z.strictObject({
					side,
					from: day.optional().describe('First day on this side; absent: from before the span.'),
					until: day.optional().describe('Last day on this side; absent: to the end of the span.'),
					basis,
					evidence: evidenceList,
				}),
			)
			.min(1)
			.describe('Where the actor stands, in order of time.'),
		summary: text.describe('Who they are and what they do here, in your words.'),
		evidence: recordEvidence,
	})
	.meta({id: 'actor'});

const place = z
	.strictObject({
		id: placeId,
		name: text.describe('As lists, strip and map show it.'),
		aliases: names('Other names and spellings; filters and go-to know them.'),
		kind: z.enum(PLACE_KINDS).describe('What kind of place; facility: a site such as a port.'),
		frontLine: z.boolean().describe('True for a town on the front line.'),
		summary: text.optional().describe('What is to be known of it, in your words.'),
		coordinates: point
			.extend({
				precision: z
					.union([z.literal(1), z.literal(2), z.literal(3)], {
						error: 'must be 1 (the place), 2 (near it) or 3 (a region)',
					})
					.describe('1: the named place; 2: near it, or part of a region; 3: a region.'),
				source: sourceId.describe('Where the position is from, such as a gazetteer.'),
				locator: text.optional().describe('The entry in that source.'),
			})
			.optional()
			.describe('Where it lies; absent: it is on no map.'),
		control: z
			.array(
				z.strictObject({
					day,
					carriedFrom: day
						.optional()
						.describe('The earlier day that is told of, when nothing is told of this one.'),
					state: z
						.enum(CONTROL_STATES)
						.describe('Who holds it; unknown: it is told that nobody knows who.'),
					basis,
					assertedBy: asserter.optional(),
					note: text.optional().describe('What a reader should know of this, in your words.'),
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
		speaker: actorId.describe('Who said or wrote it.'),
		text: text.describe('Verbatim: the evidence ranges joined by one space.'),
		form: z.enum(['direct', 'fragment']).describe('Whole sentences, or part of one.'),
		verb: text.optional().describe('The verb of attribution, as written.'),
		verbClass: z
			.enum(VERB_CLASSES)
			.describe(
				'What the verb does: neutral (said), assertive (insisted), concessive (admitted), framing (called it), appeal (pleaded), evidential (cited as a sign).',
			),
		day: day.optional().describe('The day it was said.'),
		place: placeId.optional().describe('Where it was said.'),
		channel: z.enum(CHANNELS).optional().describe('How it was said; absent: not stated.'),
		via: actorId.optional().describe('Who relayed it.'),
		about: aboutRecords,
		evidence: evidenceList.describe(
			'One range for each span in quotation marks, the marks not included.',
		),
	})
	.meta({id: 'quote'});

const event = z
	.strictObject({
		id: eventId,
		title: text.describe('What happened, in a few words of your own.'),
		summary: text.optional().describe('What else is to be said of it.'),
		when: text.describe('EDTF (ISO 8601-2), levels 0 to 2: 1969, 198X, 2011-03-30, 2011-03-26~.'),
		phrase: text.optional().describe('The time as written.'),
		precision: z.enum(TIME_PRECISIONS).describe('How exactly the time is known.'),
		kind: z.enum(EVENT_KINDS).describe('What kind of event.'),
		places: z.array(placeId).default([]).describe('Where it happened.'),
		participants: z.array(actorId).default([]).describe('Who took part.'),
		figures: z
			.array(
				z.strictObject({
					value: z
						.number()
						.min(Number.MIN_SAFE_INTEGER)
						.max(Number.MAX_SAFE_INTEGER)
						.describe('How many; of a number beyond 2^53 digits would be lost.'),
					of: text.describe('What is counted: people killed, cars and trucks.'),
					precision: z
						.enum(['exact', 'approximate', 'minimum', 'maximum'])
						.describe('approximate: perhaps so many; minimum: at least; maximum: at most.'),
					note: text.optional().describe('Whose figure it is, or what it leaves out.'),
				}),
			)
			.default([])
			.describe('Numbers that belong to it.'),
		movement: z
			.strictObject({
				from: placeId.describe('Where it began.'),
				to: placeId.describe('Where it led.'),
			})
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
		from: actorId.describe('The first of the two.'),
		to: actorId.describe('The other one.'),
		label: text.describe('Reads between the two names: is foreign minister of.'),
		since: text.optional().describe('From when, in EDTF; absent: not stated.'),
		until: text.optional().describe('Until when, in EDTF; absent: not stated.'),
		assertedBy: asserter,
		certainty,
		evidence: recordEvidence,
	})
	.meta({id: 'relation'});

const claim = z
	.strictObject({
		id: claimId,
		text: text.describe('What is asserted, in your words.'),
		assertedBy: asserter,
		via: actorId.optional().describe('Who relayed it.'),
		day: day.optional().describe('The day on which it was asserted.'),
		certainty,
		polarity: z.enum(POLARITIES).describe('denied: the asserter says that it is not so.'),
		about: aboutRecords,
		evidence: recordEvidence,
	})
	.meta({id: 'claim'});

const tension = z
	.strictObject({
		id: tensionId,
		title: text.describe('A few words to know it by.'),
		question: text.describe('What the accounts answer differently.'),
		accounts: z
			.array(
				z.strictObject({
					text: text.describe('The account, in your words.'),
					records: z.array(recordId).min(1).describe('What it rests on: claims, quotes, events.'),
				}),
			)
			.min(2)
			.describe('Accounts that cannot all be the whole truth.'),
		evidence: recordEvidence,
	})
	.meta({id: 'tension'});

const step = z
	.strictObject({
		id: stepId,
		text: text.describe('What is told at this step, to somebody who knows nothing of it.'),
		record: recordId.describe('The record it is about.'),
		day: day.describe('The as-of day it sets.'),
		evidence: recordEvidence,
	})
	.meta({id: 'step'});

const road = z
	.strictObject({
		id: roadId,
		name: text.describe('As it reads after “along the”.'),
		source: sourceId.describe('Where order, distances and path are from.'),
		towns: z
			.array(
				z.strictObject({
					place: placeId.describe('A place with frontLine.'),
					km: z.number().min(0).describe('Kilometres along the road from its first town.'),
				}),
			)
			.min(2)
			.describe('In road order, with growing kilometres.'),
		path: z
			.array(point)
			.optional()
			.describe(
				'Points that it leads through, in order, for a map; absent: straight from town to town.',
			),
		note: text.optional().describe('How the distances were come by.'),
	})
	.meta({id: 'road', description: 'Towns in the order in which they lie on a road.'});

export const dossierSchema = z.strictObject({
	$schema: z
		.string()
		.optional()
		.describe('The path of dossier.schema.json, with which an editor completes and checks.'),
	id: slug.describe('Lower-case letters, digits and hyphens; your marks are kept under it.'),
	title: text.describe('Stands over the dashboard.'),
	summary: text.describe('What it is about, in a sentence or two of your own.'),
	span: z
		.strictObject({first: day, last: day})
		.describe('First and last day for which control and sides are told.'),
	sources: z
		.array(z.discriminatedUnion('kind', [articleSource, referenceSource]))
		.min(1)
		.describe('The articles, and whatever else facts are from.'),
	actors: z.array(actor).default([]).describe('Who acts or speaks.'),
	places: z.array(place).default([]).describe('Towns on the front line, and other places.'),
	roads: z.array(road).default([]).describe('Of the first one the towns are drawn as a strip.'),
	quotes: z.array(quote).default([]).describe('Words in quotation marks, verbatim.'),
	events: z.array(event).default([]).describe('What happened, in order of time.'),
	relations: z.array(relation).default([]).describe('Ties between two actors.'),
	claims: z.array(claim).default([]).describe('What is asserted, by whom, and how surely.'),
	tensions: z
		.array(tension)
		.default([])
		.describe('Questions that records of this dossier answer differently.'),
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
