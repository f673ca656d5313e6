import type {ReactNode} from 'react';
import {citation} from '../dossier/citation.ts';
import {readableDate} from '../dossier/days.ts';
import {parseFilter} from '../dossier/filter.ts';
import {titleById} from '../dossier/title.ts';
import {useDisplay} from './display.ts';
import {Empty} from './empty.tsx';
import {roomIn} from './layout.ts';
import {listCount} from './list-count.ts';
import type {ListPaneProps} from './list-pane.ts';
import {rowLook, rowMarker} from './list-row.ts';
import {marked} from './marked.ts';
import {Pane} from './pane.tsx';
import {type Column, fitColumns, Table} from './table.tsx';

const PLACES_FROM = 80;
const PARAGRAPHS_FROM = 50;

const columnsFor = (width: number): readonly Column[] =>
	fitColumns(
		[
			{title: 'When', columns: width < PARAGRAPHS_FROM ? 12 : 18},
			{title: 'What', columns: 10},
			...(width < PLACES_FROM ? [] : [{title: 'Where', columns: 24}]),
			...(width < PARAGRAPHS_FROM ? [] : [{title: '¶', columns: 8}]),
		],
		width,
		'What',
	);

/** What happened, in order of time. */
export function TimelinePane({
	view,
	related,
	columns,
	rows,
	isFocused,
	isFramed,
}: ListPaneProps): ReactNode {
	const {catalog, glyphs, theme, present} = useDisplay();
	const filter = parseFilter(view.filter);
	const width = roomIn({columns, rows}, isFramed).columns;
	const marking = {selected: view.selected, related, isFocused};
	const table = columnsFor(width);
	const shown = view.shown.flatMap(id => {
		const event = catalog.dossier.events.find(candidate => candidate.id === id);
		return event === undefined ? [] : [event];
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
		>
			{shown.length === 0 ? (
				<Empty columns={width} filter={view.filter} nothing="This dossier holds no events." />
			) : (
				<Table
					columns={table.map(column => ({...column, title: present(column.title)}))}
					width={width}
					glyphs={glyphs}
					theme={theme}
					rows={shown.map(event => ({
						id: event.id,
						marker: rowMarker(glyphs, event.id, marking),
						look: rowLook(theme, event.id, marking),
						cells: table.map(({title}) => {
							switch (title) {
								case 'When':
									return marked(present(readableDate(event.when)), filter, theme, theme.secondary);
								case 'What':
									return marked(present(event.title), filter, theme);
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
											text: present(citation(catalog.dossier, event.evidence)).replace(/^\S+ /, ''),
											look: theme.secondary,
										},
									];
							}
						}),
					}))}
				/>
			)}
		</Pane>
	);
}
