import type {Catalog} from '../dossier/catalog.ts';
import {citationText} from '../dossier/cite.ts';
import {kindOf, type RecordKind} from '../dossier/record.ts';
import type {RecordId} from '../dossier/schema.ts';
import {titleOf} from '../dossier/title.ts';
import {markdownTable} from '../formats/markdown-table.ts';
import type {Table} from '../formats/table.ts';
import type {Mark} from '../state/marks.ts';
import {textWidth, truncated} from '../terminal/text-width.ts';
import {Failure} from './failure.ts';
import type {ExitCode, Host} from './host.ts';
import {loadCatalog} from './load-catalog.ts';
import {openMarksFile} from './marks-file.ts';
import {marksPath} from './marks-path.ts';
import {writeLines} from './write-lines.ts';
import {writeOut} from './write-out.ts';
import {writePieces} from './write-pieces.ts';

export interface ListMarksOptions {
	/** Path of a dossier; absent: the built-in one. */
	readonly dossier: string | undefined;
	readonly format: 'table' | 'json' | 'csv' | 'markdown';
}

/** A mark as it is printed; as JSON with these keys, in this order. */
interface MarkRow {
	readonly record: RecordId;
	readonly kind: RecordKind;
	/** Null: the dossier does not hold this record, or not any more. */
	readonly title: string | null;
	/** Empty: marked without a note. */
	readonly note: string;
	/** As `Y` copies it; null where the title is. */
	readonly citation: string | null;
}

/** Cells of a title on a terminal, so that most lines with a note fit one. */
const TITLE_COLUMNS = 40;

const rowOf = (catalog: Catalog, {record: id, note}: Mark): MarkRow => {
	const record = catalog.find(id);
	return {
		record: id,
		kind: kindOf(id),
		title: record === undefined ? null : titleOf(catalog, record),
		note,
		citation:
			record === undefined
				? null
				: citationText(catalog, {
						record: id,
						statement: titleOf(catalog, record),
						evidence: record.evidence,
					}),
	};
};

const GONE = '(not in this dossier)';

const cellsOf = ({record, title, note}: MarkRow): readonly string[] => [
	record,
	title ?? GONE,
	note,
];

/** For other programs' tables, with the names that JSON has. */
const tableOf = (rows: readonly MarkRow[]): Table<string> => ({
	columns: ['record', 'kind', 'title', 'note', 'citation'],
	rows: rows.map(({record, kind, title, note, citation}) => [
		record,
		kind,
		title ?? GONE,
		note,
		citation ?? '',
	]),
});

const lineOf = (cells: readonly string[]): string => cells.join('  ').trimEnd();

/** The same lines with their columns under each other, long titles cut. */
const alignedLines = (rows: readonly (readonly string[])[]): readonly string[] => {
	const cut = rows.map(([id = '', title = '', note = '']) => [
		id,
		truncated(title, TITLE_COLUMNS, '…'),
		note,
	]);
	const widths = [0, 1].map(column =>
		cut.reduce((most, cells) => Math.max(most, textWidth(cells[column] ?? '')), 0),
	);
	return cut.map(cells =>
		lineOf(
			cells.map(
				(cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - textWidth(cell))),
			),
		),
	);
};

/**
Prints the marks on a dossier in the order in which they were made: `id  title  note` a line, in columns
on a terminal, or in another format all of `MarkRow`. Where there are none, the lines are none and stderr
says so.

@throws {Failure} The dossier or the marks cannot be read, or the marks were damaged and are set aside
now: then nothing is printed, as an empty list would be untrue.
*/
export const listMarks = async (
	host: Host,
	{dossier: path, format}: ListMarksOptions,
): Promise<ExitCode> => {
	const catalog = await loadCatalog(host, path, 'visible');
	const {id} = catalog.dossier;
	const {marks, warning} = await openMarksFile(marksPath(host.env, id), id);
	if (warning !== undefined) {
		throw new Failure(warning);
	}

	const rows = marks.map(mark => rowOf(catalog, mark));
	switch (format) {
		case 'json':
			return writeOut(host, `${JSON.stringify(rows, undefined, '\t')}\n`);
		case 'csv': {
			const {csvPieces} = await import('../formats/csv.ts');
			return writePieces(host, csvPieces(tableOf(rows)));
		}

		case 'markdown':
			return writeLines(host, markdownTable(tableOf(rows)));
		case 'table': {
			if (rows.length === 0) {
				host.stderr.write('No marks yet: in the dashboard, m marks a record.\n');
				return 0;
			}

			const cells = rows.map(cellsOf);
			return writeLines(host, host.stdout.isTTY === true ? alignedLines(cells) : cells.map(lineOf));
		}
	}
};
