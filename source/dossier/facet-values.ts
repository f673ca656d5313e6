import {controlAsOf, sideAsOf} from './as-of.ts';
import type {Catalog} from './catalog.ts';
import {coveredDays} from './covered-days.ts';
import {dayAfter} from './days.ts';
import type {FacetValues} from './facets.ts';
import {type DossierRecord, kinded, kindOf} from './record.ts';
import type {
	Actor,
	Asserter,
	Control,
	Dossier,
	DossierEvent,
	IsoDay,
	Place,
	Quote,
	RecordId,
	Side,
} from './schema.ts';

/** A record of a list. */
export type ListedRecord = Actor | Place | Quote | DossierEvent;

export const isListed = (record: DossierRecord): record is ListedRecord => {
	const kind = kindOf(record.id);
	return kind === 'actor' || kind === 'place' || kind === 'quote' || kind === 'event';
};

/** Whose word it is: the report's own, a named or an unnamed actor's, and whether it was relayed. */
export const ATTRIBUTIONS = ['author', 'named', 'unnamed', 'relayed'] as const;

export type Attribution = (typeof ATTRIBUTIONS)[number];

/** In place of a day, for words of which the report does not say when they were said. */
export const UNDATED = 'undated';

/** The longest span every day of which an interval counts for; a year. */
const MOST_DAYS = 366;

const HOLDERS: Record<Control['state'], readonly Side[]> = {
	government: ['government'],
	opposition: ['opposition'],
	contested: ['government', 'opposition'],
	abandoned: [],
	unknown: [],
};

const unique = <Value>(values: readonly Value[]): readonly Value[] =>
	values.length < 2 ? values : [...new Set(values)];

const given = <Value>(value: Value | undefined): readonly Value[] =>
	value === undefined ? [] : [value];

/** The days that an interval can count for: each of the span, or of a long one those told of by name. */
const spanDays = ({span: {first, last}, ...dossier}: Dossier): readonly IsoDay[] => {
	const days: IsoDay[] = [];
	for (let day = first; day <= last && days.length <= MOST_DAYS; day = dayAfter(day, 1)) {
		days.push(day);
	}

	if (days.length <= MOST_DAYS) {
		return days;
	}

	return unique([
		...dossier.quotes.flatMap(quote => given(quote.day)),
		...dossier.places.flatMap(place => place.control.map(control => control.day)),
		// An interval by itself names no day.
		...dossier.events.flatMap(({when}) => coveredDays(when, [])),
	])
		.filter(day => day >= first && day <= last)
		.toSorted();
};

/**
A function that tells the values of the records of a dossier's lists; for many records, since it
remembers what several of them share.

A side is that of an actor at the end of `day`: of a quote its speaker's, of an event those of all
who took part, of a place whoever holds it, both when it is contested. An actor has the places and
days of what they said and took part in, and the attributions of what they assert. Control that is
inferred is nobody's word.

@throws {RangeError} From the function: `day` lies outside the dossier's span.
*/
export const createFacetReader = (
	catalog: Catalog,
	day: IsoDay,
): ((record: ListedRecord) => FacetValues) => {
	const {dossier} = catalog;
	const days = spanDays(dossier);
	const daysByDate = new Map<string, readonly IsoDay[]>();
	const sideById = new Map<RecordId, readonly Side[]>();

	const daysOf = ({when}: DossierEvent): readonly IsoDay[] => {
		const found = daysByDate.get(when) ?? coveredDays(when, days);
		daysByDate.set(when, found);
		return found;
	};

	const actorOf = (id: Actor['id']): Actor | undefined => catalog.find(id) as Actor | undefined;

	const sidesOf = (id: Actor['id']): readonly Side[] => {
		const actor = actorOf(id);
		const found =
			sideById.get(id) ?? (actor === undefined ? [] : [sideAsOf(dossier, actor, day).side]);
		sideById.set(id, found);
		return found;
	};

	const attributionOf = (asserter: Asserter): Attribution => {
		if (asserter === 'author') {
			return 'author';
		}

		return actorOf(asserter)?.kind === 'unnamed-source' ? 'unnamed' : 'named';
	};

	const relayed = (via: RecordId | undefined): readonly Attribution[] =>
		via === undefined ? [] : ['relayed'];

	const ofQuote = (quote: Quote): FacetValues => ({
		side: sidesOf(quote.speaker),
		kind: [`quote/${quote.form}`],
		place: unique([...given(quote.place), ...quote.about.filter(id => kindOf(id) === 'place')]),
		day: [quote.day ?? UNDATED],
		attribution: [attributionOf(quote.speaker), ...relayed(quote.via)],
	});

	const ofEvent = (event: DossierEvent): FacetValues => ({
		side: unique(event.participants.flatMap(sidesOf)),
		kind: [`event/${event.kind}`],
		place: unique(event.places),
		day: daysOf(event),
		attribution: [attributionOf(event.assertedBy)],
	});

	const ofPlace = (place: Place): FacetValues => ({
		side: HOLDERS[controlAsOf(dossier, place, day)?.control.state ?? 'unknown'],
		kind: [`place/${place.kind}`],
		place: [place.id],
		day: unique(place.control.map(control => control.day)),
		attribution: unique(
			place.control
				.filter(({basis}) => basis !== 'inferred')
				.map(({assertedBy = 'author'}) => attributionOf(assertedBy)),
		),
	});

	const ofActor = (actor: Actor): FacetValues => {
		const places = new Set<RecordId>();
		const actorDays = new Set<IsoDay>();
		const attributions = new Set<Attribution>();
		const own = attributionOf(actor.id);
		const add = <Value>(set: Set<Value>, values: readonly Value[]): void => {
			for (const value of values) {
				set.add(value);
			}
		};

		for (const referrer of catalog.referrers(actor.id)) {
			const entry = kinded(referrer);
			if (entry.kind === 'quote' && entry.record.speaker === actor.id) {
				add(places, given(entry.record.place));
				add(actorDays, given(entry.record.day));
				add(attributions, [own, ...relayed(entry.record.via)]);
			} else if (entry.kind === 'event') {
				if (entry.record.participants.includes(actor.id)) {
					add(places, entry.record.places);
					add(actorDays, daysOf(entry.record));
				}

				add(attributions, entry.record.assertedBy === actor.id ? [own] : []);
			} else if (entry.kind === 'claim' && entry.record.assertedBy === actor.id) {
				add(attributions, [own, ...relayed(entry.record.via)]);
			}
		}

		return {
			side: sidesOf(actor.id),
			kind: [`actor/${actor.kind}`],
			place: [...places],
			day: [...actorDays],
			attribution: [...attributions],
		};
	};

	return record => {
		const entry = kinded(record);
		switch (entry.kind) {
			case 'actor':
				return ofActor(entry.record);
			case 'place':
				return ofPlace(entry.record);
			case 'quote':
				return ofQuote(entry.record);
			default:
				return ofEvent(record as DossierEvent);
		}
	};
};

/** The values of one record; see `createFacetReader`, which is for many. */
export const facetValuesOf = (catalog: Catalog, record: ListedRecord, day: IsoDay): FacetValues =>
	createFacetReader(catalog, day)(record);
