import {memo, type ReactNode} from 'react';
import {type ControlOnDay, controlAsOf, controlBefore} from '../dossier/as-of.ts';
import {recordsOfKind} from '../dossier/catalog.ts';
import {dayIn, needsYear} from '../dossier/days.ts';
import {type Filter, parseFilter} from '../dossier/filter.ts';
import type {IsoDay, Place} from '../dossier/schema.ts';
import {CONTROL_WORDS, NOT_STATED, PLACE_KIND_WORDS} from '../dossier/words.ts';
import {citedParagraphs} from './cited-paragraphs.ts';
import {controlGlyph, controlLook} from './control-mark.ts';
import {type Display, useDisplay} from './display.ts';
import {emptyLines} from './empty-lines.ts';
import {foundBySpans} from './found-by.ts';
import type {FrontRoom} from './front-room.ts';
import {roomIn} from './layout.ts';
import {fitSpans, type LineProps, type Spans} from './line.tsx';
import {listCount} from './list-count.ts';
import type {ListPaneProps} from './list-pane.ts';
import {type Marking, rowLook, rowMarker} from './list-row.ts';
import {marked} from './marked.ts';
import {Pane} from './pane.tsx';
import {COLUMN_GAP, type Column, fitColumns, type TableRow, tableLines} from './table.tsx';

const PARAGRAPHS_FROM = 46;
const SINCE_FROM = 57;
const BASIS_FROM = 61;
/** From here on the columns have air between them. */
const AIRY_FROM = 74;

/** A day with its year is longer by so much: `31 Mar 2011`. */
const YEAR_COLUMNS = 5;

/**
The columns of the towns, as many as the pane has room for.

@param isYearTold - Whether days have their year with them.
*/
const townColumns = (width: number, isYearTold: boolean): readonly Column[] => {
	const year = isYearTold ? YEAR_COLUMNS : 0;
	const room = width - year;
	const isAiry = room >= AIRY_FROM;
	const rest: readonly Column[] = [
		{title: 'Control', columns: isAiry ? 18 : 15},
		...(room < SINCE_FROM ? [] : [{title: 'As of', columns: (isAiry ? 8 : 6) + year}]),
		...(room < BASIS_FROM ? [] : [{title: 'Basis', columns: isAiry ? 9 : 8}]),
		...(width < PARAGRAPHS_FROM ? [] : [{title: '¶', columns: 10}]),
	];
	const withTown = (columns: number): readonly Column[] => [{title: 'Town', columns}, ...rest];
	const elastic = fitColumns(withTown(10), width, 'Town');
	if (width < PARAGRAPHS_FROM) {
		return elastic;
	}

	// Names have the room first, and the paragraphs what is over.
	const names = Math.min(elastic[0]?.columns ?? 0, isAiry ? 30 : 18);
	return fitColumns(withTown(names), width, '¶');
};

/**
The columns of the other places, their edges under those of the towns; long names get the room.

@param title - Over their names.
*/
const placeColumns = (towns: readonly Column[], title: string): readonly Column[] => {
	const paragraphs = towns.filter(({title}) => title === '¶');
	const rest = towns.filter(({title}) => title !== '¶').map(({columns}) => columns);
	const [town = 0, control = 0, ...others] = rest;
	const join = (columns: readonly number[]): number =>
		columns.reduce((sum, column) => sum + column, 0) + COLUMN_GAP * (columns.length - 1);
	return others.length === 0
		? [{title, columns: town}, {title: 'What', columns: control}, ...paragraphs]
		: [
				{title, columns: join([town, control])},
				{title: 'What', columns: join(others)},
				...paragraphs,
			];
};

const paragraphs = (place: Place, evidence: Place['evidence'], display: Display): string =>
	citedParagraphs(evidence.length === 0 ? place.evidence : evidence, display);

/** Who holds a town: in brackets when carried over from an earlier day, marked when new on this one. */
const controlCell = (
	town: Place,
	day: IsoDay,
	held: ControlOnDay | undefined,
	filter: Filter,
	{catalog, glyphs, theme}: Display,
): Spans => {
	if (held === undefined) {
		return [{text: NOT_STATED, look: theme.secondary}];
	}

	const {state} = held.control;
	const words = `${controlGlyph(glyphs, state)} ${CONTROL_WORDS[state]}`;
	const isNew = controlBefore(catalog.dossier, town, day) !== undefined;
	return [
		...marked(held.isCarried ? `(${words})` : words, filter, theme, controlLook(theme, state)),
		...(isNew ? [{text: ` ${glyphs.changed}`, look: theme.status}] : []),
	];
};

const townCells = (
	town: Place,
	day: IsoDay,
	columns: readonly Column[],
	filter: Filter,
	display: Display,
): readonly Spans[] => {
	const {catalog, theme, present} = display;
	const held = controlAsOf(catalog.dossier, town, day);
	const cell = (title: string): Spans => {
		switch (title) {
			case 'Town':
				return [
					...marked(present(town.name), filter, theme),
					...foundBySpans(
						town,
						filter,
						[
							town.name,
							held?.control.basis ?? '',
							held === undefined ? '' : CONTROL_WORDS[held.control.state],
						],
						display,
					),
				];
			case 'Control':
				return controlCell(town, day, held, filter, display);
			case 'As of':
				return [{text: held === undefined ? '' : dayIn(catalog.dossier, held.toldFor)}];
			case 'Basis':
				// What the report does not say itself is the caveat that must not be overlooked.
				return marked(
					held?.control.basis ?? '',
					filter,
					theme,
					held?.control.basis === 'reported' ? theme.secondary : theme.plain,
				);
			default:
				return [
					{text: paragraphs(town, held?.control.evidence ?? [], display), look: theme.secondary},
				];
		}
	};

	return columns.map(({title}) => cell(title));
};

const rowOf = (
	id: Place['id'],
	cells: readonly Spans[],
	marking: Marking,
	display: Display,
): TableRow => ({
	id,
	marker: rowMarker(display.glyphs, id, marking),
	look: rowLook(display.theme, id, marking),
	cells,
});

export interface FrontPaneProps extends ListPaneProps {
	readonly asOf: IsoDay;
	/** With what the map shows; no lines until it has come. */
	readonly room: FrontRoom & {readonly lines: readonly Spans[]};
}

/** The map as large as its room, whether it has come or not. */
const mapRows = ({map, lines}: FrontPaneProps['room'], {glyphs}: Display): readonly LineProps[] =>
	map === undefined
		? []
		: Array.from({length: map.rows}, (_, at) => ({
				spans: fitSpans(lines[at] ?? [], map.columns, glyphs.ellipsis),
			}));

/** A line with another one behind its end. */
const continued = (line: LineProps, next: LineProps): LineProps => ({
	...line,
	beside: line.beside === undefined ? next : continued(line.beside, next),
});

/** Lines of so many columns with others to the right of them, to the end of the longer. */
const besideEachOther = (
	left: readonly LineProps[],
	columns: number,
	right: readonly LineProps[],
): readonly LineProps[] =>
	right.length === 0
		? left
		: Array.from({length: Math.max(left.length, right.length)}, (_, at) =>
				continued(left[at] ?? {spans: [{text: ' '.repeat(columns)}]}, right[at] ?? {spans: []}),
			);

/** The towns in road order with who holds each at the end of the day; under them the other places. */
export const FrontPane = memo(function FrontPane({
	view,
	related,
	marked: markedRecords,
	columns,
	rows,
	isFocused,
	isFramed,
	asOf,
	room,
}: FrontPaneProps): ReactNode {
	const display = useDisplay();
	const {catalog, glyphs, theme, present} = display;
	const filter = parseFilter(view.filter);
	const width = room.columns;
	const {strip, map} = room;
	const marking = {selected: view.selected, related, isFocused, marked: markedRecords};
	const shown = recordsOfKind(catalog, view.shown, 'place');
	const towns = shown.filter(place => place.frontLine);
	const others = shown.filter(place => !place.frontLine);
	const townTable = townColumns(width, needsYear(catalog.dossier, asOf));
	const otherTable = placeColumns(townTable, catalog.hasFrontLine ? 'Elsewhere' : 'Place');
	const list: readonly LineProps[] = [
		...(shown.length === 0
			? emptyLines(
					{
						columns: width,
						filter: view.filter,
						isFocused,
						isNarrowed: view.isNarrowed,
						isSearching: !view.all.isWhole,
						nothing: 'This dossier names no places.',
					},
					display,
				)
			: []),
		...(towns.length === 0
			? []
			: tableLines({
					columns: townTable.map(column => ({...column, title: present(column.title)})),
					width,
					glyphs,
					theme,
					rows: towns.map(town =>
						rowOf(town.id, townCells(town, asOf, townTable, filter, display), marking, display),
					),
				})),
		...(others.length === 0
			? []
			: tableLines({
					columns: otherTable.map(column => ({...column, title: present(column.title)})),
					width,
					glyphs,
					theme,
					rows: others.map(place =>
						rowOf(
							place.id,
							[
								[
									...marked(present(place.name), filter, theme),
									...foundBySpans(
										place,
										filter,
										[place.name, PLACE_KIND_WORDS[place.kind]],
										display,
									),
								],
								marked(PLACE_KIND_WORDS[place.kind], filter, theme, theme.secondary),
								[{text: paragraphs(place, place.evidence, display), look: theme.secondary}],
							],
							marking,
							display,
						),
					),
				})),
	];
	const drawnMap = mapRows(room, display);
	return (
		<Pane
			pane="front"
			columns={columns}
			rows={rows}
			isFocused={isFocused}
			isFramed={isFramed}
			filter={view.filter}
			count={listCount(view, related, glyphs)}
			lines={[
				...strip.map(spans => ({
					spans: fitSpans(spans, roomIn({columns, rows}, isFramed).columns, glyphs.ellipsis),
				})),
				...(map?.at === 'top' ? drawnMap : []),
				...besideEachOther(list, width, map?.at === 'right' ? drawnMap : []),
			]}
		/>
	);
});
