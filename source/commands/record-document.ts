import {type Catalog, relatedTo} from '../dossier/catalog.ts';
import {citationText} from '../dossier/cite.ts';
import {type DossierRecord, kindOf, type RecordKind} from '../dossier/record.ts';
import type {RecordId} from '../dossier/schema.ts';
import {titleById, titleOf} from '../dossier/title.ts';
import type {CitedPassage} from './cited-passages.ts';

/** A record as it is printed as JSON, with these keys in this order. */
interface RecordDocument {
	readonly id: RecordId;
	readonly kind: RecordKind;
	readonly title: string;
	/** As `Y` copies it. */
	readonly citation: string;
	/** As it stands in the dossier. */
	readonly record: DossierRecord;
	/** Ids of the records that it names, is named by, or is tied to. */
	readonly related: readonly RecordId[];
	/** What each of those is called. */
	readonly names: Readonly<Record<RecordId, string>>;
	readonly passages: readonly CitedPassage[];
}

/** The citation of a record as a whole. */
export const recordCitation = (catalog: Catalog, record: DossierRecord): string =>
	citationText(catalog, {
		record: record.id,
		statement: titleOf(catalog, record),
		evidence: record.evidence,
	});

export const recordDocument = (
	catalog: Catalog,
	record: DossierRecord,
	passages: readonly CitedPassage[],
): RecordDocument => {
	const related = [...relatedTo(catalog, record.id)];
	return {
		id: record.id,
		kind: kindOf(record.id),
		title: titleOf(catalog, record),
		citation: recordCitation(catalog, record),
		record,
		related,
		names: Object.fromEntries(related.map(id => [id, titleById(catalog, id)])),
		passages,
	};
};
