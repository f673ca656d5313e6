import type {Catalog} from './catalog.ts';
import type {DossierEvent, IsoDay} from './schema.ts';

/** An event of which it is told where it led from and to. */
export type Movement = DossierEvent & {
	readonly movement: NonNullable<DossierEvent['movement']>;
};

const DAY = 86_400_000;

const isMovement = (event: DossierEvent): event is Movement => event.movement !== undefined;

/** What moved within one day, by the beginning of that day in ms since 1970. */
const movementsByDay = ({dossier, boundsOf}: Catalog): ReadonlyMap<number, readonly Movement[]> => {
	const byDay = new Map<number, Movement[]>();
	for (const event of dossier.events.filter(isMovement)) {
		const bounds = boundsOf(event.when);
		const day = bounds === undefined ? Number.NaN : Math.floor(bounds.begin / DAY) * DAY;
		if (bounds !== undefined && bounds.end < day + DAY) {
			const known = byDay.get(day);
			if (known === undefined) {
				byDay.set(day, [event]);
			} else {
				known.push(event);
			}
		}
	}

	return byDay;
};

/**
What moved on a day, or about it, in the order of the file. What is only known to lie in some days is told of
none of them.
*/
export const movementsOn = (catalog: Catalog, day: IsoDay): readonly Movement[] =>
	catalog.derived(movementsByDay).get(Date.parse(day)) ?? [];
