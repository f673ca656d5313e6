import {controlAsOf, sideAsOf} from './as-of.ts';
import {type Catalog, referrersOfKind} from './catalog.ts';
import {citation} from './citation.ts';
import {dayWithWeekday, longDay, readableDate, shortDay} from './days.ts';
import {type DossierRecord, kinded, type RecordKind} from './record.ts';
import {legsFrom} from './roads.ts';
import type {
	Actor,
	Asserter,
	Claim,
	Control,
	DossierEvent,
	Evidence,
	IsoDay,
	Place,
	Quote,
	RecordId,
	Relation,
	Step,
	Tension,
} from './schema.ts';
import {asserterName, claimText, quotedWords, titleById, titleOf} from './title.ts';
import {
	ACTOR_KIND_WORDS,
	CERTAINTY_WORDS,
	CHANNEL_WORDS,
	CONTROL_WORDS,
	EVENT_KIND_WORDS,
	FIGURE_WORDS,
	GEO_PRECISION_WORDS,
	NOT_STATED,
	PLACE_KIND_WORDS,
	POLARITY_WORDS,
	SIDE_WORDS,
	TIME_PRECISION_WORDS,
	VERB_CLASS_WORDS,
} from './words.ts';

/** One thing known of a record. */
export interface Fact {
	/** What it is: `spoken by`; absent where the heading of its section says it. */
	readonly label?: string;
	readonly text: string;
	/** Who says so, how sure, and where it stands. */
	readonly note?: string;
	/** The record it leads to. */
	readonly link?: RecordId;
	/** Set on control, so that it can be drawn with its glyph. */
	readonly state?: Control['state'];
	/** Where this fact stands; empty for a fact that is not from an article. */
	readonly evidence: readonly Evidence[];
}

export interface Section {
	readonly heading?: string;
	readonly facts: readonly Fact[];
}

/** Everything known about one record, in the order in which a reader asks. */
export interface Profile {
	readonly id: RecordId;
	readonly kind: RecordKind;
	readonly title: string;
	/** One line under the title: what sort of thing it is. */
	readonly subtitle: string;
	/** Never empty; a section without facts is left out. */
	readonly sections: readonly Section[];
	/** Where the record as a whole stands. */
	readonly evidence: readonly Evidence[];
}

const joined = (...parts: readonly (string | undefined)[]): string =>
	parts.filter(part => part !== undefined && part !== '').join(' · ');

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const quoteFact = (catalog: Catalog, quote: Quote): Fact => ({
	text: quotedWords(quote),
	note: joined(
		titleById(catalog, quote.speaker),
		quote.day && shortDay(quote.day),
		citation(catalog.dossier, quote.evidence),
	),
	link: quote.id,
	evidence: quote.evidence,
});

const eventFact = (catalog: Catalog, event: DossierEvent): Fact => ({
	label: readableDate(event.when),
	text: event.title,
	note: joined(
		event.assertedBy === 'author' ? undefined : `says ${asserterName(catalog, event.assertedBy)}`,
		event.certainty === 'certain' ? undefined : CERTAINTY_WORDS[event.certainty],
		citation(catalog.dossier, event.evidence),
	),
	link: event.id,
	evidence: event.evidence,
});

const claimFact = (catalog: Catalog, claim: Claim): Fact => ({
	text: claimText(claim),
	note: joined(
		`${claim.polarity === 'denied' ? 'denied by' : 'says'} ${asserterName(catalog, claim.assertedBy)}`,
		claim.via && `via ${titleById(catalog, claim.via)}`,
		CERTAINTY_WORDS[claim.certainty],
		citation(catalog.dossier, claim.evidence),
	),
	link: claim.id,
	evidence: claim.evidence,
});

const relationFact = (catalog: Catalog, relation: Relation, of: RecordId): Fact => ({
	text:
		relation.from === of
			? `${relation.label} ${titleById(catalog, relation.to)}`
			: titleOf(catalog, relation),
	note: joined(
		relation.since && `from ${readableDate(relation.since)}`,
		relation.until && `until ${readableDate(relation.until)}`,
		relation.assertedBy === 'author'
			? undefined
			: `says ${asserterName(catalog, relation.assertedBy)}`,
		relation.certainty === 'certain' ? undefined : CERTAINTY_WORDS[relation.certainty],
		citation(catalog.dossier, relation.evidence),
	),
	link: relation.id,
	evidence: relation.evidence,
});

const tensionFact = (catalog: Catalog, tension: Tension): Fact => ({
	text: tension.title,
	note: joined(tension.question, citation(catalog.dossier, tension.evidence)),
	link: tension.id,
	evidence: tension.evidence,
});

const stepFact = (catalog: Catalog, step: Step): Fact => ({
	label: `step ${catalog.dossier.story.indexOf(step) + 1}`,
	text: step.text,
	note: citation(catalog.dossier, step.evidence),
	link: step.id,
	evidence: step.evidence,
});

const linkFact = (catalog: Catalog, id: RecordId, label?: string): Fact => ({
	...(label === undefined ? {} : {label}),
	text: titleById(catalog, id),
	link: id,
	evidence: catalog.find(id)?.evidence ?? [],
});

const plainFact = (
	label: string,
	text: string | undefined,
	evidence: readonly Evidence[],
): Fact => ({
	label,
	text: text ?? NOT_STATED,
	evidence,
});

const asserterFact = (catalog: Catalog, asserter: Asserter, evidence: readonly Evidence[]): Fact =>
	asserter === 'author'
		? plainFact('says', 'the report, in its own voice', evidence)
		: linkFact(catalog, asserter, 'says');

const section = (heading: string, facts: readonly Fact[]): readonly Section[] =>
	facts.length === 0 ? [] : [{heading, facts}];

/** Records that name `id` and are shown alike whatever `id` is. */
const commonSections = (catalog: Catalog, id: RecordId): readonly Section[] => [
	...section(
		'Accounts that disagree',
		referrersOfKind(catalog, id, 'tension').map(tension => tensionFact(catalog, tension)),
	),
	...section(
		'In the story',
		referrersOfKind(catalog, id, 'step').map(step => stepFact(catalog, step)),
	),
];

const claimSections = (catalog: Catalog, id: RecordId): readonly Section[] => {
	const claims = referrersOfKind(catalog, id, 'claim');
	return [
		...section(
			'Asserts',
			claims.filter(claim => claim.assertedBy === id).map(claim => claimFact(catalog, claim)),
		),
		...section(
			'Is said of it',
			claims
				.filter(claim => claim.assertedBy !== id && claim.via !== id)
				.map(claim => claimFact(catalog, claim)),
		),
		...section(
			'Relays',
			claims.filter(claim => claim.via === id).map(claim => claimFact(catalog, claim)),
		),
	];
};

const quoteSections = (catalog: Catalog, id: RecordId): readonly Section[] => {
	const quotes = referrersOfKind(catalog, id, 'quote');
	const facts = (wanted: (quote: Quote) => boolean): readonly Fact[] =>
		quotes.filter(wanted).map(quote => quoteFact(catalog, quote));
	return [
		...section(
			'Says',
			facts(quote => quote.speaker === id),
		),
		...section(
			'Said here',
			facts(quote => quote.place === id),
		),
		...section(
			'Quotes about it',
			facts(quote => quote.speaker !== id && quote.about.includes(id)),
		),
		...section(
			'Relays the words',
			facts(quote => quote.via === id),
		),
	];
};

const eventSection = (catalog: Catalog, id: RecordId): readonly Section[] =>
	section(
		'Events',
		referrersOfKind(catalog, id, 'event').map(event => eventFact(catalog, event)),
	);

/** The places of an actor's events and words, each once. */
const placesOf = (catalog: Catalog, actor: Actor): readonly RecordId[] => [
	...new Set([
		...referrersOfKind(catalog, actor.id, 'event').flatMap(event => event.places),
		...referrersOfKind(catalog, actor.id, 'quote')
			.filter(quote => quote.speaker === actor.id)
			.flatMap(quote => (quote.place === undefined ? [] : [quote.place])),
		...referrersOfKind(catalog, actor.id, 'place').map(place => place.id),
	]),
];

const sideFacts = (catalog: Catalog, actor: Actor): readonly Fact[] =>
	actor.sides.map(({side, from, until, basis, evidence}) => ({
		label: 'side',
		text: joined(
			SIDE_WORDS[side],
			from && `from ${longDay(from)}`,
			until && `until ${longDay(until)}`,
		),
		note: joined(basis, citation(catalog.dossier, evidence)),
		evidence,
	}));

/** What a record is about, in the dossier's own words. */
const summarySection = (
	catalog: Catalog,
	{summary, evidence}: {summary?: string | undefined; evidence: readonly Evidence[]},
): readonly Section[] =>
	summary === undefined
		? []
		: [{facts: [{text: summary, note: citation(catalog.dossier, evidence), evidence}]}];

const actorSections = (catalog: Catalog, actor: Actor): readonly Section[] => [
	...summarySection(catalog, actor),
	{
		facts: [
			plainFact('role', actor.role, actor.evidence),
			...sideFacts(catalog, actor),
			...(actor.aliases.length === 0
				? []
				: [plainFact('also', actor.aliases.join(', '), actor.evidence)]),
		],
	},
	...quoteSections(catalog, actor.id),
	...eventSection(catalog, actor.id),
	...section(
		'Ties',
		referrersOfKind(catalog, actor.id, 'relation').map(relation =>
			relationFact(catalog, relation, actor.id),
		),
	),
	...section(
		'Places',
		placesOf(catalog, actor).map(id => linkFact(catalog, id)),
	),
	...claimSections(catalog, actor.id),
	...commonSections(catalog, actor.id),
];

const degrees = (value: number, positive: string, negative: string): string =>
	`${Math.abs(value).toFixed(2)}° ${value < 0 ? negative : positive}`;

const coordinateFacts = (catalog: Catalog, place: Place): readonly Fact[] => {
	const {coordinates} = place;
	if (coordinates === undefined) {
		return [plainFact('lies at', undefined, [])];
	}

	const source = catalog.source(coordinates.source);
	return [
		{
			label: 'lies at',
			text: `${degrees(coordinates.lat, 'N', 'S')}, ${degrees(coordinates.lon, 'E', 'W')}`,
			note: joined(
				GEO_PRECISION_WORDS[coordinates.precision],
				`not from the report: ${source?.title ?? coordinates.source}`,
				coordinates.locator,
			),
			evidence: [],
		},
	];
};

const controlFacts = (catalog: Catalog, place: Place): readonly Fact[] => {
	if (place.control.length === 0) {
		return place.frontLine ? [plainFact('control', undefined, place.evidence)] : [];
	}

	return place.control.map(({day, state, basis, assertedBy, note, evidence}) => ({
		label: shortDay(day),
		text: joined(CONTROL_WORDS[state], note),
		note: joined(
			basis,
			assertedBy && assertedBy !== 'author'
				? `says ${asserterName(catalog, assertedBy)}`
				: undefined,
			citation(catalog.dossier, evidence),
		),
		state,
		evidence,
	}));
};

const roadFacts = (catalog: Catalog, place: Place): readonly Fact[] =>
	legsFrom(catalog.dossier, place.id).map(({road, to, km}) => ({
		text: `${titleById(catalog, to)}, ${km} km along the ${road.name}`,
		note: `not from the report: ${catalog.source(road.source)?.title ?? road.source}`,
		link: to,
		evidence: [],
	}));

const placeSections = (catalog: Catalog, place: Place): readonly Section[] => [
	...summarySection(catalog, place),
	{
		facts: [
			...(place.aliases.length === 0
				? []
				: [plainFact('also', place.aliases.join(', '), place.evidence)]),
			...coordinateFacts(catalog, place),
		],
	},
	...section('Who holds it, day by day', controlFacts(catalog, place)),
	...section('Next on the road', roadFacts(catalog, place)),
	...eventSection(catalog, place.id),
	...quoteSections(catalog, place.id),
	...claimSections(catalog, place.id),
	...commonSections(catalog, place.id),
];

const quoteProfileSections = (catalog: Catalog, quote: Quote): readonly Section[] => [
	{
		facts: [
			linkFact(catalog, quote.speaker, 'speaker'),
			plainFact(
				'verb',
				quote.verb === undefined
					? undefined
					: `${quote.verb} (${VERB_CLASS_WORDS[quote.verbClass]})`,
				quote.evidence,
			),
			plainFact('day', quote.day && dayWithWeekday(quote.day), quote.evidence),
			quote.place === undefined
				? plainFact('where', undefined, quote.evidence)
				: linkFact(catalog, quote.place, 'where'),
			plainFact('how', quote.channel && CHANNEL_WORDS[quote.channel], quote.evidence),
			...(quote.via === undefined ? [] : [linkFact(catalog, quote.via, 'relayed')]),
			plainFact(
				'form',
				quote.form === 'direct' ? 'whole sentences, verbatim' : 'part of a sentence, verbatim',
				quote.evidence,
			),
			{
				label: 'stands',
				text: citation(catalog.dossier, quote.evidence),
				evidence: quote.evidence,
			},
		],
	},
	...section(
		'About',
		quote.about.map(id => linkFact(catalog, id)),
	),
	...commonSections(catalog, quote.id),
	...claimSections(catalog, quote.id),
];

const figureText = ({value, of, precision, note}: DossierEvent['figures'][number]): string =>
	joined(`${FIGURE_WORDS[precision]}${value.toLocaleString('en')} ${of}`, note);

const eventSections = (catalog: Catalog, event: DossierEvent): readonly Section[] => [
	...summarySection(catalog, event),
	{
		facts: [
			{
				label: 'when',
				text: joined(
					readableDate(event.when),
					event.phrase === undefined ? undefined : `“${event.phrase}”`,
				),
				note: `known ${TIME_PRECISION_WORDS[event.precision]}`,
				evidence: event.evidence,
			},
			...event.figures.map(figure => plainFact('figure', figureText(figure), event.evidence)),
			asserterFact(catalog, event.assertedBy, event.evidence),
			plainFact('how sure', CERTAINTY_WORDS[event.certainty], event.evidence),
		],
	},
	...section(
		'Where',
		event.places.map(id => linkFact(catalog, id)),
	),
	...section(
		'Who',
		event.participants.map(id => linkFact(catalog, id)),
	),
	...quoteSections(catalog, event.id),
	...claimSections(catalog, event.id),
	...commonSections(catalog, event.id),
];

const relationSections = (catalog: Catalog, relation: Relation): readonly Section[] => [
	{
		facts: [
			linkFact(catalog, relation.from, 'who'),
			plainFact('tie', relation.label, relation.evidence),
			linkFact(catalog, relation.to, 'whom'),
			...(relation.since === undefined
				? []
				: [plainFact('since', readableDate(relation.since), relation.evidence)]),
			...(relation.until === undefined
				? []
				: [plainFact('until', readableDate(relation.until), relation.evidence)]),
			asserterFact(catalog, relation.assertedBy, relation.evidence),
			plainFact('how sure', CERTAINTY_WORDS[relation.certainty], relation.evidence),
		],
	},
	...quoteSections(catalog, relation.id),
	...claimSections(catalog, relation.id),
	...commonSections(catalog, relation.id),
];

const claimProfileSections = (catalog: Catalog, claim: Claim): readonly Section[] => [
	{
		facts: [
			asserterFact(catalog, claim.assertedBy, claim.evidence),
			...(claim.via === undefined ? [] : [linkFact(catalog, claim.via, 'relayed')]),
			plainFact('how sure', CERTAINTY_WORDS[claim.certainty], claim.evidence),
			plainFact('stance', POLARITY_WORDS[claim.polarity], claim.evidence),
			plainFact('day', claim.day && dayWithWeekday(claim.day), claim.evidence),
		],
	},
	...section(
		'About',
		claim.about.map(id => linkFact(catalog, id)),
	),
	...claimSections(catalog, claim.id),
	...quoteSections(catalog, claim.id),
	...commonSections(catalog, claim.id),
];

const accountFacts = (catalog: Catalog, tension: Tension): readonly Section[] =>
	tension.accounts.map(({text, records}, at) => ({
		heading: `Account ${at + 1}`,
		facts: [
			{text, evidence: records.flatMap(id => catalog.find(id)?.evidence ?? [])},
			...records.map(id => {
				const record = catalog.find(id);
				const entry = record && kinded(record);
				switch (entry?.kind) {
					case 'claim':
						return claimFact(catalog, entry.record);
					case 'quote':
						return quoteFact(catalog, entry.record);
					case 'event':
						return eventFact(catalog, entry.record);
					default:
						return linkFact(catalog, id);
				}
			}),
		],
	}));

const tensionSections = (catalog: Catalog, tension: Tension): readonly Section[] => [
	{facts: [plainFact('question', tension.question, tension.evidence)]},
	...accountFacts(catalog, tension),
	...quoteSections(catalog, tension.id),
	...claimSections(catalog, tension.id),
	...commonSections(catalog, tension.id),
];

const stepSections = (catalog: Catalog, step: Step): readonly Section[] => [
	{
		facts: [
			linkFact(catalog, step.record, 'shows'),
			plainFact('as of', dayWithWeekday(step.day), step.evidence),
			{
				label: 'stands',
				text: citation(catalog.dossier, step.evidence),
				evidence: step.evidence,
			},
		],
	},
	...quoteSections(catalog, step.id),
	...claimSections(catalog, step.id),
	...commonSections(catalog, step.id),
];

const sectionsOf = (catalog: Catalog, record: DossierRecord): readonly Section[] => {
	const entry = kinded(record);
	switch (entry.kind) {
		case 'actor':
			return actorSections(catalog, entry.record);
		case 'place':
			return placeSections(catalog, entry.record);
		case 'quote':
			return quoteProfileSections(catalog, entry.record);
		case 'event':
			return eventSections(catalog, entry.record);
		case 'relation':
			return relationSections(catalog, entry.record);
		case 'claim':
			return claimProfileSections(catalog, entry.record);
		case 'tension':
			return tensionSections(catalog, entry.record);
		case 'step':
			return stepSections(catalog, entry.record);
	}
};

const controlSubtitle = (catalog: Catalog, place: Place, day: IsoDay): string | undefined => {
	if (!place.frontLine) {
		return undefined;
	}

	const held = controlAsOf(catalog.dossier, place, day);
	return held === undefined
		? `control on ${shortDay(day)}: ${NOT_STATED}`
		: `on ${shortDay(day)}: ${CONTROL_WORDS[held.control.state]} (${held.control.basis})`;
};

const subtitleOf = (catalog: Catalog, record: DossierRecord, day: IsoDay): string => {
	const entry = kinded(record);
	switch (entry.kind) {
		case 'actor': {
			const {side, left} = sideAsOf(catalog.dossier, entry.record, day);
			return joined(
				capitalised(ACTOR_KIND_WORDS[entry.record.kind]),
				`on ${shortDay(day)}: ${SIDE_WORDS[side]}`,
				left === undefined || left === side ? undefined : `left ${SIDE_WORDS[left]}`,
			);
		}

		case 'place':
			return joined(
				capitalised(PLACE_KIND_WORDS[entry.record.kind]),
				controlSubtitle(catalog, entry.record, day),
			);
		case 'quote':
			return joined('Quote', titleById(catalog, entry.record.speaker));
		case 'event':
			return joined('Event', EVENT_KIND_WORDS[entry.record.kind], readableDate(entry.record.when));
		case 'relation':
			return 'Tie between two actors';
		case 'claim':
			return joined('Claim', asserterName(catalog, entry.record.assertedBy));
		case 'tension':
			return 'Tension: accounts that cannot all be the whole truth';
		case 'step':
			return `Step ${catalog.dossier.story.indexOf(entry.record) + 1} of ${catalog.dossier.story.length} of the story`;
	}
};

/**
Everything known about a record: what, who says so, how sure, where it stands, and the records
it leads to.

@param day - The as-of day, inside the dossier's span; the subtitle tells how things stood then.
*/
export const profileOf = (catalog: Catalog, record: DossierRecord, day: IsoDay): Profile => ({
	id: record.id,
	kind: kinded(record).kind,
	title: titleOf(catalog, record),
	subtitle: subtitleOf(catalog, record, day),
	sections: sectionsOf(catalog, record),
	evidence: record.evidence,
});
