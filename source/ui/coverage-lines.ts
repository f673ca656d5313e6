import {hasOneArticle} from '../dossier/article-sources.ts';
import type {Catalog} from '../dossier/catalog.ts';
import {
	type Coverage,
	type CoverageItem,
	type CoveredParagraph,
	coverageItems,
	evidenceOf,
} from '../dossier/coverage.ts';
import {kindOf} from '../dossier/record.ts';
import type {Evidence, RecordId} from '../dossier/schema.ts';
import {KIND_WORDS, titleById} from '../dossier/title.ts';
import {clampTop, scrolledTo} from '../state/scrolling.ts';
import type {LineRange} from '../state/viewport.ts';
import type {Glyphs} from '../terminal/glyphs.ts';
import {textWidth, truncated, wrapped} from '../terminal/text-width.ts';
import type {Look} from '../terminal/theme.ts';
import {citedLines} from './cited-lines.ts';
import type {Display} from './display.ts';
import type {ItemLines} from './item-lines.ts';
import {kindColumns} from './kind-columns.ts';
import {fitSpans, type Spans, spansWidth} from './line.tsx';

/*
The article as a column of paragraphs, each shaded by how many records cite it, and the records that
cite nothing.
*/

/** Where the reader is in the coverage. */
export interface CoverageCursor {
	/** Which of the `coverageItems`; out of range for none. */
	readonly chosen: number;
	/** First line that was drawn last. */
	readonly top: number;
}

export interface CoverageLines extends ItemLines {
	/** As many as there are; those that are off the screen are left blank. */
	readonly lines: readonly Spans[];
	/** First line to draw: the cursor's, moved as little as shows what is chosen. */
	readonly top: number;
}

/** From here on the records of the chosen paragraph stand beside the paragraphs. */
const LEAST_COLUMNS_BESIDE = 90;

/** Between the two: a bar with air on both sides. */
const BAR_COLUMNS = 3;

/** The column of the cursor. */
const MARGIN = 2;

const SHADE_COLUMNS = 4;

/** From here on a record's cited characters stand in a column of their own. */
const LEAST_COLUMNS_CITED = 60;

const WIDEST_CITED = 30;

/** Between two columns. */
const GAP = '  ';

const UNCITED = 'uncited';

/** The shade of so many out of `most`; nothing but 0 is without a shade. */
const shadeOf = (count: number, most: number, glyphs: Glyphs): string => {
	const {shades} = glyphs;
	const step = most === 0 ? 0 : Math.ceil((count / most) * (shades.length - 1));
	return shades[step] ?? ' ';
};

const counted = (count: number, noun: string): string =>
	`${count} ${noun}${count === 1 ? '' : 's'}`;

/** A line with the cursor's column before it, all of it set apart when it is chosen. */
const itemLine = (
	spans: Spans,
	isChosen: boolean,
	isFirst: boolean,
	columns: number,
	{glyphs, theme}: Display,
): Spans => {
	const line = fitSpans(
		[{text: (isChosen && isFirst ? glyphs.selected : '').padEnd(MARGIN)}, ...spans],
		columns,
		glyphs.ellipsis,
	);
	return isChosen ? line.map(({text}) => ({text, look: theme.selected})) : line;
};

/** What all lines of the paragraphs have in common, so that they stand in columns. */
interface Measure {
	readonly numberColumns: number;
	readonly countColumns: number;
	/** How many records cite the paragraph that most of them cite. */
	readonly most: number;
	/** The furthest end cited in any paragraph. */
	readonly longest: number;
}

const measureOf = (
	paragraphs: readonly CoveredParagraph[],
	{present}: Pick<Display, 'present'>,
): Measure => {
	const last = paragraphs.reduce((most, {paragraph}) => Math.max(most, paragraph), 0);
	const most = paragraphs.reduce((so, {records}) => Math.max(so, records.length), 0);
	return {
		numberColumns: Math.max(String(last).length, textWidth(present('¶'))),
		countColumns: String(most).length,
		most,
		longest: paragraphs.reduce((so, {extent}) => Math.max(so, extent), 0),
	};
};

/** Its text, where that is at hand. */
const textOf = (
	{source, paragraph}: Pick<CoveredParagraph, 'source' | 'paragraph'>,
	{article}: Display,
): string | undefined =>
	article?.source === source ? (article.paragraphs[paragraph - 1] ?? '') : undefined;

/** How long it is: the beginning of its text where that is at hand, else what is known of it, in characters and as a bar. */
const lengthSpans = (
	covered: CoveredParagraph,
	{longest}: Measure,
	columns: number,
	display: Display,
): Spans => {
	const {glyphs, theme, present} = display;
	const text = textOf(covered, display);
	if (text !== undefined) {
		return [{text: truncated(present(text), columns, glyphs.ellipsis)}];
	}

	if (covered.extent === 0) {
		return [];
	}

	const length = String(covered.extent).padStart(String(longest).length) + GAP;
	const room = Math.max(0, columns - length.length);
	return [
		{text: length},
		{
			text: glyphs.roads.hollow.repeat(Math.ceil((covered.extent / longest) * room)),
			look: theme.secondary,
		},
	];
};

const paragraphSpans = (
	covered: CoveredParagraph,
	measure: Measure,
	columns: number,
	display: Display,
): Spans => {
	const {glyphs, theme} = display;
	const count = covered.records.length;
	const lead: Spans = [
		{text: String(covered.paragraph).padStart(measure.numberColumns), look: theme.secondary},
		{text: `${GAP}${shadeOf(count, measure.most, glyphs).repeat(SHADE_COLUMNS)}${GAP}`},
		{text: String(count).padStart(measure.countColumns)},
		{text: GAP},
		...(count === 0 ? [{text: UNCITED, look: theme.status}] : []),
	];
	const gap = count === 0 ? GAP : '';
	const room = Math.max(0, columns - spansWidth(lead) - gap.length);
	const length = lengthSpans(covered, measure, room, display);
	return length.length === 0 ? lead : [...lead, {text: gap}, ...length];
};

/** How much of the articles is covered, in words. */
const summary = ({paragraphs, uncited}: Coverage): string => {
	const holes = paragraphs.filter(({records}) => records.length === 0).length;
	return [
		counted(paragraphs.length, 'paragraph'),
		holes === 0 ? 'each is cited' : `${holes} ${UNCITED}`,
		uncited.length === 0
			? 'every record has evidence'
			: `${counted(uncited.length, 'record')} without evidence`,
	].join(' · ');
};

/** What stands above the coverage: how much is covered, and what the columns of its lines are. */
export const coverageHead = (
	coverage: Coverage,
	columns: number,
	display: Display,
): readonly Spans[] => {
	const {article, catalog, glyphs, theme, present} = display;
	const {numberColumns, countColumns} = measureOf(coverage.paragraphs, display);
	const names = [
		' '.repeat(MARGIN) + present('¶').padStart(numberColumns),
		'Records'.padEnd(SHADE_COLUMNS + GAP.length + countColumns),
		...(article === undefined || !hasOneArticle(catalog.dossier)
			? [`${article === undefined ? 'Length' : 'Text or length'}, as far as known`]
			: ['Text']),
	].join(GAP);
	return [
		...wrapped(present(summary(coverage)), columns).map(text => [{text}]),
		[],
		fitSpans([{text: names, look: theme.secondary}], columns, glyphs.ellipsis),
	];
};

const recordSpans = (id: RecordId, width: number, {catalog, theme, present}: Display): Spans => [
	{text: KIND_WORDS[kindOf(id)].padEnd(width), look: theme.secondary},
	{text: `${GAP}${present(titleById(catalog, id))}`},
];

/** The beginning of a text, in as many lines as the rows hold. */
const beginningLines = (
	text: string,
	columns: number,
	rows: number,
	{glyphs, present}: Display,
): readonly string[] => {
	const lines = wrapped(present(text), columns);
	return lines.length <= rows
		? lines
		: [
				...lines.slice(0, rows - 1),
				truncated(lines.slice(rows - 1).join(' '), columns, glyphs.ellipsis),
			];
};

/** The records that cite a paragraph, as many as the rows hold, under a heading that counts them all and its text. */
const besideLines = (
	covered: CoveredParagraph,
	columns: number,
	rows: number,
	display: Display,
): readonly Spans[] => {
	const {glyphs, theme, present} = display;
	const {paragraph, records} = covered;
	const text = textOf(covered, display);
	const heading: readonly Spans[] = [
		[
			{text: `Paragraph ${paragraph}`, look: theme.heading},
			{
				text: present(
					` · ${records.length === 0 ? 'no record cites it' : counted(records.length, 'record')}`,
				),
				look: theme.secondary,
			},
		],
		[],
		// Half of the rows are left to the records.
		...(text === undefined
			? []
			: [
					...beginningLines(text, columns, Math.max(1, Math.floor(rows / 2) - 3), display).map(
						(line): Spans => [{text: line}],
					),
					[],
				]),
	];
	const room = Math.max(0, rows - heading.length);
	const shown = records.slice(0, records.length > room ? Math.max(0, room - 1) : room);
	const width = kindColumns(shown);
	const left = records.length - shown.length;
	return [
		...heading,
		...shown.map(id => recordSpans(id, width, display)),
		...(left === 0
			? []
			: [[{text: `${glyphs.ellipsis} ${left} more`, look: theme.secondary}] as const]),
	].slice(0, rows);
};

/** A line that is drawn only when it comes on the screen. */
type LineToDraw = () => Spans;

/** The column of all that can be chosen, a line each. */
const columnOf = (
	{paragraphs, uncited}: Coverage,
	chosen: number,
	columns: number,
	display: Display,
): {readonly lines: readonly LineToDraw[]; readonly items: readonly LineRange[]} => {
	const {catalog, glyphs, theme, present} = display;
	const lines: LineToDraw[] = [];
	const items: LineRange[] = [];
	const addItem = (spans: LineToDraw): void => {
		const isChosen = items.length === chosen;
		items.push({start: lines.length, end: lines.length + 1});
		lines.push(() => itemLine(spans(), isChosen, true, columns, display));
	};

	const addGap = (text: string, look?: Look): void => {
		lines.push(() =>
			fitSpans([look === undefined ? {text} : {text, look}], columns, glyphs.ellipsis),
		);
	};

	const isOnlyArticle = hasOneArticle(catalog.dossier);
	const measure = measureOf(paragraphs, display);
	let source: CoveredParagraph['source'] | undefined;
	for (const covered of paragraphs) {
		if (covered.source !== source && !isOnlyArticle) {
			if (source !== undefined) {
				addGap('');
			}

			addGap(present(catalog.source(covered.source)?.title ?? covered.source), theme.heading);
		}

		source = covered.source;
		addItem(() => paragraphSpans(covered, measure, columns - MARGIN, display));
	}

	addGap('');
	addGap('Records without evidence', theme.heading);
	if (uncited.length === 0) {
		addGap(`${' '.repeat(MARGIN)}None.`, theme.secondary);
	}

	const width = kindColumns(uncited);
	for (const id of uncited) {
		addItem(() => recordSpans(id, width, display));
	}

	return {lines, items};
};

/** The lines of an item with the headings above it, and below the last with what still follows. */
const withSurroundings = (
	lineCount: number,
	items: readonly LineRange[],
	chosen: number,
	top: number,
): LineRange => {
	const item = items[chosen];
	return item === undefined
		? {start: top, end: top}
		: {
				start: items[chosen - 1]?.end ?? 0,
				end: chosen === items.length - 1 ? lineCount : item.end,
			};
};

/**
The coverage on a screen: every paragraph in a line, then the records without evidence. On a wide
screen the records of the chosen paragraph stand beside the lines that are on the screen.

@param rows - Lines that fit under the head.
*/
export const coverageLines = (
	coverage: Coverage,
	{chosen, top}: CoverageCursor,
	columns: number,
	rows: number,
	display: Display,
): CoverageLines => {
	const {glyphs, theme} = display;
	const isBeside = columns >= LEAST_COLUMNS_BESIDE;
	const left = isBeside ? Math.floor((columns - BAR_COLUMNS) / 2) : columns;
	const {lines, items} = columnOf(coverage, chosen, left, display);
	const first = scrolledTo(
		top,
		rows,
		lines.length,
		withSurroundings(lines.length, items, chosen, top),
	);
	const isOnScreen = (at: number): boolean => at >= first && at < first + rows;
	if (!isBeside) {
		return {lines: lines.map((line, at) => (isOnScreen(at) ? line() : [])), items, top: first};
	}

	const paragraph = coverage.paragraphs[chosen];
	const beside =
		paragraph === undefined
			? []
			: besideLines(paragraph, columns - left - BAR_COLUMNS, rows, display);
	return {
		lines: Array.from({length: Math.max(lines.length, rows)}, (_, at) =>
			isOnScreen(at)
				? [
						...(lines[at]?.() ?? [{text: ' '.repeat(left)}]),
						{text: ` ${glyphs.frame.left} `, look: theme.frame},
						...fitSpans(beside[at - first] ?? [], columns - left - BAR_COLUMNS, glyphs.ellipsis),
					]
				: [],
		),
		items,
		top: first,
	};
};

/** Where in a paragraph a record cites it, in order. */
export const rangesIn = (
	catalog: Catalog,
	id: RecordId,
	{source, paragraph}: Pick<CoveredParagraph, 'source' | 'paragraph'>,
): readonly Evidence[] => {
	const record = catalog.find(id);
	return (record === undefined ? [] : evidenceOf(record))
		.filter(range => range.source === source && range.paragraph === paragraph)
		.toSorted((a, b) => a.start - b.start || a.end - b.end);
};

/** Counted from 1: `characters 1–20, 31–64`. */
export const citedCharacters = (ranges: readonly Evidence[]): string =>
	`characters ${[...new Set(ranges.map(({start, end}) => `${start + 1}–${end}`))].join(', ')}`;

/** From so many lines on a paragraph is worth showing above its records. */
const LEAST_TEXT_ROWS = 3;

/**
The text of a paragraph where it is at hand, what one of its records cites set apart; a blank line at the
end. Where it has more lines than there are rows, those round the first cited words.

@param chosen - Which of its records.
*/
export const paragraphTextLines = (
	paragraph: CoveredParagraph,
	chosen: number,
	columns: number,
	rows: number,
	display: Display,
): readonly Spans[] => {
	const {catalog, glyphs, theme} = display;
	const text = textOf(paragraph, display);
	const most = rows - 1;
	if (text === undefined || most < LEAST_TEXT_ROWS) {
		return [];
	}

	const record = paragraph.records[chosen];
	const cited = record === undefined ? [] : rangesIn(catalog, record, paragraph);
	const lines = citedLines(text, cited, Math.max(1, columns - 2 * MARGIN), theme.plain, display);
	const first = clampTop(lines.findIndex(({isCited}) => isCited) - 1, most, lines.length);
	const shown = lines.slice(first, first + most);
	return [
		...shown.map(({spans}, at): Spans => {
			const isCutBefore = at === 0 && first > 0;
			const isCutAfter = at === shown.length - 1 && first + most < lines.length;
			return [
				{text: (isCutBefore ? glyphs.ellipsis : '').padEnd(MARGIN), look: theme.secondary},
				...spans,
				...(isCutAfter ? [{text: ` ${glyphs.ellipsis}`, look: theme.secondary}] : []),
			];
		}),
		[],
	];
};

/**
The records that cite one paragraph, each with the characters that it cites.

@param chosen - Which of them has the cursor; out of range for none.
*/
export const recordsOfParagraphLines = (
	paragraph: CoveredParagraph,
	chosen: number,
	columns: number,
	display: Display,
): ItemLines => {
	const {catalog, theme, present} = display;
	const lines: Spans[] = [];
	const {records} = paragraph;
	const cited = records.map(id => present(citedCharacters(rangesIn(catalog, id, paragraph))));
	const kindWidth = kindColumns(records) + GAP.length;
	const citedWidth =
		columns < LEAST_COLUMNS_CITED
			? 0
			: cited.reduce((most, text) => Math.min(WIDEST_CITED, Math.max(most, textWidth(text))), 0) +
				GAP.length;
	const room = Math.max(1, columns - MARGIN - kindWidth - citedWidth);
	const items = records.map((id, at): LineRange => {
		const start = lines.length;
		const isChosen = at === chosen;
		const title = wrapped(present(titleById(catalog, id)), room);
		const note = wrapped(cited[at] ?? '', citedWidth === 0 ? room : citedWidth - GAP.length);
		const height =
			citedWidth === 0 ? title.length + note.length : Math.max(title.length, note.length);
		for (let row = 0; row < height; row++) {
			const kind = row === 0 ? KIND_WORDS[kindOf(id)] : '';
			const text = title[row] ?? '';
			const where = citedWidth === 0 ? note[row - title.length] : note[row];
			const gap = citedWidth === 0 ? 0 : room - textWidth(text) + GAP.length;
			lines.push(
				itemLine(
					[
						{text: kind.padEnd(kindWidth), look: theme.secondary},
						{text: text + ' '.repeat(Math.max(0, gap))},
						{text: where ?? '', look: theme.secondary},
					],
					isChosen,
					row === 0,
					columns,
					display,
				),
			);
		}

		return {start, end: lines.length};
	});
	return items.length === 0
		? {
				lines: wrapped('No record cites this paragraph.', columns).map(text => [
					{text, look: theme.secondary},
				]),
				items,
			}
		: {lines, items};
};

/** A paragraph by its number, and by its article where there are several: `An invented report, paragraph 4`. */
export const paragraphName = (
	{source, paragraph}: Pick<CoveredParagraph, 'source' | 'paragraph'>,
	{catalog}: Pick<Display, 'catalog'>,
): string =>
	hasOneArticle(catalog.dossier)
		? `Paragraph ${paragraph}`
		: `${catalog.source(source)?.title ?? source}, paragraph ${paragraph}`;

const itemText = (item: CoverageItem, display: Display): string => {
	if (item.kind === 'record') {
		return `Without evidence: ${KIND_WORDS[kindOf(item.record)]}, ${titleById(display.catalog, item.record)}`;
	}

	const {records, extent} = item.paragraph;
	const text = textOf(item.paragraph, display);
	const count = records.length;
	const cited =
		count === 0
			? 'no record cites it'
			: `${counted(count, 'record')} ${count === 1 ? 'cites' : 'cite'} it`;
	const length = extent === 0 ? '' : `, ${counted(extent, 'character')} long as far as known`;
	return `${paragraphName(item.paragraph, display)}: ${cited}${text === undefined ? length : `. ${text}`}`;
};

/** The coverage for a screen reader: how much is covered, then what is chosen. */
export const coverageText = (
	coverage: Coverage,
	chosen: number,
	display: Display,
): readonly string[] => {
	const {paragraphs, uncited} = coverage;
	const item = coverageItems(coverage)[chosen];
	return [
		`${summary(coverage).replaceAll(' · ', ', ')}.`,
		...(item === undefined
			? []
			: [`${chosen + 1} of ${paragraphs.length + uncited.length}: ${itemText(item, display)}`]),
	].map(display.present);
};
