import {memo, type ReactNode} from 'react';
import {sideAsOf} from '../dossier/as-of.ts';
import {recordsOfKind} from '../dossier/catalog.ts';
import {type Filter, parseFilter} from '../dossier/filter.ts';
import type {Actor, IsoDay} from '../dossier/schema.ts';
import {NOT_STATED, SIDE_WORDS} from '../dossier/words.ts';
import {sideLook} from './control-mark.ts';
import {type Display, useDisplay} from './display.ts';
import {emptyLines} from './empty-lines.ts';
import {foundBySpans} from './found-by.ts';
import {roomIn} from './layout.ts';
import type {Spans} from './line.tsx';
import {listCount} from './list-count.ts';
import type {ListPaneProps} from './list-pane.ts';
import {rowLook, rowMarker} from './list-row.ts';
import {marked} from './marked.ts';
import {Pane} from './pane.tsx';
import {type Column, fitColumns, tableLines} from './table.tsx';

const ROLE_FROM = 72;
const WIDE_NAME_FROM = 52;

const columnsFor = (width: number): readonly Column[] => {
	const side = {title: 'Stands with', columns: width < 34 ? 13 : 17};
	return width < ROLE_FROM
		? fitColumns(
				[{title: 'Name', columns: width < WIDE_NAME_FROM ? 10 : 29}, side],
				width,
				width < WIDE_NAME_FROM ? 'Name' : side.title,
			)
		: fitColumns([{title: 'Name', columns: 28}, side, {title: 'Role', columns: 10}], width, 'Role');
};

/** Where an actor stands at the end of the day; a change of side says what was left. */
const sideCell = (
	actor: Actor,
	day: IsoDay,
	filter: Filter,
	{catalog, glyphs, theme}: Display,
): Spans => {
	const {side, left, isNew} = sideAsOf(catalog.dossier, actor, day);
	if (left === undefined || left === side) {
		return marked(SIDE_WORDS[side], filter, theme, sideLook(theme, side));
	}

	const isGone = side === 'none' || side === 'unknown';
	return [
		{text: isNew ? `${glyphs.changed} ` : '', look: theme.status},
		...marked(
			isGone ? `left ${SIDE_WORDS[left]}` : SIDE_WORDS[side],
			filter,
			theme,
			isGone ? theme.status : sideLook(theme, side),
		),
	];
};

const sidesShown = (actor: Actor, day: IsoDay, {catalog}: Display): readonly string[] => {
	const {side, left} = sideAsOf(catalog.dossier, actor, day);
	return [side, left].flatMap(shown => (shown === undefined ? [] : [SIDE_WORDS[shown]]));
};

export interface ActorsPaneProps extends ListPaneProps {
	readonly asOf: IsoDay;
}

/** Who acts or speaks, in the dossier's order, and on which side they stood on the day. */
export const ActorsPane = memo(function ActorsPane({
	view,
	related,
	marked: markedRecords,
	columns,
	rows,
	isFocused,
	isFramed,
	asOf,
}: ActorsPaneProps): ReactNode {
	const display = useDisplay();
	const {catalog, glyphs, theme, present} = display;
	const filter = parseFilter(view.filter);
	const width = roomIn({columns, rows}, isFramed).columns;
	const marking = {selected: view.selected, related, isFocused, marked: markedRecords};
	const shown = recordsOfKind(catalog, view.shown, 'actor');
	const lines =
		shown.length === 0
			? emptyLines(
					{
						columns: width,
						filter: view.filter,
						isFocused,
						isNarrowed: view.isNarrowed,
						isSearching: !view.all.isWhole,
						nothing: 'This dossier names no actors.',
					},
					display,
				)
			: tableLines({
					columns: columnsFor(width),
					width,
					glyphs,
					theme,
					rows: shown.map(actor => ({
						id: actor.id,
						marker: rowMarker(glyphs, actor.id, marking),
						look: rowLook(theme, actor.id, marking),
						cells: [
							[
								...marked(present(actor.name), filter, theme),
								...foundBySpans(
									actor,
									filter,
									[
										actor.name,
										...(width < ROLE_FROM ? [] : [actor.role ?? '']),
										...sidesShown(actor, asOf, display),
									],
									display,
								),
							],
							sideCell(actor, asOf, filter, display),
							marked(present(actor.role ?? NOT_STATED), filter, theme, theme.secondary),
						],
					})),
				});
	return (
		<Pane
			pane="actors"
			columns={columns}
			rows={rows}
			isFocused={isFocused}
			isFramed={isFramed}
			filter={view.filter}
			count={listCount(view, related, glyphs)}
			lines={lines}
		/>
	);
});
