import {QUESTION} from './question.ts';
import type {Sink} from './screen.ts';

/** What a line is taken to carry until it is known: 9,600 baud, in bytes a millisecond. */
const SLOWEST = 0.96;

/** Milliseconds that an answer may take beyond the time for what it answers. */
const LATEST = 2000;

/** Milliseconds between two frames while it is not known yet whether there are answers at all. */
const UNSURE = 1000;

/** Milliseconds between two frames at most while no answer comes. */
const LONGEST = 60_000;

/** Milliseconds by which an answer may come later than the fastest has, before frames are taken to wait on the line. */
const JITTER = 30;

/** Frames on their way at most: on a line of half a second to and fro, as many as are drawn while a key is held. */
const MOST_FRAMES = 16;

/** Answers that are looked back on: a line may become another, as that of somebody on a train does. */
const REMEMBERED = 16;

/** Answers in time at most that it takes, after several late ones, for one more frame to go at a time. */
const MOST_CAUTION = 32;

/** A frame that the terminal has not told of yet. */
interface Sent {
	readonly size: number;
	readonly at: number;
	/** Whether no further one could go with it. */
	readonly isLast: boolean;
}

/**
A sink for a terminal at the end of a line. Server, sockets and modems on the way take in far more than
the line carries, so that they would hold frames for minutes; hence each frame ends in a question, and
the next goes when the terminal has answered. Where answers come as fast as ever, more go at a time, so
that a long line shows as much as a short one.

A terminal that never answers is written to as if there were no line. One that no longer answers gets a
frame now and then, ever more rarely, until it does.
*/
export class PacedSink implements Sink {
	readonly #sink: Sink;
	#sent: Sent[] = [];
	#frames = 1;
	/** Milliseconds that each of the last answers took. */
	#times: number[] = [];
	/** Answers in time, since there was a late one or one more frame went, that had nothing to spare. */
	#inTime = 0;
	/** How many of those it takes for one more frame. */
	#caution = 1;
	#hasAnswered = false;
	#isSilent = false;
	/** How often in a row no answer came in time. */
	#missed = 0;
	#timer: NodeJS.Timeout | undefined;
	#whenFree: (() => void) | undefined;
	#whenSettled: (() => void) | undefined;

	constructor(sink: Sink) {
		this.#sink = sink;
	}

	/** Whether the terminal has still to answer. */
	get isAsking(): boolean {
		return this.#sent.length > 0;
	}

	/** What is no frame; goes at once. */
	write(bytes: string): boolean {
		return this.#sink.write(bytes);
	}

	/** @returns Whether the next may go at once; else `drain` tells when. */
	writeFrame(bytes: string): boolean {
		if (this.#isSilent) {
			return this.#sink.write(bytes);
		}

		const isTaken = this.#sink.write(bytes + QUESTION);
		const isFree = this.#note(Buffer.byteLength(bytes));
		if (isFree && !isTaken) {
			this.#sink.once('drain', () => this.#tellFree());
		}

		return isFree && isTaken;
	}

	/** Asks about a frame that somebody else has written. */
	ask(size: number): void {
		this.#sink.write(QUESTION);
		this.#note(size);
	}

	once(_: 'drain', listener: () => void): void {
		this.#whenFree = listener;
	}

	/** The terminal has answered. */
	answered(): void {
		const sent = this.#sent.shift();
		this.#hasAnswered = true;
		this.#isSilent = false;
		this.#missed = 0;
		if (sent === undefined) {
			return;
		}

		this.#learn(sent);
		this.#tellFree();
		this.#wait();
	}

	/** Whoever had the terminal meanwhile has the answers too. */
	forget(): void {
		this.#sent = [];
		this.#tellFree();
		this.#wait();
	}

	/**
	Waits for the answers that are on their way: whoever has the terminal next would take them for keys.

	@param longest - Milliseconds.
	@param then - Called at once where there are none, or none to be expected; never where this is called again before.
	*/
	settle(longest: number, then: () => void): void {
		this.#whenSettled = then;
		if (!this.isAsking || this.#isSilent) {
			this.forget();
			return;
		}

		clearTimeout(this.#timer);
		this.#timer = setTimeout(
			() => this.forget(),
			Math.min(longest, this.#hasAnswered ? this.#patience() : LATEST),
		);
	}

	#note(size: number): boolean {
		this.#sent.push({
			size,
			at: performance.now(),
			isLast: this.#sent.length + 1 >= this.#frames,
		});
		this.#wait();
		return this.#sent.length < this.#frames;
	}

	/** Finds how many frames the line takes without holding any. */
	#learn({at, isLast}: Sent): void {
		const took = performance.now() - at;
		this.#times = [...this.#times.slice(1 - REMEMBERED), took];
		if (took > Math.min(...this.#times) * 1.25 + JITTER) {
			this.#frames = 1;
			this.#inTime = 0;
			this.#caution = Math.min(this.#caution * 2, MOST_CAUTION);
		} else if (isLast && ++this.#inTime >= this.#caution) {
			this.#frames = Math.min(this.#frames + 1, MOST_FRAMES);
			this.#inTime = 0;
			this.#caution = Math.max(this.#caution / 2, 1);
		}
	}

	/** Milliseconds that the answers to all that is on its way may take. */
	#patience(): number {
		const size = this.#sent.reduce((sum, sent) => sum + sent.size, 0);
		return Math.min((LATEST + size / SLOWEST) * 2 ** this.#missed, LONGEST);
	}

	#wait(): void {
		if (this.#whenSettled !== undefined) {
			this.#waitToSettle();
			return;
		}

		clearTimeout(this.#timer);
		if (this.#sent.length > 0 && !this.#isSilent) {
			this.#timer = setTimeout(() => this.#miss(), this.#hasAnswered ? this.#patience() : UNSURE);
		}
	}

	#waitToSettle(): void {
		if (this.#sent.length === 0) {
			clearTimeout(this.#timer);
			const then = this.#whenSettled;
			this.#whenSettled = undefined;
			then?.();
		}
	}

	#miss(): void {
		if (this.#hasAnswered) {
			// Lost, for all that is known; more than one answer too many does not harm.
			this.#missed++;
			this.#sent = [];
			this.#frames = 1;
		} else {
			const [first] = this.#sent;
			const waited = performance.now() - (first?.at ?? 0);
			this.#isSilent = waited > this.#patience();
			this.#wait();
		}

		this.#tellFree();
	}

	#tellFree(): void {
		const isFull = !this.#isSilent && this.#hasAnswered && this.#sent.length >= this.#frames;
		const listener = this.#whenFree;
		if (!isFull && listener !== undefined) {
			this.#whenFree = undefined;
			listener();
		}
	}
}
