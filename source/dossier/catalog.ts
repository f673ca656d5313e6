import {type Coverage, coverageOf} from './coverage.ts';
import {type BoundsOf, quickBounds} from './date-bounds.ts';
import {createFacetIndex, type FacetIndex} from './facet-index.ts';
import {type Links, linksOf} from './links.ts';
import {recent} from './recent.ts';
import {type DossierRecord, kinded, kindOf, type RecordKind} from './record.ts';
import {referencesOf} from './references.ts';
import type {
	Actor,
	Claim,
	Dossier,
	DossierEvent,
	Evidence,
	IsoDay,
	Place,
	Quote,
	RecordId,
	Relation,
	Source,
	Step,
	Tension,
} from './schema.ts';

/** A dossier with its records at hand by id, and the links between them in both directions. */
export interface Catalog {
	readonly dossier: Dossier;
	/** Every record, in the order of the file: actors, places, quotes, events and so on. */
	readonly records: readonly DossierRecord[];
	/** Whether any place is a town on the front line. */
	readonly hasFrontLine: boolean;
	readonly find: (id: RecordId) => DossierRecord | undefined;
	/** The place of a record among all, from 0. */
	readonly placeOf: (id: RecordId) => number | undefined;
	/** Records that name `id`, in the order of the file. */
	readonly referrers: (id: RecordId) => readonly DossierRecord[];
	/** What is done ahead, so that referrers are at hand. */
	readonly links: Pick<Links, 'isDone' | 'go'>;
	readonly source: (id: Evidence['source']) => Source | undefined;
	/** Which paragraphs its records stand on; worked out when first asked for. */
	readonly coverage: () => Coverage;
	/** When a date of the dossier begins and ends. */
	readonly boundsOf: BoundsOf;
	/** What the lists can be narrowed by, as of a day of the span; worked out when first asked for. */
	readonly facetIndex: (day: IsoDay) => FacetIndex;
	/** What a function makes of this catalog: it is called once, and what it made is kept. */
	readonly derived: <Value>(derive: (catalog: Catalog) => Value) => Value;
}

/** Days for which it is remembered what the lists can be narrowed by. */
const MOST_DAYS = 40;

/**
@param boundsOf - Reads the dates of the dossier; one from outside may hold any EDTF, for which there is
`edtfBounds`.
*/
export const catalogOf = (dossier: Dossier, boundsOf: BoundsOf = quickBounds): Catalog => {
	const records: readonly DossierRecord[] = [
		...dossier.actors,
		...dossier.places,
		...dossier.quotes,
		...dossier.events,
		...dossier.relations,
		...dossier.claims,
		...dossier.tensions,
		...dossier.story,
	];
	const links = linksOf(records);
	const {placeOf, referrers} = links;
	const sources = new Map(dossier.sources.map(source => [source.id, source]));
	let coverage: Coverage | undefined;
	const derivations = new Map<(catalog: Catalog) => unknown, unknown>();
	const catalog: Catalog = {
		dossier,
		records,
		hasFrontLine: dossier.places.some(({frontLine}) => frontLine),
		find(id) {
			const place = placeOf(id);
			return place === undefined ? undefined : records[place];
		},
		placeOf,
		referrers,
		links,
		source: id => sources.get(id),
		boundsOf,
		coverage() {
			coverage ??= coverageOf(catalog);
			return coverage;
		},
		// Of a long span not every day that was looked at.
		facetIndex: recent(MOST_DAYS, day => createFacetIndex(catalog, day)),
		derived<Value>(derive: (catalog: Catalog) => Value): Value {
			const known = derivations.get(derive);
			if (known !== undefined) {
				return known as Value;
			}

			const made = derive(catalog);
			derivations.set(derive, made);
			return made;
		},
	};
	return catalog;
};

type RecordOfKind = {
	actor: Actor;
	place: Place;
	quote: Quote;
	event: DossierEvent;
	relation: Relation;
	claim: Claim;
	tension: Tension;
	step: Step;
};

/** Records by kind, for whoever asks for one kind after another of the same ones, which may be thousands. */
const grouped = new WeakMap<
	readonly DossierRecord[],
	Partial<Readonly<Record<RecordKind, readonly DossierRecord[]>>>
>();

/** The records of one kind that name `id`, in the order of the file. */
export const referrersOfKind = <Kind extends keyof RecordOfKind>(
	catalog: Catalog,
	id: RecordId,
	kind: Kind,
): readonly RecordOfKind[Kind][] => {
	const all = catalog.referrers(id);
	const byKind = grouped.get(all) ?? Object.groupBy(all, record => kindOf(record.id));
	grouped.set(all, byKind);
	return (byKind[kind] ?? []) as readonly RecordOfKind[Kind][];
};

/** The records of one kind among those named, in the order in which they are named. */
export const recordsOfKind = <Kind extends keyof RecordOfKind>(
	catalog: Catalog,
	ids: readonly RecordId[],
	kind: Kind,
): readonly RecordOfKind[Kind][] =>
	ids
		.map(id => catalog.find(id))
		.filter(
			(record): record is RecordOfKind[Kind] => record !== undefined && kindOf(record.id) === kind,
		);

/** What a record that names `id` brings along from its other end. */
const broughtBy = (referrer: DossierRecord, id: RecordId): readonly RecordId[] => {
	const entry = kinded(referrer);
	switch (entry.kind) {
		// A tie is a link between two actors.
		case 'relation':
			return [entry.record.from, entry.record.to];
		// An event links those who took part with where it happened.
		case 'event':
			return kindOf(id) === 'place' ? entry.record.participants : entry.record.places;
		default:
			return [];
	}
};

/**
Records that have to do with `id`: those it names, those that name it, the other ends of its ties,
and through its events the places of an actor and the actors of a place; `id` itself left out.
*/
export const relatedTo = (catalog: Catalog, id: RecordId): ReadonlySet<RecordId> => {
	const record = catalog.find(id);
	const related = new Set<RecordId>(record === undefined ? [] : referencesOf(record));
	for (const referrer of catalog.referrers(id)) {
		related.add(referrer.id);
		for (const other of broughtBy(referrer, id)) {
			related.add(other);
		}
	}

	related.delete(id);
	return related;
};
