import type {Catalog} from '../dossier/catalog.ts';
import {matchesFilter, parseFilter} from '../dossier/filter.ts';
import type {DossierRecord} from '../dossier/record.ts';
import {searchText} from '../dossier/search-text.ts';
import {jsonPieces} from '../formats/json-pieces.ts';
import {jsonRows} from '../formats/json-rows.ts';
import type {ListName} from '../formats/list-names.ts';
import {markdownTable} from '../formats/markdown-table.ts';
import {RECORD_LISTS} from '../formats/record-lists.ts';
import {dayNamed} from './day-named.ts';
import type {ExitCode, Host} from './host.ts';
import {loadCatalog} from './load-catalog.ts';
import {textOutputOf} from './text-output.ts';
import {textTable} from './text-table.ts';
import {writeLines} from './write-lines.ts';
import {writePieces} from './write-pieces.ts';

export interface ListRecordsOptions {
	readonly name: ListName;
	/** Path of a dossier; absent: the built-in one. */
	readonly dossier: string | undefined;
	/** As `/` filters in the dashboard. */
	readonly filter: string | undefined;
	/** A day; absent: the last one that the dossier tells of. */
	readonly asOf: string | undefined;
	readonly format: 'table' | 'json' | 'csv' | 'markdown';
}

const wantedBy = (
	catalog: Catalog,
	filter: string | undefined,
): ((record: DossierRecord) => boolean) => {
	if (filter === undefined) {
		return () => true;
	}

	const parsed = parseFilter(filter);
	return record => matchesFilter(parsed, searchText(catalog, record));
};

/**
Prints the records of one kind: a table for readers, or every field of theirs for programs. Where there
are none the table is empty and stderr says so.

@throws {Failure} The dossier cannot be read, or does not tell of the day.
*/
export const listRecords = async (
	host: Host,
	{name, dossier: path, filter, asOf, format}: ListRecordsOptions,
): Promise<ExitCode> => {
	const catalog = await loadCatalog(host, path, format === 'json' ? 'raw' : 'visible');
	const {dossier} = catalog;
	const view = {catalog, day: asOf === undefined ? dossier.span.last : dayNamed(dossier, asOf)};
	const isWanted = wantedBy(catalog, filter);
	const {data, brief} = RECORD_LISTS[name];
	switch (format) {
		case 'json':
			return writePieces(host, jsonPieces(jsonRows(data(view, isWanted)), 'lines'));
		case 'csv': {
			const {csvPieces} = await import('../formats/csv.ts');
			return writePieces(host, csvPieces(data(view, isWanted)));
		}

		case 'markdown':
			return writeLines(host, markdownTable(brief(view, isWanted)));
		case 'table': {
			const table = brief(view, isWanted);
			if (table.rows.length === 0) {
				host.stderr.write(
					filter === undefined
						? `This dossier has no ${name}.\n`
						: `No ${name} have those words.\n`,
				);
				return 0;
			}

			return writeLines(host, textTable(table, await textOutputOf(host)));
		}
	}
};
