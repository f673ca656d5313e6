/** Milliseconds that an answer may take longer than on an idle line before the line is taken to be full. */
const QUEUED = 120;

/** Bytes that may be on the way at first, and at the least and at the most. */
const BEGIN = 2 * 1024;
const LEAST = 1024;
const MOST = 64 * 1024;

/**
Bytes a millisecond of the way there and back: what a long line has to hold for all that a key held down brings
about, which is half of it, as one question is asked at a time.
*/
const FASTEST = 64;

/** Bytes after which it is worth asking whether they have been taken. */
const WORTH_ASKING = 1024;

/** Answers that are looked back on: a line may become another, as that of somebody on a train does. */
const REMEMBERED = 16;

interface Question {
	readonly at: number;
	/** Bytes that had been written before. */
	readonly written: number;
	/** The line may have grown idle before it was asked, so that it says nothing of how many fit. */
	readonly wasFull: boolean;
}

/**
How many bytes are on the way to a client that it has not taken. A socket tells nothing of that: on a thin line
what it took waits in the kernel and in everything behind, a minute of frames that nobody needs any more.
So now and then the client is asked for an answer, which comes when it has taken all before it. Where
answers begin to be late, less is sent ahead of them. Where they come at once little has to be, so that not
much is on the way when a line grows thin all of a sudden.
*/
export class Pace {
	readonly #ask: () => void;
	readonly #now: () => number;
	readonly #questions: Question[] = [];
	#written = 0;
	#taken = 0;
	#allowance = BEGIN;
	/** Milliseconds that each of the last answers took; the quickest is what the way there and back takes. */
	#times: number[] = [];

	/** @param ask - Sends something that the client answers; `asked` is told of that. */
	constructor(ask: () => void, now: () => number) {
		this.#ask = ask;
		this.#now = now;
	}

	/** Whether more is on the way than the line takes in a moment. */
	get isBehind(): boolean {
		return this.#written - this.#taken > this.#allowance;
	}

	/** Bytes that are known to be on the way, and those nobody asked for yet. */
	get onTheWay(): number {
		return this.#written - this.#taken;
	}

	/** Asks when the line is idle, so that it is known how quick an answer can be. */
	begin(): void {
		this.#ask();
	}

	wrote(bytes: number): void {
		this.#written += bytes;
		this.#askIfWorth();
	}

	/** Something has been sent that the client will answer; also when others have sent it. */
	asked(): void {
		this.#questions.push({
			at: this.#now(),
			written: this.#written,
			wasFull: this.onTheWay > this.#allowance / 2,
		});
	}

	/** The client has answered the oldest question. */
	answered(): void {
		const question = this.#questions.shift();
		if (question === undefined) {
			return;
		}

		const took = this.#now() - question.at;
		this.#times = [...this.#times, took].slice(-REMEMBERED);
		this.#taken = question.written;
		const quickest = Math.min(...this.#times);
		if (took - quickest > QUEUED) {
			this.#allowance = Math.max(LEAST, this.#allowance / 2);
		} else if (question.wasFull) {
			const most = Math.min(MOST, BEGIN + quickest * FASTEST);
			this.#allowance = Math.min(most, this.#allowance * 2);
		}

		this.#askIfWorth();
	}

	#askIfWorth(): void {
		const worth = Math.min(WORTH_ASKING, this.#allowance / 2);
		if (this.#questions.length === 0 && this.onTheWay >= worth) {
			this.#ask();
		}
	}
}
