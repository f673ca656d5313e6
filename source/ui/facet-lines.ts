import {facetValueLabel} from '../dossier/facet-words.ts';
import type {Facet, FacetName} from '../dossier/facets.ts';
import {parseFilter} from '../dossier/filter.ts';
import {facetChoices} from '../state/chosen.ts';
import type {State} from '../state/state.ts';
import type {LineRange} from '../state/viewport.ts';
import {textWidth} from '../terminal/text-width.ts';
import type {Display} from './display.ts';
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
const WIDEST_LABEL = 36;
const COUNT_COLUMNS = 5;
/** The cursor, the box and the air beside them. */
const BOX_COLUMNS = 6;

const HEADINGS: Record<FacetName, string> = {
	side: 'Side',
	kind: 'Kind',
	place: 'Place',
	day: 'Day',
	attribution: 'On whose word',
};

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

/** One column of values under their headings; `items` are the lines of each, in order. */
const columnLines = (
	choices: readonly Choice[],
	{facets, query, chosen}: {facets: readonly Facet[]; query: string; chosen: Choice | undefined},
	columns: number,
	display: Display,
): ItemLines => {
	const {glyphs, theme} = display;
	const filter = parseFilter(query);
	const labels = choices.map(choice => labelOf(choice, display));
	const width = Math.min(
		WIDEST_LABEL,
		Math.max(1, columns - BOX_COLUMNS - COUNT_COLUMNS),
		Math.max(12, ...labels.map(textWidth)),
	);
	const lines: Spans[] = [];
	const items: LineRange[] = [];
	for (const [at, choice] of choices.entries()) {
		if (choice.facet !== choices[at - 1]?.facet) {
			lines.push(...(lines.length === 0 ? [] : [[]]), [
				{text: `  ${HEADINGS[choice.facet]}`, look: theme.heading},
			]);
		}

		const box = boxOf(facets, choice);
		const isChosen = choice === chosen;
		const look = choice.count === 0 ? theme.secondary : theme.plain;
		const value: Spans = [
			{
				text: `${isChosen ? glyphs.selected : ' '} ${box} `,
				look: box === '[ ]' ? theme.secondary : theme.status,
			},
			...fitSpans(marked(labels[at] ?? '', filter, theme, look), width, glyphs.ellipsis),
			{text: String(choice.count).padStart(COUNT_COLUMNS), look: theme.secondary},
		];
		items.push({start: lines.length, end: lines.length + 1});
		lines.push(isChosen ? value.map(({text}) => ({text, look: theme.selected})) : value);
	}

	return {lines, items};
};

/**
Every value that the lists can be narrowed to, with how many records it would leave; in the order of
`facetChoices`, from the top of the first column to the bottom of the last.

@param chosen - The place of the one under the cursor.
*/
export const facetLines = (
	state: Pick<State, 'facets' | 'asOf'>,
	query: string,
	chosen: number,
	columns: number,
	display: Display,
): ItemLines => {
	const {catalog, glyphs, theme, present} = display;
	const choices = facetChoices(state, query, catalog);
	if (choices.length === 0) {
		return {
			lines: [[{text: present(`  Nothing matches /${query}.`), look: theme.secondary}]],
			items: [],
		};
	}

	const narrowing = {facets: state.facets, query, chosen: choices[chosen]};
	if (columns < COLUMNS_FROM) {
		return columnLines(choices, narrowing, columns, display);
	}

	const width = Math.floor((columns - GAP * (COLUMNS.length - 1)) / COLUMNS.length);
	const parts = COLUMNS.map(names =>
		columnLines(
			choices.filter(({facet}) => names.includes(facet)),
			narrowing,
			width,
			display,
		),
	);
	const height = Math.max(...parts.map(({lines}) => lines.length));
	return {
		lines: Array.from({length: height}, (_, row) =>
			parts.flatMap(
				({lines}, at): Spans => [
					{text: at === 0 ? '' : ' '.repeat(GAP)},
					...fitSpans(lines[row] ?? [], width, glyphs.ellipsis),
				],
			),
		),
		items: parts.flatMap(({items}) => items),
	};
};
