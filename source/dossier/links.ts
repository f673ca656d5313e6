import type {DossierRecord} from './record.ts';
import {eachReference} from './references.ts';
import type {RecordId} from './schema.ts';

/** Records by their places in the order of the file, and which of them name which. */
export interface Links {
	/** From 0; `undefined` for what is no record of the dossier. */
	readonly placeOf: (id: RecordId) => number | undefined;
	/** Records that name `id`, each once, in the order of the file. */
	readonly referrers: (id: RecordId) => readonly DossierRecord[];
}

/** A list of numbers that grows. */
class Numbers {
	#numbers: Int32Array;
	length = 0;

	constructor(room: number) {
		this.#numbers = new Int32Array(Math.max(16, room));
	}

	push(number: number): void {
		if (this.length === this.#numbers.length) {
			const more = new Int32Array(2 * this.length);
			more.set(this.#numbers);
			this.#numbers = more;
		}

		this.#numbers[this.length++] = number;
	}

	at(place: number): number {
		return this.#numbers[place] ?? 0;
	}
}

/**
The links as two lists of numbers for all records together: of a hundred thousand records these are a
megabyte, where a list for each would be twenty.
*/
export const linksOf = (records: readonly DossierRecord[]): Links => {
	const places = new Map<RecordId, number>();
	for (let at = 0; at < records.length; at++) {
		const record = records[at];
		if (record !== undefined) {
			places.set(record.id, at);
		}
	}

	const from = new Numbers(2 * records.length);
	const to = new Numbers(2 * records.length);
	/** Where the referrers of a record begin, and so those of the one before end. */
	const begins = new Int32Array(records.length + 1);
	const lastReferrer = new Int32Array(records.length).fill(-1);
	for (let at = 0; at < records.length; at++) {
		const record = records[at];
		if (record === undefined) {
			continue;
		}

		eachReference(record, id => {
			const named = id === undefined ? undefined : places.get(id);
			if (named !== undefined && lastReferrer[named] !== at) {
				lastReferrer[named] = at;
				from.push(at);
				to.push(named);
				begins[named + 1] = (begins[named + 1] ?? 0) + 1;
			}
		});
	}

	for (let at = 0; at < records.length; at++) {
		begins[at + 1] = (begins[at + 1] ?? 0) + (begins[at] ?? 0);
	}

	const referrers = new Int32Array(from.length);
	const next = begins.slice();
	for (let link = 0; link < from.length; link++) {
		const named = to.at(link);
		const place = next[named] ?? 0;
		referrers[place] = from.at(link);
		next[named] = place + 1;
	}

	return {
		placeOf: id => places.get(id),
		referrers(id) {
			const place = places.get(id);
			return place === undefined
				? []
				: Array.from(
						referrers.subarray(begins[place], begins[place + 1]),
						at => records[at] as DossierRecord,
					);
		},
	};
};
