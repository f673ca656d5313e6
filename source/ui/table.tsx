import {Table as InkTable} from 'ink-table';
import {isValidElement, type ReactElement, type ReactNode} from 'react';
import type {Glyphs} from '../terminal/glyphs.ts';
import type {Look, Theme} from '../terminal/theme.ts';
import {fitSpans, Line, type LineProps, type Spans, spansWidth} from './line.tsx';

/*
The one file that knows ink-table. ink-table lays a table out: a heading, then the rows in order.
How a row looks is ours: it measures by `String.length`, rules off every row and cannot mark one.
*/

export interface Column {
	/** Its name; unique in the table. */
	readonly title: string;
	/** Cells across, the gap to the next column not included. */
	readonly columns: number;
}

export interface TableRow {
	readonly id: string;
	/** A sign in the margin. */
	readonly marker: string;
	/** What stands in each column, in the columns' order; the longest may be cut. */
	readonly cells: readonly Spans[];
	readonly look: Look | undefined;
}

export interface TableProps {
	readonly columns: readonly Column[];
	/** Only what is on the screen. */
	readonly rows: readonly TableRow[];
	/** Of the whole table, in cells; what the columns leave over stays blank. */
	readonly width: number;
	/** The column, from 0, that names a row: up to its end the look of the row is laid over it. */
	readonly named?: number;
	readonly glyphs: Glyphs;
	readonly theme: Theme;
}

const MARGIN = 2;
/** Cells between two columns. */
export const COLUMN_GAP = 2;
/** Cells that tell most names apart. */
const LEAST_ELASTIC = 10;

type RowData = Record<string, string>;
type DrawRow = InkTable<RowData>['data'];
type DrawnRow = Parameters<DrawRow>[0];

/**
Shares out a width among columns: the widths wanted, and what is over or missing to the `elastic` one.
It keeps room for a short name even where the table then runs over the width, and is cut there.
*/
export const fitColumns = (
	wanted: readonly Column[],
	width: number,
	elastic: string,
): readonly Column[] => {
	const taken =
		MARGIN +
		1 +
		wanted.reduce((sum, {columns}) => sum + columns, 0) +
		COLUMN_GAP * (wanted.length - 1);
	return wanted.map(column =>
		column.title === elastic
			? {...column, columns: Math.max(LEAST_ELASTIC, column.columns + width - taken)}
			: column,
	);
};

interface FittedTableProps {
	readonly fitted: TableProps;
}

const nothing = (): ReactElement => <></>;

/** The lines in what ink-table laid out, from top to bottom. */
const linesIn = (node: ReactNode): readonly LineProps[] => {
	if (Array.isArray(node)) {
		return node.flatMap(linesIn);
	}

	if (!isValidElement<{readonly children?: ReactNode}>(node)) {
		return [];
	}

	return node.type === Line ? [node.props as unknown as LineProps] : linesIn(node.props.children);
};

class FittedTable extends InkTable<RowData> {
	override header = nothing;
	override separator = nothing;
	override footer = nothing;

	override heading = ({key, columns}: DrawnRow): ReactElement =>
		this.line(
			key,
			'',
			columns,
			columns.map(({column}) => [{text: String(column), look: this.fitted().theme.secondary}]),
			undefined,
		);

	override data = ({key, columns, data}: DrawnRow): ReactElement => {
		const row = this.fitted().rows.find(({id}) => id === data.id);
		return row === undefined ? nothing() : this.line(key, row.marker, columns, row.cells, row.look);
	};

	/** The widths that were shared out, where ink-table would take the longest text's. */
	override getColumns(): DrawnRow['columns'] {
		return this.fitted().columns.map(({title, columns}) => ({
			key: title,
			column: title,
			width: columns,
			align: 'left',
		}));
	}

	/** What ink-table lays out, without the boxes in which it would be drawn. */
	lines(): readonly LineProps[] {
		return linesIn(this.render());
	}

	private fitted(): TableProps {
		return (this.props as unknown as FittedTableProps).fitted;
	}

	private line(
		key: string,
		marker: string,
		columns: DrawnRow['columns'],
		cells: readonly Spans[],
		look: Look | undefined,
	): ReactElement {
		const {width, glyphs, named = 0} = this.fitted();
		const fitted = columns.map((column, at) => [
			...(at === 0 ? [{text: marker.padEnd(MARGIN)}] : [{text: ' '.repeat(COLUMN_GAP)}]),
			...fitSpans(cells[at] ?? [], column.width, glyphs.ellipsis),
		]);
		const name = fitted.slice(0, named + 1).flat();
		const nameWidth = Math.min(width, spansWidth(name));
		const rest = fitSpans(fitted.slice(named + 1).flat(), width - nameWidth, glyphs.ellipsis);
		return (
			<Line
				key={key}
				spans={fitSpans(name, nameWidth, glyphs.ellipsis)}
				look={look}
				beside={{spans: rest}}
			/>
		);
	}
}

/**
A table in exactly its width: one line for the columns' names and one a row. Not a component, since a box
for each row takes Ink longer than all that is in them.
*/
export const tableLines = (props: TableProps): readonly LineProps[] => {
	const given = {
		data: props.rows.map(({id}) => ({id})),
		columns: props.columns.map(({title}) => title),
		fitted: props,
	};
	return new FittedTable(given).lines();
};
