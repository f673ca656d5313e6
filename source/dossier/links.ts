import type {DossierRecord} from './record.ts';
import type {RecordPlaces} from './record-places.ts';
import {eachReference} from './references.ts';
import type {RecordId} from './schema.ts';

/** Records by their places in the order of the file, and which of them name which. */
export interface Links {
	/** From 0; `undefined` for what is no record of the dossier. */
	readonly placeOf: (id: RecordId) => number | undefined;
	/** Records that name `id`, each once, in the order of the file. */
	readonly referrers: (id: RecordId) => readonly DossierRecord[];
	/** Whether referrers are at hand; until then each is looked for among all records. */
	readonly isDone: () => boolean;
	/** Looks at so many records more, to have them at hand. */
	readonly go: (effort: number) => void;
}

/** Records that are linked at once: it takes a few milliseconds. */
const AT_ONCE = 5000;

/** Whoever asks for so many one after another will ask for all: to link them is then quicker than to look. */
const MOST_LOOKED_FOR = 8;

/** Records of which it is remembered who names them: a screen asks for those of one many times. */
const MOST_REMEMBERED = 16;

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
Goes through the records for who names whom: two lists of numbers for all of them together, which take a
megabyte where a list for each would take twenty.
*/
class Linking {
	readonly #records: readonly DossierRecord[];
	readonly #places: RecordPlaces;
	readonly #from: Numbers;
	readonly #to: Numbers;
	readonly #lastReferrer: Int32Array;
	/** Where the referrers of a record begin, and so those of the one before end. */
	readonly #begins: Int32Array;
	#referrers: Int32Array | undefined;
	#next = 0;

	constructor(records: readonly DossierRecord[], places: RecordPlaces) {
		this.#records = records;
		this.#places = places;
		this.#from = new Numbers(2 * records.length);
		this.#to = new Numbers(2 * records.length);
		this.#lastReferrer = new Int32Array(records.length).fill(-1);
		this.#begins = new Int32Array(records.length + 1);
	}

	isDone(): boolean {
		return this.#referrers !== undefined;
	}

	go(effort: number): void {
		const end = Math.min(this.#records.length, this.#next + effort);
		for (; this.#next < end; this.#next++) {
			this.#link(this.#next);
		}

		if (this.#referrers === undefined && this.#next >= this.#records.length) {
			this.#referrers = this.#sorted();
		}
	}

	of(place: number): readonly DossierRecord[] {
		const referrers: DossierRecord[] = [];
		const end = this.#begins[place + 1] ?? 0;
		for (let at = this.#begins[place] ?? 0; at < end; at++) {
			const record = this.#records[this.#referrers?.[at] ?? -1];
			if (record !== undefined) {
				referrers.push(record);
			}
		}

		return referrers;
	}

	#link(at: number): void {
		const record = this.#records[at];
		if (record === undefined) {
			return;
		}

		eachReference(record, id => {
			const named = id === undefined ? undefined : this.#places.get(id);
			if (named !== undefined && this.#lastReferrer[named] !== at) {
				this.#lastReferrer[named] = at;
				this.#from.push(at);
				this.#to.push(named);
				this.#begins[named + 1] = (this.#begins[named + 1] ?? 0) + 1;
			}
		});
	}

	#sorted(): Int32Array {
		const begins = this.#begins;
		for (let at = 1; at < begins.length; at++) {
			begins[at] = (begins[at] ?? 0) + (begins[at - 1] ?? 0);
		}

		const referrers = new Int32Array(this.#from.length);
		const next = begins.slice();
		for (let link = 0; link < referrers.length; link++) {
			const named = this.#to.at(link);
			const place = next[named] ?? 0;
			referrers[place] = this.#from.at(link);
			next[named] = place + 1;
		}

		return referrers;
	}
}

/** Whether a record names another. */
export const names = (record: DossierRecord, id: RecordId): boolean => {
	let isNamed = false;
	eachReference(record, named => {
		isNamed ||= named === id;
	});
	return isNamed;
};

export const linksOf = (records: readonly DossierRecord[], places: RecordPlaces): Links => {
	const linking = new Linking(records, places);
	const remembered = new Map<RecordId, readonly DossierRecord[]>();
	let lookedFor = 0;
	const found = (id: RecordId, place: number): readonly DossierRecord[] => {
		const known = remembered.get(id);
		if (known !== undefined) {
			return known;
		}

		if (remembered.size >= MOST_REMEMBERED) {
			remembered.clear();
		}

		lookedFor += linking.isDone() ? 0 : 1;
		if (lookedFor > MOST_LOOKED_FOR) {
			linking.go(records.length);
		}

		const referrers = linking.isDone()
			? linking.of(place)
			: records.filter(record => names(record, id));
		remembered.set(id, referrers);
		return referrers;
	};

	return {
		placeOf: id => places.get(id),
		referrers(id) {
			if (!linking.isDone() && records.length <= AT_ONCE) {
				linking.go(AT_ONCE);
			}

			const place = places.get(id);
			return place === undefined ? [] : found(id, place);
		},
		isDone: () => linking.isDone(),
		go: effort => linking.go(effort),
	};
};
