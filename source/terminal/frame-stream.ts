import {EventEmitter} from 'node:events';

/**
The stream that Ink renders to: whole frames go in, and `onFrame` gets each.

It says that it is no terminal, so that Ink leaves modes and the cursor to whoever owns the real
one, and it never emits `resize`: a new size comes with the next frame.
*/
export class FrameStream extends EventEmitter {
	columns: number;
	rows: number;
	readonly writable = true;
	readonly #onFrame: (frame: string) => void;

	constructor(size: {columns: number; rows: number}, onFrame: (frame: string) => void) {
		super();
		this.columns = size.columns;
		this.rows = size.rows;
		this.#onFrame = onFrame;
	}

	write(frame: string, callback?: () => void): boolean {
		// Ink writes an empty text to learn when all before it has been taken.
		if (frame !== '') {
			this.#onFrame(frame);
		}

		callback?.();
		return true;
	}
}
