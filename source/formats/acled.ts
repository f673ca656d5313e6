import {sideAsOf} from '../dossier/as-of.ts';
import type {Catalog} from '../dossier/catalog.ts';
import {citation} from '../dossier/citation.ts';
import {readableDate} from '../dossier/days.ts';
import {figureText} from '../dossier/profile/event.ts';
import type {Actor, DossierEvent, Place} from '../dossier/schema.ts';
import {asserterName, titleById} from '../dossier/title.ts';
import type {View} from './columns/column.ts';
import type {Table} from './table.ts';

/*
Events in the columns of the Armed Conflict Location & Event Data project, in the order in which it has
them since March 2023. A cell is empty where the dossier has nothing for it: what that project's coders
would settle by a rule, such as the middle of a month for a day, is not settled here.
*/

type AcledCell = string | number;

const NOTHING = '';

const DAY_MS = 86_400_000;

interface Typed {
	readonly disorder: string;
	readonly event: string;
}

const VIOLENCE = 'Political violence';
const STRATEGIC: Typed = {disorder: 'Strategic developments', event: 'Strategic developments'};
const UNTYPED: Typed = {disorder: NOTHING, event: NOTHING};

/** An attack may be one from afar or one on civilians, which are two types there. */
const TYPES: Record<DossierEvent['kind'], Typed> = {
	battle: {disorder: VIOLENCE, event: 'Battles'},
	attack: {disorder: VIOLENCE, event: NOTHING},
	movement: STRATEGIC,
	defection: STRATEGIC,
	military: STRATEGIC,
	political: UNTYPED,
	diplomacy: UNTYPED,
	legal: UNTYPED,
	statement: UNTYPED,
	humanitarian: UNTYPED,
};

interface When {
	readonly date: string;
	readonly year: AcledCell;
	readonly precision: AcledCell;
}

/** 1: the day; 2: within a week, or about that day; 3: within a month. */
const precisionOf = (days: number, isRough: boolean): AcledCell => {
	if (days <= 1) {
		return isRough ? 2 : 1;
	}

	if (days <= 7) {
		return 2;
	}

	return days <= 31 ? 3 : NOTHING;
};

const whenOf = ({boundsOf}: Catalog, when: string): When => {
	const bounds = boundsOf(when);
	const [begin, end] = [bounds?.begin, bounds?.end].map(instant => new Date(instant ?? Number.NaN));
	if (
		begin === undefined ||
		end === undefined ||
		!Number.isFinite(end.getTime() - begin.getTime())
	) {
		return {date: NOTHING, year: NOTHING, precision: NOTHING};
	}

	const days = (end.getTime() + 1 - begin.getTime()) / DAY_MS;
	const year = begin.getUTCFullYear();
	return {
		// Before the year 0 and after 9999 a day is written in another way.
		date: days <= 1 && year >= 0 && year <= 9999 ? begin.toISOString().slice(0, 10) : NOTHING,
		year: year === end.getUTCFullYear() ? year : NOTHING,
		precision: precisionOf(days, /[~?%]/.test(when)),
	};
};

/** In the order of the codes that they once had. */
const INTERACTORS = ['State forces', 'Rebel group', 'Civilians', 'External/Other forces'] as const;

type Interactor = (typeof INTERACTORS)[number];

const interactorOf = ({catalog, day}: View, actor: Actor | undefined): Interactor | undefined => {
	if (actor === undefined) {
		return undefined;
	}

	const {side} = sideAsOf(catalog.dossier, actor, day);
	if (side === 'civilian') {
		return 'Civilians';
	}

	if (actor.kind !== 'armed-force') {
		return undefined;
	}

	switch (side) {
		case 'government':
			return 'State forces';
		case 'opposition':
			return 'Rebel group';
		case 'coalition':
		case 'international':
			return 'External/Other forces';
		default:
			return undefined;
	}
};

const interactionOf = (first: Interactor | undefined, second: Interactor | undefined): string =>
	first === undefined || second === undefined
		? NOTHING
		: [first, second].toSorted((a, b) => INTERACTORS.indexOf(a) - INTERACTORS.indexOf(b)).join('-');

/** The place that says most: the first that is no country and no region, else the first of all. */
const locationOf = (places: readonly Place[]): Place | undefined =>
	places.find(({kind}) => kind !== 'country' && kind !== 'region') ?? places[0];

const countryOf = (places: readonly Place[]): string => {
	const countries = places.filter(({kind}) => kind === 'country');
	return countries.length === 1 ? (countries[0]?.name ?? NOTHING) : NOTHING;
};

/** What is counted is told in words; English ones are understood. */
const COUNTS_DEAD = /\b(?:killed|dead|deaths?|fatalit(?:y|ies)|died)\b/iu;

/** One figure of the dead, when it is exact or the least there were. */
const fatalitiesOf = ({figures}: DossierEvent): AcledCell => {
	const dead = figures.filter(({of}) => COUNTS_DEAD.test(of));
	const [only] = dead;
	return only !== undefined &&
		dead.length === 1 &&
		(only.precision === 'exact' || only.precision === 'minimum')
		? only.value
		: NOTHING;
};

const sourceOf = (catalog: Catalog, {evidence}: DossierEvent): string =>
	[...new Set(evidence.map(({source}) => source))]
		.map(id => {
			const source = catalog.source(id);
			return (source?.kind === 'article' ? source.publisher : undefined) ?? source?.title ?? id;
		})
		.join('; ');

const sentence = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`);

const notesOf = ({catalog}: View, event: DossierEvent, others: readonly Actor[]): string =>
	[
		event.title,
		...(event.summary === undefined ? [] : [event.summary]),
		`When: ${readableDate(event.when)}${event.phrase === undefined ? '' : `, as written: ${event.phrase}`}`,
		...event.figures.map(figureText),
		...(event.movement === undefined
			? []
			: [
					`From ${titleById(catalog, event.movement.from)} to ${titleById(catalog, event.movement.to)}`,
				]),
		...(others.length === 0 ? [] : [`Also: ${others.map(({name}) => name).join('; ')}`]),
		...(event.evidence.length === 0 ? [] : [`Cited: ${citation(catalog.dossier, event.evidence)}`]),
	]
		.map(sentence)
		.join(' ');

const tagsOf = ({catalog}: View, {kind, certainty, assertedBy}: DossierEvent): string =>
	[
		`kind=${kind}`,
		`certainty=${certainty}`,
		`asserted by=${asserterName(catalog, assertedBy)}`,
	].join('; ');

interface Described {
	readonly view: View;
	readonly event: DossierEvent;
	readonly when: When;
	readonly actors: readonly Actor[];
	readonly first: Interactor | undefined;
	readonly second: Interactor | undefined;
	readonly places: readonly Place[];
	readonly location: Place | undefined;
}

const nothing = (): AcledCell => NOTHING;

/** Who is allied with whom in an event is not stated, nor whether it was aimed at civilians. */
const COLUMNS: Readonly<Record<string, (described: Described) => AcledCell>> = {
	event_id_cnty: ({event}) => event.id,
	event_date: ({when}) => when.date,
	year: ({when}) => when.year,
	time_precision: ({when}) => when.precision,
	disorder_type: ({event}) => TYPES[event.kind].disorder,
	event_type: ({event}) => TYPES[event.kind].event,
	sub_event_type: nothing,
	actor1: ({actors}) => actors[0]?.name ?? NOTHING,
	assoc_actor_1: nothing,
	inter1: ({first}) => first ?? NOTHING,
	actor2: ({actors}) => actors[1]?.name ?? NOTHING,
	assoc_actor_2: nothing,
	inter2: ({second}) => second ?? NOTHING,
	interaction: ({first, second}) => interactionOf(first, second),
	civilian_targeting: nothing,
	iso: nothing,
	region: nothing,
	country: ({places}) => countryOf(places),
	admin1: nothing,
	admin2: nothing,
	admin3: nothing,
	location: ({location}) => location?.name ?? NOTHING,
	latitude: ({location}) => location?.coordinates?.lat ?? NOTHING,
	longitude: ({location}) => location?.coordinates?.lon ?? NOTHING,
	geo_precision: ({location}) => location?.coordinates?.precision ?? NOTHING,
	source: ({view, event}) => sourceOf(view.catalog, event),
	source_scale: nothing,
	notes: ({view, event, actors}) => notesOf(view, event, actors.slice(2)),
	fatalities: ({event}) => fatalitiesOf(event),
	tags: ({view, event}) => tagsOf(view, event),
	timestamp: nothing,
};

/** The events of a dossier in order of time; sides, by which forces are told apart, as of the day. */
export const acledTable = (view: View): Table<AcledCell> => {
	const {dossier} = view.catalog;
	const actors = new Map(dossier.actors.map(actor => [actor.id, actor]));
	const placesById = new Map(dossier.places.map(place => [place.id, place]));
	return {
		columns: Object.keys(COLUMNS),
		rows: dossier.events.map(event => {
			const participants = event.participants.flatMap(id => actors.get(id) ?? []);
			const places = event.places.flatMap(id => placesById.get(id) ?? []);
			const described: Described = {
				view,
				event,
				when: whenOf(view.catalog, event.when),
				actors: participants,
				first: interactorOf(view, participants[0]),
				second: interactorOf(view, participants[1]),
				places,
				location: locationOf(places),
			};
			return Object.values(COLUMNS).map(cell => cell(described));
		}),
	};
};
