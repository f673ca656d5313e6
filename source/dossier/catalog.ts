import {type Coverage, coverageOf} from './coverage.ts';
import {type BoundsOf, quickBounds} from './date-bounds.ts';
import {createFacetIndex, type FacetIndex} from './facet-index.ts';
import {type Links, linksOf} from './links.ts';
import {recent} from './recent.ts';
import {type DossierRecord, kindOf, type RecordKind} from './record.ts';
import {placesOf, type RecordPlaces, recordsOf} from './record-places.ts';
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
@param places - Of its records, where they are known already.
*/
export const catalogOf = (
	dossier: Dossier,
	boundsOf: BoundsOf = quickBounds,
	places?: RecordPlaces,
): Catalog => {
	const records = recordsOf(dossier);
	const links = linksOf(records, places ?? placesOf(records));
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

type ByKind = Partial<Readonly<Record<RecordKind, readonly DossierRecord[]>>>;

/** Those that name a record by kind, for whoever asks for one kind after another of thousands. */
const grouped = new WeakMap<readonly DossierRecord[], ByKind>();

const byKind = (records: readonly DossierRecord[]): ByKind => {
	const groups: Partial<Record<RecordKind, DossierRecord[]>> = {};
	let group: DossierRecord[] = [];
	let prefix: string | undefined;
	for (const record of records) {
		// Those of a kind stand together.
		if (prefix === undefined || !record.id.startsWith(prefix)) {
			const kind = kindOf(record.id);
			prefix = `${kind}:`;
			group = groups[kind] ?? [];
			groups[kind] = group;
		}

		group.push(record);
	}

	return groups;
};

/** The records of one kind that name `id`, in the order of the file. */
export const referrersOfKind = <Kind extends keyof RecordOfKind>(
	catalog: Catalog,
	id: RecordId,
	kind: Kind,
): readonly RecordOfKind[Kind][] => {
	const all = catalog.referrers(id);
	const groups = grouped.get(all) ?? byKind(all);
	grouped.set(all, groups);
	return (groups[kind] ?? []) as readonly RecordOfKind[Kind][];
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

/**
Records that have to do with `id`: those it names, those that name it, the other ends of its ties,
and through its events the places of an actor and the actors of a place; `id` itself left out.
*/
export const relatedTo = (catalog: Catalog, id: RecordId): ReadonlySet<RecordId> => {
	const record = catalog.find(id);
	const related = new Set<RecordId>(record === undefined ? [] : referencesOf(record));
	for (const referrer of catalog.referrers(id)) {
		related.add(referrer.id);
	}

	for (const {from, to} of referrersOfKind(catalog, id, 'relation')) {
		related.add(from).add(to);
	}

	const isPlace = kindOf(id) === 'place';
	for (const {participants, places} of referrersOfKind(catalog, id, 'event')) {
		for (const other of isPlace ? participants : places) {
			related.add(other);
		}
	}

	related.delete(id);
	return related;
};
