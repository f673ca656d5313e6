import type {DossierRecord} from './record.ts';
import type {Dossier, RecordId} from './schema.ts';

/** The places of records in the order of the file, from 0. */
export type RecordPlaces = ReadonlyMap<RecordId, number>;

/** Every record, in the order of the file: actors, places, quotes, events and so on. */
export const recordsOf = (dossier: Dossier): readonly DossierRecord[] => [
	...dossier.actors,
	...dossier.places,
	...dossier.quotes,
	...dossier.events,
	...dossier.relations,
	...dossier.claims,
	...dossier.tensions,
	...dossier.story,
];

/** Of two records with one id the last. */
export const placesOf = (records: readonly DossierRecord[]): RecordPlaces => {
	const places = new Map<RecordId, number>();
	for (let at = 0; at < records.length; at++) {
		const record = records[at];
		if (record !== undefined) {
			places.set(record.id, at);
		}
	}

	return places;
};
