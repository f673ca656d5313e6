import {createHash} from 'node:crypto';
import {articlesOf} from '../dossier/article-sources.ts';
import type {Catalog} from '../dossier/catalog.ts';
import {citation} from '../dossier/citation.ts';
import {citedStatement} from '../dossier/cite.ts';
import {longDay, readableDate} from '../dossier/days.ts';
import {figureText} from '../dossier/profile/event.ts';
import {type DossierRecord, kinded, kindOf} from '../dossier/record.ts';
import type {
	Actor,
	ArticleSource,
	Claim,
	DossierEvent,
	Evidence,
	Place,
	Quote,
	RecordId,
	Relation,
	Tension,
} from '../dossier/schema.ts';
import {asserterName, quotedWords, titleById, titleOf} from '../dossier/title.ts';
import {
	ACTOR_KIND_WORDS,
	CERTAINTY_WORDS,
	CONTROL_WORDS,
	EVENT_KIND_WORDS,
	GEO_PRECISION_WORDS,
	PLACE_KIND_WORDS,
	SIDE_WORDS,
	VERB_CLASS_WORDS,
} from '../dossier/words.ts';
import {ftmDates} from './ftm-date.ts';
import {isMembership} from './ftm-membership.ts';
import {safeJson} from './safe-json.ts';

type Schema =
	| 'Address'
	| 'Article'
	| 'Event'
	| 'LegalEntity'
	| 'Membership'
	| 'Mention'
	| 'Note'
	| 'Organization'
	| 'Person'
	| 'PublicBody'
	| 'UnknownLink';

interface FtmEntity {
	readonly id: string;
	readonly schema: Schema;
	/** Every value is a text, of every property there may be several. */
	readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** A group and a source without a name are somebody, of whom it is not said that they are organised. */
const ACTOR_SCHEMATA: Record<Actor['kind'], Schema> = {
	person: 'Person',
	group: 'LegalEntity',
	government: 'PublicBody',
	'armed-force': 'Organization',
	court: 'PublicBody',
	alliance: 'Organization',
	organization: 'Organization',
	'news-agency': 'Organization',
	'unnamed-source': 'LegalEntity',
};

/** Code points that a value may have, by the type that the model gives its property. */
const MOST = {name: 384, string: 1024, text: 65_000, address: 250} as const;

const cut = (type: keyof typeof MOST, value: string): string => {
	// Longer in code units is the only way of being longer in code points.
	if (value.length <= MOST[type]) {
		return value;
	}

	const characters = Array.from(value);
	return characters.length <= MOST[type]
		? value
		: `${characters.slice(0, MOST[type] - 1).join('')}…`;
};

const values = (
	type: keyof typeof MOST,
	...given: readonly (string | undefined)[]
): readonly string[] =>
	given.flatMap(value => (value === undefined || value.trim() === '' ? [] : [cut(type, value)]));

/** A name, which the model asks for; that of a record is its id where it is blank. */
const nameOf = (name: string, id: string): readonly string[] => {
	const [given] = values('name', name);
	return [given ?? id];
};

const withValues = (
	id: string,
	schema: Schema,
	properties: Readonly<Record<string, readonly (string | undefined)[]>>,
): FtmEntity => ({
	id,
	schema,
	properties: Object.fromEntries(
		Object.entries(properties)
			.map(
				([name, given]) =>
					[name, [...new Set(given.filter(value => value !== undefined))]] as const,
			)
			.filter(([, given]) => given.length > 0),
	),
});

type IdOf = (key: string) => string;

/** The same for a key every time and in no other dossier. */
const idsIn =
	(dossier: string): IdOf =>
	key =>
		createHash('sha256').update(`${dossier}\n${key}`).digest('hex').slice(0, 40);

const proof = (idOf: IdOf, evidence: readonly Evidence[]): readonly string[] =>
	evidence.map(({source}) => idOf(source));

/** Records that are things in the model: a tie is none, and steps and actors' sides are left out. */
const isThing = (id: RecordId): boolean => !['relation', 'step'].includes(kindOf(id));

const things = (catalog: Catalog, idOf: IdOf, ids: readonly RecordId[]): readonly string[] =>
	ids.filter(id => isThing(id) && catalog.find(id) !== undefined).map(idOf);

const articleEntity = (idOf: IdOf, article: ArticleSource): FtmEntity =>
	withValues(idOf(article.id), 'Article', {
		title: values('string', article.title),
		publisher: values('string', article.publisher),
		author: values('string', ...article.byline.map(({name}) => name)),
		authoredAt: [article.dateline.day],
		mimeType: ['text/plain'],
		notes: [`SHA-256 of its text: ${article.sha256}`],
	});

const sideWords = ({side, from, until, basis}: Actor['sides'][number]): string =>
	[
		`Side: ${SIDE_WORDS[side]}`,
		...(from === undefined ? [] : [`from ${longDay(from)}`]),
		...(until === undefined ? [] : [`until ${longDay(until)}`]),
		`(${basis})`,
	].join(' ');

const actorEntity = ({dossier}: Catalog, idOf: IdOf, actor: Actor): FtmEntity => {
	const schema = ACTOR_SCHEMATA[actor.kind];
	const role = values('string', actor.role);
	return withValues(idOf(actor.id), schema, {
		name: nameOf(actor.name, actor.id),
		alias: values('name', ...actor.aliases),
		classification: [ACTOR_KIND_WORDS[actor.kind]],
		...(schema === 'Person' ? {position: role} : {description: role}),
		summary: values('text', actor.summary),
		notes: values(
			'text',
			...actor.sides.map(side => `${sideWords(side)} [${citation(dossier, side.evidence)}]`),
		),
		proof: proof(idOf, actor.evidence),
	});
};

/** Actors are looked for in the articles that they stand in, each once. */
const mentionEntities = (idOf: IdOf, actor: Actor): readonly FtmEntity[] =>
	[...new Set(actor.evidence.map(({source}) => source))].map(source =>
		withValues(idOf(`${actor.id}\n${source}`), 'Mention', {
			document: [idOf(source)],
			name: nameOf(actor.name, actor.id),
			resolved: [idOf(actor.id)],
			detectedSchema: [ACTOR_SCHEMATA[actor.kind]],
		}),
	);

const TOWN_KINDS: readonly Place['kind'][] = ['town', 'city', 'village'];

const placeEntity = (catalog: Catalog, idOf: IdOf, place: Place): FtmEntity => {
	const {coordinates} = place;
	const source = coordinates && catalog.source(coordinates.source);
	return withValues(idOf(place.id), 'Address', {
		full: values('address', place.name),
		name: nameOf(place.name, place.id),
		alias: values('name', ...place.aliases),
		...(TOWN_KINDS.includes(place.kind) ? {city: values('string', place.name)} : {}),
		...(place.kind === 'region' ? {region: values('string', place.name)} : {}),
		latitude: [coordinates && String(coordinates.lat)],
		longitude: [coordinates && String(coordinates.lon)],
		remarks: values(
			'string',
			PLACE_KIND_WORDS[place.kind],
			coordinates &&
				`Position: ${GEO_PRECISION_WORDS[coordinates.precision]}; from ${source?.title ?? coordinates.source}`,
		),
		summary: values('text', place.summary),
		notes: values(
			'text',
			...place.control.map(
				({day, state, basis, evidence}) =>
					`Control on ${longDay(day)}: ${CONTROL_WORDS[state]} (${basis}) [${citation(catalog.dossier, evidence)}]`,
			),
		),
		proof: proof(idOf, place.evidence),
	});
};

const assertedWords = (
	catalog: Catalog,
	{assertedBy, certainty}: DossierEvent | Relation,
): string => `Said by ${asserterName(catalog, assertedBy)}, ${CERTAINTY_WORDS[certainty]}`;

const eventEntity = (catalog: Catalog, idOf: IdOf, event: DossierEvent): FtmEntity =>
	withValues(idOf(event.id), 'Event', {
		name: nameOf(event.title, event.id),
		summary: values('text', event.summary),
		description: values(
			'text',
			`When: ${readableDate(event.when)}${event.phrase === undefined ? '' : `, as written: ${event.phrase}`}`,
		),
		keywords: [EVENT_KIND_WORDS[event.kind]],
		...Object.fromEntries(
			Object.entries(ftmDates(event.when)).map(([name, date]) => [name, [date]]),
		),
		location: values('address', ...event.places.map(id => titleById(catalog, id))),
		addressEntity: things(catalog, idOf, event.places),
		involved: things(catalog, idOf, event.participants),
		notes: values('text', assertedWords(catalog, event), ...event.figures.map(figureText)),
		recordId: [event.id],
		proof: proof(idOf, event.evidence),
	});

/** Schemata that another may belong to. */
const isOrganisation = (actor: DossierRecord | undefined): boolean => {
	const entry = actor && kinded(actor);
	return (
		entry?.kind === 'actor' &&
		['Organization', 'PublicBody'].includes(ACTOR_SCHEMATA[entry.record.kind])
	);
};

const isSure = ({certainty}: Relation): boolean =>
	certainty === 'certain' || certainty === 'probable';

const relationEntity = (catalog: Catalog, idOf: IdOf, relation: Relation): FtmEntity => {
	const isMember =
		isOrganisation(catalog.find(relation.to)) && isSure(relation) && isMembership(relation.label);
	const [from, to] = [idOf(relation.from), idOf(relation.to)];
	return withValues(idOf(relation.id), isMember ? 'Membership' : 'UnknownLink', {
		...(isMember ? {member: [from], organization: [to]} : {subject: [from], object: [to]}),
		role: values('string', relation.label),
		startDate: [ftmDates(relation.since ?? '').date],
		endDate: [ftmDates(relation.until ?? '').date],
		summary: values('text', titleOf(catalog, relation)),
		description: values(
			'text',
			`${citedStatement(catalog, {
				record: relation.id,
				statement: titleOf(catalog, relation),
				evidence: relation.evidence,
			})} [${citation(catalog.dossier, relation.evidence)}]`,
		),
		recordId: [relation.id],
	});
};

const noteEntity = (
	catalog: Catalog,
	idOf: IdOf,
	record: Claim | Quote | Tension,
	about: readonly RecordId[],
	words: string,
): FtmEntity =>
	withValues(idOf(record.id), 'Note', {
		description: values('text', words),
		summary: values(
			'text',
			citedStatement(catalog, {
				record: record.id,
				statement: titleOf(catalog, record),
				evidence: record.evidence,
			}),
		),
		notes: values('text', citation(catalog.dossier, record.evidence)),
		entity: things(catalog, idOf, about),
		proof: proof(idOf, record.evidence),
	});

const entitiesOf = (catalog: Catalog, idOf: IdOf, record: DossierRecord): readonly FtmEntity[] => {
	const entry = kinded(record);
	switch (entry.kind) {
		case 'actor':
			return [actorEntity(catalog, idOf, entry.record), ...mentionEntities(idOf, entry.record)];
		case 'place':
			return [placeEntity(catalog, idOf, entry.record)];
		case 'event':
			return [eventEntity(catalog, idOf, entry.record)];
		case 'relation':
			return [relationEntity(catalog, idOf, entry.record)];
		case 'quote': {
			const {speaker, via, about, verb, verbClass} = entry.record;
			const said = verb === undefined ? '' : ` (${verb}: ${VERB_CLASS_WORDS[verbClass]})`;
			return [
				noteEntity(
					catalog,
					idOf,
					entry.record,
					[speaker, ...(via === undefined ? [] : [via]), ...about],
					`${titleById(catalog, speaker)}${said}: ${quotedWords(entry.record)}`,
				),
			];
		}

		case 'claim': {
			const {assertedBy, via, about} = entry.record;
			return [
				noteEntity(
					catalog,
					idOf,
					entry.record,
					[
						...(assertedBy === 'author' ? [] : [assertedBy]),
						...(via === undefined ? [] : [via]),
						...about,
					],
					titleOf(catalog, entry.record),
				),
			];
		}

		case 'tension': {
			const {title, question, accounts} = entry.record;
			return [
				noteEntity(
					catalog,
					idOf,
					entry.record,
					accounts.flatMap(({records}) => records),
					[`${title}: ${question}`, ...accounts.map(({text}) => `– ${text}`)].join('\n'),
				),
			];
		}

		// A step tells nothing that its record does not.
		case 'step':
			return [];
	}
};

/**
A dossier as entities of FollowTheMoney, a line of JSON each: articles, actors, places as addresses,
events, ties as memberships or links, and quotes, claims and tensions as notes. Ids are made of those of
the dossier and the record, so that a later export replaces what an earlier one brought. Countries are
not told, as the dossier does not; dates only where they are a year, a month or a day.
*/
export function* ftm(catalog: Catalog): Generator<string> {
	const idOf = idsIn(catalog.dossier.id);
	for (const article of articlesOf(catalog.dossier)) {
		yield `${safeJson(articleEntity(idOf, article))}\n`;
	}

	for (const record of catalog.records) {
		for (const entity of entitiesOf(catalog, idOf, record)) {
			yield `${safeJson(entity)}\n`;
		}
	}
}
