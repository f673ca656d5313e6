import {dayIn} from '../dossier/days.ts';
import {FACET_HEADINGS, facetValueLabel} from '../dossier/facet-words.ts';
import type {Facet, FacetName} from '../dossier/facets.ts';
import {parseFilter} from '../dossier/filter.ts';
import type {IsoDay} from '../dossier/schema.ts';
import {facetChoices} from '../state/chosen.ts';
import type {Size, State} from '../state/state.ts';
import type {LineRange} from '../state/viewport.ts';
import {textWidth} from '../terminal/text-width.ts';
import type {Display} from './display.ts';
import {fairShare} from './fair-share.ts';
import type {ItemLines} from './item-lines.ts';
import {fitSpans, type Spans} from './line.tsx';
import {marked} from './marked.ts';

/** From here on the values stand in three columns, short lists together and long ones by themselves. */
const COLUMNS_FROM = 90;
const COLUMNS: readonly (readonly FacetName[])[] = [
	['side', 'attribution', 'day'],
	['kind'],
	['place'],
];
const GAP = 3;
const LEAST_LABEL = 12;
/** A count further from its value is not read with it. */
const WIDEST_LABEL = 56;
/** Of labels that are not measured. */
const USUAL_LABEL = 36;
const COUNT_COLUMNS = 5;
/** The cursor, the box and the air beside them. */
const BOX_COLUMNS = 6;

type Choice = ReturnType<typeof facetChoices>[number];

/** Whether a value is wanted, left out, or neither. */
const boxOf = (facets: readonly Facet[], {facet, value}: Choice): string => {
	const chosen = facets.find(known => known.facet === facet && known.value === value);
	return chosen === undefined ? '[ ]' : chosen.isExcluded ? '[!]' : '[x]';
};

/** Kinds of different records share words: a quote's forms and an event's kinds say whose they are. */
const labelOf = (choice: Choice, {catalog, present}: Display): string => {
	const label = facetValueLabel(catalog, choice);
	const [of] = choice.value.split('/');
	return present(choice.facet === 'kind' ? `${of}: ${label}` : label);
};

/** A line of a column: one of its choices, the heading over them, or nothing. */
type ColumnLine = Choice | FacetName | undefined;

/** More labels than these are not measured. */
const MOST_MEASURED = 500;

const columnOf = (choices: readonly Choice[]): readonly ColumnLine[] =>
	choices.flatMap((choice, at): readonly ColumnLine[] =>
		choice.facet === choices[at - 1]?.facet
			? [choice]
			: [...(at === 0 ? [] : [undefined]), choice.facet, choice],
	);

interface Narrowing {
	readonly facets: readonly Facet[];
	readonly asOf: IsoDay;
	readonly query: string;
	readonly chosen: Choice | undefined;
}

/** Who stood where is told for a day, whatever day besides is chosen. */
const headingOf = (facet: FacetName, asOf: IsoDay, {catalog, present}: Display): string =>
	present(
		facet === 'side'
			? `${FACET_HEADINGS.side} on ${dayIn(catalog.dossier, asOf)}`
			: FACET_HEADINGS[facet],
	);

/** What a column takes with its labels whole, as far as they are not all too long. */
const neededColumns = (choices: readonly Choice[], display: Display): number => {
	const widest =
		choices.length > MOST_MEASURED
			? USUAL_LABEL
			: choices.reduce(
					(most, choice) => Math.max(most, textWidth(labelOf(choice, display))),
					LEAST_LABEL,
				);
	return BOX_COLUMNS + Math.min(WIDEST_LABEL, widest) + COUNT_COLUMNS;
};

/** Draws the lines of one column of values. */
const columnPen = (
	{facets, asOf, query, chosen}: Narrowing,
	columns: number,
	display: Display,
): ((line: ColumnLine) => Spans) => {
	const {glyphs, theme} = display;
	const filter = parseFilter(query);
	const width = Math.max(1, columns - BOX_COLUMNS - COUNT_COLUMNS);
	return choice => {
		if (choice === undefined) {
			return [];
		}

		if (typeof choice === 'string') {
			return [{text: `  ${headingOf(choice, asOf, display)}`, look: theme.heading}];
		}

		const box = boxOf(facets, choice);
		const isChosen = choice === chosen;
		const look = choice.count === 0 ? theme.secondary : theme.plain;
		const value: Spans = [
			{
				text: `${isChosen ? glyphs.selected : ' '} ${box} `,
				look: box === '[ ]' ? theme.secondary : theme.status,
			},
			...fitSpans(marked(labelOf(choice, display), filter, theme, look), width, glyphs.ellipsis),
			{text: String(choice.count).padStart(COUNT_COLUMNS), look: theme.secondary},
		];
		return isChosen ? value.map(({text}) => ({text, look: theme.selected})) : value;
	};
};

const itemsOf = (column: readonly ColumnLine[]): readonly LineRange[] =>
	column.flatMap((line, at) => (typeof line === 'object' ? [{start: at, end: at + 1}] : []));

/**
Every value that the lists can be narrowed to, with how many records it would leave; in the order of
`facetChoices`, from the top of the first column to the bottom of the last.

@param chosen - The place of the one under the cursor.
@param room - Only lines that can be seen with that one are drawn.
*/
export const facetLines = (
	state: Pick<State, 'facets' | 'asOf'>,
	query: string,
	chosen: number,
	{columns, rows}: Size,
	display: Display,
): ItemLines => {
	const {catalog, glyphs, theme, present} = display;
	const choices = facetChoices(state, query, catalog);
	if (choices.length === 0) {
		const isCounting = catalog.facetIndex(state.asOf).unfinished(state.facets) !== undefined;
		const text = isCounting
			? `  Counting${glyphs.ellipsis}`
			: query === ''
				? '  No list of this dossier holds anything.'
				: present(`  Nothing matches /${query}.`);
		return {lines: [[{text, look: theme.secondary}]], items: []};
	}

	const names: readonly (readonly FacetName[])[] =
		columns < COLUMNS_FROM ? [COLUMNS.flat()] : COLUMNS;
	const narrowing = {facets: state.facets, asOf: state.asOf, query, chosen: choices[chosen]};
	const lists = names.map(those =>
		names.length === 1 ? choices : choices.filter(({facet}) => those.includes(facet)),
	);
	const needed = lists.map(list => neededColumns(list, display));
	const room = columns - GAP * (names.length - 1);
	const share = fairShare(needed, room);
	const taken = needed.map(width => Math.min(width, share));
	const spare = Math.floor((room - taken.reduce((sum, width) => sum + width, 0)) / names.length);
	const parts = lists.map((list, at) => {
		const width = taken[at] ?? 0;
		return {
			lines: columnOf(list),
			draw: columnPen(narrowing, width, display),
			width: width + spare,
		};
	});
	const items = parts.flatMap(({lines}) => itemsOf(lines));
	const middle = items[chosen]?.start ?? 0;
	return {
		lines: Array.from(
			{length: Math.max(...parts.map(({lines}) => lines.length))},
			(_, row): Spans => {
				if (Math.abs(row - middle) > rows) {
					return [];
				}

				return parts.length === 1
					? (parts[0]?.draw(parts[0].lines[row]) ?? [])
					: parts.flatMap(
							({lines, draw, width}, at): Spans => [
								{text: at === 0 ? '' : ' '.repeat(GAP)},
								...fitSpans(draw(lines[row]), width, glyphs.ellipsis),
							],
						);
			},
		),
		items,
	};
};
