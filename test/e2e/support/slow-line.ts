import {once} from 'node:events';
import {type AddressInfo, connect, createServer, type Server, type Socket} from 'node:net';
import {setTimeout as wait} from 'node:timers/promises';

/** What a line is like; what is not told is as fast as the machine. */
export interface LineShape {
	/** Each way. */
	readonly bytesPerSecond?: number;
	/** Milliseconds, each way. */
	readonly delay?: number;
}

/** A modem of 9,600 baud: eight bits, a start and a stop. */
export const MODEM: LineShape = {bytesPerSecond: 960};

/** Bytes that go at once: a tenth of a second of a modem. */
const PIECE = 96;

/**
A line between two programs on this machine, as slow as it is told to be, which can be held and cut.
What it has no room for waits at its end, as with a modem.
*/
export class SlowLine implements AsyncDisposable {
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();
	#shape: LineShape = {};
	#held: PromiseWithResolvers<void> | undefined;
	#down = 0;
	#up = 0;

	/** Use `openSlowLine`. */
	constructor(server: Server, port: number) {
		this.#server = server;
		server.on('connection', near => {
			const far = connect({port, host: '127.0.0.1', noDelay: true});
			near.setNoDelay(true);
			for (const socket of [near, far]) {
				this.#sockets.add(socket);
				socket.on('error', () => undefined);
				socket.on('close', () => this.#sockets.delete(socket));
			}

			void this.#carry(near, far, bytes => {
				this.#up += bytes;
			});
			void this.#carry(far, near, bytes => {
				this.#down += bytes;
			});
		});
	}

	get port(): number {
		return (this.#server.address() as AddressInfo).port;
	}

	/** Bytes that have gone to the client so far. */
	get down(): number {
		return this.#down;
	}

	/** Bytes that have gone to the server so far. */
	get up(): number {
		return this.#up;
	}

	shape(shape: LineShape): void {
		this.#shape = shape;
	}

	/** Nothing goes either way until `release`. */
	hold(): void {
		this.#held ??= Promise.withResolvers();
	}

	release(): void {
		this.#held?.resolve();
		this.#held = undefined;
	}

	/** Both ends learn that the other is gone. */
	cut(): void {
		for (const socket of this.#sockets) {
			socket.resetAndDestroy();
		}

		this.release();
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.cut();
		this.#server.close();
		await once(this.#server, 'close');
	}

	async #carry(from: Socket, to: Socket, count: (bytes: number) => void): Promise<void> {
		try {
			for await (const chunk of from as AsyncIterable<Buffer>) {
				for (let at = 0; at < chunk.length; ) {
					const {bytesPerSecond, delay} = this.#shape;
					const piece = chunk.subarray(at, bytesPerSecond === undefined ? undefined : at + PIECE);
					at += piece.length;
					if (bytesPerSecond !== undefined) {
						await wait((piece.length / bytesPerSecond) * 1000);
					}

					await this.#held?.promise;
					if (delay === undefined) {
						to.write(piece);
					} else {
						setTimeout(() => to.write(piece), delay);
					}

					count(piece.length);
				}
			}

			to.end();
		} catch {
			to.destroy();
		}
	}
}

/** Opens a line to a port of this machine. */
export const openSlowLine = async (port: number): Promise<SlowLine> => {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	return new SlowLine(server, port);
};
