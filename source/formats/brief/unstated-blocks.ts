import {controlAsOf, townsInRoadOrder} from '../../dossier/as-of.ts';
import type {Catalog} from '../../dossier/catalog.ts';
import {longDay} from '../../dossier/days.ts';
import type {DossierRecord} from '../../dossier/record.ts';
import type {IsoDay} from '../../dossier/schema.ts';
import {isLeftOpen, titleOf} from '../../dossier/title.ts';
import {type Block, type Item, item, paragraph} from './block.ts';
import {claimPieces} from './claim-blocks.ts';
import {each} from './each.ts';
import type {Notes} from './notes.ts';
import {data, joinPieces, phrase, words} from './piece.ts';

/** What is missing of some records, and of which; no item when it is missing of none. */
const missing = (
	catalog: Catalog,
	what: string,
	records: readonly DossierRecord[],
): readonly Item[] =>
	records.length === 0
		? []
		: [
				item(
					phrase`${words(`${what}: `)}${joinPieces(
						records.map(record => data(titleOf(catalog, record))),
						'; ',
					)}.`,
				),
			];

function* unstatedItems(catalog: Catalog, day: IsoDay, notes: Notes): Generator<Item> {
	const {dossier} = catalog;
	yield* each(dossier.claims.filter(isLeftOpen), claim => item(claimPieces(catalog, claim, notes)));
	yield* missing(
		catalog,
		`Who holds it on ${longDay(day)}`,
		townsInRoadOrder(dossier).filter(town => controlAsOf(dossier, town, day) === undefined),
	);
	yield* missing(
		catalog,
		'What they are in this report',
		dossier.actors.filter(({role}) => role === undefined),
	);
	yield* missing(
		catalog,
		'Where it lies',
		dossier.places.filter(({coordinates}) => coordinates === undefined),
	);
	yield* missing(
		catalog,
		'Told without a passage',
		catalog.coverage().uncited.flatMap(id => catalog.find(id) ?? []),
	);
}

/** What a reader may ask and the report does not say. */
export function* unstatedBlocks(catalog: Catalog, day: IsoDay, notes: Notes): Generator<Block> {
	const items = [...unstatedItems(catalog, day, notes)];
	yield items.length === 0
		? paragraph([words('Everything that this brief asks is stated.')])
		: {kind: 'list', items};
}
