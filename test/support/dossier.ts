import type {DossierRecord} from '../../source/dossier/record.ts';
import type {
	Actor,
	ArticleSource,
	Claim,
	Control,
	Dossier,
	DossierEvent,
	Evidence,
	Place,
	Quote,
	Relation,
	Road,
	Source,
	Step,
	Tension,
} from '../../source/dossier/schema.ts';

/*
Invented dossiers: the feud over the harbour of Dunmore, on 1 and 2 May 2020. Every builder gives a
whole record that the schema takes; a test names only what it is about.
*/

/** What must be said of a record, and as much of the rest as matters. */
type With<Built, Needed extends keyof Built> = Partial<Built> & Pick<Built, Needed>;

/** `actor:vera-moss` as `Vera Moss`. */
const nameIn = (id: string): string =>
	id
		.slice(id.indexOf(':') + 1)
		.split('-')
		.map(word => word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');

const FIRST_DAY = '2020-05-01';
export const LAST_DAY = '2020-05-02';

/** A range in the invented report, of nine paragraphs. */
export const at = (paragraph: number, start = 0, end = start + 10): Evidence => ({
	source: 'source:report',
	paragraph,
	start,
	end,
});

export const anArticle = (given: Partial<ArticleSource> = {}): ArticleSource => ({
	id: 'source:report',
	kind: 'article',
	title: 'An invented report',
	sha256: '0'.repeat(64),
	paragraphs: 9,
	dateline: {place: 'place:dunmore', day: LAST_DAY},
	byline: [],
	...given,
});

export const aReference = (
	given: Partial<Exclude<Source, ArticleSource>> = {},
): Exclude<Source, ArticleSource> => ({
	id: 'source:atlas',
	kind: 'gazetteer',
	title: 'An invented atlas',
	...given,
});

/** Control of a town from a day on. */
export const held = (
	day: string,
	state: Control['state'],
	given: Partial<Control> = {},
): Control => ({day, state, basis: 'reported', evidence: [at(2)], ...given});

type SideHeld = Actor['sides'][number];

export const onSide = (side: SideHeld['side'], given: Partial<SideHeld> = {}): SideHeld => ({
	side,
	basis: 'reported',
	evidence: [at(1)],
	...given,
});

export const anActor = (given: Partial<Actor> = {}): Actor => ({
	id: 'actor:vera-moss',
	name: nameIn(given.id ?? 'actor:vera-moss'),
	aliases: [],
	kind: 'person',
	sides: [onSide('civilian')],
	summary: 'Somebody invented.',
	evidence: [at(1)],
	...given,
});

/** A place that is no town on the front line. */
export const aPlace = (given: Partial<Place> = {}): Place => ({
	id: 'place:dunmore',
	name: nameIn(given.id ?? 'place:dunmore'),
	aliases: [],
	kind: 'city',
	frontLine: false,
	control: [],
	evidence: [at(2)],
	...given,
});

/** A town on the front line. */
export const aTown = (given: Partial<Place> = {}): Place =>
	aPlace({id: 'place:eastbay', kind: 'town', frontLine: true, ...given});

export const aQuote = (given: With<Quote, 'speaker'> = {speaker: 'actor:vera-moss'}): Quote => {
	const text = given.text ?? 'The tide does not ask.';
	return {
		id: 'quote:tide',
		text,
		form: 'direct',
		verb: 'said',
		verbClass: 'neutral',
		about: [],
		evidence: [at(3, 0, Array.from(text).length)],
		...given,
	};
};

export const anEvent = (given: Partial<DossierEvent> = {}): DossierEvent => ({
	id: 'event:crane-falls',
	title: nameIn(given.id ?? 'event:crane-falls'),
	when: LAST_DAY,
	precision: 'day',
	kind: 'political',
	places: [],
	participants: [],
	figures: [],
	assertedBy: 'author',
	certainty: 'certain',
	evidence: [at(4)],
	...given,
});

export const aRelation = (given: With<Relation, 'from' | 'to'>): Relation => ({
	id: 'relation:tie',
	label: 'is a cousin of',
	assertedBy: 'author',
	certainty: 'certain',
	evidence: [at(5)],
	...given,
});

export const aClaim = (given: Partial<Claim> = {}): Claim => ({
	id: 'claim:ropes',
	text: 'The ropes were cut.',
	assertedBy: 'author',
	certainty: 'certain',
	polarity: 'affirmed',
	about: [],
	evidence: [at(6)],
	...given,
});

export const aTension = (given: With<Tension, 'accounts'>): Tension => ({
	id: 'tension:ropes',
	title: 'Cut or worn through',
	question: 'What became of the ropes?',
	evidence: [at(7)],
	...given,
});

export const aStep = (given: With<Step, 'record'>): Step => ({
	id: 'step:first',
	text: 'It begins at the harbour.',
	day: FIRST_DAY,
	evidence: [at(8)],
	...given,
});

export const aRoad = (given: With<Road, 'towns'>): Road => ({
	id: 'road:shore',
	name: 'shore road',
	source: 'source:atlas',
	...given,
});

type Part = DossierRecord | Source | Road;

/**
A dossier of these parts, each kind in the order given. It has one article of nine paragraphs and
an atlas unless sources are among the parts, and the dateline's city unless places are.

@param rest - Laid over the whole.
*/
export const aDossier = (parts: readonly Part[] = [], rest: Partial<Dossier> = {}): Dossier => {
	const of = <Kind extends Part>(kind: string): Kind[] =>
		parts.filter((part): part is Kind => part.id.startsWith(`${kind}:`));
	const places = of<Place>('place');
	const sources = of<Source>('source');
	const [first = aPlace()] = places;
	return {
		id: 'dunmore',
		title: 'The harbour of Dunmore',
		summary: 'Two invented days at a harbour.',
		span: {first: FIRST_DAY, last: LAST_DAY},
		sources:
			sources.length === 0
				? [anArticle({dateline: {place: first.id, day: LAST_DAY}}), aReference()]
				: sources,
		actors: of('actor'),
		places: places.length === 0 ? [first] : places,
		roads: of('road'),
		quotes: of('quote'),
		events: of('event'),
		relations: of('relation'),
		claims: of('claim'),
		tensions: of('tension'),
		story: of('step'),
		...rest,
	};
};
