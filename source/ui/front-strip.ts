import {controlAsOf, controlBefore} from '../dossier/as-of.ts';
import {movementsOn} from '../dossier/movements.ts';
import {roadStretch} from '../dossier/road-stretch.ts';
import type {Control, IsoDay, Place, RecordId, Road} from '../dossier/schema.ts';
import {CONTROL_WORDS} from '../dossier/words.ts';
import {clamp} from '../state/scrolling.ts';
import type {Size} from '../state/state.ts';
import type {Display} from './display.ts';
import {fitSpans, type Spans} from './line.tsx';
import {type StripMovement, type StripTown, stripLines} from './strip.ts';

/** Rows under which the pane keeps all its room for the list. */
export const LEAST_STRIP_ROWS = 6;

/** From here on there is room for what is new, between the strip and the list, however long that is. */
const NEWS_ROWS = 9;

/** Over the towns, and over the other places. */
const HEADINGS = 2;

/** From here on for a blank row there, where nothing is. */
const AIRY_ROWS = 11;

const MARGIN = 2;

/** Four letters of a name and the gap after them: with fewer a whole road cannot be read. */
const LEAST_TOWN_COLUMNS = 6;

/** What a town has on a part of a road, which may as well be a shorter one. */
const PART_TOWN_COLUMNS = 10;

interface RoadTown extends StripTown {
	/** Who held it the day before, when that was somebody else. */
	readonly before: Control['state'] | undefined;
}

const townsOn = (
	road: Road,
	day: IsoDay,
	selected: RecordId | undefined,
	{catalog}: Display,
): readonly RoadTown[] => {
	const {dossier} = catalog;
	return road.towns.flatMap(({place: id, km}) => {
		const place = catalog.find(id) as Place | undefined;
		if (place === undefined) {
			return [];
		}

		const held = controlAsOf(dossier, place, day);
		const before = controlBefore(dossier, place, day);
		return [
			{
				name: place.name,
				km,
				state: held?.control.state,
				isCarried: held?.isCarried ?? false,
				isNew: before !== undefined,
				before,
				isSelected: id === selected,
			},
		];
	});
};

interface RoadMovement extends StripMovement {
	readonly title: string;
}

/** What the dossier says moved from one town of the road to another on the day, or about it. */
const movementsAlong = (road: Road, day: IsoDay, {catalog}: Display): readonly RoadMovement[] => {
	const at = new Map(road.towns.map(({place}, index) => [place, index]));
	return movementsOn(catalog, day).flatMap(({title, movement}) => {
		const [from, to] = [at.get(movement.from), at.get(movement.to)];
		return from === undefined || to === undefined ? [] : [{title, from, to}];
	});
};

/** Where to look on a road of which not all can be drawn: at the selected town, else at the front. */
const middleOf = (towns: readonly StripTown[]): number => {
	const selected = towns.findIndex(({isSelected}) => isSelected);
	const front = towns.findIndex(
		({state}, at) => at > 0 && roadStretch(towns[at - 1]?.state, state) === 'front',
	);
	return Math.max(0, selected === -1 ? front : selected);
};

/** All towns of a road where they have room; else as many as have, round the selected one. */
const stretchLines = (
	towns: readonly StripTown[],
	movements: readonly StripMovement[],
	columns: number,
	display: Display,
): readonly Spans[] => {
	const middle = middleOf(towns);
	const most =
		towns.length * LEAST_TOWN_COLUMNS <= columns
			? towns.length
			: Math.min(towns.length, Math.max(2, Math.floor(columns / PART_TOWN_COLUMNS)));
	for (let count = most; count >= 2; count--) {
		const first = clamp(middle - Math.floor(count / 2), 0, towns.length - count);
		const lines = stripLines(
			towns.slice(first, first + count),
			movements.map(({from, to}) => ({from: from - first, to: to - first})),
			columns,
			display,
			{before: towns[first - 1], after: towns[first + count]},
		);
		if (lines.length > 0) {
			return lines;
		}
	}

	return [];
};

/** Of several roads the one that the selected town lies on, else the first. */
const roadShown = (roads: readonly Road[], selected: RecordId | undefined): Road | undefined =>
	roads.find(({towns}) => towns.some(({place}) => place === selected)) ?? roads[0];

/**
What is new along the road, in words: who held a town until then, and what the arrows stand for. Where there is
more than one road, which one this is.
*/
const newsLine = (
	road: Road,
	towns: readonly RoadTown[],
	movements: readonly RoadMovement[],
	{catalog, glyphs, theme, present}: Display,
): Spans => {
	const pieces: readonly Spans[] = [
		...(catalog.dossier.roads.length > 1
			? [[{text: present(road.name), look: theme.secondary}]]
			: []),
		...towns.flatMap(({name, before}) =>
			before === undefined
				? []
				: [
						[
							{text: glyphs.changed, look: theme.status},
							{
								text: present(` ${name}: ${CONTROL_WORDS[before]} before`),
								look: theme.secondary,
							},
						],
					],
		),
		...movements.map(({title, from, to}) => [
			{text: to < from ? glyphs.westward : glyphs.eastward, look: theme.status},
			{text: present(` ${title}`), look: theme.secondary},
		]),
	];
	return pieces.flatMap((piece, at) => [
		{text: at === 0 ? ' '.repeat(MARGIN) : present(' · '), look: theme.secondary},
		...piece,
	]);
};

/**
The front line as a strip over the list of towns; nothing without a road, or where there is no room
for both.

@param room - Inside the pane's frame.
@param listed - How many places the list under it has.
*/
export const frontStrip = (
	day: IsoDay,
	selected: RecordId | undefined,
	{columns, rows}: Size,
	listed: number,
	display: Display,
): readonly Spans[] => {
	const road = roadShown(display.catalog.dossier.roads, selected);
	if (road === undefined || rows < LEAST_STRIP_ROWS) {
		return [];
	}

	const movements = movementsAlong(road, day, display);
	const towns = townsOn(road, day, selected, display);
	const lines = stretchLines(towns, movements, columns - MARGIN, display).map(spans => [
		{text: ' '},
		...spans,
	]);
	const isRowBlank = lines.length + HEADINGS + listed < rows;
	if (lines.length === 0 || (rows < NEWS_ROWS && !isRowBlank)) {
		return lines;
	}

	const news = newsLine(road, towns, movements, display);
	return news.length === 0 && rows < AIRY_ROWS
		? lines
		: [...lines, fitSpans(news, columns, display.glyphs.ellipsis)];
};
