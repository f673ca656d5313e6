import {type Filter, parseFilter} from '../dossier/filter.ts';
import type {Fact} from '../dossier/profile/fact.ts';
import type {Section} from '../dossier/profile/section.ts';
import type {Profile} from '../dossier/profile.ts';
import type {Mark} from '../state/marks.ts';
import type {LineRange} from '../state/viewport.ts';
import {textWidth, wrapped} from '../terminal/text-width.ts';
import {controlGlyph, controlLook} from './control-mark.ts';
import type {Display} from './display.ts';
import {type Span, type Spans, spansWidth} from './line.tsx';
import {marked} from './marked.ts';

export interface DetailLine {
	/** The item it belongs to; `undefined` for headings and gaps. */
	readonly item: number | undefined;
	/** Without the column of the cursor, and not yet fitted to the pane. */
	readonly spans: Spans;
}

export interface DetailLines {
	readonly lines: readonly DetailLine[];
	/** The lines of each item, the record itself first. */
	readonly items: readonly LineRange[];
}

const WIDEST_LABEL = 11;

/** Labels stand in a column of their own unless the pane is too narrow for two. */
const labelWidth = ({labels}: Section, columns: number): number => {
	const widest = labels().reduce(
		(most, label) => Math.max(most, label === undefined ? 0 : textWidth(label)),
		0,
	);
	return columns < 44 || widest === 0 ? 0 : Math.min(widest, WIDEST_LABEL) + 2;
};

const padded = (text: string, columns: number): string =>
	text + ' '.repeat(Math.max(0, columns - textWidth(text)));

const factLines = (
	fact: Fact,
	labelColumns: number,
	columns: number,
	filter: Filter,
	{glyphs, theme, present}: Display,
): readonly Spans[] => {
	const label = present(fact.label ?? '');
	// A label too long for its column stands in the text's own line.
	const isLabelInText = label !== '' && textWidth(label) > labelColumns - 2;
	const indent = isLabelInText ? '' : padded(label, labelColumns);
	const lead: Span[] = [
		...(fact.link === undefined ? [] : [{text: `${glyphs.link} `, look: theme.secondary}]),
		...(fact.state === undefined
			? []
			: [
					{
						text: `${controlGlyph(glyphs, fact.state)} `,
						look: controlLook(theme, fact.state),
					},
				]),
	];
	const leadWidth = spansWidth(lead);
	const room = Math.max(8, columns - labelColumns - leadWidth);
	const hanging: Span = {text: ' '.repeat(labelColumns + leadWidth)};
	const text = present(isLabelInText ? `${label}: ${fact.text}` : fact.text);
	const lines: Spans[] = wrapped(text, room).map((line, at) => [
		...(at === 0 ? [...marked(indent, filter, theme, theme.secondary), ...lead] : [hanging]),
		...marked(line, filter, theme),
	]);
	const note = present(fact.note ?? '');
	const last = lines.at(-1);
	if (note === '' || last === undefined) {
		return lines;
	}

	if (spansWidth(last) + 2 + textWidth(note) <= columns) {
		return [
			...lines.slice(0, -1),
			[...last, {text: '  '}, ...marked(note, filter, theme, theme.secondary)],
		];
	}

	return [
		...lines,
		...wrapped(note, room).map(line => [hanging, ...marked(line, filter, theme, theme.secondary)]),
	];
};

/**
A profile as lines: the record's title, then its sections, each fact an item.

@param columns - Room for the text, the column of the cursor not included.
@param mark - The reader's own on this record.
@param most - Enough when there are so many lines: what has hundreds of facts is seldom read to its end.
*/
export const detailLines = (
	profile: Profile,
	columns: number,
	filterText: string,
	mark: Mark | undefined,
	display: Display,
	most = Number.POSITIVE_INFINITY,
): DetailLines => {
	const {glyphs, theme, present} = display;
	const filter = parseFilter(filterText);
	const lines: DetailLine[] = [];
	const items: LineRange[] = [];
	const addItem = (item: readonly Spans[]): void => {
		const start = lines.length;
		// One by one: a text may have more lines than a call may have arguments.
		for (const spans of item) {
			lines.push({item: items.length, spans});
		}

		items.push({start, end: lines.length});
	};

	const addGap = (spans: Spans): void => {
		lines.push({item: undefined, spans});
	};

	addItem([
		...wrapped(present(profile.title), columns).map(line => [{text: line, look: theme.title}]),
		...wrapped(present(profile.subtitle), columns).map(line => [
			{text: line, look: theme.secondary},
		]),
		...(mark === undefined
			? []
			: wrapped(`${glyphs.mark} ${present(mark.note === '' ? 'marked' : mark.note)}`, columns).map(
					line => [{text: line, look: theme.status}],
				)),
	]);
	for (const section of profile.sections) {
		addGap([]);
		if (section.heading !== undefined) {
			addGap(marked(present(section.heading), filter, theme, theme.heading));
		}

		const labelColumns = labelWidth(section, columns);
		// Each has a line or more.
		for (const fact of section.first(Math.max(0, most - lines.length))) {
			if (lines.length >= most) {
				break;
			}

			addItem(factLines(fact, labelColumns, columns, filter, display));
		}

		if (lines.length >= most) {
			break;
		}
	}

	return {lines, items};
};
