import {Buffer} from 'node:buffer';
import {EventEmitter} from 'node:events';

/** Milliseconds of one reader's keys after which another's have their turn. */
const TURN = 4;

/** Bytes that are looked at between two looks at the clock; a key is a few. */
const PIECE = 24;

/** Bytes that may wait; nobody types as many. */
const MOST = 64 * 1024;

const ESC = 0x1b;

/** Bytes of the longest sequence that a terminal sends for a key. */
const LONGEST_KEY = 12;

/** How many of the first bytes are fed at once: not the beginning of a key whose rest is there already. */
const pieceOf = (bytes: Buffer): number => {
	if (bytes.length <= PIECE) {
		return bytes.length;
	}

	const key = bytes.lastIndexOf(ESC, PIECE);
	return key > 0 && PIECE - key < LONGEST_KEY ? key : PIECE;
};

/**
The keys of a client as a stream to read keys from. However many come at once, they are handed on in turns with
those of everybody else, and none is lost.
*/
export class KeyFeed extends EventEmitter {
	readonly #waiting: Buffer[] = [];
	#length = 0;
	#immediate: NodeJS.Immediate | undefined;
	#isClosed = false;

	/** @returns Whether there is room for it. */
	feed(bytes: Buffer): boolean {
		if (this.#isClosed) {
			return true;
		}

		if (this.#length + bytes.length > MOST) {
			return false;
		}

		this.#waiting.push(bytes);
		this.#length += bytes.length;
		if (this.#immediate === undefined) {
			this.#handOn();
		}

		return true;
	}

	/** @returns What had not been handed on. */
	close(): Buffer {
		const left = Buffer.concat(this.#waiting);
		this.#isClosed = true;
		this.#waiting.length = 0;
		clearImmediate(this.#immediate);
		this.removeAllListeners();
		return left;
	}

	#handOn(): void {
		this.#immediate = undefined;
		const end = performance.now() + TURN;
		while (!this.#isClosed) {
			const [first] = this.#waiting;
			if (first === undefined) {
				return;
			}

			if (performance.now() >= end) {
				this.#immediate = setImmediate(() => this.#handOn());
				return;
			}

			const length = pieceOf(first);
			this.#length -= length;
			if (length === first.length) {
				this.#waiting.shift();
			} else {
				this.#waiting[0] = first.subarray(length);
			}

			this.emit('data', first.subarray(0, length));
		}
	}
}
