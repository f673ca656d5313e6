import {dayAfter} from './days.ts';
import type {Actor, Control, Dossier, IsoDay, Place, Side} from './schema.ts';

export interface ControlOnDay {
	readonly control: Control;
	/** The report speaks of an earlier day and of none since. */
	readonly isCarried: boolean;
	/** The day that it speaks of. */
	readonly toldFor: IsoDay;
	/** First day of the unbroken run of this state. */
	readonly since: IsoDay;
}

const assertInSpan = (dossier: Dossier, day: IsoDay): void => {
	const {first, last} = dossier.span;
	if (day < first || day > last) {
		throw new RangeError(`${day} is outside the dossier (${first} to ${last})`);
	}
};

/**
Who holds a place at the end of `day`.

The entry with the latest day on or before `day` holds; of two on one day the later in the
file wins.

@param day - Civil date, inclusive; no time zone is applied.
@returns `undefined` when the report says nothing up to that day: not stated, which is not
the same as held by nobody.
@throws {RangeError} `day` lies outside `dossier.span`.
*/
export const controlAsOf = (
	dossier: Dossier,
	place: Place,
	day: IsoDay,
): ControlOnDay | undefined => {
	assertInSpan(dossier, day);
	const known = place.control.filter(control => control.day <= day);
	const control = known.at(-1);
	if (control === undefined) {
		return undefined;
	}

	const toldFor = control.carriedFrom ?? control.day;
	const change = known.findLastIndex(earlier => earlier.state !== control.state);
	return {
		control,
		isCarried: toldFor < day,
		toldFor,
		since: known[change + 1]?.day ?? control.day,
	};
};

/**
Who held a place at the end of the day before, when that was somebody else; `undefined` when nothing
changed, nothing is stated for one of the two days, or the span begins with `day`.
*/
export const controlBefore = (
	dossier: Dossier,
	place: Place,
	day: IsoDay,
): Control['state'] | undefined => {
	const yesterday = dayAfter(day, -1);
	const before =
		yesterday < dossier.span.first ? undefined : controlAsOf(dossier, place, yesterday);
	const now = controlAsOf(dossier, place, day);
	return before === undefined || now === undefined || before.control.state === now.control.state
		? undefined
		: before.control.state;
};

export interface SideOnDay {
	readonly side: Side;
	/** The side before this one, when the report dates the change on or before the day. */
	readonly left: Side | undefined;
	/** The change is of this very day. */
	readonly isNew: boolean;
	/** What the report tells last by that day: of `side`, or of the one that ended; `undefined` when nothing. */
	readonly told: Actor['sides'][number] | undefined;
}

/**
Where an actor stands at the end of `day`; of two sides on that day the later in the file wins.

@throws {RangeError} `day` lies outside `dossier.span`.
*/
export const sideAsOf = (dossier: Dossier, actor: Actor, day: IsoDay): SideOnDay => {
	assertInSpan(dossier, day);
	const held = actor.sides.filter(({from}) => from === undefined || from <= day);
	const current = held.at(-1);
	if (current === undefined || (current.until !== undefined && current.until < day)) {
		const isNew = current?.until !== undefined && dayAfter(current.until, 1) === day;
		return {side: 'unknown', left: current?.side, isNew, told: current};
	}

	return {side: current.side, left: held.at(-2)?.side, isNew: current.from === day, told: current};
};

/**
Towns on the front line, in road order where the dossier gives one, else in file order. Where roads meet a town
stands on the first of them.
*/
export const townsInRoadOrder = (dossier: Dossier): readonly Place[] => {
	const onRoads = new Set(dossier.roads.flatMap(road => road.towns.map(town => town.place)));
	const order = new Map([...onRoads].map((id, at) => [id, at]));
	const rank = (place: Place): number => order.get(place.id) ?? order.size;
	return dossier.places.filter(place => place.frontLine).toSorted((a, b) => rank(a) - rank(b));
};
