import type {
	Actor,
	Certainty,
	Claim,
	Control,
	DossierEvent,
	Place,
	Quote,
	Side,
	Source,
} from './schema.ts';

/*
The schema's words as a reader sees them. Each table is total, so a new value of the schema
fails to compile here until it has words.
*/

export const NOT_STATED = 'not stated';

export const SIDE_WORDS: Record<Side, string> = {
	government: 'government',
	opposition: 'opposition',
	coalition: 'coalition',
	international: 'international',
	civilian: 'civilian',
	none: 'no side',
	unknown: 'unknown',
};

export const ACTOR_KIND_WORDS: Record<Actor['kind'], string> = {
	person: 'person',
	group: 'group',
	government: 'government body',
	'armed-force': 'armed force',
	court: 'court',
	alliance: 'alliance',
	organization: 'organization',
	'news-agency': 'news agency',
	'unnamed-source': 'unnamed source',
};

export const CERTAINTY_WORDS: Record<Certainty, string> = {
	certain: 'without a hedge',
	probable: 'as probable',
	possible: 'as possible',
	uncommitted: 'without taking a stand',
};

export const VERB_CLASS_WORDS: Record<Quote['verbClass'], string> = {
	neutral: 'neutral',
	assertive: 'assertive',
	concessive: 'a concession',
	framing: 'a framing',
	appeal: 'an appeal',
	evidential: 'as evidence',
};

export const CHANNEL_WORDS: Record<NonNullable<Quote['channel']>, string> = {
	speech: 'in a speech',
	statement: 'in a statement',
	interview: 'in an interview',
	press: 'to reporters',
	document: 'in a document',
	telephone: 'on the telephone',
};

export const CONTROL_WORDS: Record<Control['state'], string> = {
	government: 'government',
	opposition: 'opposition',
	contested: 'contested',
	abandoned: 'abandoned',
	unknown: 'unknown',
};

export const PLACE_KIND_WORDS: Record<Place['kind'], string> = {
	town: 'town',
	city: 'city',
	village: 'village',
	country: 'country',
	region: 'region',
	facility: 'site',
	road: 'road',
};

export const EVENT_KIND_WORDS: Record<DossierEvent['kind'], string> = {
	battle: 'fighting',
	attack: 'attack',
	movement: 'movement',
	defection: 'defection',
	political: 'politics',
	diplomacy: 'diplomacy',
	legal: 'law',
	statement: 'statement',
	military: 'military',
	humanitarian: 'civilians',
};

export const TIME_PRECISION_WORDS: Record<DossierEvent['precision'], string> = {
	day: 'to the day',
	month: 'to the month',
	year: 'to the year',
	decade: 'to the decade',
	interval: 'as an interval',
	approximate: 'only roughly',
};

export const GEO_PRECISION_WORDS: Record<1 | 2 | 3, string> = {
	1: 'the place itself',
	2: 'near it, or part of a region',
	3: 'a region',
};

export const FIGURE_WORDS: Record<DossierEvent['figures'][number]['precision'], string> = {
	exact: '',
	approximate: 'perhaps ',
	minimum: 'at least ',
	maximum: 'at most ',
};

export const BASIS_WORDS: Record<Control['basis'], string> = {
	reported: 'reported: the report says so',
	claimed: 'claimed: somebody says so in the report',
	inferred: 'inferred: our reading, not said outright',
};

export const POLARITY_WORDS: Record<Claim['polarity'], string> = {
	affirmed: 'affirmed',
	denied: 'denied',
};

export const SOURCE_WORDS: Record<Source['kind'], string> = {
	article: 'the report itself',
	gazetteer: 'a gazetteer, not the report',
	reference: 'a work of reference, not the report',
	computed: 'computed, not the report',
};
