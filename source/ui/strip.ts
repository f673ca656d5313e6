import {type RoadStretch, roadStretch} from '../dossier/road-stretch.ts';
import type {Control} from '../dossier/schema.ts';
import {clamp} from '../state/scrolling.ts';
import type {Glyphs} from '../terminal/glyphs.ts';
import {textWidth, truncated} from '../terminal/text-width.ts';
import {controlGlyph, controlLook} from './control-mark.ts';
import type {Display} from './display.ts';
import type {Span, Spans} from './line.tsx';

/*
The coast road as a line: towns in road order, as far apart as they are on the road where there is
room, each with a glyph and a letter for who holds it.
*/

export interface StripTown {
	readonly name: string;
	/** Along the road, growing from town to town. */
	readonly km: number;
	/** `undefined`: not stated. */
	readonly state: Control['state'] | undefined;
	/** The report speaks of an earlier day: the letter is a small one. */
	readonly isCarried: boolean;
	/** Held by others the day before: a sign stands before the name. */
	readonly isNew: boolean;
	readonly isSelected: boolean;
}

/** A movement along the road, between two towns by their place in the list. */
export interface StripMovement {
	readonly from: number;
	readonly to: number;
}

/** The towns of a road on either side of those that are drawn; absent where it ends. */
export interface StripSurroundings {
	readonly before: StripTown | undefined;
	readonly after: StripTown | undefined;
}

/** Where a town's name and mark stand, in cells from the left. */
export interface StripPlace {
	readonly label: string;
	readonly labelAt: number;
	readonly markAt: number;
}

/** Cells of a mark: its glyph and its letter. */
const MARK = 2;

/** Cells between two names, or between two marks. */
const LEAST_GAP = 2;

const labelsOfAtMost = (
	towns: readonly StripTown[],
	most: number,
	ellipsis: string,
): readonly string[] =>
	towns.map(({name}) => truncated(name, most, most < 5 || textWidth(ellipsis) > 1 ? '' : ellipsis));

const widthOf = (label: string): number => Math.max(MARK, textWidth(label));

const widthTogether = (labels: readonly string[]): number =>
	labels.reduce((sum, label) => sum + widthOf(label), 0) + LEAST_GAP * (labels.length - 1);

/** The numbers nearest to these, all together, of which none is less than the one before it. */
const rising = (numbers: readonly number[]): readonly number[] => {
	const runs: {readonly mean: number; readonly count: number}[] = [];
	for (const number of numbers) {
		let run = {mean: number, count: 1};
		for (let last = runs.at(-1); last !== undefined && last.mean > run.mean; last = runs.at(-1)) {
			runs.pop();
			const count = last.count + run.count;
			run = {mean: (last.mean * last.count + run.mean * run.count) / count, count};
		}

		runs.push(run);
	}

	return runs.flatMap(({mean, count}) => Array.from({length: count}, () => mean));
};

/**
Places towns on a line of so many cells: in order, no name touching another, nothing outside, and the
gaps in proportion to the kilometres as far as that allows. Names are shortened, the longest first,
until all have room.

@returns Nothing when even one letter a town is too much.
*/
export const placeTowns = (
	towns: readonly StripTown[],
	columns: number,
	ellipsis: string,
): readonly StripPlace[] => {
	// Longer than the line no name is tried: one of many thousand letters would take seconds.
	const widest = towns.reduce((most, {name}) => Math.max(most, textWidth(name)), 1);
	let most = Math.min(widest, Math.max(1, columns));
	let labels = labelsOfAtMost(towns, most, ellipsis);
	while (most > 1 && widthTogether(labels) > columns) {
		most--;
		labels = labelsOfAtMost(towns, most, ellipsis);
	}

	const spare = columns - widthTogether(labels);
	if (spare < 0 || towns.length === 0) {
		return [];
	}

	const first = towns[0]?.km ?? 0;
	const length = Math.max(1e-9, (towns.at(-1)?.km ?? 0) - first);
	const widths = labels.map(widthOf);
	const lastWidth = widths.at(-1) ?? 0;
	const firstWidth = widths[0] ?? 0;
	const line = columns - firstWidth / 2 - lastWidth / 2;
	// Of every slot what the road wants it to begin at, less what those before it take at least.
	let taken = 0;
	const before = widths.map(width => {
		const start = taken;
		taken += width + LEAST_GAP;
		return start;
	});
	const wanted = towns.map(
		({km}, at) =>
			firstWidth / 2 + ((km - first) / length) * line - (widths[at] ?? 0) / 2 - (before[at] ?? 0),
	);
	return rising(wanted).map((extra, at) => {
		const label = labels[at] ?? '';
		const width = widths[at] ?? 0;
		const slot = (before[at] ?? 0) + clamp(Math.round(extra), 0, spare);
		return {
			label,
			labelAt: slot + Math.floor((width - textWidth(label)) / 2),
			markAt: slot + Math.floor((width - MARK) / 2),
		};
	});
};

const LETTERS: Record<Control['state'], string> = {
	government: 'G',
	opposition: 'O',
	contested: 'C',
	abandoned: 'A',
	unknown: 'U',
};

/** What a stretch of road between two towns looks like: held, or with the front on it. */
const STRETCH_LOOKS: Record<RoadStretch, 'filled' | 'hollow' | 'front'> = {
	government: 'filled',
	opposition: 'hollow',
	front: 'front',
};

const roadBetween = (
	a: StripTown['state'],
	b: StripTown['state'],
	cells: number,
	{glyphs, theme}: Display,
): Required<Span> => {
	const side = STRETCH_LOOKS[roadStretch(a, b)];
	return {
		text: glyphs.roads[side].repeat(cells),
		look: side === 'front' ? theme.secondary : theme[side],
	};
};

/** One row out of pieces, each at its column; what lies between is blank. */
const rowOf = (pieces: readonly (Span & {readonly at: number})[]): Spans => {
	let end = 0;
	return pieces.flatMap(({at, ...span}) => {
		const gap = at - end;
		end = at + textWidth(span.text);
		return gap > 0 ? [{text: ' '.repeat(gap)}, span] : [span];
	});
};

type Direction = 'east' | 'west' | 'both';

/** Which way movements go over the stretch from one town to the next. */
const directionOver = (movements: readonly StripMovement[], at: number): Direction | undefined => {
	const over = movements.filter(
		({from, to}) => Math.min(from, to) <= at && Math.max(from, to) >= at + 1,
	);
	const isEast = over.some(({from, to}) => to > from);
	const isWest = over.some(({from, to}) => to < from);
	return isEast && isWest ? 'both' : isEast ? 'east' : isWest ? 'west' : undefined;
};

const arrowOf = ({eastward, westward, bothways}: Glyphs, direction: Direction): string => {
	switch (direction) {
		case 'east':
			return eastward;
		case 'west':
			return westward;
		case 'both':
			return bothways;
	}
};

/**
The strip in two rows: the names, and under them the road with its marks; none when there is no room.
A road that goes on beyond these towns is drawn to the edge.

@param movements - What moved along the road on the day.
*/
export const stripLines = (
	towns: readonly StripTown[],
	movements: readonly StripMovement[],
	columns: number,
	display: Display,
	{before, after}: StripSurroundings = {before: undefined, after: undefined},
): readonly Spans[] => {
	const {glyphs, theme, present} = display;
	const named = towns.map(town => ({...town, name: present(town.name)}));
	// A cell before the first name too, so that a sign there moves no town from day to day.
	const places = placeTowns(named, columns - 1, glyphs.ellipsis).map(place => ({
		...place,
		labelAt: place.labelAt + 1,
		markAt: place.markAt + 1,
	}));
	if (places.length < 2) {
		return [];
	}

	const names = places.flatMap(({label, labelAt}, at) => {
		const {isNew = false, isSelected = false} = towns[at] ?? {};
		return [
			...(isNew ? [{text: glyphs.changed, at: labelAt - 1, look: theme.status}] : []),
			{text: label, at: labelAt, look: isSelected ? theme.selected : theme.title},
		];
	});
	const road = places.flatMap(({markAt}, at) => {
		const {state, isCarried = false} = towns[at] ?? {};
		const mark = {
			text:
				state === undefined
					? glyphs.unsure.repeat(MARK)
					: `${controlGlyph(glyphs, state)}${isCarried ? LETTERS[state].toLowerCase() : LETTERS[state]}`,
			look: state === undefined ? theme.faint : controlLook(theme, state),
			at: markAt,
		};
		const next = places[at + 1];
		if (next === undefined) {
			return [mark];
		}

		const cells = next.markAt - markAt - MARK;
		const {text: line, look} = roadBetween(state, towns[at + 1]?.state, cells, display);
		const direction = directionOver(movements, at);
		if (direction === undefined) {
			return [mark, {text: line, look, at: markAt + MARK}];
		}

		const arrow = arrowOf(glyphs, direction);
		const middle = Math.floor((cells - 1) / 2);
		return [
			mark,
			{text: line.slice(0, middle), look, at: markAt + MARK},
			{text: arrow, look: theme.status, at: markAt + MARK + middle},
			{text: line.slice(middle + 1), look, at: markAt + MARK + middle + 1},
		];
	});
	const [start = 0, end = 0] = [places[0]?.markAt, (places.at(-1)?.markAt ?? 0) + MARK];
	const to = ({state}: StripTown, town: StripTown | undefined, cells: number) =>
		roadBetween(state, town?.state, cells, display);
	return [
		rowOf(names),
		rowOf([
			...(before === undefined ? [] : [{...to(before, towns[0], start), at: 0}]),
			...road,
			...(after === undefined ? [] : [{...to(after, towns.at(-1), columns - end), at: end}]),
		]),
	];
};
