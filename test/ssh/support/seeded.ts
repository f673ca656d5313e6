/** Numbers that look random and are the same for the same seed. */
export class Seeded {
	#state: number;

	constructor(seed: number) {
		this.#state = seed;
	}

	/** @returns A whole number from 0, under `end`. */
	below(end: number): number {
		// Mulberry32.
		this.#state = (this.#state + 0x6d_2b_79_f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
	}

	bytes(length: number): Buffer {
		return Buffer.from(Uint8Array.from({length}, () => this.below(256)));
	}

	/** One of several. */
	of<Value>(values: readonly [Value, ...Value[]]): Value {
		return values[this.below(values.length)] ?? values[0];
	}
}
