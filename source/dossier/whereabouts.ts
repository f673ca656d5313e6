import {controlAsOf, townsInRoadOrder} from './as-of.ts';
import {dayIn} from './days.ts';
import {kmBetween, windTowards} from './great-circle.ts';
import {legsFrom} from './roads.ts';
import type {Dossier, IsoDay, Place} from './schema.ts';
import {CONTROL_WORDS, NOT_STATED} from './words.ts';

/*
What a map shows, in words: where a place lies by what is next to it. Only places whose coordinates
are their own are measured from and to; what stands for a region, or near a town, is not.
*/

interface Mapped {
	readonly place: Place;
	readonly at: NonNullable<Place['coordinates']>;
}

const mappedIn = (places: readonly Place[]): readonly Mapped[] =>
	places.flatMap(place =>
		place.coordinates === undefined ? [] : [{place, at: place.coordinates}],
	);

const isExact = ({at}: Mapped): boolean => at.precision === 1;

/** Who holds a place; of a place that nobody fights over, nothing when nothing is said. */
const holderWords = (dossier: Dossier, place: Place, day: IsoDay): readonly string[] => {
	const control = controlAsOf(dossier, place, day)?.control;
	if (control === undefined) {
		return place.frontLine ? [NOT_STATED] : [];
	}

	return [CONTROL_WORDS[control.state]];
};

/** The earlier day of which it is told who holds a place, for which it stands in brackets on a map. */
const carriedWords = (dossier: Dossier, place: Place, day: IsoDay): readonly string[] => {
	const held = controlAsOf(dossier, place, day);
	return held?.isCarried === true ? [`last told for ${dayIn(dossier, held.toldFor)}`] : [];
};

interface Neighbour {
	readonly to: Mapped;
	readonly km: number;
	readonly isByRoad: boolean;
}

/** The exact places from south to north, and by their ids. */
interface Exact {
	readonly byId: ReadonlyMap<Place['id'], Mapped>;
	readonly northward: readonly Mapped[];
}

const exactIn = (dossier: Dossier): Exact => {
	const exact = mappedIn(dossier.places).filter(isExact);
	return {
		byId: new Map(exact.map(mapped => [mapped.place.id, mapped])),
		northward: exact.toSorted((a, b) => a.at.lat - b.at.lat),
	};
};

/** Fewer than a degree of latitude has, so that nobody nearer is passed over. */
const KM_PER_DEGREE = 110;

/** Where the first place as far north as `lat` stands. */
const firstFrom = (northward: readonly Mapped[], lat: number): number => {
	let low = 0;
	let high = northward.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((northward[middle]?.at.lat ?? 0) < lat) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return low;
};

/** The nearest other place: looked for to the north and to the south, no farther than the nearest found. */
const nearestTo = (from: Mapped, northward: readonly Mapped[]): Neighbour | undefined => {
	const begin = firstFrom(northward, from.at.lat);
	let nearest: Neighbour | undefined;
	const isTooFar = ({at}: Mapped): boolean =>
		nearest !== undefined && Math.abs(at.lat - from.at.lat) * KM_PER_DEGREE > nearest.km;
	const look = (to: Mapped | undefined): boolean => {
		if (to === undefined || isTooFar(to)) {
			return false;
		}

		const km = to.place.id === from.place.id ? Number.POSITIVE_INFINITY : kmBetween(from.at, to.at);
		if (km < (nearest?.km ?? Number.POSITIVE_INFINITY)) {
			nearest = {to, km, isByRoad: false};
		}

		return true;
	};

	for (let north = begin; look(northward[north]); north++) {}
	for (let south = begin - 1; look(northward[south]); south--) {}
	return nearest;
};

/** The places next on the roads; where no road leads to one, the nearest of all. */
const neighboursOf = (
	dossier: Dossier,
	from: Mapped,
	{byId, northward}: Exact,
): readonly Neighbour[] => {
	const onRoads = legsFrom(dossier, from.place.id).flatMap(({to: id, km}): Neighbour[] => {
		const to = byId.get(id);
		return to === undefined || id === from.place.id ? [] : [{to, km, isByRoad: true}];
	});
	if (onRoads.length > 0) {
		return onRoads;
	}

	const nearest = nearestTo(from, northward);
	return nearest === undefined ? [] : [nearest];
};

const neighbourWords = (
	dossier: Dossier,
	day: IsoDay,
	from: Mapped,
	{to, km, isByRoad}: Neighbour,
): string => {
	const name = [to.place.name, ...holderWords(dossier, to.place, day)].join(', ');
	const whole = Math.round(km);
	const way = [windTowards(from.at, to.at), ...(isByRoad ? ['by road'] : [])].join(' ');
	return whole === 0 ? `less than 1 km away: ${name}` : `${whole} km ${way}: ${name}`;
};

const PLACED_WORDS: Record<2 | 3, string> = {
	2: 'placed only roughly',
	3: 'a region',
};

const wordsFor = (dossier: Dossier, day: IsoDay, mapped: Mapped, exact: Exact): string => {
	const {place, at} = mapped;
	const where =
		at.precision === 1
			? neighboursOf(dossier, mapped, exact).map(to => neighbourWords(dossier, day, mapped, to))
			: [PLACED_WORDS[at.precision]];
	const held = [...holderWords(dossier, place, day), ...carriedWords(dossier, place, day)];
	const words = [...(held.length === 0 ? [] : [held.join(', ')]), ...where];
	return words.length === 0 ? place.name : `${place.name}: ${words.join('; ')}`;
};

/**
Where a place lies and who holds it at the end of `day`: `Brega: contested; 73 km north-east by road:
Ajdabiya, opposition`. By road the kilometres are the road's and the wind is the straight way's.

@returns `undefined` for a place without coordinates.
@throws {RangeError} `day` lies outside `dossier.span`.
*/
export const whereaboutsOf = (dossier: Dossier, place: Place, day: IsoDay): string | undefined => {
	const [mapped] = mappedIn([place]);
	return mapped === undefined ? undefined : wordsFor(dossier, day, mapped, exactIn(dossier));
};

/**
The same of every place with coordinates: towns in road order, then the others as in the file.

@throws {RangeError} `day` lies outside `dossier.span`.
*/
export const whereabouts = (dossier: Dossier, day: IsoDay): readonly string[] => {
	const exact = exactIn(dossier);
	return mappedIn([
		...townsInRoadOrder(dossier),
		...dossier.places.filter(({frontLine}) => !frontLine),
	]).map(mapped => wordsFor(dossier, day, mapped, exact));
};
