import {hasOneArticle} from '../dossier/article-sources.ts';
import {controlAsOf, townsInRoadOrder} from '../dossier/as-of.ts';
import {dayIn, dayWithWeekday} from '../dossier/days.ts';
import {CONTROL_WORDS, NOT_STATED} from '../dossier/words.ts';
import {modeOf} from '../state/binding.ts';
import {recordsOfParagraph} from '../state/chosen.ts';
import {selectedSubject} from '../state/details.ts';
import type {Overlay, Size, State} from '../state/state.ts';
import type {LineRange} from '../state/viewport.ts';
import {wrappedWhole} from '../terminal/text-width.ts';
import {aboutLines} from './about-lines.ts';
import {controlGlyph, controlLook} from './control-mark.ts';
import {
	coverageHead,
	coverageLines,
	paragraphTextLines,
	recordsOfParagraphLines,
} from './coverage-lines.ts';
import type {Display} from './display.ts';
import {evidenceLines} from './evidence-lines.ts';
import {facetLines} from './facet-lines.ts';
import {goToLines} from './go-to-lines.ts';
import type {HeadedRange} from './headed-range.ts';
import {helpLines} from './help-lines.ts';
import {type Spans, spansWidth} from './line.tsx';
import type {DrawnMap} from './map/atlas.ts';
import {markLines} from './mark-lines.ts';
import {tensionLines} from './tension-lines.ts';

/** What an overlay has to show, before it is cut to the screen. */
export interface OverlayText {
	readonly title: Spans;
	/** Lines that stay above those that scroll. */
	readonly pinned: readonly Spans[];
	readonly lines: readonly Spans[];
	/** The lines of each thing that can be chosen. */
	readonly items: readonly LineRange[];
	/** Those of `lines` whose heading stays in view. */
	readonly blocks?: readonly HeadedRange[];
	/** First line to draw; absent: where the chosen item is seen. */
	readonly top?: number;
	/** The lines mark what is chosen themselves; else its lines are marked as a whole. */
	readonly isMarked?: boolean;
	/** At the end of the title; absent: which of the items is chosen. */
	readonly count?: string;
}

const NO_ITEMS: readonly LineRange[] = [];

const evidenceText = (
	state: State,
	range: number,
	top: number | undefined,
	{columns, rows}: Size,
	display: Display,
): OverlayText => {
	const {theme, present} = display;
	const subject = selectedSubject(display.catalog, state);
	const all = subject?.evidence ?? [];
	const evidence = all[range];
	if (subject === undefined || evidence === undefined) {
		return {
			title: [{text: 'Evidence', look: theme.title}],
			pinned: [],
			lines: [],
			items: NO_ITEMS,
		};
	}

	const passage = all.length > 1 ? `, passage ${range + 1} of ${all.length}` : '';
	const title: Spans = [
		{text: `Evidence${passage}`, look: theme.title},
		{text: present(` · ${subject.statement}`), look: theme.secondary},
	];
	const {head, body, cited} = evidenceLines(subject, evidence, columns, display);
	// On a small screen the head scrolls with the rest, or there would be no room for the article.
	const isPinned = head.length <= rows * 0.4;
	const lines = isPinned ? body : [...head, ...body];
	const room = isPinned ? rows - head.length : rows;
	const first = cited === undefined ? 0 : cited.start + lines.length - body.length;
	const height = cited === undefined ? 0 : cited.end - cited.start;
	return {
		title,
		pinned: isPinned ? head : [],
		lines,
		items: NO_ITEMS,
		top: top ?? (cited === undefined ? 0 : first - Math.max(0, Math.floor((room - height) / 3))),
	};
};

const searchedTitle = (name: string, query: string, {theme, present}: Display): Spans => [
	{text: name, look: theme.title},
	...(query === '' ? [] : [{text: ` /${present(query)}`, look: theme.status}]),
];

/** Under one another, what stands between two records is read with the later one; side by side they overlap. */
const withHeadings = (
	items: readonly LineRange[],
	blocks: readonly LineRange[],
): readonly LineRange[] =>
	items.map(({start, end}, at) => {
		const top = blocks.findLast(block => block.start <= start)?.start ?? 0;
		const before = at === 0 ? 0 : Math.max(top, items[at - 1]?.end ?? 0);
		return {start: before <= start ? before : start, end};
	});

const FACETED = [
	' · of actors, places, quotes and events; claims and ties have no list',
	' · of actors, places, quotes and events',
	' · of all four lists',
] as const;

/** A frame's edges, the air beside them, and how many values there are at the end of its line. */
const TITLE_EDGES = 20;

/** With what is counted, in as many words as there is room for. */
const facetTitle = (
	{asOf, facets}: State,
	query: string,
	columns: number,
	display: Display,
): Spans => {
	const {catalog, theme, present} = display;
	const title = searchedTitle('Facets', query, display);
	const room = columns - spansWidth(title) - TITLE_EDGES;
	const text =
		catalog.facetIndex(asOf).unfinished(facets) === undefined
			? (FACETED.find(words => words.length <= room) ?? FACETED[2])
			: ' · counting';
	return [...title, {text: present(text), look: theme.secondary}];
};

const shifted = <Range extends LineRange>(ranges: readonly Range[], by: number): readonly Range[] =>
	ranges.map(range => ({...range, start: range.start + by, end: range.end + by}));

const tensionText = (
	overlay: Extract<Overlay, {readonly name: 'tensions'}>,
	{columns, rows}: Size,
	display: Display,
): OverlayText => {
	const {catalog, theme, present} = display;
	const {tensions} = catalog.dossier;
	const at = tensions.findIndex(({id}) => id === overlay.tension);
	const tension = tensions[at];
	if (tension === undefined) {
		return {title: [], pinned: [], lines: [], items: NO_ITEMS};
	}

	const {head, body, ...drawn} = tensionLines(tension, overlay.chosen, columns, display);
	// On a small screen the head scrolls with the rest, or an account and its record would not be seen together.
	const isPinned = head.length <= rows * 0.3;
	const shift = isPinned ? 0 : head.length;
	const blocks = shifted(drawn.blocks, shift);
	return {
		title: [
			{text: present(tension.title), look: theme.title},
			{text: present(' · accounts that disagree'), look: theme.secondary},
		],
		pinned: isPinned ? head : [],
		lines: isPinned ? body : [...head, ...body],
		items: withHeadings(shifted(drawn.items, shift), blocks),
		blocks,
		isMarked: true,
		count: `${at + 1}/${tensions.length}`,
	};
};

const coverageText = (chosen: number, {columns, rows}: Size, display: Display): OverlayText => {
	const {catalog, theme} = display;
	const coverage = catalog.coverage();
	const pinned = coverageHead(coverage, columns, display);
	const under = Math.max(1, rows - pinned.length);
	const {lines, items, top} = coverageLines(
		coverage,
		{chosen, top: chosen - Math.floor(under / 2)},
		columns,
		under,
		display,
	);
	return {
		title: [{text: 'Coverage', look: theme.title}],
		pinned,
		lines,
		items,
		top,
		isMarked: true,
	};
};

const paragraphText = (
	overlay: Extract<Overlay, {readonly name: 'paragraph'}>,
	{columns, rows}: Size,
	display: Display,
): OverlayText => {
	const {catalog, theme, present} = display;
	const covered = recordsOfParagraph(catalog, overlay);
	const count = covered?.records.length ?? 0;
	return {
		title: [
			{text: present(`¶ ${overlay.paragraph}`), look: theme.title},
			{
				text: ` cited by ${count} record${count === 1 ? '' : 's'}`,
				look: theme.secondary,
			},
			...(hasOneArticle(catalog.dossier)
				? []
				: [
						{
							text: present(` · ${catalog.source(overlay.source)?.title ?? overlay.source}`),
							look: theme.secondary,
						},
					]),
		],
		...(covered === undefined
			? {pinned: [], lines: [], items: NO_ITEMS}
			: {
					pinned: paragraphTextLines(
						covered,
						overlay.chosen,
						columns,
						Math.floor(rows * 0.45),
						display,
					),
					...recordsOfParagraphLines(covered, overlay.chosen, columns, display),
				}),
		isMarked: true,
	};
};

/** Of a title in the edge of a box: its corners and the air round it. */
const EDGE_COLUMNS = 4;

/** What the signs of the towns stand for, those that are on the map that day. */
const signsOnMap = ({asOf}: State, {catalog, glyphs, theme}: Display): readonly Spans[] => {
	const {dossier} = catalog;
	const states = new Set(
		townsInRoadOrder(dossier)
			.filter(({coordinates}) => coordinates !== undefined)
			.map(town => controlAsOf(dossier, town, asOf)?.control.state),
	);
	return [...states].map(state =>
		state === undefined
			? [
					{text: glyphs.unsure, look: theme.faint},
					{text: ` ${NOT_STATED}`, look: theme.secondary},
				]
			: [
					{text: controlGlyph(glyphs, state), look: controlLook(theme, state)},
					{text: ` ${CONTROL_WORDS[state]}`, look: theme.secondary},
				],
	);
};

/** With the signs, and in as many words as have room. */
const mapTitle = (state: State, columns: number, display: Display): Spans => {
	const {catalog, theme, present} = display;
	const {asOf} = state;
	const signs = signsOnMap(state, display);
	const day = dayIn(catalog.dossier, asOf);
	const titles = (
		[
			[`as of ${dayWithWeekday(asOf)}`, ' · '],
			[day, ' · '],
			[day, ' '],
		] as const
	).map(
		([when, gap]): Spans => [
			{text: 'Map', look: theme.title},
			{text: present(` · ${when}`), look: theme.secondary},
			...signs.flatMap(sign => [{text: present(gap), look: theme.secondary}, ...sign]),
		],
	);
	const fitting = titles.find(title => spansWidth(title) <= columns - EDGE_COLUMNS);
	return fitting ?? titles.at(-1) ?? [];
};

/** `Citation, to copy by hand`. */
export const copyTitle = ({form}: Extract<Overlay, {readonly name: 'copy'}>): string =>
	`${form.charAt(0).toUpperCase()}${form.slice(1)}, to copy by hand`;

/** A text to be picked up as it is: what is longer than the screen is broken, and not a space is lost. */
const handLines = (text: string, columns: number): readonly string[] =>
	text.split('\n').flatMap(line => wrappedWhole(line, columns));

/**
What is in an overlay.

@param room - For its text, the cursor's margin not included.
@param map - Of the whole room, where a map is what lies open and has come.
*/
export const overlayText = (
	state: State,
	overlay: Overlay,
	room: Size,
	map: DrawnMap | undefined,
	display: Display,
): OverlayText => {
	const {theme, present} = display;
	const {columns} = room;
	switch (overlay.name) {
		case 'help':
			return {
				title: searchedTitle('Keys', overlay.query, display),
				pinned: [],
				lines: helpLines(
					overlay.query,
					modeOf({...state, filtering: undefined, overlay: overlay.over}),
					columns,
					display,
				),
				items: NO_ITEMS,
				top: overlay.top,
			};
		case 'about':
			return {
				title: [{text: 'About this dossier', look: theme.title}],
				pinned: [],
				lines: aboutLines(columns, display),
				items: NO_ITEMS,
				top: overlay.top,
			};
		case 'go-to':
			return {
				title: [{text: 'Go to', look: theme.title}],
				pinned: [],
				...goToLines(overlay.query, overlay.chosen, room, display),
			};
		case 'evidence':
			return evidenceText(state, overlay.range, overlay.top, room, display);
		case 'tensions':
			return tensionText(overlay, room, display);
		case 'coverage':
			return coverageText(overlay.chosen, room, display);
		case 'paragraph':
			return paragraphText(overlay, room, display);
		case 'facets':
			return {
				title: facetTitle(state, overlay.query, columns, display),
				pinned: [],
				...facetLines(state, overlay.query, overlay.chosen, room, display),
				isMarked: true,
			};
		case 'marks':
			return {
				title: [{text: 'Your marks', look: theme.title}],
				pinned: [],
				...markLines(state.marks, columns, display),
			};
		case 'map':
			return {
				title: mapTitle(state, columns, display),
				pinned: [],
				lines: map?.lines ?? [[{text: '  The map is coming.', look: theme.secondary}]],
				items: NO_ITEMS,
				top: 0,
			};
		case 'copy':
			return {
				title: [
					{text: copyTitle(overlay), look: theme.title},
					{text: present(' · the terminal does not take it'), look: theme.secondary},
				],
				pinned: [],
				lines: handLines(present(overlay.text), columns).map((text): Spans => [{text}]),
				items: NO_ITEMS,
				top: overlay.top,
			};
	}
};
