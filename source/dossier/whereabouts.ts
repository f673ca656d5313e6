import {controlAsOf, townsInRoadOrder} from './as-of.ts';
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

interface Neighbour {
	readonly to: Mapped;
	readonly km: number;
	readonly isByRoad: boolean;
}

/** The places next on the roads; where no road leads to one, the nearest of all. */
const neighboursOf = (dossier: Dossier, from: Mapped): readonly Neighbour[] => {
	const others = mappedIn(dossier.places).filter(
		other => other.place.id !== from.place.id && isExact(other),
	);
	const onRoads = legsFrom(dossier, from.place.id).flatMap(({to: id, km}): Neighbour[] => {
		const to = others.find(({place}) => place.id === id);
		return to === undefined ? [] : [{to, km, isByRoad: true}];
	});
	if (onRoads.length > 0) {
		return onRoads;
	}

	const [nearest] = others
		.map((to): Neighbour => ({to, km: kmBetween(from.at, to.at), isByRoad: false}))
		.toSorted((a, b) => a.km - b.km);
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

const wordsFor = (dossier: Dossier, day: IsoDay, mapped: Mapped): string => {
	const {place, at} = mapped;
	const where =
		at.precision === 1
			? neighboursOf(dossier, mapped).map(to => neighbourWords(dossier, day, mapped, to))
			: [PLACED_WORDS[at.precision]];
	const words = [...holderWords(dossier, place, day), ...where];
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
	return mapped === undefined ? undefined : wordsFor(dossier, day, mapped);
};

/**
The same of every place with coordinates: towns in road order, then the others as in the file.

@throws {RangeError} `day` lies outside `dossier.span`.
*/
export const whereabouts = (dossier: Dossier, day: IsoDay): readonly string[] =>
	mappedIn([
		...townsInRoadOrder(dossier),
		...dossier.places.filter(({frontLine}) => !frontLine),
	]).map(mapped => wordsFor(dossier, day, mapped));
