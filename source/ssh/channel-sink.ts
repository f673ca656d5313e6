import {Buffer} from 'node:buffer';
import type {ServerChannel} from 'ssh2';
import type {Sink} from '../terminal/screen.ts';
import type {Link} from './link.ts';

/** Milliseconds between two looks at whether a client has caught up, where nothing tells of that. */
const LOOK_AGAIN = 50;

export interface ChannelSinkOptions {
	readonly channel: ServerChannel;
	readonly link: Link;
	/** Milliseconds after which a client that takes nothing is given up. */
	readonly stall: number;
	/** A client has taken nothing for that long. */
	readonly onStall: () => void;
	/** Something has been written. */
	readonly onWrite: (bytes: number) => void;
}

/**
What a screen on an SSH channel writes to. It says that it is full as soon as the client has not taken what
was written, so that the screen waits and then sends the newest frame alone. The channel itself would
take two megabytes first, and ssh2 says nothing of the socket.
*/
export class ChannelSink implements Sink {
	readonly #channel: ServerChannel;
	readonly #link: Link;
	readonly #stall: number;
	readonly #onStall: () => void;
	readonly #onWrite: (bytes: number) => void;
	#onDrain: (() => void) | undefined;
	/** Waits for the client, as the screen does, and goes before it. */
	#later: string | undefined;
	#timer: NodeJS.Timeout | undefined;
	#fullSince = 0;
	#isClosed = false;
	#bytes = 0;
	#frames = 0;

	constructor({channel, link, stall, onStall, onWrite}: ChannelSinkOptions) {
		this.#channel = channel;
		this.#link = link;
		this.#stall = stall;
		this.#onStall = onStall;
		this.#onWrite = onWrite;
	}

	/** Written so far. */
	get bytes(): number {
		return this.#bytes;
	}

	/** Times that something was written. */
	get frames(): number {
		return this.#frames;
	}

	/** Whether the screen waits for the client. */
	get isFull(): boolean {
		return this.#onDrain !== undefined;
	}

	/** Whether the client has yet to take what was written, so that more would only wait. */
	get isBehind(): boolean {
		return this.#link.pace.isBehind || this.#link.isHeldUp() || this.#channel.writableLength > 0;
	}

	write(text: string): boolean {
		if (this.#isClosed) {
			return true;
		}

		const bytes = Buffer.from(text);
		this.#bytes += bytes.length;
		this.#frames += 1;
		this.#onWrite(bytes.length);
		this.#link.together(() => {
			this.#channel.write(bytes);
			this.#link.pace.wrote(bytes.length);
		});
		return !this.isBehind;
	}

	/** Writes what no frame brings again, once the client has taken what was written; of several the last. */
	writeLater(text: string): void {
		if (!this.isBehind || this.#isClosed) {
			this.write(text);
			return;
		}

		const isWaiting = this.isFull || this.#later !== undefined;
		this.#later = text;
		if (!isWaiting) {
			this.#wait();
		}
	}

	once(_event: 'drain', listener: () => void): void {
		this.#onDrain = listener;
		this.#wait();
	}

	/** Nothing is written any more. */
	close(): void {
		this.#isClosed = true;
		this.#onDrain = undefined;
		this.#later = undefined;
		this.#waitNoMore();
	}

	#wait(): void {
		this.#fullSince = performance.now();
		this.#link.onAnswer.add(this.#look);
		this.#lookLater();
	}

	#waitNoMore(): void {
		this.#link.onAnswer.delete(this.#look);
		clearTimeout(this.#timer);
	}

	#lookLater(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(this.#look, LOOK_AGAIN);
		this.#timer.unref();
	}

	/** The client has caught up. */
	#goOn(): void {
		this.#waitNoMore();
		const [later, drained] = [this.#later, this.#onDrain];
		this.#later = undefined;
		if (later !== undefined && !this.write(later) && drained !== undefined) {
			this.#wait();
			return;
		}

		this.#onDrain = undefined;
		drained?.();
	}

	readonly #look = (): void => {
		if (!this.isBehind) {
			this.#goOn();
		} else if (performance.now() - this.#fullSince > this.#stall) {
			this.#onDrain = undefined;
			this.#onStall();
		} else {
			this.#lookLater();
		}
	};
}
