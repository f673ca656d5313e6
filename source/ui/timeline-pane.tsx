import {memo, type ReactNode} from 'react';
import {recordsOfKind} from '../dossier/catalog.ts';
import {readableDate} from '../dossier/days.ts';
import {type Filter, parseFilter} from '../dossier/filter.ts';
import type {Dossier, DossierEvent} from '../dossier/schema.ts';
import {asserterName, titleById} from '../dossier/title.ts';
import {textWidth} from '../terminal/text-width.ts';
import {citedParagraphs} from './cited-paragraphs.ts';
import {type Display, useDisplay} from './display.ts';
import {emptyLines} from './empty-lines.ts';
import {foundBySpans} from './found-by.ts';
import {roomIn} from './layout.ts';
import {fitSpans, type Spans} from './line.tsx';
import {listCount} from './list-count.ts';
import type {ListPaneProps} from './list-pane.ts';
import {rowLook, rowMarker} from './list-row.ts';
import {marked} from './marked.ts';
import {Pane} from './pane.tsx';
import {type Column, fitColumns, tableLines} from './table.tsx';

const PLACES_FROM = 80;
const PARAGRAPHS_FROM = 50;

const NARROW_WHEN = 12;
const MOST_WHEN = 30;
/** An interval without its year. */
const LEAST_WHEN = 22;

/** The dates get the room that those on the screen need. */
const whenColumns = (events: readonly DossierEvent[], width: number): number =>
	width < PARAGRAPHS_FROM
		? NARROW_WHEN
		: Math.min(
				MOST_WHEN,
				Math.max(LEAST_WHEN, Math.floor(width / 4)),
				events.reduce(
					(widest, {when}) => Math.max(widest, textWidth(readableDate(when))),
					NARROW_WHEN,
				),
			);

const columnsFor = (events: readonly DossierEvent[], width: number): readonly Column[] =>
	fitColumns(
		[
			{title: 'When', columns: whenColumns(events, width)},
			{title: 'What', columns: 10},
			...(width < PLACES_FROM ? [] : [{title: 'Where', columns: Math.floor(width / 4)}]),
			...(width < PARAGRAPHS_FROM ? [] : [{title: '¶', columns: 14}]),
		],
		width,
		'What',
	);

/** A date without the year of the dossier's days, where the whole of it has no room. */
const whenText = (when: string, columns: number, {first, last}: Dossier['span']): string => {
	const whole = readableDate(when);
	const year = first.slice(0, 4);
	return textWidth(whole) > columns && last.startsWith(year)
		? whole.replace(new RegExp(` ${year}$`), '')
		: whole;
};

/** What happened; by whose word, where it is not the report's own. */
const whatCell = (event: DossierEvent, filter: Filter, display: Display): Spans => {
	const {catalog, theme, present} = display;
	return [
		...marked(present(event.title), filter, theme),
		...foundBySpans(
			event,
			filter,
			[event.title, readableDate(event.when), ...event.places.map(id => titleById(catalog, id))],
			display,
		),
		...(event.assertedBy === 'author'
			? []
			: [
					{
						text: present(` · says ${asserterName(catalog, event.assertedBy)}`),
						look: theme.secondary,
					},
				]),
	];
};

export interface TimelinePaneProps extends ListPaneProps {
	/** The line of time that stands over the list. */
	readonly line: readonly Spans[];
}

/** What happened, in order of time: on a line, and under it as a list. */
export const TimelinePane = memo(function TimelinePane({
	view,
	line,
	related,
	marked: markedRecords,
	columns,
	rows,
	isFocused,
	isFramed,
}: TimelinePaneProps): ReactNode {
	const display = useDisplay();
	const {catalog, glyphs, theme, present} = display;
	const filter = parseFilter(view.filter);
	const width = roomIn({columns, rows}, isFramed).columns;
	const marking = {selected: view.selected, related, isFocused, marked: markedRecords};
	const shown = recordsOfKind(catalog, view.shown, 'event');
	const table = columnsFor(shown, width);
	const list =
		shown.length === 0
			? emptyLines(
					{
						columns: width,
						filter: view.filter,
						isFocused,
						isNarrowed: view.isNarrowed,
						isSearching: !view.all.isWhole,
						nothing: 'This dossier holds no events.',
					},
					display,
				)
			: tableLines({
					columns: table.map(column => ({...column, title: present(column.title)})),
					named: table.findIndex(({title}) => title === 'What'),
					width,
					glyphs,
					theme,
					rows: shown.map(event => ({
						id: event.id,
						marker: rowMarker(glyphs, event.id, marking),
						look: rowLook(theme, event.id, marking),
						cells: table.map(({title, columns: room}) => {
							switch (title) {
								case 'When':
									return marked(
										present(whenText(event.when, room, catalog.dossier.span)),
										filter,
										theme,
										theme.secondary,
									);
								case 'What':
									return whatCell(event, filter, display);
								case 'Where':
									return marked(
										present(event.places.map(id => titleById(catalog, id)).join(', ')),
										filter,
										theme,
										theme.secondary,
									);
								default:
									return [
										{
											text: citedParagraphs(event.evidence, display),
											look: theme.secondary,
										},
									];
							}
						}),
					})),
				});
	return (
		<Pane
			pane="timeline"
			columns={columns}
			rows={rows}
			isFocused={isFocused}
			isFramed={isFramed}
			filter={view.filter}
			count={listCount(view, related, glyphs)}
			lines={[...line.map(spans => ({spans: fitSpans(spans, width, glyphs.ellipsis)})), ...list]}
		/>
	);
});
