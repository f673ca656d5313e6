import {Writable} from 'node:stream';
import type {ServerChannel} from 'ssh2';
import type {Link} from './link.ts';

/** Bytes that may wait before whoever writes is told to. */
const MOST_WAITING = 64 * 1024;

/** Milliseconds between two looks at whether the line takes more. */
const LOOK_AGAIN = 20;

export interface ChannelOutputOptions {
	readonly channel: ServerChannel;
	readonly link: Link;
	readonly stream: 'stdout' | 'stderr';
	/** A terminal at the other end, which has no line discipline on this side: line ends are written for it. */
	readonly terminal: {readonly columns: number; readonly rows: number} | undefined;
	readonly onBytes: (count: number) => void;
}

const closed = (): Error => Object.assign(new Error('The channel is closed'), {code: 'EPIPE'});

/**
What a command writes to on an SSH channel: each piece is done when the client's window has taken it, and the
socket nearly all of it, which ssh2 does not ask. ssh2 itself says nothing more of what was on the way when a
channel closes; here it fails as a closed pipe does.
*/
export class ChannelOutput extends Writable {
	readonly isTTY: boolean;
	readonly columns: number | undefined;
	readonly rows: number | undefined;
	readonly #options: ChannelOutputOptions;
	#pending: ((error?: Error) => void) | undefined;
	#isClosed = false;
	#endedWithReturn = false;

	constructor(options: ChannelOutputOptions) {
		super({highWaterMark: MOST_WAITING, decodeStrings: false});
		this.#options = options;
		this.isTTY = options.terminal !== undefined;
		this.columns = options.terminal?.columns;
		this.rows = options.terminal?.rows;
		options.channel.once('close', () => {
			this.#isClosed = true;
			this.#settle(closed());
		});
	}

	override _write(
		chunk: string | Buffer,
		encoding: BufferEncoding,
		callback: (error?: Error | null) => void,
	): void {
		if (this.#isClosed) {
			callback(closed());
			return;
		}

		const {terminal, onBytes} = this.#options;
		const text = typeof chunk === 'string' ? chunk : undefined;
		const bytes =
			terminal === undefined || text === undefined
				? Buffer.from(chunk as string, encoding)
				: Buffer.from(this.#withReturns(text));
		onBytes(bytes.length);
		this.#pending = callback;
		this.#send(bytes);
	}

	#send(bytes: Buffer): void {
		const {channel, stream} = this.#options;
		const rest = bytes.subarray(MOST_WAITING);
		(stream === 'stdout' ? channel.stdout : channel.stderr).write(
			bytes.subarray(0, MOST_WAITING),
			error => {
				if (error) {
					this.#settle(error);
				} else {
					this.#goOn(rest);
				}
			},
		);
	}

	/** Sends the rest as soon as the line takes more. */
	#goOn(rest: Buffer): void {
		if (this.#isClosed) {
			return;
		}

		if (this.#options.link.isHeldUp()) {
			setTimeout(() => this.#goOn(rest), LOOK_AGAIN).unref();
		} else if (rest.length > 0) {
			this.#send(rest);
		} else {
			this.#settle();
		}
	}

	#withReturns(text: string): string {
		const isAfterReturn = this.#endedWithReturn;
		this.#endedWithReturn = text.endsWith('\r');
		const written = text.replaceAll(/(?<!\r)\n/g, '\r\n');
		return isAfterReturn && text.startsWith('\n') ? written.slice(1) : written;
	}

	#settle(error?: Error): void {
		const pending = this.#pending;
		this.#pending = undefined;
		pending?.(error);
	}
}
