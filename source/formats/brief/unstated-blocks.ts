import {controlAsOf, townsInRoadOrder} from '../../dossier/as-of.ts';
import type {Catalog} from '../../dossier/catalog.ts';
import {longDay} from '../../dossier/days.ts';
import type {DossierRecord} from '../../dossier/record.ts';
import type {IsoDay} from '../../dossier/schema.ts';
import {isLeftOpen, titleOf} from '../../dossier/title.ts';
import {type Block, type Item, item, paragraph} from './block.ts';
import {claimPieces} from './claim-blocks.ts';
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

/** What a reader may ask and the report does not say. */
export const unstatedBlocks = (catalog: Catalog, day: IsoDay, notes: Notes): readonly Block[] => {
	const {dossier} = catalog;
	const open = dossier.claims.filter(isLeftOpen);
	const items: readonly Item[] = [
		...open.map(claim => item(claimPieces(catalog, claim, notes))),
		...missing(
			catalog,
			`Who holds it on ${longDay(day)}`,
			townsInRoadOrder(dossier).filter(town => controlAsOf(dossier, town, day) === undefined),
		),
		...missing(
			catalog,
			'What they are in this report',
			dossier.actors.filter(({role}) => role === undefined),
		),
		...missing(
			catalog,
			'Where it lies',
			dossier.places.filter(({coordinates}) => coordinates === undefined),
		),
		...missing(
			catalog,
			'Told without a passage',
			catalog.coverage().uncited.flatMap(id => catalog.find(id) ?? []),
		),
	];
	return items.length === 0
		? [paragraph([words('Everything that this brief asks is stated.')])]
		: [{kind: 'list', items}];
};
