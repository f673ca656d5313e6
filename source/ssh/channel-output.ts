import {Writable} from 'node:stream';
import type {ServerChannel} from 'ssh2';
import type {Link} from './link.ts';

/** Bytes that may wait before whoever writes is told to. */
const MOST_WAITING = 64 * 1024;

/** Bytes that are handed on before everybody else has their turn. */
const AT_ONCE = 32 * 1024;

/** Milliseconds between two looks at whether the line takes more, of which not everything tells. */
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
What a command writes to on an SSH channel: each piece is done when the client's window and the socket have taken
it, as a client may say of any window that it is wide. ssh2 itself says nothing more of what was on the
way when a channel closes; here it fails as a closed pipe does.
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

		const {terminal} = this.#options;
		const text = typeof chunk === 'string' ? chunk : undefined;
		const bytes =
			terminal === undefined || text === undefined
				? Buffer.from(chunk as string, encoding)
				: Buffer.from(this.#withReturns(text));
		this.#pending = callback;
		this.#send(bytes);
	}

	#send(bytes: Buffer): void {
		if (this.#isClosed) {
			return;
		}

		if (bytes.length === 0) {
			this.#settle();
			return;
		}

		const {channel, stream, onBytes} = this.#options;
		const piece = bytes.subarray(0, AT_ONCE);
		onBytes(piece.length);
		(stream === 'stdout' ? channel.stdout : channel.stderr).write(piece, error => {
			if (error === null || error === undefined) {
				this.#whenTaken(() => this.#send(bytes.subarray(piece.length)));
			} else {
				this.#settle(error);
			}
		});
	}

	/** Calls back in another turn, when the line has room. */
	#whenTaken(taken: () => void): void {
		if (this.#isClosed) {
			return;
		}

		if (this.#options.link.isHeldUp()) {
			setTimeout(() => this.#whenTaken(taken), LOOK_AGAIN).unref();
		} else {
			setImmediate(taken);
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
