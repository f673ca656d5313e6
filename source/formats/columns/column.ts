import type {Catalog} from '../../dossier/catalog.ts';
import type {DossierRecord} from '../../dossier/record.ts';
import type {IsoDay} from '../../dossier/schema.ts';
import type {Cell} from '../table.ts';

/** What the rows of a list are told of. */
export interface View {
	readonly catalog: Catalog;
	/** Control and sides are told as of the end of this day, which is in the span. */
	readonly day: IsoDay;
}

export interface Column<Item extends DossierRecord, Kind extends Cell = Cell> {
	/** A key that scripts rely on, or the heading of a brief column. */
	readonly name: string;
	readonly cell: (record: Item, view: View) => Kind;
}

/** What rows tell of the records of one kind. */
export interface Columns<Item extends DossierRecord> {
	/** All there is, for programs. */
	readonly data: readonly Column<Item>[];
	/** What a reader looks for, in words; the longest last. */
	readonly brief: readonly Column<Item, string | undefined>[];
}
