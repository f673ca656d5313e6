import type {Catalog} from '../../dossier/catalog.ts';
import {citation} from '../../dossier/citation.ts';
import type {DossierRecord} from '../../dossier/record.ts';
import type {Asserter, Evidence, RecordId} from '../../dossier/schema.ts';
import {asserterName, titleById} from '../../dossier/title.ts';
import type {Column} from './column.ts';

/** Numbers of the paragraphs that are cited, each once and in order, whatever source they are of. */
export const paragraphsIn = (evidence: readonly Evidence[]): readonly number[] =>
	[...new Set(evidence.map(({paragraph}) => paragraph))].toSorted((a, b) => a - b);

/** Where a record stands, in two columns. */
export const CITED: readonly Column<DossierRecord>[] = [
	{
		name: 'sources',
		cell: ({evidence}) => [...new Set(evidence.map(({source}) => source))],
	},
	{name: 'paragraphs', cell: ({evidence}) => paragraphsIn(evidence)},
];

/** `5, 8`; of a dossier of several articles `harbour ¶ 5`. */
export const citedIn = (catalog: Catalog, evidence: readonly Evidence[]): string =>
	evidence.length === 0 ? 'none' : citation(catalog.dossier, evidence).replace(/^¶ /, '');

export const BRIEF_ID: Column<DossierRecord, string> = {name: 'Id', cell: ({id}) => id};

export const BRIEF_CITED: Column<DossierRecord, string> = {
	name: '¶',
	cell: ({evidence}, {catalog}) => citedIn(catalog, evidence),
};

/** The name of a record that may be told of. */
export const nameOf = (catalog: Catalog, id: RecordId | undefined): string | undefined =>
	id === undefined ? undefined : titleById(catalog, id);

/** Who says so, in two columns: `author` is the report itself. */
export const ASSERTED: readonly Column<DossierRecord & {readonly assertedBy: Asserter}>[] = [
	{name: 'assertedBy', cell: ({assertedBy}) => assertedBy},
	{
		name: 'assertedByName',
		cell: ({assertedBy}, {catalog}) => asserterName(catalog, assertedBy),
	},
];
